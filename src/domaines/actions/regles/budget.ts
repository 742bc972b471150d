import { direMontant, direMontants, poidsDe, type Montants, type Taxe } from '#platform/argent.ts'
import { compter, enumerer } from '#platform/texte.ts'
import { ETAT_DES_EUROS } from '../libelles/moyens.ts'
import { ETATS_FINANCEMENT, type EtatFinancement } from '../schema/mots.ts'
import { memeAnnee, type Doublon } from './doublons.ts'
import { ecartDuBudget, titreDeLEcart, type Ecart } from './ecart.ts'

export type LigneBudget = { financeur: string; annee: number | null; montant: number | null; etat: EtatFinancement; taxe: Taxe }
/** What an action takes of a post; `annee` null: every year. */
export type FractionBudget = {
  poste: string
  etp: number
  annee: number | null
  financeur: string | null
  montant: number | null
}
/** An action or a sub-action with its money; funders and posts are ids. */
export type FicheBudget = {
  id: string
  parentId: string | null
  titre: string
  /** the axis of its action in the contract */
  axeId: string | null
  auContrat: boolean
  previsionnel: number | null
  previsionnelTaxe: Taxe
  financements: readonly LigneBudget[]
  fractions: readonly FractionBudget[]
}

/** What some actions have, by state; `postes` in cents, `etp` of the fullest year, `doubles` what may have been counted twice. */
export type Sommes = {
  actions: number
  etats: Record<EtatFinancement, Montants>
  postes: number
  etp: number
  doubles: Montants
  ecart: Ecart
}

const racine = ({ id, parentId }: FicheBudget) => parentId ?? id
const arrondi = (etp: number) => Math.round(etp * 1000) / 1000

/** The same fiches with what counts one year: money of that year, and the posts that they have that year or every year. */
export function deLAnnee(fiches: readonly FicheBudget[], annee: number | null): FicheBudget[] {
  if (annee === null) return [...fiches]
  return fiches.map((fiche) => ({
    ...fiche,
    previsionnel: null,
    financements: fiche.financements.filter((ligne) => ligne.annee === annee),
    fractions: fiche.fractions
      .filter((fraction) => memeAnnee(fraction.annee, annee))
      // a salary of which nobody said the year is in no year's money
      .map((fraction) => (fraction.annee === null ? { ...fraction, montant: null } : fraction))
  }))
}

/** How many amounts have no year: those that a year leaves out. */
export const montantsSansAnnee = (fiches: readonly FicheBudget[]): number =>
  fiches.reduce(
    (somme, { financements, fractions }) =>
      somme + [...financements, ...fractions].filter(({ annee, montant }) => annee === null && montant !== null).length,
    0
  )

/** The years that the money or the posts name, in order. */
export const anneesDuBudget = (fiches: readonly FicheBudget[]): number[] =>
  [
    ...new Set(
      fiches.flatMap(({ financements, fractions }) => [...financements, ...fractions].flatMap(({ annee }) => annee ?? []))
    )
  ].sort((a, b) => a - b)

/** Full-time equivalents by year, those of every year in each; one line without a year when none is named. */
export function etpParAnnee(
  fractions: readonly Pick<FractionBudget, 'annee' | 'etp'>[]
): { annee: number | null; etp: number }[] {
  const annees = [...new Set(fractions.flatMap(({ annee }) => annee ?? []))].sort((a, b) => a - b)
  return (annees.length > 0 ? annees : [null]).map((annee) => ({
    annee,
    etp: arrondi(
      fractions
        .filter((fraction) => annee === null || memeAnnee(fraction.annee, annee))
        .reduce((somme, { etp }) => somme + etp, 0)
    )
  }))
}

/** How a post is split, year by year (or the one asked for), and whether it is split beyond what it is. */
export const partageDuPoste = (
  quotite: number,
  fractions: readonly Pick<FractionBudget, 'annee' | 'etp'>[],
  annee: number | null = null
): { annee: number | null; etp: number; trop: boolean }[] =>
  etpParAnnee(annee === null ? fractions : fractions.filter((fraction) => memeAnnee(fraction.annee, annee)))
    .map((part) => ({ ...part, annee: annee ?? part.annee, trop: part.etp > quotite }))
    .filter(({ etp }) => etp > 0)

/** « 0,8 ETP ». */
export const direEtp = (etp: number): string => `${arrondi(etp).toLocaleString('fr-FR')}\u00a0ETP`

/** « réparti à 1,2 ETP sur 1 en 2026 ». */
export const direPartage = ({ etp, annee }: { etp: number; annee: number | null }, quotite: number): string =>
  `réparti à ${direEtp(etp)} sur ${quotite.toLocaleString('fr-FR')}${annee === null ? '' : ` en ${annee}`}`

/** The sums of some fiches. Nothing is left out of a state for being a possible double: `doubles` says how much of it all may be one. */
export function sommerBudget(fiches: readonly FicheBudget[], doublons: readonly Doublon[]): Sommes {
  const rien = (): Montants => ({ ht: 0, ttc: 0 })
  const etats = Object.fromEntries(ETATS_FINANCEMENT.map((etat) => [etat, rien()])) as Sommes['etats']
  for (const { etat, taxe, montant } of fiches.flatMap(({ financements }) => financements)) etats[etat][taxe] += montant ?? 0
  const fractions = fiches.flatMap((fiche) => fiche.fractions)
  const doubles = rien()
  for (const doublon of doublons) if (doublon.sorte !== 'depasse_previsionnel') doubles[doublon.taxe] += doublon.montant
  return {
    actions: new Set(fiches.filter(ditSonArgent).map((fiche) => racine(fiche))).size,
    etats,
    postes: fractions.reduce((somme, { montant }) => somme + (montant ?? 0), 0),
    etp: Math.max(0, ...etpParAnnee(fractions).map(({ etp }) => etp)),
    doubles,
    ecart: ecartDuBudget(fiches)
  }
}

/** True of a fiche that says money, announced or found, or a post. */
export const ditSonArgent = ({
  previsionnel,
  financements,
  fractions
}: Pick<FicheBudget, 'previsionnel' | 'financements' | 'fractions'>): boolean =>
  previsionnel !== null || financements.length > 0 || fractions.length > 0

/** The sums by funder, who gives most first; posts that name no funder are left to the totals. */
export function parFinanceur(
  fiches: readonly FicheBudget[],
  doublons: readonly Doublon[]
): { financeur: string; sommes: Sommes }[] {
  const financeurs = new Set(fiches.flatMap(financeursDe))
  return [...financeurs]
    .map((financeur) => {
      const siennes = fiches.map((fiche) => ({
        ...fiche,
        // what an action announces is no funder's
        previsionnel: null,
        financements: fiche.financements.filter((ligne) => ligne.financeur === financeur),
        fractions: fiche.fractions.filter((fraction) => fraction.financeur === financeur)
      }))
      const siens = doublons.filter((doublon) => doublon.sorte !== 'depasse_previsionnel' && doublon.financeur === financeur)
      return { financeur, sommes: sommerBudget(siennes, siens) }
    })
    .sort((a, b) => poids(b.sommes) - poids(a.sommes) || (a.financeur < b.financeur ? -1 : 1))
}

const poids = ({ etats, postes }: Sommes) =>
  Math.max(...ETATS_FINANCEMENT.map((etat) => etats[etat].ht + etats[etat].ttc)) + postes

const financeursDe = ({ financements, fractions }: FicheBudget): string[] => [
  ...new Set([...financements, ...fractions].flatMap(({ financeur }) => financeur ?? []))
]

/** The actions, with their sub-actions, that several funders pay for: most funders first. */
export function cofinancees(fiches: readonly FicheBudget[]): { id: string; titre: string; financeurs: string[] }[] {
  const titres = new Map(fiches.map(({ id, titre }) => [id, titre]))
  return [...Map.groupBy(fiches, racine)]
    .map(([id, siennes]) => ({
      id,
      titre: titres.get(id) ?? siennes[0]!.titre,
      financeurs: [...new Set(siennes.flatMap(financeursDe))]
    }))
    .filter(({ financeurs }) => financeurs.length > 1)
    .sort((a, b) => b.financeurs.length - a.financeurs.length || a.titre.localeCompare(b.titre, 'fr'))
}

/** What the page finds, in the words of its title: what is missing, else the money that is most certain, and what may be counted twice. */
export function titreDuBudget({ etats, postes, etp, doubles, ecart }: Sommes, annee: number | null): string {
  const double = doubles.ht + doubles.ttc > 0 ? `\u202f; ${direMontants(doubles)} peut-être ${accord(doubles)} deux fois` : ''
  if (poidsDe(ecart.previsionnel) > 0) return `${titreDeLEcart(ecart)}${double}`
  const ordre: EtatFinancement[] = ['accorde', 'verse', 'consomme', 'demande', 'prevu']
  const connus = ordre.filter((etat) => etats[etat].ht + etats[etat].ttc > 0).slice(0, 2)
  const dits = connus.map((etat) => `${direMontants(etats[etat])} ${ETAT_DES_EUROS[etat]}`)
  if (dits.length === 0 && postes > 0) dits.push(`${direMontant(postes)} de postes`)
  if (dits.length === 0 && etp > 0) dits.push(`${direEtp(etp)} pour les actions, aucun montant dit`)
  if (dits.length === 0) return annee === null ? 'Aucun argent dit encore' : `Aucun argent dit pour ${annee}`
  return `${enumerer(dits)}${annee === null ? '' : ` en ${annee}`}${double}`
}

const accord = ({ ht, ttc }: Montants) => (ht + ttc < 200 ? 'compté' : 'comptés')

/** The sums by axis of the contract, in its order; then what is in the contract under none, then what is outside. */
export function parAxe(
  fiches: readonly FicheBudget[],
  axes: readonly { id: string; nom: string }[],
  doublons: readonly Doublon[],
  dehors: { auContrat: string; hors: string }
): { cle: string; axe: string | null; nom: string; sommes: Sommes }[] {
  const connus = new Set(axes.map(({ id }) => id))
  const cleDe = ({ axeId, auContrat }: FicheBudget) =>
    axeId !== null && connus.has(axeId) ? axeId : auContrat ? 'contrat' : 'hors'
  const groupes = Map.groupBy(fiches, cleDe)
  const rangees = [
    ...axes.map(({ id, nom }) => ({ cle: id, axe: id, nom })),
    { cle: 'contrat', axe: null, nom: dehors.auContrat },
    { cle: 'hors', axe: null, nom: dehors.hors }
  ]
  return rangees.flatMap((rangee) => {
    const siennes = groupes.get(rangee.cle)
    if (!siennes) return []
    const ids = new Set(siennes.map(({ id }) => id))
    const sommes = sommerBudget(
      siennes,
      doublons.filter(({ fiche }) => ids.has(fiche))
    )
    return sommes.actions === 0 ? [] : [{ ...rangee, sommes }]
  })
}

/** « 12 actions disent leur argent, sur 30. » */
export const direCouverture = (dites: number, total: number): string =>
  `${compter(dites, 'action dit son argent ou ses postes', 'actions disent leur argent ou leurs postes')}, sur ${total.toLocaleString('fr-FR')}.`
