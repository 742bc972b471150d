import type { RefusDeRegroupement } from '../regles/regroupements.ts'
import type { RoleRegroupement, SensRegroupement } from '../schema/regroupements.ts'
import type { OffreRessource } from '../schema/ressources.ts'

export const ROLE_REGROUPEMENT: Record<RoleRegroupement, string> = {
  membre: 'Membre',
  fondateur: 'Membre fondateur',
  gestionnaire: 'Gestionnaire',
  porteur: 'Établissement porteur',
  invite: 'Invité, sans voix'
}
export const SENS_DU_REGROUPEMENT: Record<SensRegroupement, string> = {
  regroupe: 'Elle regroupe l’autre',
  membre_de: 'Elle fait partie de l’autre'
}

/** Why it was not noted. */
export const direRefusRegroupement = (raison: string, { nom }: { nom?: unknown } = {}): string =>
  ({
    regroupement_de_soi: 'Une structure ne se regroupe pas elle-même\u00a0: nommez-en une autre.',
    regroupement_deja: `«\u202f${String(nom)}\u202f» est déjà dans cette liste\u00a0: modifiez plutôt sa ligne.`,
    regroupement_en_boucle: `«\u202f${String(nom)}\u202f» est déjà de l’autre côté, de près ou de loin\u00a0: cela tournerait en rond.`
  })[raison as RefusDeRegroupement] ?? 'Cela n’est pas possible ici.'

export const OFFRE_RESSOURCE: Record<OffreRessource, string> = {
  formation: 'Formation',
  documentation: 'Documentation',
  methode: 'Appui méthodologique',
  ateliers: 'Ateliers, échanges de pratiques',
  outils: 'Outils et prêt de matériel',
  donnees: 'Données et études',
  financement: 'Recherche de financements'
}

/** What the history tells of them. */
export const ACTES_REGROUPEMENTS: Record<string, string> = {
  'regroupement.noter': 'a noté qu’une structure en regroupe une autre',
  'regroupement.modifier': 'a corrigé la place d’une structure dans une autre',
  'regroupement.retirer': 'a retiré une structure d’une autre qui la regroupe',
  'regroupement.retablir': 'a fait revenir une structure dans celle qui la regroupe',
  'ressource.decrire': 'a décrit un organisme ressource',
  'ressource.effacer': 'a effacé la description d’un organisme ressource'
}
export const OBJETS_REGROUPEMENTS: Record<string, string> = {
  regroupements: 'Structure regroupée',
  ressources: 'Organisme ressource'
}
export const CHAMPS_REGROUPEMENTS: Record<string, string> = {
  ensemble_id: 'Regroupée par',
  membre_id: 'Structure regroupée',
  offres: 'Ce qu’il apporte',
  pour_qui: 'Pour qui',
  joindre: 'Comment le joindre',
  url: 'Site'
}
export const VALEURS_REGROUPEMENTS: Record<string, Record<string, string>> = {
  'regroupements.role': ROLE_REGROUPEMENT,
  'ressources.offres': OFFRE_RESSOURCE
}
