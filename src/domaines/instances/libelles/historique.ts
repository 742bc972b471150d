import { NATURE_INSTANCE, PLACE_DU_CLS, ROLE_SIEGE } from '../libelles.ts'

/** What the room says in the history: its acts, after the name of who did them, its objects, fields and values. */
export const ACTES_INSTANCES: Record<string, string> = {
  'instance.creer': 'a créé une instance',
  'instance.modifier': 'a modifié une instance',
  'instance.retirer': 'a retiré une instance',
  'instance.retablir': 'a fait revenir une instance',
  'instance.composer': 'a dit qui siège dans une instance'
}
export const OBJETS_INSTANCES: Record<string, string> = { instances: 'Instance', sieges: 'Siège' }
export const CHAMPS_INSTANCES: Record<string, string> = {
  mission: 'Mission',
  place_du_cls: 'Place du CLS',
  motif_sans_cls: 'Pourquoi sans le CLS',
  mandat_debut: 'Début du mandat',
  mandat_fin: 'Fin du mandat',
  instance_id: 'Instance',
  'sieges.role': 'À quel titre'
}
export const VALEURS_INSTANCES: Record<string, Record<string, string>> = {
  'instances.nature': NATURE_INSTANCE,
  'instances.place_du_cls': PLACE_DU_CLS,
  'sieges.role': ROLE_SIEGE
}
