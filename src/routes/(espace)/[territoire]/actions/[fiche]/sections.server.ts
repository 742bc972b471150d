import type { SectionDeFiche } from '#domaines/actions/commands/ecrire-section.server.ts'

/** Each section of the page, and its fields that are lists. */
export const LISTES: Record<SectionDeFiche, readonly string[]> = {
  titre: [],
  textes: ['mutualises'],
  bref: ['ottawa'],
  classement: ['thematiques', 'types', 'facettes', 'ages', 'milieux'],
  suivi: [],
  objectifs: ['objectifs'],
  intervenants: ['intervenants'],
  quartiers: ['quartiers'],
  etapes: ['etapes'],
  budget: ['financements'],
  postes: ['fractions'],
  indicateurs: ['indicateurs'],
  releve: [],
  liens: ['liens', 'programmes', 'prsAxes', 'politiques'],
  reponse: [],
  place: []
}
