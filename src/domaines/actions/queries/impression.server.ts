import { and, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireTerritoire } from '#domaines/territoires/queries.server.ts'
import { listerAxes, listerContrats, listerTransversaux } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import type { CadreDeFiche, FicheDossier, SelectionDossier } from '../schema/dossier.ts'
import { FICHES_SORTIES, type Vue } from '../schema/portefeuille.ts'
import { places } from '../tables.server.ts'
import { lireCadre } from './cadre.server.ts'
import { fichesDuDossier } from './dossier.server.ts'
import { lireFiches, listerPlaces, numerosDesFiches } from './fiches.server.ts'
import { lirePortefeuille } from './portefeuille.server.ts'

/** One fiche with its sub-actions, under the contract that it stands in (the one in force first); null when it stands in none. */
export async function lireFicheImprimee(
  db: Tx,
  perimetre: Perimetre,
  id: string,
  jour: string
): Promise<{ fiche: FicheDossier; cadre: CadreDeFiche } | null> {
  const [territoire, completes, sesPlaces, contrats] = await Promise.all([
    lireTerritoire(db, perimetre),
    lireFiches(db, perimetre, { ids: [id], sousActions: true }),
    db
      .select({ contratId: places.contratId })
      .from(places)
      .where(and(eq(places.collectiviteId, perimetre.collectiviteId), eq(places.ficheId, id), isNull(places.jusque))),
    listerContrats(db, perimetre)
  ])
  const vivants = contrats.filter((contrat) => sesPlaces.some((place) => place.contratId === contrat.id))
  const contrat = contratCourant(vivants, jour)
  if (!contrat || !completes.some((fiche) => fiche.id === id)) return null
  const [axes, lesPlaces] = await Promise.all([listerAxes(db, perimetre, contrat.id), listerPlaces(db, perimetre, contrat.id)])
  const arbre = aplatir(arbreDesAxes(axes.filter((axe) => axe.nature === 'thematique')))
  const numeros = numerosDesFiches(lesPlaces, new Map(arbre.map((axe) => [axe.id, axe.numero])))
  return {
    fiche: fichesDuDossier(completes, numeros).get(id)!,
    cadre: {
      territoire: { nom: territoire.nom, slug: territoire.slug },
      contrat: { ...contrat, etat: etatAu(contrat, jour) },
      transversaux: axes.filter((axe) => axe.nature === 'transversal')
    }
  }
}

/** Fiches chosen in the portfolio, each with its number there, and how many the view keeps. */
export type Choix = { lignes: { id: string; numero: string | null }[]; total: number }

/** The fiches that a view of the portfolio keeps, in its order, as many as are taken out at once; null when it keeps none. */
export async function choisirFiches(db: Tx, perimetre: Perimetre, vue: Vue, jour: string): Promise<Choix | null> {
  const { grouper, tri, sens } = vue
  const cadre = await lireCadre(db, perimetre, vue, jour)
  const page = { grouper, tri, descendant: sens === 'desc', page: 1, parPage: FICHES_SORTIES }
  const { lignes, total } = await lirePortefeuille(db, perimetre, { ...cadre.vue, ...page })
  return lignes.length === 0 ? null : { lignes: lignes.map(({ id, numero }) => ({ id, numero })), total }
}

/** Chosen fiches, whole, with their sub-actions; `depuis` is where the first of them stands in the choice. */
export async function lireChoisies(
  db: Tx,
  perimetre: Perimetre,
  { lignes, total, depuis, jour }: Choix & { depuis: number; jour: string }
): Promise<SelectionDossier> {
  const [territoire, transversaux, completes] = await Promise.all([
    lireTerritoire(db, perimetre),
    listerTransversaux(db, perimetre),
    lireFiches(db, perimetre, { ids: lignes.map(({ id }) => id), sousActions: true })
  ])
  const parId = fichesDuDossier(completes, new Map(lignes.map(({ id, numero }) => [id, numero])))
  return {
    territoire: { nom: territoire.nom, slug: territoire.slug },
    transversaux,
    fiches: lignes.flatMap(({ id }) => parId.get(id) ?? []),
    total,
    depuis,
    jour
  }
}
