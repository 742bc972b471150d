import type { RefusDAnnuler } from './regles/annulation.ts'
import { JOURS_DE_RETOUR } from './schema.ts'
import { ACTES_COMPTES, OBJETS_COMPTES } from '#domaines/comptes/libelles.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { ACTES_CONTRATS } from '#domaines/contrats/libelles/historique.ts'
import { ACTES_PARTENAIRES, OBJETS_PARTENAIRES } from '#domaines/partenaires/libelles.ts'
import { ACTES_IMPLANTATIONS, OBJETS_IMPLANTATIONS } from '#domaines/partenaires/libelles/implantations.ts'
import { ACTES_REGROUPEMENTS, OBJETS_REGROUPEMENTS } from '#domaines/partenaires/libelles/regroupements.ts'
import { ACTES_RELATIONS, OBJETS_RELATIONS } from '#domaines/partenaires/libelles/relations.ts'
import { ACTES_ECHANGES, OBJETS_ECHANGES } from '#domaines/partenaires/libelles/echanges.ts'
import { ACTES_RECIPROCITE, OBJETS_RECIPROCITE } from '#domaines/partenaires/libelles/reciprocite.ts'
import { ACTES_CHARTES, OBJETS_CHARTES } from '#domaines/partenaires/libelles/chartes.ts'
import { ACTES_PROVENANCES, OBJETS_PROVENANCES } from '#domaines/partenaires/libelles/provenances.ts'
import { ACTES_CORRECTIONS, OBJETS_CORRECTIONS } from '#domaines/partenaires/libelles/corrections.ts'
import { ACTES_PASSATIONS, OBJETS_PASSATIONS } from '#domaines/partenaires/libelles/passations.ts'
import { ACTES_AMBASSADEURS, OBJETS_AMBASSADEURS } from '#domaines/partenaires/libelles/ambassadeurs.ts'
import { ACTES_FORMATIONS, OBJETS_FORMATIONS } from '#domaines/partenaires/libelles/formations.ts'
import { ACTES_VOLONTAIRES, OBJETS_VOLONTAIRES } from '#domaines/partenaires/libelles/volontaires.ts'
import { ACTES_EFFACEMENTS, OBJETS_EFFACEMENTS } from '#domaines/partenaires/libelles/effacements.ts'
import { ACTES_BOITES } from '#domaines/partenaires/libelles/boites.ts'
import { ACTES_TERRITOIRES, OBJETS_TERRITOIRES } from '#domaines/territoires/libelles.ts'
import { ACTES_MOYENS, INCONNUS_MOYENS, OBJETS_MOYENS } from '#domaines/actions/libelles/moyens.ts'
import { ACTES_ACTIONS, OBJETS_ACTIONS } from '#domaines/actions/libelles/historique.ts'
import { direRetouchees } from '#domaines/actions/libelles/refus.ts'
import { ACTES_HABILLAGE, OBJETS_HABILLAGE } from '#domaines/actions/libelles/habillage.ts'
import { ACTES_PIECES, INCONNUS_PIECES, OBJETS_PIECES } from '#domaines/actions/libelles/pieces.ts'
import { ACTES_INSTANCES, OBJETS_INSTANCES } from '#domaines/instances/libelles.ts'
import { ACTES_AGENDA, OBJETS_AGENDA } from '#domaines/instances/libelles/agenda.ts'
import { ACTES_SUPPORTS, OBJETS_SUPPORTS } from '#domaines/instances/libelles/supports.ts'
import { ACTES_PASSAGES, OBJETS_PASSAGES } from '#domaines/instances/libelles/passages.ts'
import { ACTES_RENCONTRES, OBJETS_RENCONTRES } from '#domaines/instances/libelles/rencontres.ts'
import { ACTES_ATTENTES, OBJETS_ATTENTES } from '#domaines/instances/libelles/attentes.ts'
import { ACTES_INTERETS, OBJETS_INTERETS } from '#domaines/instances/libelles/interets.ts'
import { ACTES_ENQUETES, OBJETS_ENQUETES } from '#domaines/enquetes/libelles.ts'

/** Acts of every room, as the history tells them after the name of who did them: « Camille Perrin a signé le contrat ». */
export const ACTES: Record<string, string> = {
  ...ACTES_TERRITOIRES,
  ...ACTES_COMPTES,
  ...ACTES_PARTENAIRES,
  ...ACTES_RELATIONS,
  ...ACTES_ECHANGES,
  ...ACTES_AMBASSADEURS,
  ...ACTES_EFFACEMENTS,
  ...ACTES_VOLONTAIRES,
  ...ACTES_FORMATIONS,
  ...ACTES_CHARTES,
  ...ACTES_PASSATIONS,
  ...ACTES_PROVENANCES,
  ...ACTES_CORRECTIONS,
  ...ACTES_IMPLANTATIONS,
  ...ACTES_REGROUPEMENTS,
  ...ACTES_RECIPROCITE,
  ...ACTES_BOITES,
  ...ACTES_MOYENS,
  ...ACTES_ACTIONS,
  ...ACTES_PIECES,
  ...ACTES_HABILLAGE,
  ...ACTES_CONTRATS,
  ...ACTES_INSTANCES,
  ...ACTES_PASSAGES,
  ...ACTES_SUPPORTS,
  ...ACTES_RENCONTRES,
  ...ACTES_AGENDA,
  ...ACTES_ATTENTES,
  ...ACTES_INTERETS,
  ...ACTES_ENQUETES,
  'espace.envoyer': 'a envoyé à une personne le lien de sa page',
  'espace.demander': 'a demandé le lien de sa page',
  'espace.renouveler': 'a éteint les liens de la page d’une personne',
  'geste.annuler': 'a annulé un changement',
  'fiches.annuler_lot': 'a annulé un changement de plusieurs actions'
}

/** An act said to who has just done it: « Vous avez signé le contrat. »; null for what is no act of hers. */
export const direFait = (acte: string): string | null =>
  ACTES[acte]?.startsWith('a ') ? `Vous avez ${ACTES[acte].slice(2)}.` : null

/** The objects of the history, by table. */
export const OBJETS: Record<string, string> = {
  ...OBJETS_TERRITOIRES,
  ...OBJETS_COMPTES,
  ...OBJETS_PARTENAIRES,
  ...OBJETS_RELATIONS,
  ...OBJETS_ECHANGES,
  ...OBJETS_AMBASSADEURS,
  ...OBJETS_EFFACEMENTS,
  ...OBJETS_VOLONTAIRES,
  ...OBJETS_FORMATIONS,
  ...OBJETS_CHARTES,
  ...OBJETS_PASSATIONS,
  ...OBJETS_PROVENANCES,
  ...OBJETS_CORRECTIONS,
  ...OBJETS_IMPLANTATIONS,
  ...OBJETS_REGROUPEMENTS,
  ...OBJETS_RECIPROCITE,
  ...OBJETS_MOYENS,
  ...OBJETS_ACTIONS,
  ...OBJETS_PIECES,
  ...OBJETS_HABILLAGE,
  ...OBJETS_INSTANCES,
  ...OBJETS_PASSAGES,
  ...OBJETS_SUPPORTS,
  ...OBJETS_PASSAGES,
  ...OBJETS_RENCONTRES,
  ...OBJETS_AGENDA,
  ...OBJETS_ATTENTES,
  ...OBJETS_INTERETS,
  ...OBJETS_ENQUETES,
  contrats: 'Contrat',
  signataires: 'Signataire',
  conventions: 'Convention',
  axes: 'Axe',
  fiches: 'Fiche-action',
  places: 'Place dans le contrat',
  objectifs: 'Objectif',
  intervenants: 'Intervenant',
  fiches_quartiers: 'Quartier concerné',
  etapes: 'Étape',
  financements: 'Financement',
  indicateurs: 'Indicateur',
  indicateurs_valeurs: 'Valeur d’indicateur',
  reponses: 'Réponse à un axe transversal',
  actes: 'Acte du contrat',
  actes_montants: 'Montant d’un acte',
  faits: 'Journal du contrat',
  prs: 'Projet régional de santé',
  prs_axes: 'Axe du projet régional',
  axes_prs: 'Lien avec le projet régional',
  reperes: 'Repère de la frise',
  programmes: 'Autre programme',
  contrats_programmes: 'Lien avec un autre programme',
  fiches_programmes: 'Lien avec un autre programme',
  nouvelles: 'Nouvelle',
  devenirs: 'Suite du contrat',
  liens: 'Lien avec une autre action',
  fiches_prs: 'Lien avec le projet régional',
  vues: 'Vue enregistrée',
  appariements: 'Colonnes d’un tableur'
}

/** What to call an object whose name is not known, by the column that refers to it. */
export const INCONNUS: Record<string, string> = {
  ...INCONNUS_MOYENS,
  ...INCONNUS_PIECES,
  structure_id: 'une structure',
  personne_id: 'une personne',
  par_personne_id: 'une personne',
  par_structure_id: 'une structure',
  contact_id: 'une personne',
  infirmier_id: 'une personne',
  compte_id: 'un membre',
  quartier_id: 'un quartier',
  contrat_id: 'un contrat',
  acte_id: 'un acte',
  precedent_id: 'un contrat',
  axe_id: 'un axe',
  instance_id: 'une instance',
  fiche_id: 'une fiche',
  autre_id: 'une autre action',
  un_id: 'l’une des deux',
  ensemble_id: 'une structure',
  membre_id: 'une structure',
  participant_id: 'un participant',
  vers_contrat_id: 'un contrat',
  indicateur_id: 'un indicateur',
  prs_id: 'un projet régional',
  prs_axe_id: 'un axe du projet régional',
  programme_id: 'un autre programme'
}

/** What an act that cannot be undone any more says, and what to do. */
const REFUS_D_ANNULER: Record<RefusDAnnuler | 'geste_appuye', string> = {
  geste_trop_vieux: `Ce changement a plus de ${JOURS_DE_RETOUR} jours\u00a0: il ne s’annule plus d’un coup. L’historique dit ce qui était écrit avant.`,
  geste_depasse: 'Ce qui avait été écrit alors a changé depuis. Annulez d’abord le changement le plus récent.',
  geste_sans_retour:
    'Ce changement ne s’annule pas d’ici\u00a0: une lettre partie ne revient pas, et ce qui touche aux membres, aux réglages ou à un effacement se défait sur sa page.',
  geste_appuye:
    'D’autres éléments se sont attachés depuis à ce qui avait été créé alors. Retirez plutôt l’objet\u00a0: il pourra revenir.'
}

export const direRefusDAnnuler = (raison: string, precisions: Record<string, unknown> = {}): string =>
  raison === 'lot_retouche'
    ? `${direRetouchees(precisions)} Rien n’a été annulé, pour ne pas effacer ce qui vient d’être écrit\u00a0: ouvrez leur fiche, l’historique y dit ce qui était écrit avant.`
    : (REFUS_D_ANNULER[raison as RefusDAnnuler] ?? 'Cela n’est pas possible ici.')

/** Why what was put aside does not come back. */
export const direRefusDeRevenir = (raison: string): string =>
  raison === 'nom_pris'
    ? 'Un autre a pris ce nom depuis\u00a0: donnez-lui un autre nom, puis recommencez.'
    : direRefusContrat(raison)

const instant = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit'
})

/** « dimanche 22 novembre 2026 à 10:04 », at the hour of Paris. */
export const direInstant = (quand: Date): string => instant.format(quand)
