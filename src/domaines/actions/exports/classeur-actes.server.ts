import { TAXE } from '#platform/argent.ts'
import type { Cellule, CelluleAEcrire, FeuilleAEcrire } from '#platform/classeur.ts'
import { NATURE_ACTE } from '#domaines/contrats/libelles.ts'
import type { Dossier } from '../schema/dossier.ts'
import { FEUILLE_ACTES } from '../schema/plan.ts'
import { dateEcrite } from './classeur-annexes.server.ts'

const COLONNES = [
  ['Acte', 26],
  ['Référence', 40],
  ['Date', 13],
  ['Objet', 60],
  ['Nouvelle fin du contrat', 22],
  ['Financeur', 32],
  ['Année', 9],
  ['Montant (€)', 14],
  ['Taxes', 9],
  ['Précision', 32]
] as const
const CONVENTION = 'Convention avec un partenaire'

/**
 * The acts of a contract's life and its conventions, a row for each amount that they bring, one for those that bring none; to be read: an
 * import takes nothing from it. None where there is none.
 */
export function feuilleDesActes({ actes, conventions }: Dossier): FeuilleAEcrire[] {
  const lignes: Cellule[][] = [
    ...actes.flatMap(({ nature, reference, date, objet, nouvelleFin, montants }) => {
      const acte = [NATURE_ACTE[nature], reference, dateEcrite(date), objet, dateEcrite(nouvelleFin)]
      const rangs = montants.map((m) => [m.financeur, m.annee, m.montant / 100, TAXE[m.taxe], m.precision])
      return (rangs.length > 0 ? rangs : [RIEN]).map((rang) => [...acte, ...rang])
    }),
    ...conventions.map(({ structure, objet, date }) => [
      ...[CONVENTION, structure, date && dateEcrite(date), objet, null],
      ...RIEN
    ])
  ]
  const entete = COLONNES.map(([valeur]): CelluleAEcrire => ({ valeur, style: 'entete' }))
  return lignes.length === 0
    ? []
    : [
        {
          nom: FEUILLE_ACTES,
          lignes: [entete, ...lignes],
          colonnes: COLONNES.map(([nom, largeur]) => ({ largeur, format: FORMATS[nom] })),
          lignesFigees: 1
        }
      ]
}

const RIEN: Cellule[] = [null, null, null, null, null]
const FORMATS: Record<string, 'date' | 'montant' | undefined> = {
  Date: 'date',
  'Nouvelle fin du contrat': 'date',
  'Montant (€)': 'montant'
}
