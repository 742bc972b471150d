import { describe, expect, test } from 'vitest'
import type { ChampsPlan, DifferencesPlan, FicheExistante, LignePlan, PlanExistant, PlanLu } from '../../schema/plan.ts'
import { champsVides } from './champs-vides.ts'
import { baseApresImport, comparerPlan } from './comparer.ts'
import { cleDAxe, cleDeFiche } from './numero.ts'

const champs = (titre: string, plus: Partial<ChampsPlan> = {}): ChampsPlan => ({ ...champsVides(titre), ...plus })

const ligne = (titre: string, plus: Partial<ChampsPlan> = {}, axes = ['Santé']): LignePlan => ({
  cle: cleDeFiche({ axes }, titre, 0),
  nature: 'action',
  parent: null,
  axes,
  hors: false,
  feuille: 'F',
  ligne: 3,
  deduite: false,
  champs: champs(titre, plus)
})

const plan = (...lignes: LignePlan[]): PlanLu => ({
  titre: null,
  contrat: null,
  axes: [{ cle: cleDAxe(['Santé']), numero: '1', titre: 'Santé', enfants: [] }],
  lignes,
  annexes: null,
  refus: [],
  avertissements: []
})

const existant = (fiches: FicheExistante[], plus: Partial<PlanExistant> = {}): PlanExistant => ({
  axes: [],
  fiches,
  structures: [],
  personnes: [],
  quartiers: [],
  ...plus
})

/** What the base holds once a plan was imported: each row became a fiche with its values. */
const apresImport = (lu: PlanLu): FicheExistante[] =>
  lu.lignes.map((une, rang) => ({
    id: `f${rang}`,
    cle: une.cle,
    sous: une.parent !== null,
    cleImport: une.cle,
    champs: une.champs,
    dernierImport: baseApresImport(une, null)
  }))

const ici = (fiche: FicheExistante, plus: Partial<ChampsPlan>): FicheExistante => ({
  ...fiche,
  champs: { ...fiche.champs, ...plus }
})
const etats = (lu: PlanLu, fiches: FicheExistante[]) => comparerPlan(lu, existant(fiches)).lignes.map(({ etat }) => etat)

describe('comparer un plan à ce qui existe', () => {
  test('tout est à créer dans un contrat vide, et compté par sorte', () => {
    const lu = plan(
      ligne('A', {
        intervenants: [
          { role: 'pilote', nom: 'ARS', detail: null },
          { role: 'personne_pilote', nom: 'Camille Exemple', detail: null }
        ]
      }),
      { ...ligne('B'), nature: 'sous_action', parent: ligne('A').cle }
    )
    const { crees, inchanges, axesACreer } = comparerPlan(lu, existant([]))
    expect(crees).toEqual({ axes: 1, actions: 1, sousActions: 1, structures: 1, personnes: 1 })
    expect(inchanges).toEqual({ axes: 0, actions: 0, sousActions: 0, structures: 0, personnes: 0 })
    expect(axesACreer).toEqual([{ cle: 'sante', parent: null, titre: 'Santé', numero: '1' }])
  })

  test('un second import du même fichier ne change rien', () => {
    const lu = plan(ligne('A', { statut: 'en_cours', publics: ['Tous'], notes: 'n' }), ligne('B'))
    const differences = comparerPlan(lu, existant(apresImport(lu), { axes: [{ id: 'a', cle: 'sante' }] }))
    expect(differences.lignes.map(({ etat, champs: lesChamps }) => [etat, lesChamps])).toEqual([
      ['inchange', []],
      ['inchange', []]
    ])
    expect(differences.crees).toEqual({ axes: 0, actions: 0, sousActions: 0, structures: 0, personnes: 0 })
    expect(differences.inchanges).toMatchObject({ axes: 1, actions: 2 })
  })

  test('un champ changé dans le fichier et pas ici est modifié, avant et après montrés', () => {
    const fiches = apresImport(plan(ligne('A', { statut: 'a_venir' })))
    const { lignes, modifies } = comparerPlan(plan(ligne('A', { statut: 'en_cours' })), existant(fiches))
    expect(lignes[0]).toMatchObject({ etat: 'modifie', fiche: 'f0' })
    expect(lignes[0]!.champs).toEqual([{ champ: 'statut', avant: 'a_venir', apres: 'en_cours', conflit: false, retenu: true }])
    expect(modifies.actions).toBe(1)
  })

  test('un champ changé ici et pas dans le fichier reste comme il est ici', () => {
    const lu = plan(ligne('A', { statut: 'a_venir' }))
    const [fiche] = apresImport(lu)
    expect(etats(lu, [ici(fiche!, { statut: 'realise' })])).toEqual(['inchange'])
    expect(etats(lu, [ici(fiche!, { statut: null })])).toEqual(['inchange'])
  })

  test('un champ changé des deux côtés est un conflit : la valeur d’ici est gardée, sauf si l’on demande d’écraser', () => {
    const [fiche] = apresImport(plan(ligne('A', { statut: 'a_venir' })))
    const change = [ici(fiche!, { statut: 'realise' })]
    const lu = plan(ligne('A', { statut: 'en_cours', priorite: 'bas' }))
    const garde = comparerPlan(lu, existant(change))
    expect(garde.lignes[0]!.etat).toBe('conflit')
    expect(garde.lignes[0]!.champs).toEqual([
      { champ: 'statut', avant: 'realise', apres: 'en_cours', conflit: true, retenu: false },
      { champ: 'priorite', avant: null, apres: 'bas', conflit: false, retenu: true }
    ])
    const ecrase = comparerPlan(lu, existant(change), { ecraser: true })
    expect(ecrase.lignes[0]!.etat).toBe('modifie')
    expect(ecrase.lignes[0]!.champs[0]).toMatchObject({ conflit: true, retenu: true })
  })

  test('les deux côtés changés de la même façon ne sont pas une différence', () => {
    const [fiche] = apresImport(plan(ligne('A', { statut: 'a_venir' })))
    expect(etats(plan(ligne('A', { statut: 'realise' })), [ici(fiche!, { statut: 'realise' })])).toEqual(['inchange'])
  })

  test('une cellule vide n’efface jamais, et n’oublie pas ce qu’un import avait écrit', () => {
    const avant = ligne('A', { statut: 'en_cours', publics: ['Tous'] })
    expect(etats(plan(ligne('A')), apresImport(plan(avant)))).toEqual(['inchange'])
    expect(baseApresImport(ligne('A', { priorite: 'bas' }), avant.champs)).toMatchObject({
      statut: 'en_cours',
      priorite: 'bas',
      publics: ['Tous']
    })
  })

  test('une fiche écrite ici sans import est complétée, et n’est pas écrasée', () => {
    const fiche: FicheExistante = {
      id: 'x',
      cle: ligne('A').cle,
      sous: false,
      cleImport: null,
      champs: champs('A', { description: 'ici' }),
      dernierImport: null
    }
    const { lignes } = comparerPlan(plan(ligne('A', { description: 'fichier', statut: 'en_cours' })), existant([fiche]))
    expect(lignes[0]!.champs.map(({ champ, conflit }) => [champ, conflit])).toEqual([
      ['statut', false],
      ['description', true]
    ])
  })

  test('la même ligne est reconnue malgré la casse, les accents, les espaces et la numérotation', () => {
    const fiche: FicheExistante = {
      id: 'x',
      cle: ligne('Dépister').cle,
      sous: false,
      cleImport: null,
      champs: champs('Dépister'),
      dernierImport: null
    }
    expect(comparerPlan(plan({ ...ligne('DEPISTER '), axes: ['1. SANTE'] }), existant([fiche])).lignes[0]).toMatchObject({
      etat: 'inchange',
      fiche: 'x'
    })
  })

  test('une fiche renommée ici est encore reconnue par la ligne dont elle vient, sans prendre la place d’une autre', () => {
    const lu = plan(ligne('A'))
    const [fiche] = apresImport(lu)
    const renommee = { ...ici(fiche!, { titre: 'B' }), cle: ligne('B').cle }
    expect(etats(lu, [renommee])).toEqual(['inchange'])
    const { lignes } = comparerPlan(plan(ligne('B'), ligne('A')), existant([renommee]))
    expect(lignes.map(({ etat, fiche: id }) => [etat, id])).toEqual([
      ['cree', null],
      ['inchange', 'f0']
    ])
  })
})

describe('reconnaître structures et personnes', () => {
  const intervenants = (...noms: string[]) => noms.map((nom) => ({ role: 'partenaire' as const, nom, detail: null }))
  const structures = [
    { id: 's1', nom: 'Agence régionale de santé', sigle: 'ARS' },
    { id: 's2', nom: 'Ville de Cergy' }
  ]

  test('elles le sont malgré la casse, les accents et les espaces, et par leur sigle', () => {
    const lu = plan(
      ligne('A', { intervenants: intervenants('VILLE  DE CERGY', 'ars', 'Agence Regionale de Santé (ARS)', 'Nouvelle') })
    )
    const differences = comparerPlan(lu, existant([], { structures }))
    expect(differences.structures).toEqual([
      { nom: 'VILLE  DE CERGY', id: 's2' },
      { nom: 'ars', id: 's1' },
      { nom: 'Nouvelle', id: null }
    ])
    expect([differences.crees.structures, differences.inchanges.structures]).toEqual([1, 2])
  })

  test('un sigle que deux structures portent ne désigne personne', () => {
    const deux = [...structures, { id: 's3', nom: 'Association des retraités', sigle: 'ARS' }]
    expect(
      comparerPlan(plan(ligne('A', { intervenants: intervenants('ARS') })), existant([], { structures: deux })).structures
    ).toEqual([{ nom: 'ARS', id: null }])
  })

  test('un nom écrit autrement, ou dans un autre ordre, n’est pas un changement', () => {
    const avant = plan(ligne('A', { intervenants: intervenants('Agence régionale de santé', 'Ville de Cergy') }))
    const apres = plan(ligne('A', { intervenants: intervenants('ville de cergy', 'ARS') }))
    const { lignes } = comparerPlan(apres, existant(apresImport(avant), { structures }))
    expect(lignes[0]!.etat).toBe('inchange')
  })

  test('un financeur est une structure', () => {
    const financements = [{ financeur: 'CPAM', annee: null, montant: null, etat: 'prevu' as const, taxe: 'ht' as const }]
    expect(comparerPlan(plan(ligne('A', { financements })), existant([])).structures).toEqual([{ nom: 'CPAM', id: null }])
  })
})

describe('ce que les noms deviennent', () => {
  const deux = {
    structures: [
      { id: 's1', nom: 'ARS' },
      { id: 's2', nom: 'Ville' }
    ]
  }
  const avec = (champs: Partial<ChampsPlan>) => plan(ligne('Bus', champs))

  test('R-073 · « ARS/Ville » sont deux structures quand l’annuaire a les deux, une seule sinon, ou avec un montant', () => {
    const pilote = { intervenants: [{ role: 'pilote' as const, nom: 'ARS/Ville', detail: null }] }
    const noms = (fait: DifferencesPlan) => fait.lignes[0]!.ligne.champs.intervenants.map(({ nom }) => nom)
    expect(noms(comparerPlan(avec(pilote), existant([], deux)))).toEqual(['ARS', 'Ville'])
    expect(noms(comparerPlan(avec(pilote), existant([], { structures: [{ id: 's1', nom: 'ARS' }] })))).toEqual(['ARS/Ville'])
    const financeur = (montant: number | null) =>
      comparerPlan(
        avec({ financements: [{ financeur: 'ARS/Ville', annee: null, montant, etat: 'prevu', taxe: 'ht' }] }),
        existant([], deux)
      ).lignes[0]!.ligne.champs.financements.map((un) => un.financeur)
    expect(financeur(null)).toEqual(['ARS', 'Ville'])
    expect(financeur(100)).toEqual(['ARS/Ville'])
  })

  test('les quartiers qui seraient créés sont dits, ceux qui sont là reconnus', () => {
    const { quartiers } = comparerPlan(
      avec({ quartiers: ['Linandes', 'les tilleuls'] }),
      existant([], { quartiers: [{ id: 'q1', nom: 'Les Tilleuls' }] })
    )
    expect(quartiers).toEqual([
      { nom: 'Linandes', id: null },
      { nom: 'les tilleuls', id: 'q1' }
    ])
  })
})
