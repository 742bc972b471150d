import type { Cellule, CelluleAEcrire, FeuilleAEcrire } from '#platform/classeur.ts'
import { PARTICIPATION, PRIORITE, STATUT } from '../libelles.ts'
import { direLesLiens, existantDuDossier } from '../regles/plan/existant.ts'
import type { AnnexesDossier } from '../schema/annexes.ts'
import type { AxeDossier, Dossier, FicheDossier } from '../schema/dossier.ts'
import type { RoleIntervenant } from '../schema/mots.ts'
import {
  COLONNES_36,
  DEBUT_BLOC,
  FEUILLE_HORS_CONTRAT,
  FEUILLES_MODELE,
  HORS_CONTRAT,
  PLUS_BAS,
  type ColonneModele
} from '../schema/plan.ts'
import { autresChamps, lignesDesPlans, lignesDuSuivi, lignesLiees } from './classeur-bloc.server.ts'
import { feuilleAide } from './classeur-aide.server.ts'
import { feuilleDesActes } from './classeur-actes.server.ts'
import { dateEcrite, feuillesAnnexes } from './classeur-annexes.server.ts'
import { direDocuments, direEtapes, direIndicateurs, direNoms, direObjectifs } from './classeur-textes.server.ts'

/** Rows under which the drop-down lists still work when someone adds actions. */
const LIGNES_LIBRES = 200

const LARGEURS: Partial<Record<ColonneModele['role'], number>> = {
  axe: 26,
  sousAxe: 26,
  sousSousAxe: 26,
  titre: 40,
  sousTitre: 32,
  description: 60,
  objectifs: 60,
  indicateurs: 40,
  notes: 60,
  montant: 14,
  budgetPrevisionnel: 16,
  statut: 14,
  priorite: 12,
  debut: 13,
  fin: 13,
  ameliorationContinue: 14,
  etapes: 40,
  documents: 40
}

/**
 * A contract's portfolio as the 36-column edition of the national template, one action or sub-action a row, with sheets for what the
 * fiches share and one for the actions of `dehors`, that stand out of it (alone where there is no contract); imported again, it comes back the same. Give the sheets to
 * `ecrireClasseur`.
 */
export function classeurDuDossier(
  dossier: Dossier | null,
  annexes: AnnexesDossier | null = null,
  dehors: readonly FicheDossier[] = []
): FeuilleAEcrire[] {
  const { fiches } = existantDuDossier(
    dossier ?? SANS_CONTRAT,
    new Map(),
    { structures: [], personnes: [], quartiers: [] },
    dehors
  )
  const direLien = direLesLiens(fiches)
  const feuilleDuContrat = ({ contrat, axes, horsAxe }: Dossier) => {
    const lignes = [...axes.flatMap((axe) => lignesDAxe(axe, [])), ...horsAxe.flatMap((fiche) => lignesDeFiche(fiche, []))]
    return feuilleDonnees(FEUILLES_MODELE.donnees, contrat.intitule, lignes, direLien)
  }
  const horsContrat = dehors.flatMap((fiche) => lignesDeFiche(fiche, [HORS_CONTRAT[0]]))
  return [
    feuilleAide(dossier?.contrat ?? null),
    ...(dossier ? [feuilleDuContrat(dossier)] : []),
    ...(dehors.length > 0 ? [feuilleDonnees(FEUILLE_HORS_CONTRAT, FEUILLE_HORS_CONTRAT, horsContrat, direLien)] : []),
    ...(annexes ? feuillesAnnexes(dossier ?? SANS_CONTRAT, annexes) : []),
    ...(dossier ? feuilleDesActes(dossier) : []),
    feuilleListes()
  ]
}

const SANS_CONTRAT = { contrat: { niveaux: [] }, axes: [], horsAxe: [], transversaux: [] }

type LigneDeFiche = { axes: string[]; action: FicheDossier | null; sous: FicheDossier | null }

function feuilleDonnees(
  nom: string,
  titre: string,
  fiches: readonly LigneDeFiche[],
  direLien: ReturnType<typeof direLesLiens>
): FeuilleAEcrire {
  const ecrites = fiches.map((ligne) => ligneEcrite(ligne, direLien))
  const suites = Math.max(0, ...ecrites.map(({ length }) => length - COLONNES_36.length))
  const colonnes = [...COLONNES_36, ...Array.from({ length: suites }, (_, rang) => colonneDeSuite(rang + 1))]
  const lignes: CelluleAEcrire[][] = [
    [{ valeur: titre, style: 'titre' }],
    colonnes.map(({ nom }) => ({ valeur: nom, style: 'entete' })),
    colonnes.map(({ aide }) => ({ valeur: aide, style: 'aide' })),
    ...ecrites
  ]
  const liste = (role: ColonneModele['role'], valeurs: readonly string[]) => ({
    colonne: COLONNES_36.findIndex((une) => une.role === role),
    deLigne: 3,
    aLigne: lignes.length + LIGNES_LIBRES,
    valeurs
  })
  return {
    nom,
    lignes,
    colonnes: colonnes.map(({ role }) => ({ largeur: LARGEURS[role] ?? 24, format: formatDe(role) })),
    lignesFigees: 2,
    listes: [
      liste('statut', Object.values(STATUT)),
      liste('priorite', Object.values(PRIORITE)),
      liste('participation', Object.values(PARTICIPATION)),
      liste('ameliorationContinue', ['VRAI', 'FAUX'])
    ]
  }
}

function formatDe(role: ColonneModele['role']): 'date' | 'montant' | undefined {
  if (role === 'montant' || role === 'budgetPrevisionnel') return 'montant'
  return role === 'debut' || role === 'fin' ? 'date' : undefined
}

/** An axis without any fiche keeps a row of its own, so that the tree comes back whole. */
function lignesDAxe(axe: AxeDossier, dessus: readonly string[]): LigneDeFiche[] {
  const axes = [...dessus, `${axe.numero}. ${axe.intitule}`]
  const lignes = [
    ...axe.fiches.flatMap((fiche) => lignesDeFiche(fiche, axes)),
    ...axe.enfants.flatMap((enfant) => lignesDAxe(enfant, axes))
  ]
  return lignes.length > 0 ? lignes : [{ axes, action: null, sous: null }]
}

function lignesDeFiche(action: FicheDossier, axes: string[]): LigneDeFiche[] {
  const descendance = (fiche: FicheDossier): FicheDossier[] => fiche.sousActions.flatMap((sous) => [sous, ...descendance(sous)])
  return [{ axes, action, sous: null }, ...descendance(action).map((sous) => ({ axes, action, sous }))]
}

const colonneDeSuite = (rang: number): ColonneModele => ({ nom: `Suite des notes ${rang}`, role: 'note', aide: 'Champ texte' })

function ligneEcrite({ axes, action, sous }: LigneDeFiche, direLien: ReturnType<typeof direLesLiens>): CelluleAEcrire[] {
  const fiche = sous ?? action
  const notes = fiche ? repartir(fiche.notes, autresChamps(fiche, titreEcrit(fiche).numeroAPart)) : []
  const suivi = fiche ? repartir(null, lignesDuSuivi(fiche)) : []
  let financeurs = -1
  const cellules = COLONNES_36.map(({ role, nom }): Cellule => {
    if (role === 'axe') return axes[0] ?? null
    if (role === 'sousAxe') return axes[1] ?? null
    // levels deeper than the three columns stand together in the last
    if (role === 'sousSousAxe') return axes.slice(2).join(PLUS_BAS) || null
    if (!fiche || !action) return null
    if (role === 'titre') return titreEcrit(action).texte
    if (role === 'sousTitre') return sous && titreEcrit(sous).texte
    if (role === 'financeur') financeurs++
    if (role === 'notes') return notes[0] ?? null
    if (nom === 'Notes de suivi') return suivi[0] ?? null
    if (nom === 'Actions liées') return repartir(null, lignesLiees((fiche.attaches?.liees ?? []).map(direLien)))[0] ?? null
    if (nom === 'Fiches des plans liées') return repartir(null, lignesDesPlans(fiche))[0] ?? null
    return celluleDe(fiche, role, financeurs)
  })
  return [...cellules, ...notes.slice(1), ...suivi.slice(1)]
}

/** A spreadsheet refuses cells that are longer: what is over goes on in cells of its own, under the same opening line. */
const CASE_PLEINE = 30_000

function repartir(texte: string | null, lignes: readonly string[]): string[] {
  const cases: string[] = []
  let encours = texte ?? ''
  for (const [rang, ligne] of lignes.entries()) {
    if (rang > 0 && encours.length + ligne.length < CASE_PLEINE) encours += `\n${ligne}`
    else {
      if (encours.length + ligne.length >= CASE_PLEINE && encours !== '') {
        cases.push(encours)
        encours = ''
      }
      encours += `${encours === '' ? '' : '\n\n'}${DEBUT_BLOC}\n${ligne}`
    }
  }
  return encours === '' ? cases : [...cases, encours]
}

function celluleDe(fiche: FicheDossier, role: ColonneModele['role'], rang: number): Cellule {
  switch (role) {
    case 'description':
    case 'gouvernance':
    case 'moyens':
    case 'calendrier':
      return fiche[role]
    case 'pilote':
    case 'partenaire':
    case 'service_pilote':
    case 'personne_pilote':
    case 'elu_referent':
      return direNoms(nomsDuRole(fiche, role))
    case 'objectifs':
      return direObjectifs(fiche.objectifs)
    case 'indicateurs':
      return direIndicateurs(fiche.indicateurs)
    case 'participation':
      return fiche.participation && PARTICIPATION[fiche.participation]
    case 'financeur':
      return fiche.financements[rang] ? direNoms([fiche.financements[rang].financeur]) : null
    case 'montant':
      // the column is before tax: what is not is said in the notes
      return fiche.financements[rang]?.taxe === 'ht' ? euros(fiche.financements[rang].montant) : null
    case 'budgetPrevisionnel':
      return fiche.budgetTaxe === 'ttc' ? null : euros(fiche.budgetPrevisionnel)
    case 'statut':
      return fiche.statut && STATUT[fiche.statut]
    case 'priorite':
      return fiche.priorite && PRIORITE[fiche.priorite]
    case 'debut':
    case 'fin':
      return dateEcrite(fiche[role])
    case 'ameliorationContinue':
      return fiche.ameliorationContinue === null ? null : fiche.ameliorationContinue ? 'VRAI' : 'FAUX'
    case 'etapes':
      return direEtapes(fiche.etapes)
    case 'documents':
      return direDocuments(fiche)
    case 'notes':
    case 'note':
    case 'axe':
    case 'sousAxe':
    case 'sousSousAxe':
    case 'titre':
    case 'sousTitre':
      return null
  }
}

const nomsDuRole = (fiche: FicheDossier, role: RoleIntervenant) =>
  fiche.intervenants.filter((un) => un.role === role).map(({ nom }) => nom)

const euros = (montant: number | null) => (montant === null ? null : montant / 100)

/**
 * « 3. Titre » for a numbered fiche. A number of another form, or a title that the reader could take for a numbered one, has its
 * number said apart, in the notes.
 */
function titreEcrit({ numero, titre }: FicheDossier): { texte: string; numeroAPart: boolean } {
  if (numero !== null && /^\d{1,3}(?:\.\d{1,3})*$/.test(numero)) return { texte: `${numero}. ${titre}`, numeroAPart: false }
  return { texte: titre, numeroAPart: numero !== null || /^.{0,40}(?:\d|\b[ivx]+\b).*[.:)–—\s-]/iu.test(titre) }
}

function feuilleListes(): FeuilleAEcrire {
  const listes = [Object.values(STATUT), Object.values(PRIORITE), Object.values(PARTICIPATION)]
  const entete: CelluleAEcrire[] = ['Statut', 'Niveau de priorité', 'Participation citoyenne'].map((valeur) => ({
    valeur,
    style: 'entete'
  }))
  const lignes = Object.values(STATUT).map((_, rang) => listes.map((liste) => liste[rang] ?? null))
  return {
    nom: FEUILLES_MODELE.listes,
    lignes: [entete, ...lignes],
    colonnes: [{ largeur: 24 }, { largeur: 24 }, { largeur: 32 }],
    lignesFigees: 1
  }
}
