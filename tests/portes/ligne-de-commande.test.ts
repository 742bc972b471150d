import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unPlan } from '#tests/parcours/plan.ts'
import { launchServer } from '#tests/parcours/serveur.ts'

let dossier: string
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'tisserand-commandes-'))
  await chmod(dossier, 0o755)
})
afterAll(() => rm(dossier, { recursive: true, force: true }))

type Reponse = { code: number; valeur: Record<string, unknown> & Record<string, unknown>[]; sortie: string; messages: string }

function tisserand(...args: string[]): Promise<Reponse> {
  return new Promise((resolve) => {
    const enfant = spawn(process.execPath, ['src/cli/tisserand.ts', ...args], {
      env: { ...process.env, TISSERAND_DONNEES: join(dossier, 'donnees') }
    })
    let [sortie, messages] = ['', '']
    enfant.stdout.on('data', (bout) => (sortie += bout))
    enfant.stderr.on('data', (bout) => (messages += bout))
    enfant.on('close', (code) =>
      resolve({
        code: code ?? 1,
        sortie,
        messages,
        valeur: args.includes('--json') ? (JSON.parse(sortie) as Reponse['valeur']) : ([] as never)
      })
    )
  })
}

describe('la ligne de commande, seule', () => {
  test('charge la démonstration, une fois', async () => {
    expect((await tisserand('demo', '--json')).valeur).toEqual({ charges: ['95127', '94028', '200057958', '94079'] })
    expect((await tisserand('demo', '--json')).valeur).toEqual({ charges: [] })
  }, 180_000)

  test('R-093 · importe une liste de contacts, à l’essai puis pour de bon, et dit la ligne refusée', async () => {
    const fichier = join(dossier, 'contacts.csv')
    await writeFile(fichier, 'Structure;Contact;Mail\nRelais du port;Sam Martin;sam@exemple.fr\n;;seul@exemple.fr\n')
    const importer = (...options: string[]) =>
      tisserand('importer', 'contacts', fichier, '--territoire', '94028', '--json', ...options)
    const refusees = [{ ligne: 3, dit: 'seul@exemple.fr', motif: expect.stringContaining('sans dire de qui elle est') as string }]
    expect((await importer('--essai')).valeur).toMatchObject({ essai: true, structures: 1, personnes: 1, refusees })
    expect((await importer()).valeur).toMatchObject({ essai: false, structures: 1, personnes: 1, refusees })
    expect((await importer()).valeur).toMatchObject({ structures: 0, personnes: 0, inchangees: 1 })
    await writeFile(fichier, 'Truc;Machin\na;b\n')
    expect(await importer()).toMatchObject({
      code: 1,
      valeur: { erreur: expect.stringContaining('ne sont pas reconnues') as string }
    })
  }, 180_000)

  test('R-072 · compte ce que le contrat contient : Créteil a 5 axes, 6 thématiques et 11 fiches, signés par 12', async () => {
    const { valeur } = await tisserand('lister', 'contrats', '--territoire', '94028', '--json')
    expect(valeur).toMatchObject([
      {
        territoire: '94028',
        generation: 1,
        debut: '2015-10',
        fin: '2018-10',
        signeLe: '2015-10',
        etat: 'echu',
        axesThematiques: 6,
        thematiques: 0,
        actions: 12
      },
      {
        territoire: '94028',
        generation: 2,
        debut: '2022-03-07',
        fin: '2024',
        signeLe: '2022-03-07',
        axesThematiques: 5,
        axesTransversaux: 0,
        thematiques: 6,
        actions: 11
      }
    ])
    expect(valeur[1]!.signataires).toHaveLength(12)
    expect(Object.keys(valeur[0]!)).toEqual([
      'id',
      'territoire',
      'intitule',
      'generation',
      'debut',
      'fin',
      'etat',
      'signeLe',
      'attend',
      'axesThematiques',
      'axesTransversaux',
      'thematiques',
      'actions',
      'signataires'
    ])
  }, 30_000)

  test('R-003 · le contrat de Cergy est signé par la Ville et sept partenaires, avec six axes et les quatre transversaux', async () => {
    const { valeur } = await tisserand('lister', 'contrats', '--territoire', 'cergy', '--json')
    expect(valeur).toMatchObject([
      { debut: '2011', fin: '2016' },
      { debut: '2020', fin: '2022', axesThematiques: 6, axesTransversaux: 4 },
      { debut: '2023', fin: '2028', etat: 'en_vigueur' }
    ])
    expect(valeur[1]!.signataires).toHaveLength(8)
  }, 30_000)

  test('crée un territoire, et dit quand il existe déjà', async () => {
    expect((await tisserand('territoire', 'creer', '75056', '--json')).valeur).toMatchObject({
      code: '75056',
      nom: 'Ville de Paris',
      cree: true
    })
    expect((await tisserand('territoire', 'creer', '75056', '--json')).valeur).toMatchObject({ cree: false })
    expect(await tisserand('territoire', 'creer', '99999', '--json')).toMatchObject({
      code: 1,
      valeur: { erreur: expect.stringContaining('99999') as string }
    })
  }, 30_000)

  test('importe un plan : un essai n’écrit rien, l’import écrit, le second ne change rien', async () => {
    const fichier = join(dossier, 'plan d’été.xlsx')
    await writeFile(fichier, await unPlan('Plan santé'))
    const importer = (...suite: string[]) => tisserand('importer', 'plan', fichier, '--territoire', '75056', '--json', ...suite)
    const essai = await importer('--essai')
    expect(essai.valeur).toMatchObject({ essai: true, contrat: null, crees: { axes: 2, actions: 2, sousActions: 1 }, refus: [] })
    expect((await tisserand('lister', 'contrats', '--territoire', '75056', '--json')).valeur).toEqual([])
    const fait = await importer()
    expect(fait.valeur).toMatchObject({
      essai: false,
      crees: { axes: 2, actions: 2, sousActions: 1 },
      avertissements: [{ feuille: 'Fichier dimport', ligne: 5, colonne: 'Statut' }]
    })
    expect((await importer()).valeur).toMatchObject({
      contrat: fait.valeur.contrat,
      crees: { axes: 0, actions: 0 },
      inchanges: { axes: 2, actions: 2, sousActions: 1 }
    })
    expect(
      (await tisserand('lister', 'actions', '--territoire', '75056', '--contrat', String(fait.valeur.contrat), '--json')).valeur
    ).toMatchObject([
      {
        numero: '1',
        titre: 'Bus santé dans les quartiers',
        axe: 'ACCÈS AUX SOINS',
        statut: 'en_cours',
        debut: '2024-09-01',
        fin: null,
        pilotes: ['Ville', 'CPAM'],
        partenaires: ['CPTS', 'Mission locale'],
        budgetPrevisionnel: 20000
      },
      { titre: 'Groupes de parole', debut: '2027' }
    ])
    const tableur = join(dossier, 'exporté.xlsx')
    await tisserand('exporter', 'contrat', String(fait.valeur.contrat), '--format', 'xlsx', '--vers', tableur, '--json')
    const rendre = (...suite: string[]) =>
      tisserand('importer', 'plan', tableur, '--territoire', '75056', '--essai', '--json', ...suite)
    expect((await rendre()).valeur).toMatchObject({
      contrat: fait.valeur.contrat,
      raison: 'fichier',
      crees: { axes: 0, actions: 0 },
      modifies: { actions: 0, sousActions: 0 }
    })
    expect((await rendre('--contrat', 'nouveau')).valeur).toMatchObject({
      contrat: null,
      raison: 'nouveau',
      jumeau: { id: fait.valeur.contrat, communes: 2, creees: 2 }
    })
    const pdf = join(dossier, 'contrat.pdf')
    expect(
      (await tisserand('exporter', 'contrat', String(fait.valeur.contrat), '--format', 'pdf', '--vers', pdf, '--json')).code
    ).toBe(0)
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
  }, 180_000)

  test('R-073 · un fichier libre demande ce que contiennent ses colonnes, et les prend de la ligne de commande', async () => {
    const fichier = join(dossier, 'libre.csv')
    await writeFile(fichier, 'Volet;Ce que l’on mène;Qui pilote\nSoins;Bus;CPAM\n;Navette;CCAS\n')
    const importer = (...suite: string[]) => tisserand('importer', 'plan', fichier, '--territoire', '75056', '--json', ...suite)
    const refuse = await importer()
    expect(refuse.code).toBe(1)
    expect(String(refuse.valeur.erreur)).toContain('--colonnes')
    expect(String(refuse.valeur.erreur)).toContain('Ce que l’on mène')
    expect(String((await importer('--colonnes', 'Titre de l’action=Absente')).valeur.erreur)).toContain('« Absente »')
    expect(String((await importer('--colonnes', 'Axe (niveau 1)=Volet')).valeur.erreur)).toContain('--colonnes')
    expect(String((await importer('--colonnes', 'Couleur=Volet')).valeur.erreur)).toContain('« Couleur »')
    const fait = await importer('--colonnes', "titre de l'action=ce que l’on mène")
    expect(fait.valeur).toMatchObject({ essai: false, crees: { axes: 1, actions: 2 } })
  }, 180_000)

  test.each([
    [['importer', 'plan', 'absent.xlsx', '--territoire', '94028'], 'absent.xlsx'],
    [['lister', 'contrats'], '--territoire'],
    [['lister', 'contrats', '--territoire', '00000'], '00000'],
    [['exporter', 'contrat', 'abc', '--format', 'pdf', '--vers', 'x.pdf'], 'abc'],
    [['danser'], 'danser'],
    [['lister', 'contrats', '--couleur'], 'couleur'],
    [['lien-connexion', 'personne'], 'prenom.nom@ville.fr']
  ])(
    'dit sa faute en français et sort avec 1 : %j',
    async (args, mot) => {
      const { code, valeur, messages } = await tisserand(...args, '--json')
      expect(code).toBe(1)
      expect(String(valeur.erreur)).toContain(mot)
      expect(messages).toContain(mot)
    },
    30_000
  )
})

test('la ligne de commande travaille à côté d’un serveur ouvert, et après lui', async () => {
  const serveur = await launchServer({ TISSERAND_DEMO: 'non' }, join(dossier, 'donnees'))
  expect((await tisserand('lister', 'contrats', '--territoire', '94079', '--json')).valeur).toMatchObject([
    { etat: 'prefiguration', debut: null }
  ])
  expect((await fetch(`${serveur.adresse}/sante`)).status).toBe(200)
  const lien = await tisserand('lien-connexion', 'coordination.cergy@exemple.fr', '--json')
  expect(String(lien.valeur.lien)).toMatch(/\/connexion\/[\w-]{43}$/)
  await serveur.stop()
  expect(await serveur.fini).toBe(0)
  expect((await tisserand('lister', 'actions', '--territoire', '200057958', '--json')).valeur).toHaveLength(2)
}, 180_000)
