import { compter } from '#platform/texte.ts'
import { FICHES_PAR_DOCUMENT, FICHES_SORTIES, type Colonne, type Groupement } from '../schema/portefeuille.ts'
import type { PAGES_DES_VUES } from '../schema/vues.ts'

/** What is taken out of the portfolio as documents: the fiches that it shows, all pages of it, up to the limit. */
export const direSortie = (total: number): string =>
  total > FICHES_PAR_DOCUMENT
    ? `Sortir les ${total > FICHES_SORTIES ? `${enFrancais(FICHES_SORTIES)} premières fiches sur ${enFrancais(total)}` : `${enFrancais(total)} fiches`}, en ${Math.ceil(Math.min(total, FICHES_SORTIES) / FICHES_PAR_DOCUMENT)} documents dans un fichier .zip qui se remplit en une ou deux minutes\u00a0:`
    : total > 1
      ? `Sortir ces ${total} fiches`
      : 'Sortir cette fiche'

const enFrancais = (nombre: number) => nombre.toLocaleString('fr-FR')

/** « 11 actions sur 20 »: what is listed when filters leave some out. */
export const direChoisies = (choisies: number, toutes: number): string =>
  choisies === 0
    ? `Aucune action sur ${toutes.toLocaleString('fr-FR')}`
    : `${compter(choisies, 'action')} sur ${toutes.toLocaleString('fr-FR')}`

export const GROUPEMENT: Record<Groupement, string> = { axe: 'Axe', statut: 'Statut', pilote: 'Pilote', aucun: 'Sans groupe' }

/** The ways of looking at the actions, by what follows their address, as they are called when one of them is kept. */
export const PAGE_DE_VUE: Record<(typeof PAGES_DES_VUES)[number], string> = {
  '': 'le tableau',
  '/statuts': 'les statuts',
  '/calendrier': 'le calendrier',
  '/pilotes': 'les pilotes',
  '/quartiers': 'les quartiers',
  '/publics': 'les publics',
  '/matrice': 'la matrice',
  '/budget': 'le budget'
}

/** Columns of the portfolio. */
export const COLONNE: Record<Colonne, string> = {
  numero: 'N°',
  pilotes: 'Pilote',
  statut: 'Statut',
  priorite: 'Priorité',
  debut: 'Début',
  fin: 'Échéance',
  quartiers: 'Quartiers',
  publics: 'Publics',
  themes: 'Thèmes',
  types: 'Types',
  referents: 'Élu·e et direction',
  budget: 'Budget',
  modifie: 'Modifiée'
}
