import * as actes from '#domaines/actions/commands/fiche.server.ts'
import { rattacherFiche } from '#domaines/actions/commands/rattacher.server.ts'
import * as sections from '#domaines/actions/commands/sections.server.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'

export type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>

/** Each section of the page, the act that writes it, and its fields that are lists. */
export const SECTIONS: Record<string, [acte: Acte, listes?: string[]]> = {
  titre: [actes.modifierFiche],
  textes: [actes.modifierFiche],
  bref: [actes.modifierFiche, ['ottawa']],
  classement: [actes.modifierFiche, ['thematiques', 'types', 'facettes', 'ages', 'milieux']],
  suivi: [actes.modifierFiche],
  objectifs: [sections.ecrireObjectifs, ['objectifs']],
  intervenants: [sections.ecrireIntervenants, ['intervenants']],
  quartiers: [sections.ecrireQuartiers, ['quartiers']],
  etapes: [sections.ecrireEtapes, ['etapes']],
  budget: [sections.ecrireBudget, ['financements']],
  indicateurs: [sections.ecrireIndicateurs, ['indicateurs']],
  releve: [sections.releverIndicateur],
  reponse: [sections.repondreTransversal],
  place: [rattacherFiche]
}
