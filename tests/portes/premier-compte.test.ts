import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import { installerBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { comptes } from '#domaines/comptes/tables.server.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { NODE_FLAGS } from '../../scripts/node-flags.mjs'
import { accueillir } from '../../src/cli/accueil.ts'
import { porte, pousser } from './porte.ts'

const QUESTION = /Votre adresse électronique, pour le premier compte/
const SANS_DEMONSTRATION = { TISSERAND_DEMO: 'non', loopback: true } as const
const PERRIN = { courriel: 'camille.perrin@ville-exemple.fr', nom: 'Camille Perrin', administrateur: true, demonstration: false }

afterEach(() => vi.restoreAllMocks())

/** Someone at a terminal who gives these answers, one a question; or no terminal at all when there are none. */
function quelquUn(reponses: string[] | null) {
  const entree = Object.assign(new PassThrough(), { isTTY: reponses !== null })
  const sortie = new PassThrough()
  let questions = 0
  sortie.on('data', (bout) => {
    if (QUESTION.test(String(bout))) entree.write(`${reponses?.[questions++] ?? ''}\n`)
  })
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(entree as never)
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(sortie as never)
  return () => questions
}

/** What a start says to that person, how many questions it asks, and the accounts that there are afterwards. */
async function demarrer(essai: ReturnType<typeof baseDeTest>, reponses: string[] | null) {
  const questions = quelquUn(reponses)
  const dit: string[] = []
  await accueillir(essai.adresse('application'), SANS_DEMONSTRATION, (texte) => dit.push(texte))
  vi.restoreAllMocks()
  const { courriel, nom, administrateur, demonstration } = comptes
  const lus = await essai.base().db.select({ courriel, nom, administrateur, demonstration }).from(comptes)
  return { questions: questions(), dit: dit.join('\n'), comptes: lus }
}

describe('sur un Tisserand neuf, sans démonstration', () => {
  const essai = baseDeTest()

  test('sans terminal, rien n’est demandé : la page d’accueil et la commande sont nommées', async () => {
    const { questions, dit, comptes } = await demarrer(essai, null)
    expect({ questions, comptes }).toEqual({ questions: 0, comptes: [] })
    expect(dit).toContain('lien-connexion prenom.nom@ville.fr')
  })

  test('une réponse vide remet à plus tard', async () => {
    expect(await demarrer(essai, ['  '])).toEqual({ questions: 1, dit: '', comptes: [] })
  })

  test('une adresse incomplète est redemandée, puis le compte est créé et administre Tisserand', async () => {
    const { questions, dit, comptes } = await demarrer(essai, ['camille', 'camille@', ' Camille.Perrin@Ville-Exemple.fr '])
    expect(questions).toBe(3)
    expect(comptes).toEqual([PERRIN])
    expect(dit.match(/n’est pas complète/g)).toHaveLength(2)
    expect(dit).toMatch(/Ce compte administre Tisserand\.$/)
  })

  test('au démarrage suivant, rien n’est plus demandé', async () => {
    expect(await demarrer(essai, ['autre@ville-exemple.fr'])).toEqual({ questions: 0, dit: '', comptes: [PERRIN] })
  })

  test('ce compte ouvre ensuite le territoire de sa commune, et le coordonne', async () => {
    const { db } = essai.base()
    installerBase(essai.base())
    const [compte] = await db.select().from(comptes)
    const jeton = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'session', compte!.id))
    const form = { courriel: compte!.courriel, code: '94079' }
    const fait = await pousser(porte('commencer'), '?/default', { jeton, params: {}, form })
    expect(fait).toMatchObject({ sorte: 'renvoi', vers: '/villiers-sur-marne' })
    const page = await pousser(porte('[territoire]/+layout'), 'load', { jeton, params: { territoire: 'villiers-sur-marne' } })
    expect(page).toMatchObject({ valeur: { territoire: 'Ville de Villiers-sur-Marne', role: 'coordination' } })
  })
})

describe('sur un Tisserand en démonstration', () => {
  const essai = baseDeTest()

  test('rien n’est demandé : les comptes d’exploration sont nommés', async () => {
    await creerTerritoire({ db: essai.base().db, acteur: SYSTEME }, { code: '95127', demonstration: true })
    const { questions, dit, comptes } = await demarrer(essai, ['camille.perrin@ville-exemple.fr'])
    expect({ questions, comptes }).toEqual({ questions: 0, comptes: [] })
    expect(dit).toContain('coordination.cergy@exemple.fr')
  })
})

/** The program of util-linux that gives another one a real terminal. */
const TERMINAL = 'script'
const unTerminal = process.platform === 'linux' && spawnSync(TERMINAL, ['--version']).status === 0

test.skipIf(!unTerminal)(
  'dans un vrai terminal, le serveur attend la réponse avant de s’ouvrir',
  async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'tisserand-terminal-'))
    await chmod(dossier, 0o755)
    const commande = [process.execPath, ...NODE_FLAGS, 'src/serveur.ts'].join(' ')
    const env = { ...process.env, NIVEAU_JOURNAL: 'error', PORT: '0', TISSERAND_DEMO: 'non', TISSERAND_DONNEES: dossier }
    const enfant = spawn(TERMINAL, ['-qefc', `exec ${commande}`, '/dev/null'], { env })
    const fini = new Promise<number | null>((resolve) => enfant.on('exit', resolve))
    onTestFinished(async () => {
      enfant.kill()
      await fini
      await rm(dossier, { recursive: true, force: true })
    })
    const reponses = ['camille', PERRIN.courriel]
    let [dit, questions, arrete] = ['', 0, false]
    enfant.stdout.on('data', (bout: Buffer) => {
      dit += bout
      if (dit.split(QUESTION).length - 1 > questions) enfant.stdin.write(`${reponses[questions++] ?? ''}\r`)
      // the key that the last line of the welcome names
      if (!arrete && dit.includes('Ctrl-C')) arrete = enfant.stdin.write('\u0003')
    })
    expect(await fini, dit).toBe(0)
    expect(questions).toBe(2)
    expect(dit.indexOf('n’est pas complète')).toBeGreaterThan(0)
    expect(dit.indexOf('Ce compte administre Tisserand.')).toBeGreaterThan(dit.indexOf('n’est pas complète'))
    expect(dit.indexOf('Tisserand est ouvert')).toBeGreaterThan(dit.indexOf('Ce compte administre Tisserand.'))
  },
  60_000
)
