import type { Cellule, CelluleAEcrire, FeuilleAEcrire } from '#platform/classeur.ts'
import type { DateFloue } from '#platform/dates.ts'
import { PARTICIPATION, PRIORITE, STATUT } from '../libelles.ts'
import type { AxeDossier, Dossier, FicheDossier } from '../schema/dossier.ts'
import type { RoleIntervenant } from '../schema/mots.ts'
import { COLONNES_36, FEUILLES_MODELE, type ColonneModele } from '../schema/plan.ts'
import { direDocuments, direEtapes, direIndicateurs, direNoms, direNotes, direObjectifs } from './classeur-textes.server.ts'

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
 * A contract's portfolio as the 36-column edition of the national template, one action or sub-action a row; imported again, it comes
 * back the same. Give the sheets to `ecrireClasseur`.
 */
export function classeurDuDossier(dossier: Dossier): FeuilleAEcrire[] {
  return [feuilleAide(dossier), feuilleDonnees(dossier), feuilleListes()]
}

type LigneDeFiche = { axes: string[]; action: FicheDossier | null; sous: FicheDossier | null }

function feuilleDonnees(dossier: Dossier): FeuilleAEcrire {
  const fiches = [
    ...dossier.axes.flatMap((axe) => lignesDAxe(axe, [])),
    ...dossier.horsAxe.flatMap((fiche) => lignesDeFiche(fiche, []))
  ]
  const lignes: CelluleAEcrire[][] = [
    [{ valeur: dossier.contrat.intitule, style: 'titre' }],
    COLONNES_36.map(({ nom }) => ({ valeur: nom, style: 'entete' })),
    COLONNES_36.map(({ aide }) => ({ valeur: aide, style: 'aide' })),
    ...fiches.map(ligneEcrite)
  ]
  const liste = (role: ColonneModele['role'], valeurs: readonly string[]) => ({
    colonne: COLONNES_36.findIndex((une) => une.role === role),
    deLigne: 3,
    aLigne: lignes.length + LIGNES_LIBRES,
    valeurs
  })
  return {
    nom: FEUILLES_MODELE.donnees,
    lignes,
    colonnes: COLONNES_36.map(({ role }) => ({ largeur: LARGEURS[role] ?? 24, format: formatDe(role) })),
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

function ligneEcrite({ axes, action, sous }: LigneDeFiche): CelluleAEcrire[] {
  const fiche = sous ?? action
  let financeurs = -1
  return COLONNES_36.map(({ role }): Cellule => {
    if (role === 'axe') return axes[0] ?? null
    if (role === 'sousAxe') return axes[1] ?? null
    // levels deeper than the three columns stand together in the last
    if (role === 'sousSousAxe') return axes.slice(2).join(' › ') || null
    if (!fiche || !action) return null
    if (role === 'titre') return titreEcrit(action).texte
    if (role === 'sousTitre') return sous && titreEcrit(sous).texte
    if (role === 'financeur') financeurs++
    return celluleDe(fiche, role, financeurs)
  })
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
      return euros(fiche.budgetPrevisionnel)
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
    case 'notes':
      return direNotes(fiche, titreEcrit(fiche).numeroAPart)
    case 'documents':
      return direDocuments(fiche)
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

/** A day is a date of the spreadsheet; a year or a month is text, since a spreadsheet has no such date. */
function dateEcrite(date: DateFloue | null): Cellule {
  if (date === null) return null
  return date.length === 10 ? { date } : date.length === 7 ? `${date.slice(5)}/${date.slice(0, 4)}` : date
}

/**
 * « 3. Titre » for a numbered fiche. A number of another form, or a title that the reader could take for a numbered one, has its
 * number said apart, in the notes.
 */
function titreEcrit({ numero, titre }: FicheDossier): { texte: string; numeroAPart: boolean } {
  if (numero !== null && /^\d{1,3}(?:\.\d{1,3})*$/.test(numero)) return { texte: `${numero}. ${titre}`, numeroAPart: false }
  return { texte: titre, numeroAPart: numero !== null || /^.{0,40}(?:\d|\b[ivx]+\b).*[.:)–—\s-]/iu.test(titre) }
}

function feuilleAide(dossier: Dossier): FeuilleAEcrire {
  const lignes: CelluleAEcrire[][] = [
    [{ valeur: `Plan d’action : ${dossier.contrat.intitule}`, style: 'titre' }],
    [
      `Les actions sont dans la feuille « ${FEUILLES_MODELE.donnees} » : une ligne par action ou par sous-action, l’axe répété sur chaque ligne.`
    ],
    ['Vous pouvez modifier ce fichier, puis l’importer de nouveau : une même ligne est reconnue par son axe et son titre.'],
    ['Une cellule vide n’efface rien. Ce que vous avez changé en ligne depuis n’est pas écrasé sans vous le demander.'],
    [
      'Plusieurs noms dans une cellule se séparent par des virgules. Un nom qui contient une virgule s’écrit entre guillemets droits.'
    ],
    ['Les champs sans colonne sont à la fin des notes complémentaires, un par ligne.'],
    ['Les lignes « Poste » y montrent les postes partagés entre les actions ; l’import ne les change pas.']
  ]
  return { nom: FEUILLES_MODELE.aide, lignes, colonnes: [{ largeur: 120 }] }
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
