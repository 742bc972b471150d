import { describe, expect, test } from 'vitest'
import { estPasse, jugerEtat, proposerRencontres, type Profil } from './rencontres.ts'

const echange = (id: string, reste: Partial<Profil>): Profil => ({
  id,
  nature: 'besoin',
  structureId: `structure de ${id}`,
  titre: id,
  texte: null,
  thematiques: [],
  facettes: [],
  quartier: null,
  ...reste
})
const paires = (profils: Profil[], dites: { unId: string; autreId: string }[] = []) =>
  proposerRencontres(profils, dites).map(({ un, autre }) => `${un} + ${autre}`)

describe('R-098 · les rapprochements proposés', () => {
  test('une offre répond à un besoin ou à une demande d’appui, une idée à une idée, rien d’autre', () => {
    const theme = { thematiques: ['nutrition' as const] }
    const tous = [
      echange('offre', { ...theme, nature: 'offre' }),
      echange('besoin', theme),
      echange('appui', { ...theme, nature: 'appui' }),
      echange('idée', { ...theme, nature: 'idee' }),
      echange('suggestion', { ...theme, nature: 'idee' })
    ]
    expect(paires(tous)).toEqual(['offre + besoin', 'offre + appui', 'idée + suggestion'])
  })

  test('deux échanges d’une même structure ne sont pas proposés', () => {
    const meme = { structureId: 'CCAS', thematiques: ['nutrition' as const] }
    expect(paires([echange('offre', { ...meme, nature: 'offre' }), echange('besoin', meme)])).toEqual([])
  })

  test('les plus proches viennent d’abord, avec ce qu’ils ont en commun', () => {
    const besoin = echange('Une salle pour nos ateliers cuisine', {
      thematiques: ['nutrition'],
      facettes: ['familles', 'tous'],
      quartier: 'Sébille'
    })
    const proche = echange('Cuisine équipée, libre le mardi', {
      nature: 'offre',
      thematiques: ['nutrition'],
      facettes: ['familles', 'tous'],
      quartier: 'Sébille'
    })
    const loin = echange('Un intervenant', { nature: 'offre', thematiques: ['nutrition'] })
    const proposees = proposerRencontres([loin, besoin, proche], [])
    expect(proposees.map(({ un, autre }) => [un, autre])).toEqual([
      [besoin.id, proche.id],
      [loin.id, besoin.id]
    ])
    expect(proposees[0]!.raisons).toEqual([
      { sorte: 'theme', dits: ['nutrition'] },
      { sorte: 'public', dits: ['familles'] },
      { sorte: 'quartier', dit: 'Sébille' },
      { sorte: 'mots', dits: ['cuisine'] }
    ])
  })

  test('un quartier ou un mot, seul, ne suffit pas ; deux mots suffisent', () => {
    const besoin = echange('Une salle de réunion', { quartier: 'Sébille' })
    expect(paires([besoin, echange('Un vélo', { nature: 'offre', quartier: 'Sébille' })])).toEqual([])
    expect(paires([besoin, echange('Une salle', { nature: 'offre' })])).toEqual([])
    expect(paires([besoin, echange('Prêt', { nature: 'offre', texte: 'Notre salle des réunions.' })])).toHaveLength(1)
  })

  test('deux échanges qui disent chacun leur thème, sans un seul en commun, ne sont pas proposés', () => {
    const besoin = echange('b', { thematiques: ['nutrition'], facettes: ['familles'] })
    expect(paires([besoin, echange('o', { nature: 'offre', thematiques: ['ecrans'], facettes: ['familles'] })])).toEqual([])
    expect(paires([besoin, echange('o', { nature: 'offre', facettes: ['familles'] })])).toEqual(['b + o'])
  })

  test('ce qui a été mis en relation, ou écarté, n’est plus proposé, dans un sens ou dans l’autre', () => {
    const deux = [echange('a', { thematiques: ['ecrans'] }), echange('b', { nature: 'offre', thematiques: ['ecrans'] })]
    expect(paires(deux)).toEqual(['a + b'])
    expect(paires(deux, [{ unId: 'b', autreId: 'a' }])).toEqual([])
  })
})

describe('R-097 · l’état d’un échange', () => {
  test('ce qui aboutit ou s’abandonne dit en une phrase ce que cela a donné', () => {
    expect(jugerEtat('aboutie', null, null, '2026-11-22')).toBe('issue_manque')
    expect(jugerEtat('abandonnee', '', null, '2026-11-22')).toBe('issue_manque')
    expect(jugerEtat('aboutie', 'Trois ateliers tenus.', null, '2026-11-22')).toBeNull()
    expect(jugerEtat('en_cours', null, '2026', '2026-11-22')).toBeNull()
  })

  test('un état ne se note pas avant son jour', () => {
    expect(jugerEtat('en_cours', null, '2026-11-23', '2026-11-22')).toBe('etat_a_venir')
    expect(jugerEtat('en_cours', null, '2026-12', '2026-11-22')).toBe('etat_a_venir')
    expect(jugerEtat('en_cours', null, '2026-11', '2026-11-22')).toBeNull()
  })

  test('ce qui attend encore après sa date est à reprendre ; ce qui a abouti ne l’est pas', () => {
    expect(estPasse({ etat: 'ouverte', jusque: '2026-10' }, '2026-11-01')).toBe(true)
    expect(estPasse({ etat: 'ouverte', jusque: '2026-11' }, '2026-11-30')).toBe(false)
    expect(estPasse({ etat: 'aboutie', jusque: '2020' }, '2026-11-30')).toBe(false)
    expect(estPasse({ etat: 'ouverte', jusque: null }, '2026-11-30')).toBe(false)
  })
})
