import type { RaisonFichier } from '#platform/fichiers.ts'
import { normaliser } from '#platform/texte.ts'
import type { Reconnu } from '#platform/fichiers/reconnaitre.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'
import {
  CHAPITRES,
  CHAPITRES_SUR_DEMANDE,
  LOGO,
  type Chapitre,
  type Habillage,
  type RefusChapitres,
  type RefusLogo
} from '../schema/habillage.ts'

/**
 * Why a chapter cannot be left out: the axes and their actions are the contract; its signatories are those between whom it is concluded
 * (article L. 1434-10 of the public health code), so they stand in it once it is signed. Null: the territory chooses.
 */
export const obligation = (chapitre: Chapitre): 'toujours' | 'une_fois_signe' | null =>
  chapitre === 'axes' ? 'toujours' : chapitre === 'signataires' ? 'une_fois_signe' : null

const SANS_SIGNATURE: readonly EtatContrat[] = ['prefiguration', 'elaboration', 'en_relecture', 'abandonne']

/** Every chapter once: those that are said, in their order; one that is not (it came to the product since) after the one that it follows there. */
export function ordreComplet(dits: readonly Chapitre[]): Chapitre[] {
  const ordre = [...new Set(dits)]
  for (const [rang, chapitre] of CHAPITRES.entries())
    if (!ordre.includes(chapitre)) ordre.splice(rang === 0 ? 0 : ordre.indexOf(CHAPITRES[rang - 1]!) + 1, 0, chapitre)
  return ordre
}

/** The chapters left out: those that the territory leaves out, and those on demand that it never had to order. */
export const ecartesDe = (dits: readonly Chapitre[], ecartes: readonly Chapitre[]): Chapitre[] => [
  ...ecartes,
  ...CHAPITRES_SUR_DEMANDE.filter((chapitre) => !dits.includes(chapitre) && !ecartes.includes(chapitre))
]

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

const memes = (a: readonly Chapitre[], b: readonly Chapitre[]) => a.length === b.length && a.every((un) => b.includes(un))

/** True while the chapters are those of the product, in its order. */
export const estDOrigine = ({ chapitres, ecartes }: Pick<Habillage, 'chapitres' | 'ecartes'>): boolean =>
  memes(ecartes, CHAPITRES_SUR_DEMANDE) && ordreComplet(chapitres).every((chapitre, rang) => chapitre === CHAPITRES[rang])

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
