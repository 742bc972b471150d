import { direDate, type DateFloue } from '#platform/dates.ts'
import type {
  Age,
  EtapeContrat,
  EtatContrat,
  Moment,
  NatureActe,
  NatureAxe,
  NatureFait,
  NatureProgramme,
  NatureRepere,
  RoleSignataire
} from './schema.ts'

/** What a contract is on a given day, as said of it: « Ce contrat est… ». */
export const ETAT_CONTRAT: Record<EtatContrat, string> = {
  prefiguration: 'en préfiguration',
  elaboration: 'en cours d’élaboration',
  en_relecture: 'en relecture',
  signe: 'signé',
  en_vigueur: 'en vigueur',
  proroge: 'prorogé',
  echu: 'échu',
  abandonne: 'abandonné'
}

export const ROLE_SIGNATAIRE: Record<RoleSignataire, string> = {
  porteur: 'Porteur du contrat',
  obligatoire: 'Signataire obligatoire',
  autre: 'Autre signataire'
}

export const NATURE_AXE: Record<NatureAxe, string> = { thematique: 'Axe thématique', transversal: 'Axe transversal' }

/** The three moments at which a transversal axis asks its question. */
export const MOMENT: Record<Moment, string> = { conception: 'Conception', declinaison: 'Déclinaison', evaluation: 'Évaluation' }

/** The same, inside a sentence. */
export const LE_MOMENT: Record<Moment, string> = {
  conception: 'la conception',
  declinaison: 'la déclinaison',
  evaluation: 'l’évaluation'
}

/** Ages of life. */
export const AGE: Record<Age, string> = {
  perinatalite: 'Périnatalité et petite enfance',
  enfance: 'Enfance',
  jeunesse: 'Jeunesse',
  adultes: 'Adultes',
  seniors: 'Seniors'
}

/** The acts of a contract's life beside its signature. */
export const NATURE_ACTE: Record<NatureActe, string> = {
  etude: 'Étude d’éligibilité',
  deliberation: 'Délibération',
  avenant: 'Avenant',
  prorogation: 'Prorogation par arrêté',
  convention: 'Convention financière',
  autre: 'Autre acte'
}

/** What the journal notes. */
export const NATURE_FAIT: Record<NatureFait, string> = {
  crise: 'Crise',
  retard: 'Retard',
  depart: 'Départ',
  arrivee: 'Arrivée',
  ouverture: 'Ouverture',
  autre: 'Autre fait'
}

/** Programmes beside the contract. */
export const NATURE_PROGRAMME: Record<NatureProgramme, string> = {
  contrat_de_ville: 'Contrat de ville',
  clsm: 'Conseil local de santé mentale (CLSM)',
  ptsm: 'Projet territorial de santé mentale (PTSM)',
  ctg: 'Convention territoriale globale (CTG)',
  cite_educative: 'Cité éducative',
  autre: 'Autre programme'
}

/** What else stands on the line of time. */
export const NATURE_REPERE: Record<NatureRepere, string> = {
  diagnostic: 'Diagnostic',
  projet: 'Projet long',
  mandat: 'Mandat d’une instance d’habitants',
  election: 'Élection',
  autre: 'Autre repère'
}

const REFUS_CONTRAT: Record<string, string> = {
  precedent_inconnu: 'Le contrat précédent n’existe plus.',
  periode_inversee: 'La fin du contrat est avant son début.',
  periode_signee: 'Un contrat signé dit quand il commence et quand il finit.',
  niveaux_occupes: 'Des axes sont rangés plus bas que ces niveaux : rangez-les plus haut d’abord, ou gardez leur nom.',
  etape_interdite: 'Le contrat ne peut pas passer à cette étape.',
  structure_inconnue: 'Choisissez une structure de l’annuaire.',
  personne_inconnue: 'Choisissez une personne de l’annuaire.',
  minimum_rompu: 'Le contrat est signé : ce rôle retirerait une partie que la signature demande.',
  deja_signataire: 'Cette structure est déjà parmi les signataires.',
  deja_signe: 'Le contrat est signé : ses signataires ne se retirent plus.',
  signature_future: 'Cette date est à venir : déclarez la signature quand elle a eu lieu.',
  signature_incomplete: 'Le contrat ne peut pas être signé : il manque encore quelque chose, dit plus haut.',
  parent_inconnu: 'L’axe au-dessus n’existe plus.',
  liste_vide: 'Collez au moins un axe, un par ligne.',
  liste_trop_longue: 'La liste dépasse 60 lignes : ce n’est sans doute pas une liste d’axes.',
  intitule_trop_long: 'Une ligne dépasse 500 caractères : chaque ligne est l’intitulé d’un axe.',
  trop_profond: 'Le contrat ne nomme pas de niveau si bas. Ajoutez un nom de niveau, ou rangez cet axe plus haut.',
  boucle: 'Un axe ne peut pas se ranger sous lui-même.',
  deja_des_transversaux: 'Le contrat a déjà des axes transversaux.',
  prorogation_sans_signature: 'Seul un contrat signé, qui dit quand il finit, se proroge.',
  nouvelle_fin_manque: 'Dites jusqu’à quand l’arrêté proroge le contrat.',
  nouvelle_fin_avant_acte: 'La nouvelle fin est déjà passée à la date de l’acte : vérifiez les deux dates.',
  fin_sans_prorogation: 'Seule une prorogation donne une nouvelle fin : choisissez cette nature, ou laissez ce champ vide.',
  convention_vide: 'Dites l’objet de la convention, ou au moins sa date.',
  fait_a_venir: 'Le journal dit ce qui a eu lieu : cette date est à venir.',
  numero_double: 'Deux axes du projet régional ont le même numéro.',
  programme_inconnu: 'Ce programme n’est plus sur le territoire. Choisissez-en un autre.',
  prs_inconnu: 'Choisissez un projet régional de la liste.',
  prs_axe_inconnu: 'Cet axe n’est pas de ce projet régional.',
  ordre_incomplet: 'L’ordre a changé entre-temps : rechargez la page.'
}

type Precisions = Record<string, unknown>
const parQui = ({ reference }: Precisions): string => (reference ? `, par « ${reference as string} »` : '')

/** What a refusal says with what the command knows of it. */
const REFUS_PRECIS: Record<string, (precisions: Precisions) => string> = {
  acte_a_venir: ({ date }) =>
    `Cet acte est daté ${(date as string).length === 10 ? 'du' : 'de'} ${direDate(date as DateFloue)} : notez-le quand il sera pris.`,
  nouvelle_fin_trop_tot: (precisions) =>
    `Une prorogation va plus loin que la fin en vigueur, ${direDate(precisions.fin as DateFloue)}${parQui(precisions)}. Pour raccourcir le contrat, corrigez ou retirez l’acte qui donnait cette fin, et dites pourquoi dans un « autre acte ».`,
  nouvelle_fin_apres_suivante: (precisions) =>
    `Un acte plus récent a porté la fin ${direJusque(precisions.fin as DateFloue)}${parQui(precisions)} : celle de cet acte-ci vient avant.`
}

/** What a person reads when a command refuses. */
export const direRefusContrat = (raison: string, precisions: Precisions = {}): string =>
  REFUS_PRECIS[raison]?.(precisions) ?? REFUS_CONTRAT[raison] ?? 'Cela n’est pas possible ici.'

const GESTE_ETAPE: Record<EtapeContrat, string> = {
  prefiguration: 'Revenir à la préfiguration',
  elaboration: 'Passer en élaboration',
  en_relecture: 'Passer en relecture',
  signe: 'Déclarer signé',
  abandonne: 'Abandonner ce contrat'
}

/** What moving from a stage to another is called, as an act. */
export const direGeste = (de: EtapeContrat, vers: EtapeContrat): string =>
  de === 'signe' ? 'Revenir sur la signature' : GESTE_ETAPE[vers]

/** Until when something runs: « au 7 mars 2022 », « en mars 2022 », « en 2022 ». */
export const direJusque = (date: DateFloue): string => `${date.length === 10 ? 'au' : 'en'} ${direDate(date)}`
