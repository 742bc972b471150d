import { describe, expect, test } from 'vitest'
import { composerFrise, type MatiereDeFrise } from './frise.ts'

const contrat = (id: string, debut: string, fin: string, reste: Partial<MatiereDeFrise['contrats'][number]> = {}) => ({
  id,
  intitule: `CLS ${debut}-${fin}`,
  etat: 'echu' as const,
  debut,
  fin,
  finProrogee: null,
  ...reste
})
const cergy: MatiereDeFrise = {
  jour: '2026-11-22',
  asvDepuis: '2007',
  contrats: [contrat('a', '2011', '2016'), contrat('b', '2020', '2022'), contrat('c', '2023', '2028', { etat: 'en_vigueur' })],
  prs: [
    { sigle: 'PRS2', debut: '2018', fin: '2022', paruLe: '2018-12' },
    { sigle: 'PRS3', debut: '2023', fin: '2028', paruLe: '2023' }
  ],
  reperes: [{ id: 'r', nature: 'mandat', intitule: 'Conseil citoyen', debut: '2020-07', fin: '2026-06' }],
  programmes: [],
  projets: [],
  actes: [],
  faits: []
}
const couloir = (cle: string, matiere = cergy) => composerFrise(matiere)!.couloirs.find((un) => un.cle === cle)!.segments

describe('la frise d’un territoire', () => {
  test('un territoire sans aucune date n’en a pas', () => {
    expect(composerFrise({ ...cergy, asvDepuis: null, contrats: [], prs: [], reperes: [] })).toBeNull()
  })

  test('R-011 · elle va de l’ASV à la fin du dernier contrat, et le titre dit ce qu’il faut savoir', () => {
    const frise = composerFrise(cergy)!
    expect([frise.de, frise.a]).toEqual([2007, 2028])
    expect(frise.titre).toBe('Trois contrats, et 2017-2019 sans contrat signé')
    expect(frise.couloirs.map(({ titre }) => titre)).toEqual([
      'Atelier santé ville',
      'Contrat local de santé',
      'Projet régional de santé',
      'Instances d’habitants'
    ])
  })

  test('R-011 · un vide entre deux contrats se voit, et le projet régional en retard l’explique', () => {
    expect(couloir('contrats').map(({ libelle }) => libelle)).toEqual([
      'CLS 2011-2016',
      'rien de signé',
      'CLS 2020-2022',
      'CLS 2023-2028'
    ])
    expect(composerFrise(cergy)!.explications).toEqual([
      'En 2017-2019, aucun contrat n’était signé (3 ans)\u00a0: le PRS2 n’a paru qu’en décembre 2018.'
    ])
  })

  test('R-132 · un mandat qui ne coïncide pas avec les contrats est nommé en une phrase, prorogation comprise', () => {
    expect(composerFrise(cergy)!.mandats).toEqual([
      expect.stringMatching(/commence en juillet 2020, 6 mois après «\sCLS 2020-2022\s»/),
      expect.stringMatching(/finit en juin 2026, au milieu de «\sCLS 2023-2028\s»/)
    ])
    const contrats = [contrat('b', '2020-07', '2025', { finProrogee: '2026-06' })]
    expect(composerFrise({ ...cergy, contrats })!.mandats).toEqual([])
  })

  test('R-024 · le journal du contrat explique aussi le vide ; sans rien, on dit que les actions continuaient', () => {
    const avec = { ...cergy, prs: [], faits: [{ date: '2019', texte: 'les actions ont été maintenues.' }] }
    expect(composerFrise(avec)!.explications[0]).toContain('\u00a0: les actions ont été maintenues.')
    expect(composerFrise({ ...cergy, prs: [] })!.explications[0]).toContain('Les actions continuaient au portefeuille.')
  })

  test('R-012 · une prorogation se dessine après le contrat et comble le vide', () => {
    const contrats = [contrat('a', '2011', '2016', { finProrogee: '2019' }), ...cergy.contrats.slice(1)]
    const segments = couloir('contrats', { ...cergy, contrats })
    expect(segments.map(({ ton, debut, fin }) => [ton, debut, fin]).slice(0, 2)).toEqual([
      ['fil', '2011-01-01', '2016-12-31'],
      ['prolonge', '2017-01-01', '2019-12-31']
    ])
    expect(composerFrise({ ...cergy, contrats })!.titre).toBe('Trois contrats')
  })

  test('R-012 · un arrêté pris pendant un vide fait partie du récit', () => {
    const actes = [{ reference: 'arrêté de l’ARS', date: '2019', objet: 'Prolonge le financement des actions.' }]
    expect(composerFrise({ ...cergy, actes })!.explications[0]).toBe(
      'En 2017-2019, aucun contrat n’était signé (3 ans)\u00a0: le PRS2 n’a paru qu’en décembre 2018\u202f; arrêté de l’ARS (2019) prolonge le financement des actions.'
    )
  })

  test('R-012 · deux arrêtés de suite font deux blocs, chacun avec sa référence', () => {
    const contrats = [contrat('a', '2011', '2016', { finProrogee: '2019' }), ...cergy.contrats.slice(1)]
    const un = (id: string, date: string, nouvelleFin: string) => ({
      id,
      contratId: 'a',
      reference: id,
      date,
      objet: null,
      nouvelleFin
    })
    const actes = [un('arrêté n° 2', '2018', '2019'), un('arrêté n° 1', '2016-12', '2018')]
    expect(couloir('contrats', { ...cergy, contrats, actes }).slice(1, 3)).toMatchObject([
      { debut: '2017-01-01', fin: '2018-12-31', dates: 'prorogé jusqu’en 2018 (arrêté n° 1)' },
      { debut: '2019-01-01', fin: '2019-12-31', dates: 'prorogé jusqu’en 2019 (arrêté n° 2)' }
    ])
  })

  test('R-012 · un contrat qui se prépare et chevaucherait un contrat prorogé le dit aussi', () => {
    const contrats = [
      contrat('a', '2023', '2028', { etat: 'en_vigueur', finProrogee: '2031' }),
      contrat('b', '2027', '2032', { etat: 'elaboration' })
    ]
    expect(composerFrise({ ...cergy, contrats })!.explications[0]).toMatch(
      /^« CLS 2027-2032 » commencerait avant la fin de « CLS 2023-2028 », prorogé jusqu’en 2031\u00a0: les deux se recouvriraient jusqu’au 31 décembre 2031\./
    )
  })

  test('la légende ne dit que ce qui est dessiné ; un nom raccourci garde son nom entier', () => {
    const contrats = [contrat('a', '2011', '2016', { intitule: 'Contrat local de santé de la Ville' })]
    const frise = composerFrise({ ...cergy, contrats })!
    expect(frise.legende.map(({ ton }) => ton)).toEqual(['fil', 'trame', 'neutre'])
    expect(couloir('contrats', { ...cergy, contrats })[0]).toMatchObject({
      libelle: 'CLS de la Ville',
      nom: 'Contrat local de santé de la Ville'
    })
  })

  test('deux contrats qui se recouvrent le disent', () => {
    const contrats = [contrat('a', '2011', '2016'), contrat('b', '2016-09', '2019')]
    expect(composerFrise({ ...cergy, contrats })!.explications).toEqual([
      '« CLS 2016-09-2019 » commence avant la fin de « CLS 2011-2016 »\u00a0: les deux se recouvrent jusqu’au 31 décembre 2016.'
    ])
  })

  test('un contrat abandonné ou sans période n’est pas dessiné ; un contrat en préparation l’est autrement', () => {
    const contrats = [contrat('a', '2011', '2016', { etat: 'abandonne' }), contrat('b', '2027', '2030', { etat: 'elaboration' })]
    expect(couloir('contrats', { ...cergy, contrats }).map(({ ton }) => ton)).toEqual(['prepare'])
  })

  test('R-143 · un projet long traverse les contrats sur son propre couloir', () => {
    const reperes = [{ id: 'p', nature: 'projet' as const, intitule: 'Espace Santé', debut: '2014', fin: '2023-05' }]
    expect(couloir('projet', { ...cergy, reperes })[0]).toMatchObject({ debut: '2014-01-01', fin: '2023-05-31' })
  })

  test('R-143 · une action que plusieurs contrats ont portée se voit d’un bout à l’autre, avec ses étapes ; les autres programmes aussi', () => {
    const projet = {
      id: 'f',
      titre: 'Espace santé',
      debut: '2014',
      fin: '2023-05',
      etapes: [{ intitule: 'Ouverture', echeance: '2023-05' }]
    }
    const matiere = {
      ...cergy,
      projets: [projet],
      programmes: [
        { id: 'v', intitule: 'Contrat de ville', debut: '2015', fin: '2023' },
        { id: 'w', intitule: 'Sans date', debut: null, fin: null }
      ]
    }
    expect(couloir('actions', matiere)).toMatchObject([
      { libelle: 'Espace santé', debut: '2014-01-01', fin: '2023-05-31', href: 'actions/f' }
    ])
    expect(couloir('jalons', matiere)).toMatchObject([{ libelle: 'Ouverture', dates: 'mai 2023' }])
    expect(couloir('programmes', matiere).map(({ libelle }) => libelle)).toEqual(['Contrat de ville'])
  })
})
