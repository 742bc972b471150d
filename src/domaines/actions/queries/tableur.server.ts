import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { AxeDossier, Dossier, FicheDossier } from '../schema/dossier.ts'
import { estFiltree, type Vue } from '../schema/portefeuille.ts'
import { lireCadre } from './cadre.server.ts'
import { lireDehors, ordreDehors } from './dehors.server.ts'
import { lireDossier } from './dossier.server.ts'
import { parIntitule } from './plan.server.ts'
import { choisies } from './selection.server.ts'

/** `dossier`: the contract with the fiches that a view keeps, null where there is none; `hors`: those that it keeps outside of this contract. */
export type Tableur = { dossier: Dossier | null; hors: FicheDossier[] }

/** Under filters, an axis without any fiche says nothing. */
function garder(axe: AxeDossier, ids: ReadonlySet<string>, filtree: boolean): AxeDossier[] {
  const enfants = axe.enfants.flatMap((enfant) => garder(enfant, ids, filtree))
  const fiches = axe.fiches.filter(({ id }) => ids.has(id))
  return filtree && enfants.length === 0 && fiches.length === 0 ? [] : [{ ...axe, enfants, fiches }]
}

/** The fiches that a view of the portfolio keeps, all of them, for its spreadsheet; null where there is neither contract nor action. */
export async function lireTableur(db: Tx, perimetre: Perimetre, vue: Vue, jour: string): Promise<Tableur | null> {
  const { contrat, vue: choisie } = await lireCadre(db, perimetre, vue, jour)
  const gardees = (await db.execute(
    sql`select f.id, pl.id is not null as "auContrat" ${choisies(perimetre.collectiviteId, choisie.contratId, choisie.filtre)} order by ${ordreDehors(perimetre.collectiviteId)}`
  )) as unknown as { id: string; auContrat: boolean }[]
  const dehors = gardees.filter(({ auContrat }) => !auContrat).map(({ id }) => id)
  const dossier = contrat && (await lireDossier(db, perimetre, contrat.id, jour))
  if (!dossier) return dehors.length > 0 ? { dossier: null, hors: await lireDehors(db, perimetre, null, dehors) } : null
  const ids = new Set(gardees.map(({ id }) => id))
  return {
    dossier: parIntitule({
      ...dossier,
      axes: dossier.axes.flatMap((axe) => garder(axe, ids, estFiltree(vue))),
      horsAxe: dossier.horsAxe.filter(({ id }) => ids.has(id))
    }),
    hors: await lireDehors(db, perimetre, dossier, dehors)
  }
}
