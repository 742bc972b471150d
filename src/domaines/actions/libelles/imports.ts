import type { EtatVu } from '../regles/import.ts'
import type { RaisonDeCible } from '../regles/plan/cible.ts'
import type { Appariement } from '../schema/appariement.ts'

/** What a column of a free file may hold, by group, as a person chooses it; what stands alone comes first. */
export const ROLE_COLONNE: Record<string, Partial<Record<Appariement['roles'][number], string>>> = {
  '': { note: 'Garder dans les notes', ignorer: 'Ne pas reprendre' },
  'L’action et sa place': {
    titre: 'Titre de l’action',
    sousTitre: 'Titre de la sous-action',
    axe: 'Axe (niveau 1)',
    sousAxe: 'Sous-axe (niveau 2)',
    sousSousAxe: 'Sous-sous-axe (niveau 3)',
    numero: 'Numéro de l’action'
  },
  'Pourquoi et comment': {
    contexte: 'Pourquoi\u00a0: contexte, constat',
    description: 'Comment\u00a0: description',
    objectifs: 'Objectifs, tous ensemble',
    objectifGeneral: 'Objectif général',
    objectifSpecifique: 'Objectifs spécifiques',
    objectifOperationnel: 'Objectifs opérationnels',
    vigilance: 'Points de vigilance'
  },
  Qui: {
    pilote: 'Structure pilote',
    copilote: 'Structure copilote',
    service_pilote: 'Direction ou service pilote',
    personne_pilote: 'Personne pilote',
    elu_referent: 'Élu·e référent·e',
    partenaire: 'Partenaires',
    gouvernance: 'Instance de gouvernance'
  },
  'Quand et où en est-on': {
    statut: 'Statut',
    priorite: 'Priorité',
    nature: 'Nature (nouvelle, à développer, existante)',
    debut: 'Date de début',
    fin: 'Date de fin',
    periode: 'Période (début et fin ensemble)',
    calendrier: 'Calendrier, en toutes lettres',
    etapes: 'Étapes',
    ameliorationContinue: 'Amélioration continue (oui ou non)'
  },
  'Pour qui et où': {
    publics: 'Publics',
    ages: 'Âges de la vie',
    milieux: 'Milieux d’intervention',
    thematiques: 'Thèmes de santé',
    types: 'Types d’action',
    quartiers: 'Quartiers',
    participation: 'Participation des habitants'
  },
  'Argent, moyens et mesures': {
    financeur: 'Financeur',
    montant: 'Montant du financeur d’à côté',
    budgetPrevisionnel: 'Budget prévisionnel total',
    moyens: 'Moyens humains et techniques',
    indicateurs: 'Indicateurs'
  },
  'Le reste': { notes: 'Notes', documents: 'Documents', liens: 'Liens' }
}

/** Why a plan goes where the preview says. */
export const RAISON_CIBLE: Record<RaisonDeCible, string> = {
  choisi: 'C’est le contrat que vous avez choisi.',
  fichier: 'Ce fichier a été exporté de ce contrat\u00a0: c’est lui qui est proposé.',
  deja_importe: 'Ce plan y a déjà été importé\u00a0: c’est lui qui est proposé.',
  meme_titre: 'Ce contrat a le même titre que le plan\u00a0: c’est lui qui est proposé.',
  en_preparation: 'C’est le seul contrat en préparation, et il n’a encore aucune action\u00a0: c’est lui qui est proposé.',
  nouveau: 'L’import ouvrirait un nouveau contrat, qui porterait le titre du plan.'
}

/** Said of a file that only has actions out of any contract. */
export const SANS_CONTRAT = 'Ce fichier n’a que des actions hors contrat\u00a0: l’import n’en ouvrirait aucun.'

/** Where a large import is: the heading of its page, and what to know of it. */
export const ETAT_IMPORT: Record<EtatVu, { titre: string; phrase: string }> = {
  en_attente: { titre: 'L’import va commencer', phrase: 'Il attend son tour, quelques secondes le plus souvent.' },
  en_cours: { titre: 'L’import est en cours', phrase: '' },
  fait: { titre: 'Le plan est importé', phrase: 'Tout est écrit.' },
  arrete: { titre: 'L’import est arrêté', phrase: 'Rien n’a été écrit\u00a0: le territoire est comme avant.' },
  refuse: { titre: 'Ce fichier ne peut pas être importé', phrase: 'Rien n’a été écrit.' },
  echoue: {
    titre: 'L’import n’a pas pu se faire',
    phrase: 'Quelque chose n’a pas marché de notre côté. Rien n’a été écrit\u00a0: vous pouvez recommencer.'
  },
  interrompu: {
    titre: 'L’import s’est interrompu',
    phrase: 'Tisserand s’est arrêté pendant l’import. Rien n’a été écrit\u00a0: vous pouvez recommencer.'
  }
}

/** Said when the thread that reads a file stopped before its end. */
export const FIL_ROMPU =
  'La lecture de ce fichier s’est arrêtée avant la fin\u00a0: il est sans doute trop lourd pour ce serveur. Partagez-le en plusieurs fichiers, par axe, puis recommencez.'
