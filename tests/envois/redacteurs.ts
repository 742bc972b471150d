import type { Redacteur } from '#domaines/partenaires/jobs.server.ts'
import { NATURES_ENVOI, type NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'

/** The same letter whatever it is about, for what is tested of their distribution. */
export const tousLesRedacteurs = (rediger: Redacteur): Record<NatureEnvoi, Redacteur> =>
  Object.fromEntries(NATURES_ENVOI.map((nature) => [nature, rediger])) as Record<NatureEnvoi, Redacteur>
