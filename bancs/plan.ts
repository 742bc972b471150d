import { ecrireClasseur } from '../src/platform/classeur.server.ts'

const ENTETE = [
  'Axe (x)',
  'Titre de la fiche action',
  'Descriptif',
  'Objectifs',
  'Structure pilote',
  'Partenaires',
  'Financeur 1',
  'Montant € HT',
  'Budget prévisionnel total € HT',
  'Statut',
  'Date de début',
  'Date de fin',
  'Etapes de la fiche action'
]
const STATUTS = ['En cours', 'À venir', 'Réalisé', 'En pause']

/** A plan of that many actions under eight axes, in the layout of the national template. */
export const unGrandPlan = (
  titre: string,
  nombre: number,
  descriptif = 'Ce que l’action fait, pour qui, et comment.'
): Promise<Uint8Array> =>
  ecrireClasseur([
    {
      nom: 'Fichier dimport',
      lignes: [
        [titre],
        ENTETE,
        ENTETE.map(() => 'Champ texte'),
        ...Array.from({ length: nombre }, (_, rang) => [
          `Axe ${(rang % 8) + 1}. Axe de travail numéro ${(rang % 8) + 1}`,
          `Action ${rang + 1} pour les habitants du quartier`,
          descriptif,
          'Objectif général : Réduire le renoncement aux soins\nObjectif spécifique n°1 : Aller vers\nObjectif opérationnel 1.1 : Deux permanences par mois',
          `Structure pilote ${rang % 20}`,
          `Partenaire ${rang % 35}, Partenaire ${(rang * 7) % 35}`,
          'Agence régionale de santé',
          1000 + rang,
          2000 + rang,
          STATUTS[rang % 4]!,
          2024,
          2024 + (rang % 5),
          'Préparer\nMener\nÉvaluer'
        ])
      ],
      colonnes: ENTETE.map(() => ({ largeur: 20 }))
    }
  ])
