import * as libre from '#platform/classeur/libre.ts'
import { NOMS_CONNUS, roleDe } from './colonnes.ts'
import type { RoleColonne } from '../../schema/plan.ts'
import { ROLES_UNIQUES, type Appariement } from '../../schema/appariement.ts'

/** Words by which columns of free files are known, the most telling first. */
const MOTS: readonly [RegExp, RoleColonne][] = [
  [/sous[- ]?action/, 'sousTitre'],
  [/sous[- ]?sous[- ]?axe/, 'sousSousAxe'],
  [/sous[- ]?axe|objectif strategique|sous[- ]?theme/, 'sousAxe'],
  [/objectifs? gener/, 'objectifGeneral'],
  [/objectifs? specif/, 'objectifSpecifique'],
  [/objectifs? operat/, 'objectifOperationnel'],
  [/co[- ]?pilote/, 'copilote'],
  [/elue?s? |elus?$/, 'elu_referent'],
  [/(service|direction) (pilote|porteu|referent|responsable)/, 'service_pilote'],
  [/contact|referent|personne (pilote|ressource)|responsable de l'action/, 'personne_pilote'],
  [/pilot|\bport(?:e|age)|responsable|maitre d'ouvrage|operateur|qui \?|qui$/, 'pilote'],
  [/partenai|acteurs|associes/, 'partenaire'],
  [/montant|subvention|\bttc\b|\bht\b/, 'montant'],
  [/financeur|cofinanc|financements?$/, 'financeur'],
  [/budget|cout/, 'budgetPrevisionnel'],
  [/public|beneficiaire|cible/, 'publics'],
  [/\bages?\b/, 'ages'],
  [/\bmilieux?\b/, 'milieux'],
  [/quartier|secteur|\blieux?\b|localisation/, 'quartiers'],
  [/debut|demarr|lancement/, 'debut'],
  [/\bfin\b|echeance|termine|date limite/, 'fin'],
  [/\bperiode\b/, 'periode'],
  [/calendrier|planning|periode|temporalite|quand/, 'calendrier'],
  [/indicateur|evaluation|resultats? attendus?/, 'indicateurs'],
  [/etape|phasage/, 'etapes'],
  [/contexte|constat|diagnostic|besoin|enjeu|pourquoi/, 'contexte'],
  [/vigilance|risque|frein|difficulte/, 'vigilance'],
  [/descri|contenu|presentation|modalites|deroul|comment$|quoi/, 'description'],
  [/moyen|ressource/, 'moyens'],
  [/participation/, 'participation'],
  [/statut|avancement|^etat/, 'statut'],
  [/priorit/, 'priorite'],
  [/types d'actions?/, 'types'],
  [/nouvelle action|nature de l'action|type d'action/, 'nature'],
  [/gouvernance|instance|comite/, 'gouvernance'],
  [/objectif|finalite/, 'objectifs'],
  [/\bnotes?\b|commentaire|observation|remarque|suivi/, 'notes'],
  [/document|piece|annexe/, 'documents'],
  [/^liens?\b|\burl\b|site (web|internet)/, 'liens'],
  [/^(n°|n ?o|num|ref|code)/, 'numero'],
  [/intitule|titre|libelle|nom de l/, 'titre'],
  [/\baxes?\b|orientation|volet|thematique|\btheme|domaine/, 'axe'],
  [/\bactions?\b|fiche|projet|mesure/, 'titre']
]

type Proposition = { role: RoleColonne; force: 0 | 1 | 2 | 3 }

/** What a column of this name probably holds. */
export function reconnaitreNom(nom: string): Proposition {
  const connu = roleDe(nom)
  if (connu) return { role: connu, force: 3 }
  const cle = libre.cleDeNom(nom)
  const proche = libre.presque(cle, NOMS_CONNUS)
  if (proche) return { role: proche, force: 2 }
  const mot = MOTS.find(([forme]) => forme.test(cle))
  return mot ? { role: mot[1], force: 1 } : { role: 'note', force: 0 }
}

/** What each column probably holds. */
export const proposerRoles = (noms: readonly string[]): Appariement['roles'] =>
  libre.proposerRoles(noms, reconnaitreNom, ROLES_UNIQUES, 'note')
