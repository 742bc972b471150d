import { compter } from '#platform/texte.ts'
import type { EtatEnvoi, NatureEnvoi } from '#domaines/partenaires/schema/envois.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import type { Bilan } from '../regles/invitations.ts'
import type { PublicSeance, Reponse, TempsSeance } from '../schema.ts'

export const PUBLIC_SEANCE: Record<PublicSeance, string> = {
  tous: 'Tous les partenaires',
  interne: 'Les services de la collectivité seulement',
  sieges: 'Qui y siège seulement'
}

/** What each choice comes to, before the letters leave; `combien` is « 200 adresses ». */
export const PUBLIC_AIDE: Record<PublicSeance, (combien: string) => string> = {
  tous: (combien) =>
    `L’annuaire donne ${combien}. Inviter tout le monde permet à chacun de rester informé, et de venir là où cela le concerne\u00a0: il n’y a pas de liste par thème.`,
  interne: (combien) => `Les services donnent ${combien}.`,
  sieges: (combien) => `Celles et ceux qui y siègent donnent ${combien}.`
}

/** An answer: on its button, once given, and in a list. */
export const REPONSE: Record<Reponse, { bouton: string; dite: string; liste: [un: string, plusieurs: string] }> = {
  vient: { bouton: 'Je viens', dite: 'Vous venez. Votre place est gardée.', liste: ['vient', 'viennent'] },
  remplace: {
    bouton: 'Quelqu’un de ma structure vient à ma place',
    dite: 'Quelqu’un de votre structure vient à votre place.',
    liste: ['envoie quelqu’un', 'envoient quelqu’un']
  },
  absent: {
    bouton: 'Je ne peux pas venir, envoyez-moi le compte rendu',
    dite: 'Vous ne pouvez pas venir. Le compte rendu vous sera envoyé.',
    liste: ['ne peut pas venir', 'ne peuvent pas venir']
  },
  lit: {
    bouton: 'Je préfère suivre par les comptes rendus',
    dite: 'Vous suivez par les comptes rendus. Nous ne vous inviterons plus, et vous les recevrez tous.',
    liste: ['suit par les comptes rendus', 'suivent par les comptes rendus']
  }
}

/** The letters about one meeting; the others are about its minutes, and about what one person promised. */
export type NatureDeLettre = Exclude<NatureEnvoi, 'compte_rendu' | 'taches' | 'nouvelles' | 'espace' | 'contacts'>

type Nommee = { instance: string; jour: string; diteAnnulee?: boolean; aConfirmer?: boolean }
const court = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const le = ({ jour }: Nommee) => court.format(new Date(`${jour}T00:00:00Z`))

/** What each letter is called in an inbox, and how it begins. */
export const OBJET_LETTRE: Record<NatureDeLettre, (seance: Nommee) => { objet: string; phrase: string }> = {
  invitation: (seance) => ({
    objet: `Invitation\u00a0: ${seance.instance}, ${le(seance)}`,
    phrase: 'Vous êtes invité·e à notre prochaine rencontre.'
  }),
  rappel: (seance) => ({
    objet: `Viendrez-vous le ${le(seance)}\u00a0? ${seance.instance}`,
    phrase: seance.aConfirmer
      ? 'La date ou l’heure a changé depuis votre réponse\u00a0: tient-elle toujours\u00a0? Un clic suffit.'
      : 'Vous n’avez pas encore répondu à notre invitation\u00a0: un clic suffit.'
  }),
  mise_a_jour: (seance) =>
    seance.diteAnnulee
      ? {
          objet: `Finalement maintenue\u00a0: ${seance.instance}, ${le(seance)}`,
          phrase:
            'Nous vous avions dit que cette rencontre n’aurait pas lieu\u00a0: elle aura bien lieu. Voici ce qui vaut maintenant.'
        }
      : {
          objet: `Changement\u00a0: ${seance.instance}, ${le(seance)}`,
          phrase: `La rencontre à laquelle vous êtes invité·e a changé. Voici ce qui vaut maintenant.${seance.aConfirmer ? ' Vous aviez répondu pour une autre date ou une autre heure\u00a0: dites-nous si cela tient toujours.' : ''}`
        },
  annulation: (seance) => ({
    objet: `Annulée\u00a0: ${seance.instance}, ${le(seance)}`,
    phrase: 'La rencontre à laquelle vous étiez invité·e n’aura pas lieu.'
  }),
  place: (seance) => ({
    objet: `Une place s’est libérée\u00a0: ${seance.instance}, ${le(seance)}`,
    phrase: 'Vous étiez sur la liste d’attente\u00a0: vous avez maintenant une place.'
  })
}

/** The same words for the history. */
export const VALEURS_INVITATIONS: Record<string, Record<string, string>> = {
  'invitations.reponse': Object.fromEntries(Object.entries(REPONSE).map(([cle, { bouton }]) => [cle, bouton])),
  'personnes.courriels': { tous: 'invitations et comptes rendus', lecture: 'comptes rendus seulement', aucun: 'plus rien' },
  'structures.courriels': { tous: 'invitations et comptes rendus', lecture: 'comptes rendus seulement', aucun: 'plus rien' }
}

/** The agenda in a few lines: who presents itself comes by name. */
export const direApercu = (points: readonly { temps: TempsSeance; intitule: string; structure: string | null }[]): string[] =>
  points.map(({ temps, intitule, structure }) => (temps === 'presentation' && structure ? `${structure} se présente` : intitule))

/** « 12 viennent, 3 attendent une place, 180 n’ont pas répondu » */
export function direBilan({ viennent, attente, absents, lisent, sansReponse }: Bilan): string {
  const dits = [
    [viennent, 'vient', 'viennent'],
    [attente, 'attend une place', 'attendent une place'],
    [absents, 'ne peut pas venir', 'ne peuvent pas venir'],
    [lisent, 'suit par les comptes rendus', 'suivent par les comptes rendus'],
    [sansReponse, 'n’a pas répondu', 'n’ont pas répondu']
  ] as const
  return dits.flatMap(([nombre, un, plusieurs]) => (nombre > 0 ? [compter(nombre, un, plusieurs)] : [])).join(', ')
}

export const ETAT_ENVOI: Record<EtatEnvoi, string> = {
  pret: 'à envoyer',
  en_vol: 'en train de partir',
  parti: 'envoyée',
  refuse: 'refusée',
  doute: 'peut-être partie'
}

export const NATURE_ENVOI: Record<NatureEnvoi, string> = {
  invitation: 'invitation',
  rappel: 'rappel',
  mise_a_jour: 'changement',
  annulation: 'annulation',
  place: 'place libérée',
  compte_rendu: 'compte rendu',
  nouvelles: 'demande de nouvelles',
  taches: 'rappel de tâches',
  espace: 'lien de sa page',
  contacts: 'contacts échangés'
}

/** What one may choose to receive, and what is said once it is chosen. */
export const COURRIELS_DITS: Record<Courriels, { libelle: string; dit: string }> = {
  tous: {
    libelle: 'Les invitations, les demandes de nouvelles et les comptes rendus',
    dit: 'Vous recevrez les invitations, les demandes de nouvelles et les comptes rendus.'
  },
  lecture: {
    libelle: 'Les comptes rendus seulement\u00a0: je suis de loin',
    dit: 'Vous ne serez plus invité·e, et recevrez les comptes rendus.'
  },
  aucun: { libelle: 'Plus rien', dit: 'Nous ne vous écrirons plus.' }
}
