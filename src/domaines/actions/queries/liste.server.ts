import type { Taxe } from '#platform/argent.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { contratSeul, listerAxes, listerContrats } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { aplatirObjectifs } from '../regles/objectifs.ts'
import type { ObjectifPlat } from '../regles/objectifs.ts'
import type { RoleIntervenant, Statut } from '../schema/mots.ts'
import { fiches } from '../tables.server.ts'
import { lireFiches, listerPlaces, numerosDesFiches } from './fiches.server.ts'

/** They help, follow or answer for an action; they do not lead it. */
const NE_PILOTENT_PAS: readonly RoleIntervenant[] = ['partenaire', 'elu_referent', 'direction_referente']

export type ActionListee = {
  id: string
  numero: string | null
  titre: string
  axe: string | null
  statut: Statut | null
  debut: string | null
  fin: string | null
  pilotes: string[]
  partenaires: string[]
  objectifs: ObjectifPlat[]
  /** euros */
  budgetPrevisionnel: number | null
  budgetTaxe: Taxe
}

/**
 * The actions of a territory (or of one contract), without sub-actions, in the order of the contract. Their axis and number are
 * those of the contract named, else of the one it works with. Null when the named contract is not of this territory.
 */
export async function listerActions(
  db: Tx,
  perimetre: Perimetre,
  contratId: string | null,
  jour: string
): Promise<ActionListee[] | null> {
  if (contratId && !(await contratSeul(db, perimetre, contratId))) return null
  const vu = contratId ?? contratCourant(await listerContrats(db, perimetre), jour)?.id ?? null
  const places = vu ? await listerPlaces(db, perimetre, vu) : []
  const arbre = vu
    ? aplatir(arbreDesAxes((await listerAxes(db, perimetre, vu)).filter((axe) => axe.nature === 'thematique')))
    : []
  const axes = new Map(arbre.map((axe) => [axe.id, axe]))
  const numeros = numerosDesFiches(places, new Map(arbre.map((axe) => [axe.id, axe.numero])))
  const axeDe = new Map(places.map((place) => [place.ficheId, place.axeId]))
  const toutes = contratId
    ? places.map((place) => place.ficheId)
    : (
        await db
          .select({ id: fiches.id })
          .from(fiches)
          .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), isNull(fiches.parentId), isNull(fiches.supprimeLe)))
          .orderBy(asc(fiches.rang))
      ).map((fiche) => fiche.id)
  const ordre = arbre.map((axe) => axe.id)
  const rang = (id: string) => {
    const axe = axeDe.get(id)
    return axe === undefined
      ? 2e6
      : axe === null
        ? 1e6
        : ordre.indexOf(axe) * 1000 + places.findIndex((place) => place.ficheId === id) / 1e6
  }
  const lues = await lireFiches(db, perimetre, { ids: toutes })
  return lues
    .toSorted((a, b) => rang(a.id) - rang(b.id))
    .map((fiche) => ({
      id: fiche.id,
      numero: fiche.numero ?? numeros.get(fiche.id) ?? null,
      titre: fiche.titre,
      axe: axes.get(axeDe.get(fiche.id) ?? '')?.intitule ?? null,
      statut: fiche.statut,
      debut: fiche.debut,
      fin: fiche.fin,
      pilotes: fiche.intervenants.filter(({ role }) => !NE_PILOTENT_PAS.includes(role)).map(({ nom }) => nom),
      partenaires: fiche.intervenants.filter(({ role }) => role === 'partenaire').map(({ nom }) => nom),
      objectifs: aplatirObjectifs(fiche.objectifs),
      budgetPrevisionnel: fiche.budgetPrevisionnel === null ? null : fiche.budgetPrevisionnel / 100,
      budgetTaxe: fiche.budgetTaxe ?? 'ht'
    }))
}
