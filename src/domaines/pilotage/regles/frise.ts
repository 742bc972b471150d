import { dernierJour, direDate, premierJour, type DateFloue } from '#platform/dates.ts'
import { enumerer } from '#platform/texte.ts'
import { direMois, moisPleins } from '#domaines/contrats/regles/intervalles.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'

/** What is drawn of a thing that lasts: `debut` and `fin` are days (AAAA-MM-JJ), `fin` null while it goes on. */
export type Segment = {
  cle: string
  libelle: string
  debut: string
  fin: string | null
  ton: 'fil' | 'trame' | 'neutre' | 'vide' | 'prolonge'
  /** its dates in words, as precise as they are known */
  dates: string
  href?: string
}

export type Couloir = { cle: string; titre: string; segments: Segment[] }

export type Frise = {
  couloirs: Couloir[]
  /** first and last year drawn */
  de: number
  a: number
  titre: string
  /** the gaps and overlaps, each in one sentence with what explains it */
  explications: string[]
}

export type ContratFrise = {
  id: string
  intitule: string
  etat: EtatContrat
  debut: DateFloue | null
  fin: DateFloue | null
  finProrogee: DateFloue | null
}
export type PrsFrise = { sigle: string; debut: DateFloue | null; fin: DateFloue | null; paruLe: DateFloue | null }
export type RepereFrise = {
  id: string
  nature: 'mandat' | 'election' | 'projet' | 'diagnostic' | 'autre'
  intitule: string
  debut: DateFloue
  fin: DateFloue | null
}
/** Another programme of the territory. */
export type ProgrammeFrise = { id: string; intitule: string; debut: DateFloue | null; fin: DateFloue | null }
/** An action that several contracts bore, with its dated steps (R-143). */
export type ProjetFrise = {
  id: string
  titre: string
  debut: DateFloue
  fin: DateFloue | null
  etapes: readonly { intitule: string; echeance: DateFloue }[]
}
export type FaitFrise = { date: DateFloue; texte: string }

export type MatiereDeFrise = {
  jour: string
  asvDepuis: DateFloue | null
  contrats: readonly ContratFrise[]
  prs: readonly PrsFrise[]
  reperes: readonly RepereFrise[]
  programmes: readonly ProgrammeFrise[]
  projets: readonly ProjetFrise[]
  /** acts of the contracts: those of a time without a signature explain it */
  actes: readonly { reference: string; date: DateFloue; objet: string | null }[]
  /** the journals of the contracts */
  faits: readonly FaitFrise[]
}

const SIGNES: readonly EtatContrat[] = ['signe', 'en_vigueur', 'proroge', 'echu']

/** The whole life of a territory on one line of time, its gaps and overlaps explained (R-011, R-012, R-143); null when nothing has a date. */
export function composerFrise(matiere: MatiereDeFrise): Frise | null {
  const { jour, asvDepuis, prs, reperes, programmes, projets } = matiere
  const contrats = contratsDates(matiere.contrats)
  const vides = videsEntre(contrats)
  const couloirs: Couloir[] = [
    { cle: 'asv', titre: 'Atelier santé ville', segments: asvDepuis ? [depuis('asv', asvDepuis)] : [] },
    { cle: 'contrats', titre: 'Contrat local de santé', segments: [...segmentsDesContrats(contrats), ...vides.map(segmentVide)] },
    {
      cle: 'prs',
      titre: 'Projet régional de santé',
      segments: prs.flatMap((un) =>
        un.debut ? [segment(`prs-${un.sigle}`, un.sigle, un.paruLe ?? un.debut, un.fin, 'trame')] : []
      )
    },
    {
      cle: 'programmes',
      titre: 'Autres programmes',
      segments: programmes.flatMap(({ id, intitule, debut, fin }) => (debut ? [segment(id, intitule, debut, fin, 'neutre')] : []))
    },
    {
      cle: 'actions',
      titre: 'Actions de plusieurs contrats',
      segments: projets.map(({ id, titre, debut, fin }) => segment(id, titre, debut, fin, 'trame', `actions/${id}`))
    },
    {
      cle: 'jalons',
      titre: 'Leurs étapes',
      segments: projets.flatMap(({ id, etapes }) =>
        etapes.map(({ intitule, echeance }, rang) =>
          segment(`${id}-${rang}`, intitule, echeance, echeance, 'neutre', `actions/${id}`)
        )
      )
    },
    ...COULOIRS_DES_REPERES.map(({ nature, titre }) => ({
      cle: nature,
      titre,
      segments: reperes
        .filter((repere) => repere.nature === nature)
        .map((repere) =>
          segment(repere.id, repere.intitule, repere.debut, repere.fin ?? (nature === 'election' ? repere.debut : null), 'neutre')
        )
    }))
  ]
  const pleins = couloirs
    .map((couloir) => ({ ...couloir, segments: couloir.segments.toSorted((a, b) => (a.debut < b.debut ? -1 : 1)) }))
    .filter(({ segments }) => segments.length > 0)
  if (pleins.length === 0) return null
  const annees = pleins.flatMap(({ segments }) => segments.flatMap(({ debut, fin }) => [anneeDe(debut), anneeDe(fin ?? jour)]))
  return {
    couloirs: pleins,
    de: Math.min(...annees, anneeDe(jour)),
    a: Math.max(...annees, anneeDe(jour)),
    titre: titreDe(contrats, vides),
    explications: [...vides.map((vide) => expliquerVide(vide, matiere)), ...chevauchements(contrats)]
  }
}

const COULOIRS_DES_REPERES = [
  { nature: 'diagnostic', titre: 'Diagnostic' },
  { nature: 'projet', titre: 'Projets longs' },
  { nature: 'mandat', titre: 'Instances d’habitants' },
  { nature: 'election', titre: 'Élections' },
  { nature: 'autre', titre: 'Repères' }
] as const

const anneeDe = (jour: string) => Number(jour.slice(0, 4))

const segment = (
  cle: string,
  libelle: string,
  debut: DateFloue,
  fin: DateFloue | null,
  ton: Segment['ton'],
  href?: string
): Segment => ({
  cle,
  libelle,
  debut: premierJour(debut),
  fin: fin === null ? null : dernierJour(fin),
  ton,
  dates: fin === null ? `depuis ${direDate(debut)}` : debut === fin ? direDate(debut) : `${direDate(debut)} – ${direDate(fin)}`,
  ...(href ? { href } : {})
})

const depuis = (cle: string, debut: DateFloue): Segment => ({
  ...segment(cle, '', debut, null, 'neutre'),
  libelle: `depuis ${direDate(debut)}`
})

type Date2 = ContratFrise & { debut: DateFloue; fin: DateFloue; jusque: DateFloue; couvre: boolean }

/** Contracts whose period is known, in order; those given up are not drawn. */
function contratsDates(contrats: readonly ContratFrise[]): Date2[] {
  return contrats
    .flatMap(({ debut, fin, ...reste }) =>
      debut && fin && reste.etat !== 'abandonne'
        ? [{ ...reste, debut, fin, jusque: reste.finProrogee ?? fin, couvre: SIGNES.includes(reste.etat) }]
        : []
    )
    .toSorted((a, b) => (premierJour(a.debut) < premierJour(b.debut) ? -1 : 1))
}

function segmentsDesContrats(contrats: readonly Date2[]): Segment[] {
  return contrats.flatMap((contrat) => {
    const href = `contrats/${contrat.id}`
    const corps = segment(contrat.id, court(contrat.intitule), contrat.debut, contrat.fin, contrat.couvre ? 'fil' : 'trame', href)
    if (!contrat.finProrogee) return [corps]
    const lendemain = jourApres(dernierJour(contrat.fin))
    return [
      corps,
      {
        ...corps,
        cle: `${contrat.id}-prorogation`,
        libelle: 'prorogé',
        debut: lendemain,
        fin: dernierJour(contrat.finProrogee),
        ton: 'prolonge' as const,
        dates: `prorogé jusqu’${contrat.finProrogee.length === 10 ? 'au' : 'en'} ${direDate(contrat.finProrogee)}`
      }
    ]
  })
}

/** The bar of three years has no room for the words that its lane says already. */
const court = (intitule: string): string => intitule.replace(/^contrat local de santé\b/i, 'CLS')

type Vide = { debut: string; fin: string; mois: number }

/** The times, of one whole month at least, that no signed contract covers, extensions included. */
function videsEntre(contrats: readonly Date2[]): Vide[] {
  const vides: Vide[] = []
  let couvertJusque = ''
  for (const contrat of contrats.filter(({ couvre }) => couvre)) {
    const debut = premierJour(contrat.debut)
    if (couvertJusque !== '') {
      const mois = moisPleins(couvertJusque, debut)
      if (mois >= 1) vides.push({ debut: jourApres(couvertJusque), fin: jourApres(debut, -1), mois })
    }
    const fin = dernierJour(contrat.jusque)
    if (fin > couvertJusque) couvertJusque = fin
  }
  return vides
}

const jourApres = (jour: string, pas = 1): string => {
  const [annee, mois, leJour] = jour.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(annee, mois - 1, leJour + pas)).toISOString().slice(0, 10)
}

const direVide = ({ debut, fin }: Vide): string => {
  const [de, a] = [anneeDe(debut), anneeDe(fin)]
  if (!debut.endsWith('-01-01') || !fin.endsWith('-12-31')) return `du ${direDate(debut)} au ${direDate(fin)}`
  return de === a ? `${de}` : `${de}-${a}`
}

const segmentVide = (vide: Vide): Segment => ({
  cle: `vide-${vide.debut}`,
  libelle: 'rien de signé',
  debut: vide.debut,
  fin: vide.fin,
  ton: 'vide',
  dates: `${direVide(vide)}, ${direMois(vide.mois)}`
})

function titreDe(contrats: readonly Date2[], vides: readonly Vide[]): string {
  const NOMBRES = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six']
  const compte = `${NOMBRES[contrats.length] ?? contrats.length} contrat${contrats.length > 1 ? 's' : ''}`
  return vides.length === 0 ? compte : `${compte}, et ${enumerer(vides.map(direVide))} sans contrat signé`
}

/** Why nothing was signed then, from what the territory noted: the regional plan's delay, an extension, its journal. */
function expliquerVide(vide: Vide, { prs, actes, faits }: MatiereDeFrise): string {
  const pendant = (date: DateFloue) => dernierJour(date) >= vide.debut && premierJour(date) <= vide.fin
  const tardifs = prs.filter(
    ({ debut, paruLe }) => debut && paruLe && premierJour(paruLe) > premierJour(debut) && pendant(paruLe)
  )
  const raisons = [
    ...tardifs.map(({ sigle, paruLe }) => `le ${sigle} n’a paru qu’en ${direDate(paruLe!)}`),
    ...actes
      .filter(({ date }) => pendant(date))
      .map(({ reference, date, objet }) =>
        [`${sansPoint(reference)} (${direDate(date)})`, objet && sansPoint(objet)].filter(Boolean).join(' ')
      ),
    ...faits.filter(({ date }) => pendant(date)).map(({ texte }) => sansPoint(texte))
  ]
  const sans = `${/^\d/.test(direVide(vide)) ? `En ${direVide(vide)}` : `${direVide(vide)[0]!.toUpperCase()}${direVide(vide).slice(1)}`}, aucun contrat n’était signé (${direMois(vide.mois)})`
  return raisons.length === 0
    ? `${sans}. Les actions continuaient au portefeuille.`
    : `${sans}\u00a0: ${raisons.join('\u202f; ')}.`
}

/** A sentence that goes on inside another. */
const sansPoint = (texte: string): string =>
  texte.replace(/^\p{Lu}(?=\p{Ll})/u, (lettre) => lettre.toLowerCase()).replace(/\.$/, '')

function chevauchements(contrats: readonly Date2[]): string[] {
  const signes = contrats.filter(({ couvre }) => couvre)
  return signes.flatMap((contrat, rang) =>
    signes
      .slice(rang + 1)
      .filter((suivant) => premierJour(suivant.debut) <= dernierJour(contrat.jusque))
      .map(
        (suivant) =>
          `« ${suivant.intitule} » commence avant la fin de « ${contrat.intitule} » : les deux se recouvrent jusqu’au ${direDate(
            [dernierJour(contrat.jusque), dernierJour(suivant.jusque)].toSorted()[0]!
          )}.`
      )
  )
}
