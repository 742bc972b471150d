/** What each act of the room says in the history, after the name of who did it. */
export const GESTES_INSTANCES: Record<string, string> = {
  'instance.creer': 'a créé une instance',
  'instance.modifier': 'a modifié une instance',
  'instance.retirer': 'a retiré une instance',
  'instance.retablir': 'a fait revenir une instance',
  'instance.composer': 'a dit qui siège dans une instance'
}
