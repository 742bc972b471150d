import { getTableColumns, sql } from 'drizzle-orm'
import { normaliser } from '#platform/texte.ts'
import type { CiblePlan } from '../queries/plan.server.ts'
import { baseApresImport } from '../regles/plan/comparer.ts'
import type { ChampsPlan, DifferenceLigne } from '../schema/plan.ts'
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

/** Creates and updates the fiches of these rows, of which `debut` stand before, in the same statements. `ids` are those of all the plan. */
export async function ecrireFiches(
  { db, perimetre, maintenant, lotEcrit }: CtxParties,
  { existant, souvenirs }: CiblePlan,
  { lignes, debut, ids }: { lignes: readonly DifferenceLigne[]; debut: number; ids: ReadonlyMap<string, string> }
): Promise<void> {
  const reprises = new Set(lignes.flatMap(({ fiche }) => fiche ?? []))
  const connues = new Map(existant.fiches.flatMap(({ id, champs }) => (reprises.has(id) ? [[id, champs] as const] : [])))
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
        rang: debut + rang + 1,
        ...simples,
        budgetTaxe: valeurs.budgetTaxe ?? 'ht',
        cleTitre: normaliser(simples.titre),
        dernierImport: souvenir as unknown as Record<string, unknown>,
        creeLe: maintenant,
        modifieLe: maintenant,
        ecrite: aEcrire(difference)
      }
    ]
  })
  const repris = Object.fromEntries(
    [...SIMPLES, 'budgetTaxe', 'cleTitre'].map((champ) => [
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
    for (let premier = 0; premier < lot.length; premier += LOT) {
      const tranche = lot.slice(premier, premier + LOT)
      await db
        .insert(fiches)
        .values(tranche)
        .onConflictDoUpdate({ target: [fiches.collectiviteId, fiches.id], set: change })
      await lotEcrit?.(tranche.length)
    }
  }
}
