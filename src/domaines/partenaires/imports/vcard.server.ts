import type { Cellule, Classeur, Remarque } from '#platform/classeur.ts'
import { lireVcards, type Carte } from '#platform/vcard.server.ts'
import { direCarteRefusee, direLaisses } from '../libelles/vcard.ts'

const FEUILLE = 'Cartes de visite'
/** Named as the import knows them: cards go the way of any list. */
const COLONNES = [
  'Structure',
  'Prénom et nom',
  'Fonction',
  'Courriel',
  'Téléphone',
  'Portable',
  'Courriel de la structure',
  'Téléphone de la structure'
]

/** One row for each function of a card, or one for a card without any. */
function rangees({ nom, fonctions, courriels, telephones }: Carte): Cellule[][] {
  const [courriel = null, fixe = null, portable = null] = [courriels[0], telephones[0], telephones[1]]
  const postes = fonctions.length === 0 ? [{ organisation: null, titre: null }] : fonctions
  return nom === null
    ? postes.slice(0, 1).map(({ organisation }) => [organisation, null, null, null, null, null, courriel, fixe])
    : postes.map(({ organisation, titre }) => [organisation, nom, titre, courriel, fixe, portable, null, null])
}

/** A file of cards as the sheet that the import of contacts reads, or the sentence of its refusal. */
export function ouvrirVcards(octets: Uint8Array): Classeur | string {
  const lues = lireVcards(octets)
  if (!lues.ok) return direCarteRefusee(lues.raison, lues.rang)
  const lignes = [COLONNES, ...lues.cartes.flatMap(rangees)]
  return { feuilles: [{ nom: FEUILLE, lignes, fusions: [], masquee: false }], base1904: false, signes: [] }
}

/** What the cards say that is not taken up: photos, addresses, second addresses of mail. */
export function remarquesDeVcards(octets: Uint8Array): Remarque[] {
  const lues = lireVcards(octets)
  if (!lues.ok) return []
  const enTrop = (de: (carte: Carte) => number) => lues.cartes.reduce((somme, carte) => somme + Math.max(0, de(carte)), 0)
  const laisses = new Map([
    ...lues.laisses,
    ['EMAIL', enTrop(({ courriels }) => courriels.length - 1)],
    ['TEL', enTrop(({ nom, telephones }) => telephones.length - (nom === null ? 1 : 2))]
  ])
  return direLaisses(laisses).map((motif) => ({ feuille: FEUILLE, ligne: 0, colonne: '', motif }))
}
