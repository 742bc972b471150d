import type { Cellule, Classeur, Feuille } from '#platform/classeur.ts'
import { lirePlan } from '#domaines/actions/regles/plan/lire.ts'

/** The columns of the national template for a plan of action. */
export const COLONNES_33 = [
  'Axe (x)',
  'Sous-axe (x.x)',
  'Sous-sous axe (x.x.x)',
  'Titre de la fiche action',
  'Titre de la sous-action',
  'Descriptif',
  'Instances de gouvernance',
  'Objectifs',
  'Indicateurs liés',
  'Structure pilote',
  'Moyens humains et techniques',
  'Partenaires ',
  'Direction ou service pilote',
  'Personne pilote',
  'Élu·e référent·e ',
  'Participation Citoyenne',
  'Financements',
  'Financeur 1',
  'Montant € HT',
  'Financeur 2',
  'Montant € HT',
  'Financeur 3',
  'Montant € HT',
  'Budget prévisionnel total € HT',
  'Statut ',
  'Niveau de priorité',
  'Date de début',
  'Date de fin',
  'Action en amélioration continue',
  'Mesures liées',
  'Actions liées',
  'Notes',
  'Documents et liens'
]

/** A row by the names of its columns; a name that comes again is followed by its rank (« Montant € HT 2 »). */
export type Rang = Record<string, Cellule>

export const rangee = (colonnes: readonly string[], valeurs: Rang): Cellule[] => {
  const prises = new Map<string, number>()
  return colonnes.map((nom) => {
    const net = nom.trim()
    const rang = (prises.get(net) ?? 0) + 1
    prises.set(net, rang)
    return valeurs[rang > 1 ? `${net} ${rang}` : net] ?? null
  })
}

export const feuille = (lignes: Cellule[][], plus: Partial<Feuille> = {}): Feuille => ({
  nom: 'Fichier dimport',
  lignes,
  fusions: [],
  masquee: false,
  ...plus
})
export const classeur = (...feuilles: Feuille[]): Classeur => ({ feuilles, base1904: false, signes: [] })
/** Such a plan, read: its banner, its columns, these rows. */
export const plan33 = (valeurs: Rang[], banniere: Cellule = 'CLS 2026-2030', colonnes = COLONNES_33) =>
  lirePlan(classeur(feuille([[banniere], colonnes, ...valeurs.map((un) => rangee(colonnes, un))])))

export const AXE = 'Axe (x)'
export const TITRE = 'Titre de la fiche action'
export const SOUS = 'Titre de la sous-action'
export const action = (titre: string, plus: Rang = {}): Rang => ({ [AXE]: '1. Santé', [TITRE]: titre, ...plus })
