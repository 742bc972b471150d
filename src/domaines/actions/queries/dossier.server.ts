import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireTerritoire } from '#domaines/territoires/queries.server.ts'
import { lireContrat, listerActes } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes, nomDuNiveau, type Noeud } from '#domaines/contrats/regles/arbre.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import { guideDe } from '#domaines/contrats/regles/transversaux.ts'
import { siglesDu } from '#domaines/contrats/regles/sigles.ts'
import { quiEst } from '../regles/plan/egalite.ts'
import type { ActeDossier, AttachesDossier, AxeDossier, Dossier, EnTeteDossier, FicheDossier } from '../schema/dossier.ts'
import { lireAttachesDuContrat } from './annexes.server.ts'
import { lireFiches, listerPlaces, numerosDesFiches, type FicheComplete } from './fiches.server.ts'

/** A whole contract, in reading order, for its exports; null when it is not of this territory. `jour` is AAAA-MM-JJ. */
export async function lireDossier(db: Tx, perimetre: Perimetre, contratId: string, jour: string): Promise<Dossier | null> {
  const [territoire, contrat, actes, lesPlaces, completes, attaches] = await Promise.all([
    lireTerritoire(db, perimetre),
    lireContrat(db, perimetre, contratId),
    listerActes(db, perimetre, contratId),
    listerPlaces(db, perimetre, contratId),
    lireFiches(db, perimetre, { contratId }),
    lireAttachesDuContrat(db, perimetre, contratId)
  ])
  if (!contrat) return null
  const arbre = arbreDesAxes(contrat.axes.filter((axe) => axe.nature === 'thematique'))
  const connus = new Map(aplatir(arbre).map((axe) => [axe.id, axe.numero]))
  const parId = fichesDuDossier(completes, numerosDesFiches(lesPlaces, connus), attaches)
  const parAxe = Map.groupBy(lesPlaces, ({ axeId }) => (axeId !== null && connus.has(axeId) ? axeId : null))
  const sous = (axeId: string | null) => (parAxe.get(axeId) ?? []).flatMap((place) => parId.get(place.ficheId) ?? [])
  const axeDe = (noeud: Noeud<(typeof contrat.axes)[number]>): AxeDossier => ({
    id: noeud.id,
    numero: noeud.numero,
    niveau: nomDuNiveau(contrat.niveaux, noeud.profondeur),
    intitule: noeud.intitule,
    enjeu: noeud.enjeu,
    constat: noeud.constat,
    objectif: noeud.objectif,
    exemple: noeud.exemple,
    enfants: noeud.enfants.map(axeDe),
    fiches: sous(noeud.id)
  })
  const { transversaux, ...avant } = enTete(territoire, contrat, jour)
  const dossier = { ...avant, actes: actes.map(acteDuDossier), axes: arbre.map(axeDe), transversaux, horsAxe: sous(null) }
  return { ...dossier, sigles: siglesDu(JSON.stringify(dossier)) }
}

/** What a contract says before its axes and its fiches, in seven statements; null when it is not of this territory. */
export async function lireEnTete(db: Tx, perimetre: Perimetre, contratId: string, jour: string): Promise<EnTeteDossier | null> {
  const [territoire, contrat] = await Promise.all([lireTerritoire(db, perimetre), lireContrat(db, perimetre, contratId)])
  return contrat && enTete(territoire, contrat, jour)
}

/** The fiches as documents say them, by id: each with its number (its own, else that of its place) and its sub-actions. */
export function fichesDuDossier(
  completes: readonly FicheComplete[],
  numeros: ReadonlyMap<string, string | null>,
  attaches: ReadonlyMap<string, AttachesDossier> = new Map()
): Map<string, FicheDossier> {
  const filles = Map.groupBy(completes, (fiche) => fiche.parentId)
  const dossierDe = ({
    parentId: _parent,
    rang: _rang,
    modifieLe: _quand,
    quartiersIds: _ids,
    ...fiche
  }: FicheComplete): FicheDossier => ({
    ...fiche,
    numero: fiche.numero ?? numeros.get(fiche.id) ?? null,
    intervenants: fiche.intervenants.map(intervenantDuDossier),
    ...(attaches.has(fiche.id) ? { attaches: attaches.get(fiche.id)! } : {}),
    indicateurs: fiche.indicateurs.map(({ id: _, valeurs, ...indicateur }) => ({
      ...indicateur,
      valeurs: valeurs.map(({ date, valeur }) => ({ date, valeur }))
    })),
    postes: fiche.postes.map(({ posteId: _, ...poste }) => poste),
    nouvelles: fiche.nouvelles.map(({ id: _, ...nouvelle }) => nouvelle),
    pieces: fiche.pieces.map(({ intitule, versions: [{ nomFichier: fichier, le: date, numero: version }] }) => ({
      intitule,
      fichier,
      date,
      version
    })),
    sousActions: (filles.get(fiche.id) ?? []).map(dossierDe)
  })
  return new Map(completes.map((fiche) => [fiche.id, dossierDe(fiche)]))
}

const acteDuDossier = (acte: Awaited<ReturnType<typeof listerActes>>[number]): ActeDossier => ({
  nature: acte.nature,
  reference: acte.reference,
  date: acte.date,
  objet: acte.objet,
  nouvelleFin: acte.nouvelleFin,
  montants: acte.montants.map(({ financeurId: _, ...montant }) => montant)
})

function intervenantDuDossier({ role, nom, detail, structure, personne }: FicheComplete['intervenants'][number]) {
  const dit = quiEst({ role, nom, detail })
  const seul = dit.structure === structure && dit.personne === personne
  return seul ? { role, nom, detail } : { role, nom, detail, qui: { structure, personne } }
}

function enTete(
  territoire: Awaited<ReturnType<typeof lireTerritoire>>,
  contrat: NonNullable<Awaited<ReturnType<typeof lireContrat>>>,
  jour: string
): EnTeteDossier {
  return {
    territoire: {
      nom: territoire.nom,
      code: territoire.code,
      nature: territoire.nature,
      communes: territoire.communes.map((commune) => commune.nom),
      slug: territoire.slug
    },
    contrat: {
      id: contrat.id,
      intitule: contrat.intitule,
      generation: contrat.generation,
      debut: contrat.debut,
      fin: contrat.fin,
      etat: etatAu(contrat, jour),
      signeLe: contrat.signeLe,
      signatureLieu: contrat.signatureLieu,
      preambule: contrat.preambule,
      gouvernance: contrat.gouvernance,
      referencesLegales: contrat.referencesLegales,
      niveaux: contrat.niveaux,
      exemple: contrat.exemple
    },
    signataires: contrat.signataires.map(({ structure, sigle, personne, qualite, role, signeLe }) => ({
      structure,
      sigle,
      personne,
      qualite,
      role,
      signeLe
    })),
    conventions: contrat.conventions.map(({ structure, objet, date }) => ({ structure, objet, date })),
    transversaux: contrat.axes
      .filter((axe) => axe.nature === 'transversal')
      .map((axe) => ({
        id: axe.id,
        intitule: axe.intitule,
        question: axe.question,
        sousQuestions: axe.sousQuestions,
        ...guideDe(axe)
      }))
  }
}
