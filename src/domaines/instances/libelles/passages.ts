const REFUS: Record<string, string> = {
  pas_participative: 'Seules les instances où siègent des habitants ont ce journal.',
  passage_a_venir: 'Cette date est à venir\u00a0: notez le passage une fois qu’il a eu lieu.'
}

/** Why the log of presence refused. */
export const direRefusPassage = (raison: string): string => REFUS[raison] ?? 'Cela n’est pas possible ici.'

/** The log as the history tells it. */
export const ACTES_PASSAGES: Record<string, string> = {
  'passage.noter': 'a noté sa venue à une instance participative',
  'passage.modifier': 'a corrigé sa venue à une instance participative',
  'passage.retirer': 'a retiré une venue à une instance participative',
  'passage.retablir': 'a fait revenir une venue à une instance participative'
}
export const OBJETS_PASSAGES: Record<string, string> = { passages: 'Venue à une instance participative' }
export const CHAMPS_PASSAGES: Record<string, string> = { sujets: 'Ce qui a été soulevé', suite: 'Ce que nous en faisons' }
