import { z } from 'zod'
import { TEINTES, type Teinte } from '#platform/documents/couleurs.ts'
import type { Logo } from '#platform/documents/imprimable.ts'
import { facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'

/** The chapters of a printed contract, in the order of a signed contract. */
export const CHAPITRES = [
  'preambule',
  'references',
  'gouvernance',
  'axes',
  'transversaux',
  'alignement',
  'signataires',
  'sigles'
] as const
export type Chapitre = (typeof CHAPITRES)[number]

/** Chapters that are printed only where the territory asks for them. */
export const CHAPITRES_SUR_DEMANDE: readonly Chapitre[] = ['alignement']

export const NOMS_DE_TEINTE = Object.keys(TEINTES) as [Teinte, ...Teinte[]]

/** What a territory gives to its documents: null wherever it says nothing. `chapitres` has each of them once, `ecartes` those left out. */
export type Habillage = {
  surtitre: string | null
  ligne: string | null
  pied: string | null
  teinte: Teinte
  chapitres: readonly Chapitre[]
  ecartes: readonly Chapitre[]
}

/** A kept logo; its bytes are in `fichiers_morceaux`, under the hash. `taille` is in bytes. */
export type LogoGarde = Omit<Logo, 'octets'> & { empreinte: string; taille: number; nomFichier: string }

/** The same with what printing needs. */
export type HabillageImprime = Habillage & { logo: Logo | null }

/** How documents are until a territory says otherwise. */
export const HABILLAGE_D_ORIGINE: HabillageImprime = {
  surtitre: null,
  ligne: null,
  pied: null,
  teinte: 'petrole',
  chapitres: CHAPITRES,
  ecartes: CHAPITRES_SUR_DEMANDE,
  logo: null
}

/** The limits of a logo: in bytes, then in pixels of its longer side. */
export const LOGO = { poids: 2 * 2 ** 20, petit: 300, grand: 3000, allonge: 8 } as const

export const couvertureSchema = z.object({
  surtitre: facultatif(ligneSchema('Le texte au-dessus du titre', 120)).default(null),
  ligne: facultatif(ligneSchema('La ligne sous le titre', 160)).default(null),
  pied: facultatif(ligneSchema('Le pied de page', 90)).default(null),
  teinte: z.enum(NOMS_DE_TEINTE, 'Choisissez une couleur de la liste.')
})

export const texteDuLogoSchema = facultatif(
  texteSchema.pipe(z.string().max(300, 'Ce que montre le logo tient en 300 caractères.'))
).default(null)

export const chapitresSchema = z.object({
  ordre: z.array(z.enum(CHAPITRES, 'Ce chapitre n’existe pas.')),
  ecartes: z.array(z.enum(CHAPITRES, 'Ce chapitre n’existe pas.')).default([])
})

/** Why an order of chapters, or a logo, is refused. */
export type RefusChapitres = 'ordre_incomplet' | 'chapitre_obligatoire'
export type RefusLogo =
  'fichier_vide' | 'fichier_abime' | 'logo_dessin' | 'logo_format' | 'logo_lourd' | 'logo_petit' | 'logo_grand' | 'logo_allonge'
