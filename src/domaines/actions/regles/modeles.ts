import { compter, enumerer, normaliser } from '#platform/texte.ts'
import { THEMATIQUE } from '../libelles.ts'
import type { FicheDossier } from '../schema/dossier.ts'
import type { ContenuModele } from '../schema/contenu-modele.ts'
import { MODELES, type Modele } from '../schema/modeles.ts'
import { aplatirObjectifs } from './objectifs.ts'

/** The shipped examples that say all these words, in their order; all of them without words. */
export function chercherModeles(recherche: string): readonly Modele[] {
  const mots = normaliser(recherche).split(' ').filter(Boolean)
  const texte = ({ titre, contexte, description, thematiques }: Modele) =>
    normaliser([titre, contexte, description, ...thematiques.map((theme) => THEMATIQUE[theme])].join(' '))
  return MODELES.filter((modele) => mots.every((mot) => texte(modele).includes(mot)))
}

/** What a shipped example brings. */
export function contenuDuModele(modele: Modele): ContenuModele {
  const { cle: _, avec: __, objectifs, indicateurs, ...reste } = modele
  return {
    moyens: null,
    gouvernance: null,
    participation: null,
    vigilance: null,
    facettes: [],
    publics: [],
    ages: [],
    intervenants: [],
    ...reste,
    objectifs: objectifs.map((texte, rang) => ({ niveau: rang === 0 ? 'general' : 'operationnel', texte, resultat: null })),
    indicateurs: indicateurs.map(([intitule, unite]) => ({ intitule, unite }))
  }
}

type FicheModele = Pick<
  FicheDossier,
  Exclude<keyof ContenuModele, 'objectifs' | 'etapes' | 'indicateurs' | 'intervenants'> | 'objectifs' | 'etapes' | 'indicateurs'
> & { intervenants: readonly { role: FicheDossier['intervenants'][number]['role']; structure: string | null }[] }

/**
 * What an action of the territory brings to another: its texts, words, objectives, steps without dates, indicators without values, and the
 * structures that took part. Nor its dates, its money, its news, its answers, its people.
 */
export function contenuDeLaFiche(fiche: FicheModele): ContenuModele {
  const { titre, contexte, description, moyens, vigilance, gouvernance, participation } = fiche
  const { thematiques, types, facettes, publics, ages, milieux, ottawa } = fiche
  return {
    ...{ titre, contexte, description, moyens, vigilance, gouvernance, participation },
    ...{ thematiques, types, facettes, publics, ages, milieux, ottawa },
    objectifs: aplatirObjectifs(fiche.objectifs),
    etapes: fiche.etapes.map(({ intitule }) => intitule),
    indicateurs: fiche.indicateurs.map(({ intitule, unite }) => ({ intitule, unite })),
    intervenants: fiche.intervenants.flatMap(({ role, structure }) =>
      structure === null || role === 'personne_pilote' || role === 'elu_referent' ? [] : [{ role, structure }]
    )
  }
}

/** « les textes, 3 objectifs, 5 étapes et 2 indicateurs »: what will be taken from a model. */
export function direContenu({ contexte, description, objectifs, etapes, indicateurs, intervenants }: ContenuModele): string {
  const dits = [
    contexte || description ? 'les textes' : '',
    objectifs.length > 0 ? compter(objectifs.length, 'objectif') : '',
    etapes.length > 0 ? compter(etapes.length, 'étape') : '',
    indicateurs.length > 0 ? compter(indicateurs.length, 'indicateur') : '',
    intervenants.length > 0 ? compter(intervenants.length, 'structure') : ''
  ].filter(Boolean)
  return enumerer(dits.length > 0 ? dits : ['les mots de son classement'])
}
