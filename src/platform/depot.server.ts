import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Perimetre } from './acteur.ts'

/** A file left between its preview and its import is thrown away after a day. */
const DUREE = 24 * 3600 * 1000

const dossierDe = (donnees: string, { collectiviteId }: Perimetre) => join(donnees, 'depots', collectiviteId)

/** Keeps an uploaded file by the hash of its content, written and synced before it is named; answers the hash. */
export async function deposer(donnees: string, perimetre: Perimetre, octets: Uint8Array): Promise<string> {
  const dossier = dossierDe(donnees, perimetre)
  await mkdir(dossier, { recursive: true })
  await purger(dossier)
  const nom = createHash('sha256').update(octets).digest('hex')
  const brouillon = await open(join(dossier, `${nom}.brouillon`), 'w')
  await brouillon.writeFile(octets)
  await brouillon.sync()
  await brouillon.close()
  await rename(join(dossier, `${nom}.brouillon`), join(dossier, nom))
  return nom
}

const NOM = /^[0-9a-f]{64}$/

/** A file that was left here for this territory; null when there is none or it is too old. */
export async function reprendre(donnees: string, perimetre: Perimetre, nom: string): Promise<Uint8Array | null> {
  if (!NOM.test(nom)) return null
  const chemin = join(dossierDe(donnees, perimetre), nom)
  return (await estTropVieux(chemin)) ? null : readFile(chemin).catch(() => null)
}

/** Throws a file away once its import is written. One that does not go now goes with the next sweep: the import is done all the same. */
export async function jeter(donnees: string, perimetre: Perimetre, nom: string): Promise<void> {
  if (NOM.test(nom)) await rm(join(dossierDe(donnees, perimetre), nom), { force: true }).catch(() => {})
}

/** Throws away what was left for more than a day, on every territory: a list of contacts is not kept because nobody came back to it. */
export async function purgerLesDepots(donnees: string): Promise<void> {
  const depots = join(donnees, 'depots')
  for (const lieu of await readdir(depots).catch(() => [])) await purger(join(depots, lieu))
}

const estTropVieux = async (chemin: string): Promise<boolean> => {
  const lu = await stat(chemin).catch(() => null)
  return lu !== null && Date.now() - lu.mtimeMs > DUREE
}

async function purger(dossier: string): Promise<void> {
  for (const nom of await readdir(dossier)) {
    if (await estTropVieux(join(dossier, nom))) await rm(join(dossier, nom), { force: true })
  }
}
