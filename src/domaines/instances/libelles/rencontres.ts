import { compter } from '#platform/texte.ts'
import { CATEGORIE_STRUCTURE, TYPE_STRUCTURE } from '#domaines/partenaires/libelles.ts'
import type { EtatEnvoi } from '#domaines/partenaires/schema/envois.ts'
import { PARTICIPANTS_MAX, PARTICIPANTS_MIN, type ContactPasse, type RaisonDeConnaitre } from '../schema/rencontres.ts'

/** Why two people are taken to know each other already, after their names. */
export const RAISON_DE_CONNAITRE: Record<RaisonDeConnaitre, string> = {
  structure: 'de la même structure',
  instance: 'siègent ensemble',
  seance: 'déjà venues à la même séance',
  rencontre: 'se sont déjà rencontrées ainsi'
}

const REFUS: Record<string, (precisions: Record<string, unknown>) => string> = {
  seance_annulee: () => 'Cette séance est annulée\u00a0: on n’y compose plus de rencontres.',
  trop_peu: () => `Il faut au moins ${PARTICIPANTS_MIN} personnes pour des rencontres express.`,
  trop_de_gens: () => `Les rencontres express réunissent ${PARTICIPANTS_MAX} personnes au plus.`,
  trop_de_tours: () =>
    'Avec si peu de personnes, deux d’entre elles se reverraient\u00a0: demandez moins de tours, ou ajoutez des personnes.',
  trop_peu_de_tours: ({ depuis }) => `Pour recomposer à partir du tour ${String(depuis)}, demandez au moins autant de tours.`,
  notes_prises: ({ tour }) =>
    `Des promesses ou des accords sont notés dans ces tours\u00a0: recomposez plutôt à partir du tour ${String(tour)}.`,
  une_table: () => 'Tout le monde tiendrait à une seule table\u00a0: demandez des tables plus petites.',
  lettres_parties: () =>
    'Les lettres de contacts sont parties\u00a0: ces tours ne se recomposent plus, chacun a reçu ce qui s’y est dit.',
  pause: () => 'Une pause ne se note pas.',
  autre_table: () => 'Ces deux personnes ne sont pas à cette table.',
  pas_encore: () => 'Les lettres de contacts partent le jour de la séance, ou après.',
  personne_a_qui_ecrire: () =>
    'Il n’y a personne à qui écrire\u00a0: notez d’abord qui a dit oui, et vérifiez les adresses dans l’annuaire.',
  sans_promesse: () => 'Cette promesse a été effacée depuis.'
}

export const direRefusRencontres = (raison: string, precisions: Record<string, unknown> = {}): string =>
  REFUS[raison]?.(precisions) ?? 'Cela n’a pas pu se faire.'

const EN_LETTRES: Record<number, string> = { 3: 'trois', 4: 'quatre', 5: 'cinq', 6: 'six' }

/** « 21 personnes, 6 tours de 5 minutes », « 45 personnes par tables de quatre, 6 tours de 10 minutes » */
export const direRencontres = (gens: number, taille: number, tours: number, minutes: number): string =>
  // a number stays with what it counts, wherever the title is cut
  `${compter(gens, 'personne')}${taille > 2 ? ` par tables de ${EN_LETTRES[taille]}` : ''}, ${compter(tours, 'tour')} de ${compter(minutes, 'minute')}`.replace(
    /(\d) /g,
    '$1\u00a0'
  )

/** « Ana Roy, infirmière, CCAS de Cergy » */
export const direContact = ({ nom, structure, fonction }: ContactPasse): string =>
  [nom, fonction, structure === nom ? null : structure].filter(Boolean).join(', ')

/** What the letter of contacts is called in an inbox. */
export const objetDesContacts = (instance: string): string => `Les contacts de vos rencontres\u00a0: ${instance}`

/** Where a letter of contacts is, after a name; null when one of the two changed her mind before it left. */
export const direEtatDeLettre = (etat: EtatEnvoi | null): string => (etat ? ETATS[etat] : 'a été retirée avant de partir')

const ETATS: Record<EtatEnvoi, string> = {
  pret: 'va partir',
  en_vol: 'est en train de partir',
  parti: 'est partie',
  refuse: 'a été refusée',
  doute: 'est peut-être partie'
}

const SECTEURS: Record<string, string> = { ...TYPE_STRUCTURE, ...CATEGORIE_STRUCTURE }

/** What a house does, as a badge says it; null when nobody said which kind it is. */
export const direSecteur = (secteur: string | null): string | null =>
  secteur === null || secteur === 'autre' ? null : (SECTEURS[secteur] ?? secteur)

/** How many sit together, as the form offers it. */
export const direTaille = (taille: number): string => (taille === 2 ? 'Deux par deux' : `Par tables de ${EN_LETTRES[taille]}`)

/** What repeats, and whether anything could be done about it; null when nobody meets twice. */
export function direRetrouvailles(nombre: number, inevitables: number | null): string | null {
  if (nombre === 0) return null
  const dit = compter(
    nombre,
    'rencontre réunit des personnes déjà vues à un autre tour',
    'rencontres réunissent des personnes déjà vues à un autre tour'
  )
  if (inevitables !== null && nombre <= inevitables)
    return `${dit}\u00a0: avec autant de tours et de si grandes tables, c’est inévitable.`
  return `${dit}\u00a0: Tisserand n’a pas trouvé mieux. Moins de tours, ou des tables plus petites, et il y en aura moins.`
}

/** What the rooms say of express meetings in the history. */
export const ACTES_RENCONTRES: Record<string, string> = {
  'rencontres.composer': 'a composé des rencontres express',
  'rencontre.noter': 'a noté ce qui s’est dit dans une rencontre',
  'rencontre.noter_table': 'a noté ce qui s’est dit à une table',
  'rencontre.tenir': 'a suivi une promesse',
  'rencontres.transmettre': 'a envoyé les contacts échangés'
}
export const OBJETS_RENCONTRES: Record<string, string> = {
  rencontres: 'Rencontres express',
  rencontres_participants: 'Participant',
  rencontres_paires: 'Rencontre',
  rencontres_lettres: 'Lettre de contacts'
}
export const CHAMPS_RENCONTRES: Record<string, string> = {
  composees_le: 'Composées le',
  par_table: 'Combien à une table',
  present: 'Présent',
  tour: 'Tour',
  'rencontres_paires.un_id': 'Qui',
  'rencontres_paires.autre_id': 'Avec qui',
  connus: 'Se connaissent',
  promesse: 'Promesse',
  tenue_le: 'Tenue le',
  'rencontres_lettres.participant_id': 'À qui',
  confiee_le: 'Envoyée le',
  un_accepte: 'L’une donne ses coordonnées',
  autre_accepte: 'L’autre donne ses coordonnées'
}
export const VALEURS_RENCONTRES: Record<string, Record<string, string>> = { 'rencontres_paires.connus': RAISON_DE_CONNAITRE }
