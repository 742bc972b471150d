import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireTerritoire } from '#domaines/territoires/queries.server.ts'
import { lireContrat } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes, nomDuNiveau, type Noeud } from '#domaines/contrats/regles/arbre.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import { siglesDu } from '#domaines/contrats/regles/sigles.ts'
import type { AxeDossier, Dossier, FicheDossier } from '../schema/dossier.ts'
import { lireFiches, listerPlaces, numerosDesFiches, type FicheComplete } from './fiches.server.ts'

/** A whole contract, in reading order, for its exports; null when it is not of this territory. `jour` is AAAA-MM-JJ. */
export async function lireDossier(db: Tx, perimetre: Perimetre, contratId: string, jour: string): Promise<Dossier | null> {
  const [territoire, contrat, lesPlaces, completes] = await Promise.all([
    lireTerritoire(db, perimetre),
    lireContrat(db, perimetre, contratId),
    listerPlaces(db, perimetre, contratId),
    lireFiches(db, perimetre, { contratId })
  ])
  if (!contrat) return null
  const arbre = arbreDesAxes(contrat.axes.filter((axe) => axe.nature === 'thematique'))
  const connus = new Map(aplatir(arbre).map((axe) => [axe.id, axe.numero]))
  const numeros = numerosDesFiches(lesPlaces, connus)
  const parId = new Map(completes.map((fiche) => [fiche.id, fiche]))
  const parParent = Map.groupBy(completes, ({ parentId }) => parentId)
  const dossierDe = ({
    parentId: _parent,
    rang: _rang,
    modifieLe: _quand,
    dernierImport: _import,
    quartiersIds: _ids,
    ...fiche
  }: FicheComplete): FicheDossier => ({
    ...fiche,
    numero: fiche.numero ?? numeros.get(fiche.id) ?? null,
    intervenants: fiche.intervenants.map(({ role, nom, detail }) => ({ role, nom, detail })),
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
    sousActions: (parParent.get(fiche.id) ?? []).map(dossierDe)
  })
  const parAxe = Map.groupBy(lesPlaces, ({ axeId }) => (axeId !== null && connus.has(axeId) ? axeId : null))
  const sous = (axeId: string | null) =>
    (parAxe.get(axeId) ?? []).flatMap((place) => parId.get(place.ficheId) ?? []).map(dossierDe)
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
  const dossier = {
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
    axes: arbre.map(axeDe),
    transversaux: contrat.axes
      .filter((axe) => axe.nature === 'transversal')
      .map(({ id, intitule, question, sousQuestions }) => ({ id, intitule, question, sousQuestions })),
    horsAxe: sous(null)
  }
  return { ...dossier, sigles: siglesDu(JSON.stringify(dossier)) }
}
