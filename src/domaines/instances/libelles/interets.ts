/** What an interest changes, and what it never does: said wherever one is shown or asked. */
export const INVITE_DE_TOUTE_FACON =
  'Tous les partenaires sont invités à tous les groupes\u00a0: dire ce qui intéresse n’en écarte personne. Cela dit seulement qui appeler d’abord.'

/** The same, to who says it of herself. */
export const VOUS_RESTEZ_INVITE =
  'Vous restez invité·e à tous les groupes, quoi que vous cochiez\u00a0: cela nous dit seulement ce qui vous tient à cœur.'

export const SON_THEME = 'ce thème l’intéresse'

export const ACTES_INTERETS: Record<string, string> = {
  'contact.choisir_interets': 'a dit ce qui l’intéresse',
  'instance.noter_interet': 'a noté qui s’intéresse à un groupe',
  'instance.retirer_interet': 'a retiré un intérêt noté'
}
export const OBJETS_INTERETS: Record<string, string> = { interets: 'Intérêt pour un groupe' }
