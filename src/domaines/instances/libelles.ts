import { citer, compter, enumerer } from '#platform/texte.ts'
import type { ChampDeMotif } from './regles/seances.ts'
import type { SeanceDatee } from './schema.ts'
import type { FamilleInstance, NatureInstance, PlaceDuCls, RappelInstance, RoleSiege } from './schema.ts'

export const NATURE_INSTANCE: Record<NatureInstance, string> = {
  copil: 'Comité de pilotage',
  cotech: 'Comité technique',
  groupe: 'Groupe de travail',
  groupe_interne: 'Groupe interne aux services',
  clsm_pleniere: 'Assemblée plénière du CLSM',
  clsm_copil: 'Comité de pilotage du CLSM',
  clsm_groupe: 'Groupe de travail du CLSM',
  conseil_developpement: 'Conseil de développement',
  conseil_citoyen: 'Conseil citoyen',
  conseil_quartier: 'Conseil de quartier',
  participative: 'Autre instance participative'
}

export const FAMILLE_INSTANCE: Record<FamilleInstance, string> = {
  contrat: 'Pilotage du contrat',
  groupes: 'Groupes de travail',
  clsm: 'Conseil local de santé mentale',
  participatives: 'Instances participatives'
}

export const PLACE_DU_CLS: Record<PlaceDuCls, string> = {
  pilote: 'Le CLS pilote',
  copilote: 'Le CLS copilote',
  sans: 'Le CLS ne pilote pas'
}

export const ROLE_SIEGE: Record<RoleSiege, string> = {
  presidence: 'Présidence élue',
  pilote: 'Pilote',
  copilote: 'Copilote',
  membre: 'Membre'
}

/** What each body is for, where it helps to choose one. */
export const AIDE_NATURE: Partial<Record<NatureInstance, string>> = {
  copil: 'les signataires y décident',
  cotech: 'ceux qui mettent en œuvre y préparent',
  groupe: 'les partenaires y travaillent sur un thème, deux fois par an',
  groupe_interne: 'les services de la collectivité entre eux',
  clsm_pleniere: 'au moins une fois par an, présidée par le maire ou le président',
  clsm_copil: 'coanimé avec la psychiatrie de secteur',
  participative: 'où des habitants siègent'
}

export const RAPPEL_INSTANCE: Record<RappelInstance, string> = {
  mission: 'Écrivez sa mission en deux phrases\u00a0: chacun saura pourquoi il y vient.',
  theme: 'Dites sur quel axe du contrat ce groupe travaille\u00a0: c’est par thème que se comptent ses deux réunions de l’année.',
  pilote: 'Nommez qui le pilote, puisque le CLS ne le fait pas.',
  presidence: 'Nommez la personne élue qui préside.',
  sante_mentale: 'Reliez-le à l’axe du contrat qui parle de santé mentale.',
  coanimation: 'Nommez en copilote le chef de secteur ou de pôle de psychiatrie, qui coanime ce comité.',
  mandat_sans_dates: 'Dites de quand à quand court le mandat\u00a0: la frise le montrera à côté du contrat.',
  mandat_echu: 'Le mandat est arrivé à son terme\u00a0: notez le suivant, ou retirez l’instance.'
}

/** What a meeting does not say yet (R-116). */
export const A_DIRE: Record<ChampDeMotif, string> = {
  motifQuota: 'Au-delà de deux séances de ce thème dans l’année, sans dire pourquoi.',
  motifDuree: 'Plus de deux heures, sans dire pourquoi.'
}

const REFUS: Record<string, (precisions: Record<string, unknown>) => string> = {
  accord_sans_groupe: ({ noms }) =>
    `${enumerer(noms as string[])}\u00a0: cet accord ne porte pas, ou plus, sur les groupes de travail. Demandez-le, notez-le parmi les habitants volontaires, puis revenez ici.`,
  nom_pris: ({ nom }) => `Une instance s’appelle déjà ${citer(String(nom))}.`,
  motif_sans_cls: () =>
    'Tout groupe de travail est piloté ou copiloté par le CLS. Si ce n’est pas le cas de celui-ci, dites pourquoi en une phrase.',
  contrat_inconnu: () => 'Ce contrat n’est plus là\u00a0: choisissez-en un autre.',
  axe_inconnu: () => 'Cet axe n’est plus là\u00a0: choisissez-en un autre.',
  motif_quota: ({ autres }) =>
    `Ce thème a déjà ses deux séances de l’année\u00a0: ${(autres as SeanceDatee[]).map(({ jour, instance }) => `${direJourDeSeance(jour)} (${instance})`).join(', ')}. Si celle-ci s’impose, dites pourquoi\u00a0: c’est gardé avec elle.`,
  motif_duree: () =>
    'Un groupe de travail dure deux heures au plus. Si celle-ci doit durer plus longtemps, dites pourquoi\u00a0: c’est gardé avec elle.',
  seance_annulee: () => 'Cette séance est annulée\u00a0: on n’y invite plus, et l’on n’y répond plus.',
  seance_passee: () => 'Cette séance est passée\u00a0: il est trop tard pour inviter ou pour répondre.',
  personne_a_inviter: () =>
    'Il n’y a personne à inviter\u00a0: tout le monde l’est déjà, ou personne n’a d’adresse électronique dans l’annuaire.',
  relance_recente: () => 'Une relance est déjà partie aujourd’hui\u00a0: laissez à chacun le temps de répondre.',
  tous_ont_repondu: () => 'Tout le monde a répondu\u00a0: il n’y a personne à relancer.',
  questions_trop_tot: () => 'Les questions s’ouvrent une fois la séance tenue.',
  deja_interrogee: () => 'Les questions de cette séance sont déjà ouvertes.',
  deja_demandee: () => 'Cela est déjà retenu pour une prochaine séance.',
  pas_de_seance: () => 'Aucune séance n’est prévue\u00a0: cette demande attend la prochaine.',
  agenda_plein: () => 'L’ordre du jour de la prochaine séance est plein\u00a0: retirez-en un point d’abord.',
  attente_ecartee: () => 'Cette demande est mise de côté\u00a0: reprenez-la d’abord.',
  seance_a_venir: () => 'Cette séance n’a pas encore eu lieu\u00a0: les présences se notent le jour même, ou après.',
  presences_closes: () => 'Les présences de cette séance sont closes\u00a0: dites votre nom à qui l’anime.',
  pas_le_jour: () => 'Ce code ne sert que le jour de la séance.',
  trop_d_inscrits: () => 'Trop de personnes se sont déjà notées avec ce code\u00a0: dites votre nom à l’accueil.',
  homonyme_a_la_porte: ({ nom, structures }) =>
    `L’annuaire a déjà ${String(nom)}${structures ? `, ${String(structures)}` : ''}. Si c’est elle ou lui, laissez la structure vide\u00a0; sinon, cochez «\u00a0une autre personne\u00a0».`,
  compte_rendu_valide: () => 'Ce compte rendu est validé\u00a0: rouvrez-le pour le corriger.',
  notes_changees: () =>
    'Quelqu’un a écrit ici entre-temps. Voyez ce qui s’y trouve maintenant, puis enregistrez ce qui doit rester.',
  rendu_vide: () =>
    'Ce compte rendu ne dit pas encore qui était là, ou ce qui s’est dit\u00a0: notez au moins une présence, et une note, une décision ou une tâche.',
  pas_valide: () => 'Validez d’abord ce compte rendu\u00a0: il partira tel quel.',
  deja_envoye: () => 'Ce compte rendu est déjà parti, et n’a pas changé depuis.',
  personne_a_qui_envoyer: () =>
    'Il n’y a personne à qui l’envoyer\u00a0: ni personne invitée, ni présente, n’a d’adresse électronique.',
  adresses_connues: () => 'Quelqu’un a maintenant une adresse électronique\u00a0: envoyez-lui le compte rendu.',
  personne_inconnue: ({ nom }) =>
    `L’annuaire n’a personne du nom de «\u00a0${String(nom)}\u00a0». Notez sa présence, ou ajoutez-la d’abord.`,
  plusieurs_personnes: ({ plusieurs }) =>
    `Plusieurs personnes portent ce nom. Écrivez laquelle\u00a0: ${(plusieurs as string[]).map((une) => citer(une)).join(' ou ')}.`,
  point_avec_notes: ({ intitule }) => `Le point ${citer(String(intitule))} a des notes\u00a0: effacez-les avant de le retirer.`,
  invite_inconnu: () => 'Personne d’invité ne porte ce nom ou cette adresse\u00a0: vérifiez comment ils s’écrivent.',
  plusieurs_invites: () => 'Plusieurs personnes invitées portent ce nom\u00a0: donnez plutôt l’adresse.',
  envoi_en_cours: () => 'Cette lettre est déjà partie, ou en train de partir.',
  deja_annulee: () => 'Cette séance est déjà annulée.',
  deja_tenue: () => 'Cette séance s’est tenue\u00a0: des présences ou un compte rendu y sont notés. Elle ne s’annule plus.',
  motif_annulation: () => 'Dites pourquoi\u00a0: les personnes invitées le liront dans leur courriel.',
  places_prises: ({ assis }) =>
    `${compter(Number(assis), 'personne a déjà sa place', 'personnes ont déjà leur place')}\u00a0: gardez-en autant, ou voyez d’abord avec elles.`,
  jour_passe: () => 'Ce jour est passé, et des personnes sont invitées à cette séance\u00a0: choisissez un jour à venir.',
  seance_convoquee: () => 'Des personnes sont invitées à cette séance\u00a0: annulez-la plutôt, elles en seront prévenues.',
  axe_d_un_autre: () => 'Cet axe est d’un autre contrat\u00a0: choisissez l’un de ceux du contrat.'
}

/** « mercredi 9 décembre 2026 » */
const jourEntier = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' })
export const direJourDeSeance = (jour: string): string => jourEntier.format(new Date(`${jour}T00:00:00Z`))

/** « 14 h 30 », « 9 h » */
export const direHeure = (heure: string): string => {
  const [heures, minutes] = heure.split(':') as [string, string]
  return `${Number(heures)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`
}

/** « 2 h », « 1 h 30 », « 45 minutes » */
export const direDuree = (minutes: number): string =>
  minutes < 60 ? `${minutes}\u00a0minutes` : direHeure(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`)

/** « mercredi 9 décembre 2026 à 14 h 30 » */
export const direQuandSeance = ({ jour, heure }: { jour: string; heure: string | null }): string =>
  heure ? `${direJourDeSeance(jour)} à ${direHeure(heure)}` : direJourDeSeance(jour)

export const direRefusInstance = (raison: string, precisions: Record<string, unknown> = {}): string =>
  REFUS[raison]?.(precisions) ?? 'Cela n’a pas pu se faire.'

/** « 1 présidence, 2 copilotes, 12 membres », « personne encore ». */
export function direSieges(sieges: readonly { role: RoleSiege }[]): string {
  const nombre = (role: RoleSiege) => sieges.filter((siege) => siege.role === role).length
  const dits = [
    [nombre('presidence'), 'présidence', 'présidences'],
    [nombre('pilote'), 'pilote', 'pilotes'],
    [nombre('copilote'), 'copilote', 'copilotes'],
    [nombre('membre'), 'membre', 'membres']
  ] as const
  return (
    dits.flatMap(([combien, un, plusieurs]) => (combien > 0 ? [compter(combien, un, plusieurs)] : [])).join(', ') ||
    'personne encore'
  )
}

/** What the room says in the history: its acts, after the name of who did them, its objects, fields and values. */
export const ACTES_INSTANCES: Record<string, string> = {
  'instance.creer': 'a créé une instance',
  'instance.modifier': 'a modifié une instance',
  'instance.retirer': 'a retiré une instance',
  'instance.retablir': 'a fait revenir une instance',
  'instance.composer': 'a dit qui siège dans une instance',
  'seance.prevoir': 'a prévu une séance',
  'seance.modifier': 'a modifié une séance',
  'seance.annuler': 'a annulé une séance',
  'seance.maintenir': 'a maintenu une séance annulée',
  'seance.composer': 'a écrit l’ordre du jour d’une séance',
  'seance.convoquer': 'a invité à une séance',
  'seance.relancer': 'a relancé les personnes invitées',
  'invitation.repondre': 'a répondu à une invitation',
  'invitation.rattacher_reponse': 'a rattaché la réponse d’un agenda',
  'invitation.redemander': 'a demandé un nouveau lien',
  'invitation.choisir_courriels': 'a choisi ce qu’elle reçoit',
  'seance.emarger': 'a noté une présence',
  'seance.accueillir': 'a noté la présence de quelqu’un qui n’était pas invité',
  'seance.s_inscrire': 's’est inscrite à l’entrée d’une séance',
  'seance.reconnaitre': 'a dit qui est une personne venue',
  'seance.effacer_emargement': 'a effacé une présence',
  'seance.ouvrir_emargement': 'a fait le code d’une séance',
  'seance.noter_point': 'a pris des notes',
  'seance.conclure': 'a noté une conclusion',
  'seance.retirer_conclusion': 'a retiré une conclusion',
  'seance.faire_naitre': 'a ouvert une action née en séance',
  'compte_rendu.introduire': 'a écrit le début d’un compte rendu',
  'compte_rendu.valider': 'a validé un compte rendu',
  'compte_rendu.rouvrir': 'a rouvert un compte rendu',
  'compte_rendu.compter': 'a compté une lecture',
  'compte_rendu.envoyer': 'a envoyé un compte rendu',
  'compte_rendu.clore': 'a clos un compte rendu sans l’envoyer',
  'tache.confier': 'a confié une tâche',
  'tache.modifier': 'a modifié une tâche',
  'tache.retirer': 'a retiré une tâche',
  'tache.terminer': 'a terminé une tâche',
  'tache.rouvrir': 'a rouvert une tâche',
  'taches.rappeler': 'a rappelé les tâches dues',
  'seance.retirer': 'a retiré une séance',
  'seance.retablir': 'a fait revenir une séance'
}
export const OBJETS_INSTANCES: Record<string, string> = {
  instances: 'Instance',
  sieges: 'Siège',
  seances: 'Séance',
  points: 'Point de l’ordre du jour',
  invitations: 'Invitation',
  emargements: 'Présence',
  comptes_rendus: 'Compte rendu',
  conclusions: 'Conclusion',
  taches: 'Tâche',
  naissances: 'Action née en séance',
  diffusions: 'Envoi du compte rendu'
}
export const CHAMPS_INSTANCES: Record<string, string> = {
  mission: 'Mission',
  place_du_cls: 'Place du CLS',
  motif_sans_cls: 'Pourquoi sans le CLS',
  mandat_debut: 'Début du mandat',
  mandat_fin: 'Fin du mandat',
  instance_id: 'Instance',
  jour: 'Jour',
  heure: 'Heure',
  duree: 'Durée en minutes',
  lieu: 'Lieu',
  capacite: 'Places',
  motif_quota: 'Pourquoi une séance de plus',
  motif_duree: 'Pourquoi plus de deux heures',
  annulee_le: 'Annulée le',
  motif_annulation: 'Pourquoi annulée',
  seance_id: 'Séance',
  reponse: 'Réponse',
  remplacant: 'Qui vient à sa place',
  repondu_le: 'Répondu le',
  convoquee_le: 'Invitations envoyées le',
  version: 'Version de la séance',
  temps: 'Temps de la séance',
  minutes: 'Durée en minutes',
  technique: 'Façon de travailler',
  invitation_id: 'Invitation',
  structure_dite: 'Structure, comme elle l’a écrite',
  par_soi: 'Notée par elle-même',
  notee_le: 'Notée le',
  notes: 'Notes',
  introduction: 'Début du compte rendu',
  valide_le: 'Validé le',
  envoye_le: 'Envoyé le',
  adresses: 'Adresses',
  faite_le: 'Faite le',
  rappele_le: 'Rappelée le',
  'conclusions.sorte': 'Décision ou besoin',
  'sieges.role': 'À quel titre'
}
export const VALEURS_INSTANCES: Record<string, Record<string, string>> = {
  'instances.nature': NATURE_INSTANCE,
  'instances.place_du_cls': PLACE_DU_CLS,
  'sieges.role': ROLE_SIEGE
}
