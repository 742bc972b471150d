import { ecrireClasseur } from '../../src/platform/classeur.server.ts'

const ENTETE = [
  'Axe (x)',
  'Sous-axe (x.x)',
  'Titre de la fiche action',
  'Titre de la sous-action',
  'Descriptif',
  'Objectifs',
  'Structure pilote',
  'Partenaires',
  'Financeur 1',
  'Montant € HT',
  'Budget prévisionnel total € HT',
  'Statut',
  'Date de début',
  'Colonne maison'
]

const LIGNES: (string | number)[][] = [
  [
    'Axe 1. ACCÈS AUX SOINS',
    '',
    'Fiche Action 1. Bus santé dans les quartiers',
    '',
    'Un bus, deux fois par mois.',
    'Objectif général : Aller vers\nObjectif spécifique n°1 : Rencontrer\nObjectif opérationnel 1.1 : Deux tournées par mois',
    'Ville, CPAM',
    'CPTS, Mission locale',
    'ARS',
    '12 500,50 €',
    '20 000',
    'En cours',
    '01/09/2024',
    'à garder'
  ],
  [
    'Axe 1. ACCÈS AUX SOINS',
    '',
    'Fiche Action 1. Bus santé dans les quartiers',
    'Former les équipes',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'Presque fini',
    '',
    ''
  ],
  ['Axe 2. SANTÉ MENTALE', '', '2. Groupes de parole', '', '', '', 'CPAM ', '', '', '', '', 'À venir', 2027, '']
]

/** A coordinator's plan in the layout of the national template, with its usual untidiness. */
export const unPlan = (titre: string, lignes = LIGNES): Promise<Uint8Array> =>
  ecrireClasseur([
    { nom: 'Mode demploi', lignes: [['Lisez-moi']], colonnes: [{ largeur: 20 }] },
    {
      nom: 'Fichier dimport',
      lignes: [[titre], ENTETE, ENTETE.map(() => 'Champ texte'), ...lignes],
      colonnes: ENTETE.map(() => ({ largeur: 20 }))
    }
  ])
