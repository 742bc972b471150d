import { error } from '@sveltejs/kit'
import { retablirFiche } from '#domaines/actions/commands/fiche.server.ts'
import { retablirNouvelle } from '#domaines/actions/commands/nouvelles.server.ts'
import { retablirPiece } from '#domaines/actions/commands/pieces.server.ts'
import { retablirPoste } from '#domaines/actions/commands/postes.server.ts'
import { retablirActe } from '#domaines/contrats/commands/actes.server.ts'
import { retablirAxe } from '#domaines/contrats/commands/axes.server.ts'
import { retablirContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { retablirConvention } from '#domaines/contrats/commands/convention.server.ts'
import { retablirFait, retablirRepere } from '#domaines/contrats/commands/journal.server.ts'
import { retablirPrs } from '#domaines/contrats/commands/prs.server.ts'
import { retablirProgramme } from '#domaines/contrats/commands/programmes.server.ts'
import { retablirSignataire } from '#domaines/contrats/commands/signature.server.ts'
import { retablirInstance } from '#domaines/instances/commands/instances.server.ts'
import { retablirPassage } from '#domaines/instances/commands/passages.server.ts'
import { retablirSupport } from '#domaines/instances/commands/supports.server.ts'
import { retablirSeance } from '#domaines/instances/commands/seances.server.ts'
import { retablirPersonne, retablirStructure } from '#domaines/partenaires/commands.server.ts'
import { retablirFormation } from '#domaines/partenaires/commands/formations.server.ts'
import { retablirRelation } from '#domaines/partenaires/commands/relations.server.ts'
import { retablirRegroupement } from '#domaines/partenaires/commands/regroupements.server.ts'
import { retablirImplantation } from '#domaines/partenaires/commands/implantations.server.ts'
import { retablirEchange } from '#domaines/partenaires/commands/echanges.server.ts'
import { retablirInvitationRecue } from '#domaines/partenaires/commands/reciprocite.server.ts'
import { retablirCharte } from '#domaines/partenaires/commands/chartes.server.ts'
import { retablirAmbassadeur } from '#domaines/partenaires/commands/ambassadeurs.server.ts'
import { retablirPassation } from '#domaines/pilotage/commands/passation.server.ts'
import { retablirQuartier } from '#domaines/territoires/commands.server.ts'
import type { Acte } from '../../../../session.server.ts'

const RETABLIR: Record<string, Acte> = {
  fiches: retablirFiche,
  nouvelles: retablirNouvelle,
  contrats: retablirContrat,
  axes: retablirAxe,
  actes: retablirActe,
  faits: retablirFait,
  prs: retablirPrs,
  reperes: retablirRepere,
  programmes: retablirProgramme,
  postes: retablirPoste,
  pieces: retablirPiece,
  pieces_du_contrat: retablirPiece,
  signataires: retablirSignataire,
  conventions: retablirConvention,
  instances: retablirInstance,
  seances: retablirSeance,
  passages: retablirPassage,
  supports: retablirSupport,
  formations: retablirFormation,
  ambassadeurs: retablirAmbassadeur,
  echanges: retablirEchange,
  chartes: retablirCharte,
  invitations_recues: retablirInvitationRecue,
  structures: retablirStructure,
  passations: retablirPassation,
  personnes: retablirPersonne,
  relations: retablirRelation,
  regroupements: retablirRegroupement,
  implantations: retablirImplantation,
  quartiers: retablirQuartier
}

/** The command of the object's own room, with its own right and its own refusals. */
export const retablir: Acte = (appel, saisie) =>
  RETABLIR[String(saisie.table)]?.(appel, { id: saisie.id }) ?? error(404, 'Ceci n’existe pas, ou plus.', {})
