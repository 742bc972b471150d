import { TAXE } from '#platform/argent.ts'
import { VALEURS_COMPTES } from '#domaines/comptes/libelles.ts'
import {
  AGE,
  ETAT_CONTRAT,
  MOMENT,
  NATURE_ACTE,
  NATURE_AXE,
  NATURE_FAIT,
  NATURE_PROGRAMME,
  NATURE_REPERE,
  ROLE_SIGNATAIRE
} from '#domaines/contrats/libelles.ts'
import { DEVENIR_DIT, NATURE_LIEN } from '#domaines/actions/libelles/suite.ts'
import { VALEURS_ENQUETES } from '#domaines/enquetes/libelles.ts'
import { VALEURS_ATTENTES } from '#domaines/instances/libelles/attentes.ts'
import { VALEURS_INSTANCES } from '#domaines/instances/libelles.ts'
import { VALEURS_SUITES } from '#domaines/instances/libelles/suites.ts'
import { VALEURS_INVITATIONS } from '#domaines/instances/libelles/invitations.ts'
import { VALEURS_AGENDA } from '#domaines/instances/libelles/agenda.ts'
import { VALEURS_RENCONTRES } from '#domaines/instances/libelles/rencontres.ts'
import { VALEURS_POINTS } from '#domaines/instances/libelles/techniques.ts'
import { VALEURS_PARTENAIRES } from '#domaines/partenaires/libelles.ts'
import { VALEURS_IMPLANTATIONS } from '#domaines/partenaires/libelles/implantations.ts'
import { VALEURS_REGROUPEMENTS } from '#domaines/partenaires/libelles/regroupements.ts'
import { VALEURS_ECHANGES } from '#domaines/partenaires/libelles/echanges.ts'
import { VALEURS_PROVENANCES } from '#domaines/partenaires/libelles/provenances.ts'
import { VALEURS_RECIPROCITE } from '#domaines/partenaires/libelles/reciprocite.ts'
import { VALEURS_FORMATIONS } from '#domaines/partenaires/libelles/formations.ts'
import { VALEURS_VOLONTAIRES } from '#domaines/partenaires/libelles/volontaires.ts'
import { VALEURS_EFFACEMENTS } from '#domaines/partenaires/libelles/effacements.ts'
import { VALEURS_TERRITOIRES } from '#domaines/territoires/libelles.ts'
import {
  AXE_OTTAWA,
  ETAT_FINANCEMENT,
  FACETTE,
  NATURE_ACTION,
  NIVEAU_OBJECTIF,
  PARTICIPATION,
  POLITIQUE,
  PRIORITE,
  ROLE_INTERVENANT,
  STATUT,
  THEMATIQUE,
  TYPE_ACTION
} from '#domaines/actions/libelles.ts'
import { VALEURS_MOYENS } from '#domaines/actions/libelles/moyens.ts'
import { VALEURS_HABILLAGE } from '#domaines/actions/libelles/habillage.ts'
import { VALEURS_PIECES } from '#domaines/actions/libelles/pieces.ts'

/** Words for the values of closed lists, by table and column. */
export const VALEURS: Record<string, Record<string, string>> = {
  ...VALEURS_TERRITOIRES,
  ...VALEURS_COMPTES,
  ...VALEURS_PARTENAIRES,
  ...VALEURS_EFFACEMENTS,
  ...VALEURS_VOLONTAIRES,
  ...VALEURS_FORMATIONS,
  ...VALEURS_ECHANGES,
  ...VALEURS_RECIPROCITE,
  ...VALEURS_PROVENANCES,
  ...VALEURS_IMPLANTATIONS,
  ...VALEURS_REGROUPEMENTS,
  'echanges.thematiques': THEMATIQUE,
  'echanges.facettes': FACETTE,
  ...VALEURS_ENQUETES,
  ...VALEURS_INSTANCES,
  ...VALEURS_ATTENTES,
  ...VALEURS_POINTS,
  ...VALEURS_INVITATIONS,
  ...VALEURS_SUITES,
  ...VALEURS_RENCONTRES,
  ...VALEURS_AGENDA,
  ...VALEURS_MOYENS,
  ...VALEURS_PIECES,
  ...VALEURS_HABILLAGE,
  'contrats.etape': ETAT_CONTRAT,
  'signataires.role': ROLE_SIGNATAIRE,
  'axes.nature': NATURE_AXE,
  'actes.nature': NATURE_ACTE,
  'actes_montants.taxe': TAXE,
  'fiches.budget_taxe': TAXE,
  'faits.nature': NATURE_FAIT,
  'reperes.nature': NATURE_REPERE,
  'programmes.nature': NATURE_PROGRAMME,
  'axes.ages': AGE,
  'fiches.ages': AGE,
  'fiches.statut': STATUT,
  'demandes_nouvelles.statut_propose': STATUT,
  'demandes_nouvelles.decision': { accepte: 'accepté', ecarte: 'non retenu' },
  'fiches.priorite': PRIORITE,
  'fiches.nature': NATURE_ACTION,
  'fiches.participation': PARTICIPATION,
  'fiches.ottawa': AXE_OTTAWA,
  'fiches.thematiques': THEMATIQUE,
  'fiches.types': TYPE_ACTION,
  'fiches.facettes': FACETTE,
  'objectifs.niveau': NIVEAU_OBJECTIF,
  'intervenants.role': ROLE_INTERVENANT,
  'financements.etat': ETAT_FINANCEMENT,
  'reponses.moment': MOMENT,
  'devenirs.choix': DEVENIR_DIT,
  'liens.nature': Object.fromEntries(Object.entries(NATURE_LIEN).map(([nature, { de }]) => [nature, de])),
  'fiches.politiques': POLITIQUE
}
