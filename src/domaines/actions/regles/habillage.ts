import type { RaisonFichier } from '#platform/fichiers.ts'
import { normaliser } from '#platform/texte.ts'
import type { Reconnu } from '#platform/fichiers/reconnaitre.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'
import { CHAPITRES, LOGO, type Chapitre, type Habillage, type RefusChapitres, type RefusLogo } from '../schema/habillage.ts'

/**
 * Why a chapter cannot be left out: the axes and their actions are the contract; its signatories are those between whom it is concluded
 * (article L. 1434-10 of the public health code), so they stand in it once it is signed. Null: the territory chooses.
 */
export const obligation = (chapitre: Chapitre): 'toujours' | 'une_fois_signe' | null =>
  chapitre === 'axes' ? 'toujours' : chapitre === 'signataires' ? 'une_fois_signe' : null

const SANS_SIGNATURE: readonly EtatContrat[] = ['prefiguration', 'elaboration', 'en_relecture', 'abandonne']

/** Every chapter once: those that are said, in their order, then those that are not (a chapter that came to the product since). */
export const ordreComplet = (dits: readonly Chapitre[]): Chapitre[] => [...new Set([...dits, ...CHAPITRES])]

/** The chapters that a contract in this state prints, in the territory's order; each is still left out when it has no content. */
export function chapitresImprimes(
  { chapitres, ecartes }: Pick<Habillage, 'chapitres' | 'ecartes'>,
  etat: EtatContrat
): Chapitre[] {
  const tenu = (chapitre: Chapitre) => {
    const cas = obligation(chapitre)
    return cas === 'toujours' || (cas === 'une_fois_signe' && !SANS_SIGNATURE.includes(etat))
  }
  return ordreComplet(chapitres).filter((chapitre) => tenu(chapitre) || !ecartes.includes(chapitre))
}

/** Why this order of chapters is refused; null when it is not. */
export function fauteDesChapitres(ordre: readonly Chapitre[], ecartes: readonly Chapitre[]): RefusChapitres | null {
  if (ordre.length !== CHAPITRES.length || new Set(ordre).size !== ordre.length) return 'ordre_incomplet'
  return ecartes.some((chapitre) => obligation(chapitre) === 'toujours') ? 'chapitre_obligatoire' : null
}

/** True while the chapters are those of the product, in its order. */
export const estDOrigine = ({ chapitres, ecartes }: Pick<Habillage, 'chapitres' | 'ecartes'>): boolean =>
  ecartes.length === 0 && ordreComplet(chapitres).every((chapitre, rang) => chapitre === CHAPITRES[rang])

export type LogoReconnu = { genre: 'png' | 'jpeg'; largeur: number; hauteur: number }

/** What a file of this many bytes is as a logo, from what its content says; or why it cannot be one. */
export function jugerLogo(lu: Reconnu | RaisonFichier, poids: number): LogoReconnu | RefusLogo {
  if (lu === 'fichier_vide' || lu === 'fichier_abime') return lu
  if (lu === 'fichier_page') return 'logo_dessin'
  if (lu === 'fichier_trop_lourd') return 'logo_lourd'
  if (typeof lu === 'string' || !lu.taille || (lu.genre !== 'png' && lu.genre !== 'jpeg')) return 'logo_format'
  if (poids > LOGO.poids) return 'logo_lourd'
  const [court, long] = [lu.taille.largeur, lu.taille.hauteur].toSorted((a, b) => a - b) as [number, number]
  if (long > LOGO.grand) return 'logo_grand'
  if (long < LOGO.petit) return 'logo_petit'
  if (long > court * LOGO.allonge) return 'logo_allonge'
  return { genre: lu.genre, ...lu.taille }
}

/** The texts of a cover: the territory always stands on it, and nothing is said twice. */
export function textesDeCouverture(
  { surtitre, ligne }: Pick<Habillage, 'surtitre' | 'ligne'>,
  { territoire, mention }: { territoire: string; mention: string | null }
): { surtitre: string; ligne: string | null } {
  const nomme = surtitre !== null && normaliser(surtitre).includes(normaliser(territoire))
  return {
    surtitre: nomme ? surtitre : [surtitre, territoire].filter(Boolean).join('\n'),
    ligne: ligne !== null && mention !== null && normaliser(ligne) === normaliser(mention) ? null : ligne
  }
}

/** Why a chapter stays, beside its name. */
export const direObligation = (chapitre: Chapitre): string | null => {
  const cas = obligation(chapitre)
  return cas === 'toujours' ? 'toujours là' : cas === 'une_fois_signe' ? 'toujours là une fois le contrat signé' : null
}

/** What the page of the documents says first. */
export function direHabillage(habillage: Habillage, logo: boolean): string {
  if (!logo) return 'Vos documents n’ont pas encore de logo'
  return estDOrigine(habillage) ? 'Vos documents portent votre logo' : 'Vos documents portent votre logo, dans votre ordre'
}
