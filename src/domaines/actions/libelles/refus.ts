import { compter, enumerer } from '#platform/texte.ts'
import { direQuand, type DateFloue } from '#platform/dates.ts'

type Precisions = Record<string, unknown>

/** What a refusal says with what the command knows of it. */
const REFUS_PRECIS: Record<string, (precisions: Precisions) => string> = {
  avant_le_contrat: ({ debut }) =>
    `Le contrat n’avait pas commencé à cette date\u00a0: il commence ${direQuand(debut as DateFloue)}.`,
  apres_le_contrat: ({ fin }) => `Le contrat avait pris fin à cette date\u00a0: il s’arrête ${direQuand(fin as DateFloue)}.`
}
const REFUS_FICHE: Record<string, string> = {
  axe_inconnu: 'Cet axe n’est plus dans le contrat. Choisissez-en un autre.',
  contrat_inconnu: 'Ce contrat n’existe plus.',
  parent_inconnu: 'L’action au-dessus n’existe plus.',
  sous_sous_action: 'Une sous-action ne peut pas avoir de sous-action.',
  motif_manque: 'Dites pourquoi l’action entre au contrat, ou en sort.',
  date_future: 'Cette date est à venir : le changement se dit le jour où il a lieu.',
  date_avant_place: 'L’action n’était pas encore à cette place à cette date.',
  sous_action_sans_place: 'Une sous-action suit son action : déplacez celle-ci.',
  meme_fiche: 'Ce sont deux fois la même action.',
  periode_inversee: 'La fin de l’action est avant son début.',
  poste_pris: 'Un autre poste porte déjà cet intitulé.',
  employeur_inconnu: 'Cette structure n’est plus dans l’annuaire.',
  releve_a_venir: 'Un relevé n’est pas daté de demain.',
  nouvelle_a_venir: 'Une nouvelle n’est pas datée de demain. Ce qui est prévu va dans les étapes.',
  contrat_pas_signe: 'Le contrat n’est pas signé : ce que deviennent ses actions se dira quand il finira.',
  action_inconnue: 'Aucune action du territoire n’a ce titre. Choisissez-en un dans la liste qui s’ouvre en tapant.',
  action_ambigue: 'Deux actions portent ce titre : renommez l’une des deux, puis recommencez.',
  elle_meme: 'Une action n’a pas de lien avec elle-même.',
  lien_double: 'Cette action est déjà nommée plus haut.',
  programme_inconnu: 'Ce programme n’est plus sur le territoire. Choisissez-en un autre.',
  prs_axe_inconnu: 'Cet axe n’est plus dans le projet régional.',
  sous_action: 'Une sous-action se raconte avec son action.',
  rien_a_montrer: 'Écrivez ce que le public lira, ou décochez « Montrer cette action ».',
  lot_vide: 'Cochez au moins une action.',
  lot_sans_effet: 'Aucune des actions cochées ne changerait.',
  ecrit_entre_temps: 'Quelqu’un a écrit ici pendant que vous écriviez.',
  plan_refuse: 'Ce fichier ne peut pas être importé.',
  import_fini: 'Cet import est déjà fini.',
  deja_commence: 'Cet import est déjà commencé.',
  sans_titre:
    'Dites quelle colonne donne le titre de l’action\u00a0: choisissez «\u202fTitre de l’action\u202f» en face d’elle. Sans titre, aucune action ne peut être créée.',
  deux_fois: 'Deux colonnes ne peuvent pas dire cela. Gardez-le pour une seule\u00a0; l’autre peut aller dans les notes.'
}

/** What a person reads when a command refuses. */
export const direRefusFiche = (raison: string, precisions: Precisions = {}): string =>
  REFUS_PRECIS[raison]?.(precisions) ?? REFUS_FICHE[raison] ?? 'Cela n’est pas possible ici.'

/** What is asked when a new action does not say where it stands. */
export const PLACE_A_CHOISIR = 'Choisissez sa place : un axe du contrat, ou en dehors.'

/** How many actions a sentence names before it counts the others. */
const NOMMEES = 5

/** « « Bus santé », « Marche » et 3 autres ». */
export const nommerActions = (titres: readonly string[]): string => {
  const dits = titres.slice(0, NOMMEES).map((titre) => `«\u00a0${titre}\u00a0»`)
  const reste = titres.length - dits.length
  return enumerer(reste > 0 ? [...dits, compter(reste, 'autre')] : dits)
}

/** « Quelqu’un a retouché 1 des 17 actions depuis : « Bus santé ». » */
export function direRetouchees({ titres, sur }: Record<string, unknown>): string {
  const noms = titres as string[]
  const combien =
    sur === 1 ? 'cette action' : noms.length === sur ? `les ${noms.length} actions` : `${noms.length} des ${Number(sur)} actions`
  return `Quelqu’un a retouché ${combien} depuis\u00a0: ${nommerActions(noms)}.`
}

/** The same for a change of many actions, which names those that somebody wrote on meanwhile. */
export const direRefusDeLot = (raison: string, precisions: Record<string, unknown>): string =>
  raison === 'lot_retouche'
    ? `${direRetouchees(precisions)} Rien n’a changé. L’aperçu ci-dessous montre ce qu’elles disent maintenant\u00a0: décochez ce que vous voulez laisser, puis recommencez.`
    : direRefusFiche(raison)

/** What a person reads when a request, or its answer, is refused. */
export const direRefusDemande = (raison: string, precisions: Record<string, unknown> = {}): string => {
  switch (raison) {
    case 'demande_recente':
      return `On vient de demander des nouvelles de ${nommerActions(precisions.titres as string[])}\u00a0: laissez une semaine pour répondre.`
    case 'destinataire_inconnu':
      return 'Un des destinataires ne pilote plus cette action, ou ne veut plus recevoir de courriels. La liste a été relue\u00a0: choisissez à nouveau.'
    case 'nouvelle_vide':
      return String(precisions.dit)
    case 'reponse_close':
      return 'Votre réponse a été lue par la coordination\u00a0: elle ne se corrige plus ici. Répondez au courriel pour la compléter.'
    case 'deja_decide':
      return 'C’est déjà décidé.'
    default:
      return 'Cela n’est pas possible ici.'
  }
}
