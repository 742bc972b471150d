import { z } from 'zod'

/** Why a person leaves the directory for good: she asked, nobody wrote to each other for three years, her agreement is over. */
export const MOTIFS_EFFACEMENT = ['demande', 'sans_contact', 'accord_fini'] as const
export type MotifEffacement = (typeof MOTIFS_EFFACEMENT)[number]

/** Days between the request and the erasure, during which a mistake can be undone. */
export const JOURS_AVANT_EFFACEMENT = 7

/** What stands where her name was. */
export const NOM_EFFACE = 'Personne effacée'

/** Months without any contact after which the directory asks whether it still needs her: three years, as the CNIL advises for contacts. */
export const MOIS_SANS_CONTACT = 36

/** How many people are looked at again in one go. */
export const REVUE_MAX = 500

export const effacementSchema = z.object({
  id: z.uuid(),
  motif: z.enum(MOTIFS_EFFACEMENT, 'Dites pourquoi.').default('demande')
})

const plusieurs = (valeur: unknown) => (Array.isArray(valeur) ? valeur : valeur === undefined || valeur === '' ? [] : [valeur])
export const revueSchema = z.object({
  ids: z.preprocess(
    plusieurs,
    z.array(z.uuid()).min(1, 'Cochez au moins une personne.').max(REVUE_MAX, `Cochez au plus ${REVUE_MAX} personnes à la fois.`)
  )
})
