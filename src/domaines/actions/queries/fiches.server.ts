import { and, asc, desc, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import { axes } from '#domaines/contrats/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { arbreDesObjectifs } from '../regles/objectifs.ts'
import type { Piece } from '../schema/pieces.ts'
import type { FicheDossier, IndicateurDossier, NouvelleDossier, PosteDossier } from '../schema/dossier.ts'
import { lireIndicateurs, lirePostesDesFiches } from './moyens.server.ts'
import { dernierJourCouvert } from './nouvelles.server.ts'
import { listerPieces } from './pieces.server.ts'
import { etapes, fiches, fichesQuartiers, financements, intervenants, objectifs, places, reponses } from '../tables.server.ts'
import { indicateurs, indicateursValeurs } from '../tables/indicateurs.server.ts'
import { postesFractions } from '../tables/postes.server.ts'
import { nouvelles } from '../tables/suivi.server.ts'

/** A fiche with everything that hangs from it; `numero` is the territory's own, null when it is left to the tree. */
export type FicheComplete = Omit<
  FicheDossier,
  'sousActions' | 'indicateurs' | 'intervenants' | 'nouvelles' | 'postes' | 'pieces' | 'attaches'
> & {
  parentId: string | null
  rang: number
  modifieLe: Date
  indicateurs: (Omit<IndicateurDossier, 'valeurs'> & {
    id: string
    valeurs: (IndicateurDossier['valeurs'][number] & { id: string })[]
  })[]
  postes: (PosteDossier & { posteId: string })[]
  intervenants: (FicheDossier['intervenants'][number] & {
    structureId: string | null
    personneId: string | null
    structure: string | null
    personne: string | null
  })[]
  quartiersIds: string[]
  nouvelles: (NouvelleDossier & { id: string })[]
  pieces: Piece[]
}

/** Which fiches: named ones (with their sub-actions when `sousActions`), or all those of a contract with their sub-actions. */
export type Choix = { ids: readonly string[]; sousActions?: true } | { contratId: string }

/** What a fiche says of itself; the rest of its table serves searches and imports. */
const {
  collectiviteId: _tenant,
  cleTitre: _cle,
  recherche: _texte,
  mots: _titre,
  supprimeLe: _quand,
  creeLe: _cree,
  dernierImport: _import,
  ...COLONNES
} = getTableColumns(fiches)

/** Fiches whose parts are read together: past a contract of a thousand pages, the rows of them all would not be held at once. */
const TRANCHE = 2_000

/** Reads whole fiches in sets: thirteen statements, and eleven more for each two thousand above. Those put aside are left out. */
export async function lireFiches(db: Tx, perimetre: Perimetre, choix: Choix): Promise<FicheComplete[]> {
  const { collectiviteId } = perimetre
  const voulues =
    'ids' in choix
      ? or(inArray(fiches.id, [...choix.ids]), choix.sousActions && inArray(fiches.parentId, [...choix.ids]))
      : sql`(${fiches.id} in (select fiche_id from places where collectivite_id = ${collectiviteId} and contrat_id = ${choix.contratId} and jusque is null)
          or ${fiches.parentId} in (select fiche_id from places where collectivite_id = ${collectiviteId} and contrat_id = ${choix.contratId} and jusque is null))`
  if ('ids' in choix && choix.ids.length === 0) return []
  const lignes = await db
    .select(COLONNES)
    .from(fiches)
    .where(and(eq(fiches.collectiviteId, collectiviteId), isNull(fiches.supprimeLe), voulues))
    .orderBy(asc(fiches.rang), asc(fiches.id))
  const completes: FicheComplete[] = []
  for (let debut = 0; debut < lignes.length; debut += TRANCHE)
    completes.push(...(await completer(db, perimetre, lignes.slice(debut, debut + TRANCHE))))
  return completes
}

type LigneDeFiche = Omit<
  typeof fiches.$inferSelect,
  'collectiviteId' | 'cleTitre' | 'recherche' | 'mots' | 'supprimeLe' | 'creeLe' | 'dernierImport'
>

/** These fiches with all that hangs from them, in eleven statements. */
async function completer(db: Tx, perimetre: Perimetre, lignes: readonly LigneDeFiche[]): Promise<FicheComplete[]> {
  const { collectiviteId } = perimetre
  const ids = lignes.map((fiche) => fiche.id)
  const de = <T extends { collectiviteId: typeof fiches.collectiviteId; ficheId: typeof fiches.id }>(table: unknown) => {
    const { collectiviteId: tenant, ficheId } = table as T
    return and(eq(tenant, collectiviteId), sql`${ficheId} = any(${sql.param(ids)}::uuid[])`)
  }
  const [
    lesObjectifs,
    lesIntervenants,
    lesQuartiers,
    lesEtapes,
    lesFinancements,
    lesIndicateurs,
    lesValeurs,
    lesReponses,
    lesNouvelles,
    lesPostes,
    lesPieces
  ] = await Promise.all([
    db.select().from(objectifs).where(de(objectifs)).orderBy(asc(objectifs.rang)),
    db
      .select({
        ficheId: intervenants.ficheId,
        role: intervenants.role,
        detail: intervenants.detail,
        structureId: intervenants.structureId,
        personneId: intervenants.personneId,
        structure: structures.nom,
        personne: personnes.nom
      })
      .from(intervenants)
      .leftJoin(
        structures,
        and(eq(structures.collectiviteId, intervenants.collectiviteId), eq(structures.id, intervenants.structureId))
      )
      .leftJoin(
        personnes,
        and(eq(personnes.collectiviteId, intervenants.collectiviteId), eq(personnes.id, intervenants.personneId))
      )
      .where(de(intervenants))
      .orderBy(asc(intervenants.rang)),
    db
      .select({ ficheId: fichesQuartiers.ficheId, id: quartiers.id, nom: quartiers.nom })
      .from(fichesQuartiers)
      .innerJoin(
        quartiers,
        and(eq(quartiers.collectiviteId, fichesQuartiers.collectiviteId), eq(quartiers.id, fichesQuartiers.quartierId))
      )
      .where(and(de(fichesQuartiers), isNull(quartiers.supprimeLe)))
      .orderBy(asc(quartiers.nom)),
    db.select().from(etapes).where(de(etapes)).orderBy(asc(etapes.rang)),
    db
      .select({
        ficheId: financements.ficheId,
        financeur: structures.nom,
        annee: financements.annee,
        montant: financements.montant,
        etat: financements.etat,
        taxe: financements.taxe
      })
      .from(financements)
      .innerJoin(
        structures,
        and(eq(structures.collectiviteId, financements.collectiviteId), eq(structures.id, financements.structureId))
      )
      .where(de(financements))
      .orderBy(asc(financements.rang)),
    lireIndicateurs(db, de(indicateurs)),
    db
      .select()
      .from(indicateursValeurs)
      .where(and(de(indicateursValeurs), isNull(indicateursValeurs.supprimeLe)))
      .orderBy(asc(dernierJourCouvert(indicateursValeurs.date)), asc(indicateursValeurs.id)),
    db
      .select({ ficheId: reponses.ficheId, axe: reponses.axeId, moment: reponses.moment, texte: reponses.texte })
      .from(reponses)
      .innerJoin(axes, and(eq(axes.collectiviteId, reponses.collectiviteId), eq(axes.id, reponses.axeId)))
      .where(and(de(reponses), isNull(axes.supprimeLe))),
    db
      .select()
      .from(nouvelles)
      .where(and(de(nouvelles), isNull(nouvelles.supprimeLe)))
      .orderBy(desc(dernierJourCouvert(nouvelles.date)), desc(nouvelles.creeLe), desc(nouvelles.id)),
    lirePostesDesFiches(db, de(postesFractions)),
    listerPieces(db, perimetre, { fiches: ids })
  ])
  const groupe = <T extends { ficheId: string | null }>(lues: readonly T[]) => {
    const parFiche = Map.groupBy(lues, (ligne) => ligne.ficheId)
    return (id: string) => parFiche.get(id) ?? []
  }
  const objectifsDe = groupe(lesObjectifs)
  const intervenantsDe = groupe(lesIntervenants)
  const quartiersDe = groupe(lesQuartiers)
  const etapesDe = groupe(lesEtapes)
  const financementsDe = groupe(lesFinancements)
  const indicateursDe = groupe(lesIndicateurs)
  const valeursDe = groupe(lesValeurs)
  const reponsesDe = groupe(lesReponses)
  const nouvellesDe = groupe(lesNouvelles)
  const postesDe = groupe(lesPostes)
  const piecesDe = groupe(lesPieces)
  return lignes.map((fiche) => ({
    ...fiche,
    quartiers: quartiersDe(fiche.id).map((quartier) => quartier.nom),
    quartiersIds: quartiersDe(fiche.id).map((quartier) => quartier.id),
    objectifs: arbreDesObjectifs(objectifsDe(fiche.id).map(({ niveau, texte, resultat }) => ({ niveau, texte, resultat }))),
    intervenants: intervenantsDe(fiche.id).map(({ ficheId: _, ...intervenant }) => ({
      ...intervenant,
      nom: nomDe(intervenant)
    })),
    etapes: etapesDe(fiche.id).map(({ intitule, echeance, faite }) => ({ intitule, echeance, faite })),
    financements: financementsDe(fiche.id).map(({ ficheId: _, ...financement }) => financement),
    postes: postesDe(fiche.id).map(({ ficheId: _, ...poste }) => poste),
    pieces: piecesDe(fiche.id).map(({ ficheId: _, ...piece }) => piece),
    indicateurs: indicateursDe(fiche.id).map(({ ficheId: _, ...indicateur }) => ({
      ...indicateur,
      valeurs: valeursDe(fiche.id)
        .filter((valeur) => valeur.indicateurId === indicateur.id)
        .map(({ id, date, valeur }) => ({ id, date, valeur }))
    })),
    reponses: reponsesDe(fiche.id).map(({ axe, moment, texte }) => ({ axe, moment, texte })),
    nouvelles: nouvellesDe(fiche.id).map(({ id, date, texte, source, auteur, exemple }) => ({
      id,
      date,
      texte,
      source,
      auteur,
      exemple
    }))
  }))
}

/** « CPAM du Val-d’Oise (Camille Perrin) », or the one of the two that is known. */
const nomDe = ({ structure, personne }: { structure: string | null; personne: string | null }): string =>
  structure && personne ? `${structure} (${personne})` : (structure ?? personne ?? '')

/** The title of one fiche; null when it is not here, or put aside. */
export async function titreDeFiche(db: Tx, perimetre: Perimetre, id: string): Promise<string | null> {
  const ici = and(eq(fiches.collectiviteId, perimetre.collectiviteId), eq(fiches.id, id), isNull(fiches.supprimeLe))
  return (await db.select({ titre: fiches.titre }).from(fiches).where(ici))[0]?.titre ?? null
}

/** Where a contract's fiches stand in its tree, in their order. */
export function listerPlaces(db: Tx, perimetre: Perimetre, contratId: string) {
  return db
    .select({ ficheId: places.ficheId, axeId: places.axeId, rang: places.rang })
    .from(places)
    .innerJoin(
      fiches,
      and(eq(fiches.collectiviteId, places.collectiviteId), eq(fiches.id, places.ficheId), isNull(fiches.supprimeLe))
    )
    .where(and(eq(places.collectiviteId, perimetre.collectiviteId), eq(places.contratId, contratId), isNull(places.jusque)))
    .orderBy(asc(places.rang), asc(places.id))
}

/** The fiches right under one axis, in their order. */
export function fichesDeLAxe(db: Tx, perimetre: Perimetre, contratId: string, axeId: string) {
  return db
    .select({ id: fiches.id, libelle: fiches.titre })
    .from(places)
    .innerJoin(
      fiches,
      and(eq(fiches.collectiviteId, places.collectiviteId), eq(fiches.id, places.ficheId), isNull(fiches.supprimeLe))
    )
    .where(
      and(
        eq(places.collectiviteId, perimetre.collectiviteId),
        eq(places.contratId, contratId),
        eq(places.axeId, axeId),
        isNull(places.jusque)
      )
    )
    .orderBy(asc(places.rang), asc(places.id))
}

/** The number of each fiche of a contract (« 1.2.3 »), from its axis's number and its order under it; fiches under no axis have none. */
export function numerosDesFiches(
  lesPlaces: readonly { ficheId: string; axeId: string | null }[],
  numeroDeLAxe: ReadonlyMap<string, string>
): Map<string, string> {
  const rangs = new Map<string, number>()
  const numeros = new Map<string, string>()
  for (const { ficheId, axeId } of lesPlaces) {
    const numero = axeId === null ? undefined : numeroDeLAxe.get(axeId)
    if (axeId === null || numero === undefined) continue
    const rang = (rangs.get(axeId) ?? 0) + 1
    rangs.set(axeId, rang)
    numeros.set(ficheId, `${numero}.${rang}`)
  }
  return numeros
}
