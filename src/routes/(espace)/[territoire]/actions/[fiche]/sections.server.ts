import * as actes from '#domaines/actions/commands/fiche.server.ts'
import * as indicateurs from '#domaines/actions/commands/indicateurs.server.ts'
import { ecrireLiens } from '#domaines/actions/commands/liens.server.ts'
import { ecrirePostes } from '#domaines/actions/commands/postes.server.ts'
import { rattacherFiche } from '#domaines/actions/commands/rattacher.server.ts'
import * as sections from '#domaines/actions/commands/sections.server.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'

export type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>

/** Each section of the page, the act that writes it, and its fields that are lists. */
export const SECTIONS: Record<string, [acte: Acte, listes?: string[]]> = {
  titre: [actes.modifierFiche],
  textes: [actes.modifierFiche, ['mutualises']],
  bref: [actes.modifierFiche, ['ages', 'ottawa']],
  suivi: [actes.modifierFiche],
  objectifs: [sections.ecrireObjectifs, ['objectifs']],
  intervenants: [sections.ecrireIntervenants, ['intervenants']],
  quartiers: [sections.ecrireQuartiers, ['quartiers']],
  etapes: [sections.ecrireEtapes, ['etapes']],
  budget: [sections.ecrireBudget, ['financements']],
  postes: [ecrirePostes, ['fractions']],
  indicateurs: [indicateurs.ecrireIndicateurs, ['indicateurs']],
  releve: [indicateurs.releverIndicateur],
  liens: [ecrireLiens, ['liens', 'programmes', 'prsAxes', 'politiques']],
  reponse: [sections.repondreTransversal],
  place: [rattacherFiche]
}
