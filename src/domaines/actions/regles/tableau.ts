import type { Taxe } from '#platform/argent.ts'
import type { DateFloue } from '#platform/dates.ts'
import { STATUT } from '../libelles.ts'
import type { NatureAction, Priorite, Statut, Thematique, TypeAction } from '../schema/mots.ts'
import type { Colonne, Groupement } from '../schema/portefeuille.ts'
import { joursDeRetard, joursDeSilence } from './suivi.ts'

/** A fiche as the portfolio reads it. */
export type LigneFiche = {
  id: string
  numero: string | null
  titre: string
  axeId: string | null
  auContrat: boolean
  nature: NatureAction | null
  statut: Statut | null
  priorite: Priorite | null
  debut: DateFloue | null
  fin: DateFloue | null
  pilotes: string[]
  publics: string[]
  thematiques: Thematique[]
  types: TypeAction[]
  /** the elected members and the directions that answer for it */
  referents: string[]
  quartiers: string[]
  /** why it names no priority quartier */
  horsQpv: string | null
  budgetPrevisionnel: number | null
  budgetTaxe: Taxe
  modifieLe: string
  /** the date of the last news */
  derniereNouvelle: DateFloue | null
  sousActions: number
  exemple: boolean
  /** how many fiches of the whole view stand in the same group */
  dansLeGroupe: number
}

const CHAMP = {
  numero: 'numero',
  pilotes: 'pilotes',
  statut: 'statut',
  priorite: 'priorite',
  debut: 'debut',
  fin: 'fin',
  quartiers: 'quartiers',
  publics: 'publics',
  themes: 'thematiques',
  types: 'types',
  referents: 'referents',
  budget: 'budgetPrevisionnel',
  modifie: 'modifieLe'
} as const satisfies Record<Colonne, keyof LigneFiche>

type Dites = Pick<LigneFiche, 'nature' | 'sousActions' | 'exemple' | 'horsQpv' | 'budgetTaxe' | (typeof CHAMP)[Colonne]> & {
  /** days past its end, and days without news, where the column of the status shows them */
  retard: number
  silence: number
}

/** A row as the table draws it. It travels twice, drawn and as data: what is empty, or of a column that is not shown, is not there. */
export type LigneTableau = Pick<LigneFiche, 'id' | 'titre'> & { [champ in keyof Dites]?: NonNullable<Dites[champ]> }

/** The rows that stand under one name, and how many fiches of the whole view do; « » where nothing is grouped. */
export type GroupeTableau = { nom: string; nombre: number; lignes: LigneTableau[] }

const estDit = (valeur: unknown): boolean =>
  valeur !== null && valeur !== false && !(Array.isArray(valeur) && valeur.length === 0)

function ligneDuTableau(fiche: LigneFiche, { colonnes, jour, sansQpv }: Vu): LigneTableau {
  const ligne: Record<string, unknown> = { id: fiche.id, titre: fiche.titre }
  const dire = (champ: keyof Dites, valeur: unknown) => {
    if (estDit(valeur)) ligne[champ] = valeur
  }
  dire('nature', fiche.nature)
  // under the title three are said
  dire('publics', fiche.publics.slice(0, 3))
  dire('sousActions', fiche.sousActions || null)
  dire('exemple', fiche.exemple)
  for (const colonne of colonnes) dire(CHAMP[colonne], fiche[CHAMP[colonne]])
  if (sansQpv || colonnes.includes('quartiers')) dire('horsQpv', fiche.horsQpv)
  if (colonnes.includes('budget') && fiche.budgetTaxe === 'ttc') dire('budgetTaxe', fiche.budgetTaxe)
  if (colonnes.includes('statut')) {
    const { statut, debut, derniereNouvelle, modifieLe } = fiche
    dire('retard', joursDeRetard(fiche, jour) || null)
    dire('silence', joursDeSilence({ statut, debut, derniereNouvelle, modifieLe: new Date(modifieLe) }, jour) || null)
  }
  return ligne as LigneTableau
}

type Vu = {
  grouper: Groupement
  colonnes: readonly Colonne[]
  axes: readonly { id: string; numero: string; intitule: string; niveau: string }[]
  /** the contract that the portfolio is seen from */
  contrat: { intitule: string } | null
  jour: string
  /** only actions without a priority quartier are shown: the reason is said, whatever the columns */
  sansQpv?: boolean
}

function nomDuGroupe(fiche: LigneFiche, { grouper, axes, contrat }: Vu): string {
  if (grouper === 'aucun') return ''
  if (grouper === 'statut') return fiche.statut ? STATUT[fiche.statut] : 'Statut non précisé'
  if (grouper === 'pilote') return fiche.pilotes[0] ?? 'Sans pilote'
  const axe = axes.find(({ id }) => id === fiche.axeId)
  if (axe) return `${axe.niveau} ${axe.numero} · ${axe.intitule}`
  return fiche.auContrat && contrat ? `${contrat.intitule}, sans axe` : contrat ? 'Hors contrat' : 'Actions'
}

/** The rows of one page of the portfolio as its table draws them, under the names of their groups, in the order in which they come. */
export function groupesDuTableau(fiches: readonly LigneFiche[], vu: Vu): GroupeTableau[] {
  const groupes: GroupeTableau[] = []
  for (const fiche of fiches) {
    const nom = nomDuGroupe(fiche, vu)
    const dernier = groupes.at(-1)
    const ligne = ligneDuTableau(fiche, vu)
    if (dernier?.nom === nom) dernier.lignes.push(ligne)
    else groupes.push({ nom, nombre: fiche.dansLeGroupe, lignes: [ligne] })
  }
  return groupes
}
