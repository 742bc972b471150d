import { describe, expect, test } from 'vitest'
import { tachesDuJour } from './taches.ts'
import type { Situation } from './taches/situation.ts'

const JOUR = '2026-11-22'
const calme: Situation = {
  suite: null,
  aRendre: [],
  tachesEnRetard: 0,
  statutsProposes: 0,
  sansContact: 0,
  perdues: [],
  partants: [],
  appuis: [],
  corrections: [],
  departs: [],
  contrat: { id: 'c', intitule: 'CLS', etape: 'signe', debut: '2023', fin: '2028', finProrogee: null },
  signataires: [
    { role: 'porteur', type: 'commune' },
    { role: 'obligatoire', type: 'ars' },
    { role: 'obligatoire', type: 'prefecture' }
  ],
  partiesRequises: ['collectivite', 'ars', 'prefecture'],
  prs: null,
  axes: 3,
  transversaux: 1,
  fiches: [
    {
      id: 'f',
      titre: 'Bus santé',
      statut: 'en_cours',
      debut: '2024',
      fin: '2027',
      derniereNouvelle: null,
      modifieLe: new Date('2026-11-01T10:00:00Z'),
      pilotee: true,
      reponses: { conception: 1, declinaison: 1, evaluation: 1 },
      auContrat: true,
      qpvManque: false
    }
  ]
}
const fiche = calme.fiches[0]!
const contrat = calme.contrat!
const cles = (change: Partial<Situation>) => tachesDuJour({ ...calme, ...change }, JOUR).map(({ cle }) => cle)

describe('ce qui attend la coordination', () => {
  test('rien, quand le contrat court et que chaque action va', () => expect(cles({})).toEqual([]))

  test('R-121 · une séance dont le compte rendu n’est pas parti, une promesse en retard', () => {
    const aRendre = [{ id: 's', instanceId: 'i', instance: 'Groupe santé mentale', jour: '2026-11-10' }]
    expect(tachesDuJour({ ...calme, aRendre, tachesEnRetard: 2 }, JOUR)).toMatchObject([
      { cle: 'rendu-s', href: '/instances/i/seances/s/compte-rendu' },
      { cle: 'promesses', titre: '2 tâches décidées en séance sont en retard' }
    ])
  })

  test('R-122 · qui demande à être effacé·e se voit, et qui est sans nouvelles depuis trois ans se revoit', () => {
    const partants = [{ personneId: 'p', nom: 'Lou Petit', prevuLe: '2026-11-29' }]
    expect(tachesDuJour({ ...calme, partants, sansContact: 3 }, JOUR)).toMatchObject([
      { cle: 'partant-p', titre: 'Lou Petit sera effacé·e le 29 novembre 2026', href: '/partenaires/personnes/p' },
      { cle: 'revoir', titre: '3 personnes sans nouvelles depuis trois ans', href: '/partenaires/personnes/a-revoir' }
    ])
  })

  test('R-090 · une adresse où le courriel n’arrive pas mène à la page de qui l’a, plusieurs à leur liste', () => {
    const lou = { id: 'p', nom: 'Lou Petit', sorte: 'personne' } as const
    const maison = { id: 's', nom: 'CPTS', sorte: 'structure' } as const
    expect(tachesDuJour({ ...calme, perdues: [lou] }, JOUR)).toMatchObject([
      { cle: 'perdues', titre: '1 adresse à vérifier', href: '/partenaires/personnes/p' }
    ])
    expect(tachesDuJour({ ...calme, perdues: [maison] }, JOUR)).toMatchObject([{ href: '/partenaires/s' }])
    const [deux] = tachesDuJour({ ...calme, perdues: [lou, maison] }, JOUR)
    expect(deux).toMatchObject({ titre: '2 adresses à vérifier', href: '/partenaires/personnes/a-revoir' })
    expect(deux!.pourquoi).toMatch(/Lou Petit, CPTS\.$/)
    const [cinq] = tachesDuJour({ ...calme, perdues: Array.from({ length: 5 }, () => lou) }, JOUR)
    expect(cinq!.pourquoi).toMatch(/(Lou Petit, ){3}Lou Petit…$/)
  })

  test('sans contrat encore, une séance à rendre attend la coordination comme ailleurs', () => {
    const aRendre = [{ id: 's', instanceId: 'i', instance: 'Groupe santé mentale', jour: '2026-11-10' }]
    expect(cles({ contrat: null, fiches: [], aRendre, sansContact: 1 })).toEqual(['rendu-s', 'premier', 'nouveau', 'revoir'])
  })

  test('sur un territoire neuf : apporter son tableur, ou écrire son premier contrat', () => {
    expect(tachesDuJour({ ...calme, contrat: null, fiches: [] }, JOUR).map(({ href }) => href)).toEqual([
      '/actions/importer',
      '/contrats/nouveau'
    ])
  })

  test('un contrat en préfiguration, sans axe, incomplet ou prêt à signer le dit', () => {
    expect(cles({ contrat: { ...contrat, etape: 'prefiguration' } })).toEqual(['prefiguration'])
    expect(cles({ contrat: { ...contrat, etape: 'elaboration' }, axes: 0 })).toEqual(['axes', 'signature'])
    const manque = tachesDuJour(
      { ...calme, contrat: { ...contrat, etape: 'en_relecture' }, signataires: calme.signataires.slice(0, 2) },
      JOUR
    )
    expect(manque[0]).toMatchObject({ titre: 'Le contrat ne peut pas encore être signé', pourquoi: 'Il manque la préfecture.' })
    expect(tachesDuJour({ ...calme, contrat: { ...contrat, etape: 'en_relecture' } }, JOUR)[0]).toMatchObject({
      geste: 'Déclarer la signature'
    })
  })

  test('R-008 · un contrat échu, ou dont la fin approche, appelle le suivant', () => {
    expect(cles({ contrat: { ...contrat, fin: '2025' } })).toEqual(['echu'])
    expect(cles({ contrat: { ...contrat, fin: '2027-06' } })).toEqual(['renouveler'])
  })

  test('une action dont l’échéance est passée, sans pilote ou muette se montre ; une action finie, non', () => {
    expect(cles({ fiches: [{ ...fiche, fin: '2026-10' }] })).toEqual(['retard-f'])
    const six = Array.from({ length: 6 }, (_, rang) => ({ ...fiche, id: `f${rang}`, fin: '2026-10' }))
    expect(tachesDuJour({ ...calme, fiches: six }, JOUR).at(-1)).toMatchObject({
      titre: '2 autres actions ont passé leur échéance',
      href: '/actions?grouper=aucun&tri=fin'
    })
    expect(cles({ fiches: [{ ...fiche, pilotee: false }] })).toEqual(['pilotes'])
    expect(cles({ fiches: [{ ...fiche, reponses: {} }] })).toEqual(['transversaux'])
    expect(cles({ fiches: [{ ...fiche, reponses: {}, auContrat: false }] })).toEqual([])
    const finie = { ...fiche, fin: '2020', pilotee: false, reponses: {} }
    expect(cles({ fiches: [{ ...finie, statut: 'abandonne' }] })).toEqual([])
    expect(cles({ fiches: [{ ...finie, statut: 'realise', reponses: fiche.reponses }] })).toEqual([])
  })

  test('R-063 · les réponses encore dues se comptent comme dans la matrice, et y mènent ; une action réalisée doit son évaluation', () => {
    const realisee = { ...fiche, statut: 'realise' as const, reponses: { conception: 1, declinaison: 1 } }
    expect(tachesDuJour({ ...calme, fiches: [realisee] }, JOUR)).toMatchObject([
      { titre: '1 action doit encore 1 réponse aux questions du contrat', geste: 'Répondre', href: '/actions/f#reponse' }
    ])
    const trois = ['a', 'b', 'c'].map((id) => ({ ...realisee, id, reponses: {} }))
    expect(tachesDuJour({ ...calme, fiches: trois }, JOUR)).toMatchObject([
      { titre: '3 actions doivent encore 9 réponses aux questions du contrat', href: '/actions/matrice?manque=oui' }
    ])
  })

  test('R-160 · qui propose de corriger l’annuaire est nommé, et l’on va à sa page', () => {
    expect(tachesDuJour({ ...calme, appuis: [{ id: 'e', titre: 'Trouver une salle', structure: 'CPTS' }] }, JOUR)).toMatchObject([
      { titre: 'CPTS demande un appui', pourquoi: expect.stringContaining('Trouver une salle') }
    ])
    expect(tachesDuJour({ ...calme, corrections: [{ personneId: 'p', personne: 'Lou Petit', nombre: 2 }] }, JOUR)).toMatchObject([
      { titre: 'Lou Petit propose 2 corrections', href: '/partenaires/personnes/p#corrections' }
    ])
  })

  test('les statuts que des pilotes ont proposés attendent un accord, dans une seule tâche', () => {
    expect(tachesDuJour({ ...calme, statutsProposes: 2 }, JOUR)).toMatchObject([
      { titre: '2 statuts proposés par des pilotes attendent votre accord', href: '/actions/demandes#proposes' }
    ])
  })

  test('R-076 · les actions sans nouvelles depuis plus de 90 jours font une seule tâche, qui mène à la demande de nouvelles', () => {
    const muette = { ...fiche, derniereNouvelle: '2026-08-20' }
    expect(tachesDuJour({ ...calme, fiches: [muette] }, JOUR)).toMatchObject([
      {
        cle: 'silence',
        titre: '1 action est sans nouvelles depuis plus de 90 jours',
        pourquoi: '« Bus santé »',
        geste: 'Noter une nouvelle',
        href: '/actions/f#nouvelles'
      }
    ])
    const quatre = Array.from({ length: 4 }, (_, rang) => ({ ...muette, id: `f${rang}` }))
    expect(tachesDuJour({ ...calme, fiches: quatre }, JOUR)).toMatchObject([
      { titre: '4 actions sont sans nouvelles depuis plus de 90 jours', href: '/actions/demandes' }
    ])
    expect(cles({ fiches: [{ ...muette, statut: 'realise' }] })).toEqual([])
  })

  test('R-026 · une action de l’ASV sans quartier prioritaire ni raison le doit ; finie, elle ne doit plus rien', () => {
    const due = { ...fiche, qpvManque: true }
    expect(tachesDuJour({ ...calme, fiches: [due] }, JOUR)).toMatchObject([
      {
        titre: '1 action de l’ASV ne nomme aucun quartier prioritaire',
        pourquoi: '« Bus santé ». Dites lequel, ou pourquoi aucun.',
        href: '/actions/f?modifier=quartiers#quartiers'
      }
    ])
    expect(tachesDuJour({ ...calme, fiches: [due, { ...due, id: 'g' }] }, JOUR)).toMatchObject([
      { titre: '2 actions de l’ASV ne nomment aucun quartier prioritaire', href: '/actions?programme=asv' }
    ])
    expect(cles({ fiches: [{ ...due, statut: 'realise' }] })).toEqual([])
  })

  test('R-011 · un contrat qui se prépare dit qu’il attend le projet régional, jusqu’à sa parution', () => {
    const prepare = { contrat: { ...contrat, etape: 'elaboration' as const } }
    expect(tachesDuJour({ ...calme, ...prepare, prs: { sigle: 'PRS4', parueLe: null } }, JOUR)[0]).toMatchObject({
      cle: 'prs',
      titre: '« CLS » attend le PRS4',
      href: '/contrats/c/prs'
    })
    expect(cles({ ...prepare, prs: { sigle: 'PRS4', parueLe: '2026-10' } })).toEqual(['signature'])
    expect(cles({ prs: { sigle: 'PRS4', parueLe: null } })).toEqual([])
  })

  test('R-013 · les actions d’un contrat qui finit demandent ce qu’elles deviennent, jusqu’à la dernière', () => {
    const suite = { id: 'ancien', intitule: 'CLS 2020-2022', aDecider: 3 }
    expect(tachesDuJour({ ...calme, suite }, JOUR)).toMatchObject([
      { titre: '3 actions attendent qu’on dise ce qu’elles deviennent', href: '/contrats/ancien/suite' }
    ])
    expect(cles({ suite: { ...suite, aDecider: 0 } })).toEqual([])
  })
})
