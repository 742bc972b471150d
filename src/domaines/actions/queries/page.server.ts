import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { listerPersonnes, listerStructures } from '#domaines/partenaires/queries.server.ts'
import { listerAxes, listerContrats } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes, nomDuNiveau } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { EN_COURS, etatAu } from '#domaines/contrats/regles/etat.ts'
import { guideDe } from '#domaines/contrats/regles/transversaux.ts'
import { fiches, places } from '../tables.server.ts'
import { listerIntitulesDePostes, partagesDesPostes } from './moyens.server.ts'
import { lireFiches, listerPlaces, numerosDesFiches } from './fiches.server.ts'

/** The sections whose form names structures. */
const NOMMENT_DES_STRUCTURES = ['intervenants', 'budget', 'postes', 'indicateurs']

export type PageFiche = NonNullable<Awaited<ReturnType<typeof lirePageFiche>>>

/**
 * A fiche with all that its page shows: itself, its place in the contract it stands in (the one asked for, or in force, first), the transversal
 * questions of that contract, its sub-actions; and, to write it, what the territory offers. Null when it is not of this territory.
 */
export async function lirePageFiche(
  db: Tx,
  perimetre: Perimetre,
  id: string,
  jour: string,
  modifie: string | null,
  vuDepuis: string | null = null
) {
  const [[fiche], sesPlaces, contrats, sousActions, partages] = await Promise.all([
    lireFiches(db, perimetre, { ids: [id] }),
    db
      .select({ contratId: places.contratId, axeId: places.axeId })
      .from(places)
      .where(and(eq(places.collectiviteId, perimetre.collectiviteId), eq(places.ficheId, id), isNull(places.jusque))),
    listerContrats(db, perimetre),
    db
      .select({ id: fiches.id, titre: fiches.titre, statut: fiches.statut, fin: fiches.fin })
      .from(fiches)
      .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), eq(fiches.parentId, id), isNull(fiches.supprimeLe)))
      .orderBy(asc(fiches.rang)),
    partagesDesPostes(db, perimetre, id)
  ])
  if (!fiche) return null
  const vivants = contrats.filter((contrat) => sesPlaces.some((place) => place.contratId === contrat.id))
  const contrat = vivants.find((candidat) => candidat.id === vuDepuis) ?? contratCourant(vivants, jour)
  const [parent] = fiche.parentId
    ? await db
        .select({ id: fiches.id, titre: fiches.titre })
        .from(fiches)
        .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), eq(fiches.id, fiche.parentId)))
    : []
  const vise = contrat ?? contratCourant(contrats, jour)
  const [axes, lesPlaces] = await Promise.all([
    vise ? listerAxes(db, perimetre, vise.id) : [],
    contrat ? listerPlaces(db, perimetre, contrat.id) : []
  ])
  const arbre = aplatir(arbreDesAxes(axes.filter((axe) => axe.nature === 'thematique')))
  const axeId = sesPlaces.find((place) => place.contratId === contrat?.id)?.axeId ?? null
  const axe = arbre.find((candidat) => candidat.id === axeId)
  const niveaux = vise?.niveaux ?? []
  return {
    fiche: {
      ...fiche,
      numero:
        fiche.numero ?? numerosDesFiches(lesPlaces, new Map(arbre.map((noeud) => [noeud.id, noeud.numero]))).get(id) ?? null,
      numeroChoisi: fiche.numero
    },
    contrat: contrat ? { id: contrat.id, intitule: contrat.intitule, etat: etatAu(contrat, jour), fin: contrat.fin } : null,
    autresContrats: vivants
      .filter((autre) => autre.id !== contrat?.id)
      .map(({ id: autre, intitule }) => ({ id: autre, intitule })),
    axe: axe ? { id: axe.id, numero: axe.numero, intitule: axe.intitule, niveau: nomDuNiveau(niveaux, axe.profondeur) } : null,
    transversaux: contrat
      ? axes
          .filter((candidat) => candidat.nature === 'transversal')
          .map((axe) => ({
            id: axe.id,
            intitule: axe.intitule,
            question: axe.question,
            sousQuestions: axe.sousQuestions,
            ...guideDe(axe)
          }))
      : [],
    sousActions,
    partages,
    parent: parent ?? null,
    // only the form that is open needs the territory's lists
    structures:
      modifie !== null && NOMMENT_DES_STRUCTURES.includes(modifie)
        ? (await listerStructures(db, perimetre)).map((structure) => structure.nom)
        : [],
    personnes: modifie === 'intervenants' ? (await listerPersonnes(db, perimetre)).map((personne) => personne.nom) : [],
    intitulesDePostes: modifie === 'postes' ? await listerIntitulesDePostes(db, perimetre) : [],
    quartiers:
      modifie === 'quartiers'
        ? (await listerQuartiers(db, perimetre)).map(({ id: q, nom, nature, generation }) => ({ id: q, nom, nature, generation }))
        : [],
    placements:
      modifie === 'place' && vise
        ? {
            contratId: vise.id,
            intitule: vise.intitule,
            enCours: EN_COURS.includes(etatAu(vise, jour)),
            axes: arbre.map(({ id: a, numero, intitule }) => ({ id: a, numero, intitule }))
          }
        : null
  }
}
