import { z } from 'zod'

/**
 * What a token is for; a session is held by a cookie, a `connexion` travels once by e-mail, the links of partners serve until they are out of
 * date: an `invitation`, an `emargement` (the code shown in the room), the `compte_rendu` of a meeting, the `taches` of a person, the `nouvelles`
 * asked of her, a `questionnaire` that everyone opens by the same one, the `espace` of one person; an `agenda` until its owner renews or stops it.
 */
export const FINALITES = [
  'session',
  'connexion',
  'invitation',
  'emargement',
  'compte_rendu',
  'taches',
  'nouvelles',
  'agenda',
  'questionnaire',
  'espace'
] as const
export type Finalite = (typeof FINALITES)[number]

/** How long each purpose lives, in seconds. */
export const DUREES: Record<Finalite, number> = {
  session: 30 * 24 * 3600,
  connexion: 3600,
  invitation: 200 * 24 * 3600,
  emargement: 200 * 24 * 3600,
  compte_rendu: 400 * 24 * 3600,
  taches: 200 * 24 * 3600,
  nouvelles: 200 * 24 * 3600,
  agenda: 20 * 365 * 24 * 3600,
  questionnaire: 400 * 24 * 3600,
  espace: 200 * 24 * 3600
}

export const courrielSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Cette adresse électronique n’est pas complète : elle doit ressembler à prenom.nom@ville.fr.'))
