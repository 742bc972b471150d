import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { FicheDeLot } from '../regles/lot.ts'
import { LOT_MAX } from '../schema/lot.ts'
import type { Cadre } from './cadre.server.ts'
import { choisies } from './selection.server.ts'

const COLONNES = sql`f.id, f.titre, f.statut, f.priorite, f.nature, f.debut, f.fin, f.participation, f.thematiques, f.types, f.facettes, f.modifie_le as "modifieLe"`

/** The actions that a filter keeps, as a change of many needs them, at most a thousand, by title. */
export const lireLot = async (
  db: Tx,
  { collectiviteId }: Perimetre,
  { contratId, filtre }: Pick<Cadre['vue'], 'contratId' | 'filtre'>
): Promise<FicheDeLot[]> =>
  (await db.execute(
    sql`select ${COLONNES} ${choisies(collectiviteId, contratId, filtre)} order by f.titre, f.id limit ${LOT_MAX}`
  )) as unknown as FicheDeLot[]

/** These actions of the territory, locked for writing; those put aside are left out. */
export const verrouillerLot = async (db: Tx, { collectiviteId }: Perimetre, ids: readonly string[]): Promise<FicheDeLot[]> =>
  (await db.execute(
    sql`select ${COLONNES} from fiches f where f.collectivite_id = ${collectiviteId} and f.id = any(${sql.param([...ids])}::uuid[]) and f.supprime_le is null for update`
  )) as unknown as FicheDeLot[]
