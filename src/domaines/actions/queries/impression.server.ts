import { and, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireTerritoire } from '#domaines/territoires/queries.server.ts'
import { listerAxes, listerContrats, listerTransversaux } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import type { CadreDeFiche, FicheDossier, SelectionDossier } from '../schema/dossier.ts'
import { FICHES_PAR_DOCUMENT, type Vue } from '../schema/portefeuille.ts'
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

/** The fiches that a view of the portfolio keeps, in its order, two hundred at most, with their sub-actions; null when it keeps none. */
export async function lireSelection(db: Tx, perimetre: Perimetre, vue: Vue, jour: string): Promise<SelectionDossier | null> {
  const { grouper, tri, sens } = vue
  const [cadre, territoire, transversaux] = await Promise.all([
    lireCadre(db, perimetre, vue, jour),
    lireTerritoire(db, perimetre),
    listerTransversaux(db, perimetre)
  ])
  const page = { grouper, tri, descendant: sens === 'desc', page: 1, parPage: FICHES_PAR_DOCUMENT }
  const { lignes, total } = await lirePortefeuille(db, perimetre, { ...cadre.vue, ...page })
  if (lignes.length === 0) return null
  const completes = await lireFiches(db, perimetre, { ids: lignes.map(({ id }) => id), sousActions: true })
  const parId = fichesDuDossier(completes, new Map(lignes.map(({ id, numero }) => [id, numero])))
  return {
    territoire: { nom: territoire.nom, slug: territoire.slug },
    transversaux,
    fiches: lignes.flatMap(({ id }) => parId.get(id) ?? []),
    total,
    jour
  }
}
