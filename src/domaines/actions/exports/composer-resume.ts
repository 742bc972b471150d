import { direMontants, sommerMontants } from '#platform/argent.ts'
import { titre, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'
import { compter } from '#platform/texte.ts'
import { direStatut } from '#domaines/actions/libelles.ts'
import type { Dossier, FicheDossier } from '#domaines/actions/schema/dossier.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import type { RoleIntervenant } from '#domaines/actions/schema/mots.ts'
import { STATUTS_FILTRES } from '#domaines/actions/schema/portefeuille.ts'
import { fichesDe } from './composer-axes.ts'
import { faitsDuContrat, mentionContrat, ouvertureCourte } from './composer-ouverture.ts'
import { habiller } from './habiller.ts'
import { nomComplet } from './composer-signatures.ts'
import { reperes, tableau } from './pieces.ts'

/** What a summary never passes, in pages A4, whatever the contract. */
export const PAGES_DU_RESUME = 4

/** Points of four pages between their margins, less what headings, facts and the white at the foot of a page take. */
const PLACE = PAGES_DU_RESUME * 700 - 800
const SIGNATAIRES_DITS = 12
const AXES_DITS = 16

type Groupe = { numero: string; intitule: string; vise: string; fiches: FicheDossier[] }

/**
 * The contract in four pages at most: its facts and figures, why it is there, who signs, what each axis aims at with its actions and its
 * money, how it is governed, then its actions axis by axis with who leads them and where they stand. When there are too many, each axis gives its first ones in turn and says how many others it has.
 */
export function composerResume(dossier: Dossier, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  const { contrat, territoire } = dossier
  const groupes = grouper(dossier)
  const niveau = contrat.niveaux[0] ?? 'Axe'
  const signataires = dossier.signataires.slice(0, SIGNATAIRES_DITS).map((s) => ({
    structure: abreger(nomComplet(s), 90),
    par: abreger([s.personne, s.qualite].filter(Boolean).join(', '), 80)
  }))
  const avant = somme(signataires.map((s) => hauteur([s.structure, 44], [s.par, 36])))
  const axes = somme(groupes.map((g) => hauteur([g.intitule, 30], [g.vise, 38])))
  const textes = [abreger(contrat.preambule ?? '', 480), abreger(contrat.gouvernance ?? '', 320)] as const
  const faits = chiffres(groupes.flatMap(({ fiches }) => fiches))
  const dits = somme([...textes, ...faits.map(([, valeur]) => valeur ?? '')].map(paragraphe))
  const autres = dossier.signataires.length - signataires.length
  return {
    titre: `Résumé – ${contrat.intitule}`,
    auteur: territoire.nom,
    ...habiller(habillage, territoire, contrat.intitule),
    mention: mentionContrat(dossier),
    ouverture: ouvertureCourte(dossier),
    sommaire: false,
    blocs: [
      titre(1, 'Résumé du contrat'),
      ...reperes([...faitsDuContrat(dossier), ...faits]),
      ...partie('Pourquoi ce contrat', texte(textes[0])),
      ...partie(
        'Les signataires',
        tableau(autres > 0 ? [...signataires, { structure: direAutres(autres, 'signataire'), par: '' }] : signataires, [
          ['Structure', 5, (s) => s.structure],
          ['Représentée par', 4, (s) => s.par]
        ])
      ),
      ...partie(
        'Les axes',
        tableau(groupes, [
          [niveau, 1, (g) => g.numero],
          ['Intitulé', 3.6, (g) => g.intitule],
          ['Ce qu’on y vise', 4.6, (g) => g.vise],
          ['Actions', 1.2, (g) => g.fiches.length.toLocaleString('fr-FR'), true],
          ['Budget prévisionnel', 1.8, (g) => budgetDe(g.fiches), true]
        ])
      ),
      ...partie('Qui décide, qui suit', texte(textes[1])),
      ...partie(
        'Les actions',
        tableauDesActions(groupes, niveau, contrat.exemple, PLACE - avant - axes - dits - (habillage.logo ? UN_LOGO : 0))
      )
    ]
  }
}

const partie = (nom: string, blocs: Bloc[]): Bloc[] => (blocs.length ? [titre(2, nom), ...blocs] : [])

/** The axes of the first level with all their actions; past the sixteenth they are one group, then come the actions of no axis. */
function grouper({ axes, horsAxe }: Dossier): Groupe[] {
  // a long list of axes keeps its titles, and leaves what each aims at to the contract
  const place = axes.length > 8 ? 0 : 150
  const tous = axes.map((axe) => ({
    numero: axe.numero,
    intitule: abreger(axe.intitule, 140),
    vise: place > 0 ? abreger(axe.objectif ?? axe.enjeu ?? '', place) : '',
    fiches: fichesDe(axe)
  }))
  const suite = tous.slice(AXES_DITS)
  return [
    ...tous.slice(0, AXES_DITS),
    ...(suite.length > 0
      ? [{ numero: '…', intitule: direAutres(suite.length, 'axe'), vise: '', fiches: suite.flatMap(({ fiches }) => fiches) }]
      : []),
    ...(horsAxe.length > 0 ? [{ numero: '–', intitule: 'Sous aucun axe', vise: '', fiches: horsAxe }] : [])
  ]
}

function chiffres(fiches: readonly FicheDossier[]): [nom: string, valeur: string | null][] {
  const parStatut = STATUTS_FILTRES.map((mot) => {
    const statut = mot === 'non_dit' ? null : mot
    return [direStatut(statut), fiches.filter((fiche) => fiche.statut === statut).length] as const
  })
  const budgets = fiches.flatMap(({ budgetPrevisionnel }) => budgetPrevisionnel ?? [])
  return [
    [
      'Statuts des actions',
      parStatut
        .filter(([, nombre]) => nombre > 0)
        .map(([statut, nombre]) => `${statut} : ${nombre.toLocaleString('fr-FR')}`)
        .join(' · ')
    ],
    [
      'Budget prévisionnel',
      budgets.length > 0
        ? `${direMontants(sommeDesBudgets(fiches))} pour ${compter(budgets.length, 'action chiffrée', 'actions chiffrées')}`
        : null
    ],
    ['Financeurs', citer(fiches.map(({ financements }) => financements.map(({ financeur }) => financeur)))],
    ['Quartiers', citer(fiches.map(({ quartiers }) => quartiers))]
  ]
}

/** The names that most actions give, six at most, each with how many; null when none does. */
function citer(parFiche: readonly (readonly string[])[]): string | null {
  const noms = Map.groupBy(
    parFiche.flatMap((dits) => [...new Set(dits)]),
    (nom) => nom
  )
  const cites = [...noms].toSorted(([, a], [, b]) => b.length - a.length)
  const dits = cites.slice(0, 6).map(([nom, fois]) => `${abreger(nom, 60)} (${compter(fois.length, 'action')})`)
  const autres = cites.length - dits.length
  return dits.length > 0 ? [...dits, ...(autres > 0 ? [direAutres(autres, 'nom')] : [])].join(' · ') : null
}

function budgetDe(fiches: readonly FicheDossier[]): string {
  return fiches.some(({ budgetPrevisionnel }) => budgetPrevisionnel !== null) ? direMontants(sommeDesBudgets(fiches)) : ''
}

const sommeDesBudgets = (fiches: readonly FicheDossier[]) =>
  sommerMontants(fiches.map(({ budgetPrevisionnel, budgetTaxe }) => ({ montant: budgetPrevisionnel, taxe: budgetTaxe ?? 'ht' })))

const texte = (dit: string): Bloc[] => (dit ? [{ bloc: 'paragraphe', texte: dit }] : [])

function tableauDesActions(groupes: readonly Groupe[], niveau: string, exemple: boolean, place: number): Bloc[] {
  const rangees = (signes: number, mots: number) =>
    groupes.map(({ numero, fiches }) =>
      fiches.map((fiche) => ({
        axe: numero,
        action: `${abreger([fiche.numero, fiche.titre].filter(Boolean).join(' · '), 120)}${fiche.exemple && !exemple ? ' (exemple)' : ''}`,
        quoi: mots > 0 ? abreger(fiche.description ?? fiche.objectifs[0]?.texte ?? '', mots) : '',
        pilote: pilotes(fiche, signes),
        statut: fiche.statut ? direStatut(fiche.statut) : ''
      }))
    )
  const hauteurs = (toutes: ReturnType<typeof rangees>) =>
    toutes.map((lignes) =>
      lignes.map((l) =>
        Math.max(
          hauteur([l.action, 42]) + (l.quoi ? LIGNE * Math.ceil(l.quoi.length / 42) : 0),
          hauteur([l.pilote, 22], [l.statut, 10])
        )
      )
    )
  // what an action does goes first when room lacks, then long names; actions are left out last
  const parGroupe = [rangees(80, 150), rangees(80, 0)].find((toutes) => somme(hauteurs(toutes).flat()) <= place) ?? rangees(44, 0)
  const dites = partager(hauteurs(parGroupe), place)
  const lignes = parGroupe.flatMap((toutes, i) => {
    const autres = toutes.length - dites[i]!
    const suite = { axe: groupes[i]!.numero, action: direAutres(autres, 'action'), quoi: '', pilote: '', statut: '' }
    return [...toutes.slice(0, dites[i]), ...(autres > 0 ? [suite] : [])]
  })
  return tableau(lignes, [
    [niveau, 1, (l) => l.axe],
    ['Action', 5.4, (l) => (l.quoi ? `${l.action}\n${l.quoi}` : l.action)],
    ['Pilote', 3, (l) => l.pilote],
    ['Statut', 1.7, (l) => l.statut]
  ])
}

/** How many rows of each group fit in the place, each group giving one in turn; one that is cut has a line that says so. */
function partager(groupes: readonly (readonly number[])[], place: number): number[] {
  if (somme(groupes.flat()) <= place) return groupes.map(({ length }) => length)
  const dites = groupes.map(() => 0)
  let [reste, avant] = [place - groupes.length * UNE_LIGNE, -1]
  while (reste !== avant) {
    avant = reste
    for (const [i, hauteurs] of groupes.entries()) {
      const prochaine = hauteurs[dites[i]!]
      if (prochaine === undefined || prochaine > reste) continue
      reste -= prochaine
      dites[i]! += 1
    }
  }
  return dites
}

const MENENT: readonly RoleIntervenant[] = ['pilote', 'service_pilote', 'personne_pilote', 'copilote']

function pilotes({ intervenants }: FicheDossier, signes: number): string {
  const noms = MENENT.flatMap((role) => intervenants.filter((i) => i.role === role).map(({ nom }) => nom))
  return noms.length > 1
    ? `${abreger(noms[0]!, signes - 11)} et ${compter(noms.length - 1, 'autre')}`
    : abreger(noms[0] ?? '', signes)
}

const direAutres = (nombre: number, nom: string) => `et ${compter(nombre, `autre ${nom}`, `autres ${nom}s`)}`

// a line of text is not as tall as the logo beside it
const UN_LOGO = 40
// Word's rows are the tallest: thirteen points a line and eight around
const UNE_LIGNE = 21
const LIGNE = 13
const hauteur = (...cellules: [texte: string, parLigne: number][]): number =>
  8 + LIGNE * Math.max(1, ...cellules.map(([texte, parLigne]) => Math.ceil(texte.length / parLigne)))

// a heading and its lines across the page; a fact has no heading, and none stands for nothing
const paragraphe = (dit: string): number => (dit ? 44 + 14 * Math.ceil(dit.length / 90) : 0)

const somme = (nombres: readonly number[]) => nombres.reduce((a, b) => a + b, 0)

const abreger = (texte: string, signes: number): string => {
  const suivi = texte.replace(/\s+/gu, ' ').trim()
  return suivi.length <= signes
    ? suivi
    : `${suivi
        .slice(0, signes - 1)
        .replace(/\s+\S*$/u, '')
        .replace(/[\s,;:]+(?:et|de|du|des|à|en|la|le|les)?$/u, '')}…`
}
