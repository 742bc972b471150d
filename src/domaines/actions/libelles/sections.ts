/** What somebody writes on a fiche, as it is said of her: « Alix Martin (écrit les étapes) ». */
export const SECTION_DE_FICHE: Record<string, string> = {
  titre: 'écrit le titre',
  textes: 'écrit les textes',
  bref: 'met à jour l’essentiel',
  classement: 'range la fiche',
  suivi: 'écrit la vigilance et les notes',
  objectifs: 'écrit les objectifs',
  intervenants: 'écrit les pilotes et partenaires',
  quartiers: 'dit les quartiers',
  etapes: 'écrit les étapes',
  budget: 'écrit le budget',
  postes: 'écrit les postes',
  indicateurs: 'écrit les indicateurs',
  liens: 'écrit les liens',
  reponse: 'répond à un axe transversal',
  place: 'change la place dans le contrat'
}
