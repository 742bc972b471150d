import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './env.server.ts'

/**
 * Keeps a secret that the product must say again to someone else (the password of a mailbox). What is sealed for one use, `lie`, opens for that
 * one only. `ouvrir` answers null for what was sealed with another key, or touched.
 */
export type Coffre = { sceller(clair: string, lie: string): string; ouvrir(scelle: string, lie: string): string | null }

const VERSION = 'c1'
const coffres = new Map<string, Coffre>()

/** The safe of this installation: its key is `TISSERAND_CLE`, or a file of the data folder, made at the first need. */
export function ouvrirCoffre(settings: Pick<Settings, 'TISSERAND_CLE' | 'dossier'>): Coffre {
  const secret = settings.TISSERAND_CLE ?? leSecretDuDossier(settings.dossier)
  const deja = coffres.get(secret)
  if (deja) return deja
  const cle = Buffer.from(hkdfSync('sha256', secret, '', 'tisserand coffre', 32))
  const coffre: Coffre = {
    sceller(clair, lie) {
      const iv = randomBytes(12)
      const chiffre = createCipheriv('aes-256-gcm', cle, iv).setAAD(Buffer.from(lie))
      const corps = Buffer.concat([chiffre.update(clair, 'utf8'), chiffre.final()])
      return `${VERSION}.${Buffer.concat([iv, chiffre.getAuthTag(), corps]).toString('base64url')}`
    },
    ouvrir(scelle, lie) {
      const [version, texte = ''] = scelle.split('.')
      const octets = Buffer.from(texte, 'base64url')
      if (version !== VERSION || octets.length < 28) return null
      try {
        const clair = createDecipheriv('aes-256-gcm', cle, octets.subarray(0, 12)).setAAD(Buffer.from(lie))
        clair.setAuthTag(octets.subarray(12, 28))
        return Buffer.concat([clair.update(octets.subarray(28)), clair.final()]).toString('utf8')
      } catch {
        return null
      }
    }
  }
  coffres.set(secret, coffre)
  return coffre
}

function leSecretDuDossier(dossier: string): string {
  const fichier = join(dossier, 'cle-du-coffre')
  mkdirSync(dossier, { recursive: true })
  try {
    // two processes that begin together make one key: the second finds the file of the first
    writeFileSync(fichier, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(fichier, 'utf8').trim()
}
