/**
 * The rooms, in the order of their knowledge: a room knows only the rooms to its left.
 * One line gives the direction of imports, foreign keys, migrations and seeds; reversed, of deletion.
 */
export const ORDRE = [
  'territoires',
  'comptes',
  'partenaires',
  'enquetes',
  'offre',
  'diagnostic',
  'contrats',
  'actions',
  'instances',
  'evenements',
  'evaluation',
  'capitalisation',
  'publication',
  'pilotage'
] as const
