import { getTableColumns, sql } from 'drizzle-orm'
import { normaliser } from '#platform/texte.ts'
import type { CiblePlan } from '../queries/plan.server.ts'
import { baseApresImport } from '../regles/plan/comparer.ts'
import type { ChampsPlan, DifferenceLigne, DifferencesPlan } from '../schema/plan.ts'
import { fiches } from '../tables.server.ts'
import type { CtxParties } from './parties.server.ts'

/** Fiches of one statement: PostgreSQL takes 65,535 parameters at most, one a column of each. */
const LOT = Math.floor(65_535 / Object.keys(getTableColumns(fiches)).length)

/** A row that will be written, with the values that the fiche will have. */
const aEcrire = ({ etat, champs }: DifferenceLigne) => etat === 'cree' || champs.some(({ retenu }) => retenu)

const SIMPLES = [
  'numero',
  'titre',
  'nature',
  'motifExistante',
  'statut',
  'priorite',
  'debut',
  'fin',
  'calendrier',
  'ameliorationContinue',
  'participation',
  'gouvernance',
  'contexte',
  'description',
  'moyens',
  'mutualises',
  'mutualisation',
  'vigilance',
  'notes',
  'documents',
  'liens',
  'thematiques',
  'types',
  'publics',
  'facettes',
  'ages',
  'milieux',
  'ottawa',
  'politiques',
  'budgetPrevisionnel',
  'horsQpv'
] as const satisfies readonly (keyof ChampsPlan)[]

/** Creates and updates fiches in the same statements; answers the id of the fiche of each row by the row's key. */
export async function ecrireFiches(
  { db, perimetre, nouvelId, maintenant, lotEcrit }: CtxParties,
  { existant, souvenirs }: CiblePlan,
  { lignes }: DifferencesPlan
): Promise<Map<string, string>> {
  const ids = new Map(lignes.map(({ ligne, fiche }) => [ligne.cle, fiche ?? nouvelId()]))
  const connues = new Map(existant.fiches.map((fiche) => [fiche.id, fiche.champs]))
  const rangees = lignes.flatMap((difference, rang) => {
    const { ligne, fiche, champs } = difference
    const souvenir = { cle: ligne.cle, champs: baseApresImport(ligne, (fiche && souvenirs.get(fiche)?.champs) || null) }
    if (!aEcrire(difference) && fiche && JSON.stringify(souvenirs.get(fiche)) === JSON.stringify(souvenir)) return []
    const retenus = Object.fromEntries(champs.filter(({ retenu }) => retenu).map(({ champ, apres }) => [champ, apres]))
    const valeurs = (fiche ? { ...connues.get(fiche)!, ...retenus } : ligne.champs) as ChampsPlan
    const simples = Object.fromEntries(SIMPLES.map((champ) => [champ, valeurs[champ]])) as Pick<
      ChampsPlan,
      (typeof SIMPLES)[number]
    >
    return [
      {
        collectiviteId: perimetre.collectiviteId,
        id: ids.get(ligne.cle)!,
        parentId: ligne.parent ? ids.get(ligne.parent)! : null,
        rang: rang + 1,
        ...simples,
        cleTitre: normaliser(simples.titre),
        dernierImport: souvenir as unknown as Record<string, unknown>,
        creeLe: maintenant,
        modifieLe: maintenant,
        ecrite: aEcrire(difference)
      }
    ]
  })
  const repris = Object.fromEntries(
    [...SIMPLES, 'cleTitre'].map((champ) => [
      champ,
      sql.raw(`excluded.${champ.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`)}`)
    ])
  )
  for (const ecrite of [true, false]) {
    const lot = rangees.filter((rangee) => rangee.ecrite === ecrite).map(({ ecrite: _, ...rangee }) => rangee)
    // a row that only refreshes what is remembered of the import is no change of the fiche
    const change = ecrite
      ? { ...repris, modifieLe: sql`excluded.modifie_le`, dernierImport: sql`excluded.dernier_import` }
      : { dernierImport: sql`excluded.dernier_import` }
    for (let debut = 0; debut < lot.length; debut += LOT) {
      const tranche = lot.slice(debut, debut + LOT)
      await db
        .insert(fiches)
        .values(tranche)
        .onConflictDoUpdate({ target: [fiches.collectiviteId, fiches.id], set: change })
      await lotEcrit?.(tranche.length)
    }
  }
  return ids
}
