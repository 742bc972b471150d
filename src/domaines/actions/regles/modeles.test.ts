import { describe, expect, test } from 'vitest'
import { ficheDEssai } from '../exports/dossier-d-essai.ts'
import { MODELES } from '../schema/modeles.ts'
import { nouvelleFicheSchema, objectifsSchema } from '../schema/saisies.ts'
import { chercherModeles, contenuDeLaFiche, contenuDuModele, direContenu } from './modeles.ts'

describe('R-079 · les modèles fournis', () => {
  test('sont dix au moins, chacun sous son nom, et chacun ferait une fiche', () => {
    expect(MODELES.length).toBeGreaterThanOrEqual(10)
    expect(new Set(MODELES.map(({ cle }) => cle)).size).toBe(MODELES.length)
    for (const modele of MODELES) {
      const { objectifs, etapes, indicateurs, intervenants, ...champs } = contenuDuModele(modele)
      expect(nouvelleFicheSchema.safeParse(champs).error, modele.cle).toBeUndefined()
      expect(objectifsSchema.safeParse(objectifs).success, modele.cle).toBe(true)
      expect(
        [etapes.length, indicateurs.length].every((nombre) => nombre >= 2),
        modele.cle
      ).toBe(true)
      // each territory has its own partners
      expect(intervenants).toEqual([])
    }
  })

  test('se cherchent par leurs mots et leurs thèmes, sans accents', () => {
    expect(chercherModeles('sommeil ecran').map(({ cle }) => cle)).toEqual(['sommeil'])
    expect(chercherModeles('bucco-dentaire').map(({ cle }) => cle)).toEqual(['dents'])
    expect(chercherModeles('')).toHaveLength(MODELES.length)
    expect(chercherModeles('volcan')).toEqual([])
  })
})

describe('R-079 · une action du territoire sert de modèle', () => {
  const { intervenants: _, ...fiche } = ficheDEssai()
  const intervenants = [
    { role: 'pilote' as const, structure: 'CPAM', personne: 'Camille Perrin' },
    { role: 'elu_referent' as const, structure: 'Mairie', personne: 'Alix Vidal' },
    { role: 'personne_pilote' as const, structure: 'Ville', personne: 'Sam Exemple' }
  ]
  const contenu = contenuDeLaFiche({ ...fiche, intervenants })

  test('apporte ses textes, ses mots, ses objectifs, ses étapes sans date, ses indicateurs sans valeur, ses structures', () => {
    expect(contenu.contexte).toBe(fiche.contexte)
    expect(contenu.thematiques).toEqual(fiche.thematiques)
    expect(contenu.etapes).toEqual(fiche.etapes.map(({ intitule }) => intitule))
    expect(contenu.indicateurs[0]).toEqual({ intitule: fiche.indicateurs[0]!.intitule, unite: fiche.indicateurs[0]!.unite })
    expect(contenu.intervenants).toEqual([{ role: 'pilote', structure: 'CPAM' }])
    expect(direContenu(contenu)).toMatch(/^les textes, \d objectifs, \d étapes?, \d indicateurs? et 1 structure$/)
  })

  test('n’apporte ni ses dates, ni son argent, ni ses nouvelles, ni ses réponses, ni ses personnes, ni son statut', () => {
    const dit = JSON.stringify(contenu)
    for (const tu of ['Camille', 'Alix', 'Sam', fiche.notes!, fiche.debut!, fiche.nouvelles[0]?.texte ?? 'Camille'])
      expect(dit).not.toContain(tu)
    const tus = [
      'debut',
      'fin',
      'statut',
      'numero',
      'budgetPrevisionnel',
      'financements',
      'nouvelles',
      'reponses',
      'notes',
      'quartiers'
    ]
    for (const champ of tus) expect(contenu).not.toHaveProperty(champ)
  })
})
