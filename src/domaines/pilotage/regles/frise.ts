import { dernierJour, direDate, direDepuis, premierJour, type DateFloue } from '#platform/dates.ts'
import { enumerer } from '#platform/texte.ts'
import { direJusque } from '#domaines/contrats/libelles.ts'
import { direMois, moisPleins } from '#domaines/contrats/regles/intervalles.ts'
import { chaineDesProrogations } from '#domaines/contrats/regles/prorogation.ts'
import { ecartsDesMandats } from '#domaines/instances/regles/mandats.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'
import { chevauchements, direVide, expliquerVide } from './frise-recit.ts'

/** What is drawn of a thing that lasts: `debut` and `fin` are days (AAAA-MM-JJ), `fin` null while it goes on. */
export type Segment = {
  cle: string
  libelle: string
  debut: string
  fin: string | null
  ton: Ton
  /** its dates in words, as precise as they are known */
  dates: string
  /** its whole name, where the bar says a shorter one */
  nom?: string
  /** what explains it */
  note?: string
  href?: string
}

export type Ton = 'fil' | 'trame' | 'neutre' | 'vide' | 'prolonge' | 'prepare'

/** What each way of drawing means. */
const LEGENDE: Record<Ton, string> = {
  fil: 'contrat signé',
  prolonge: 'prorogé par un arrêté',
  prepare: 'contrat qui se prépare',
  vide: 'rien de signé',
  trame: 'projet régional, action de plusieurs contrats',
  neutre: 'autre programme, autre repère'
}

export type Couloir = { cle: string; titre: string; segments: Segment[] }

export type Frise = {
  couloirs: Couloir[]
  /** first and last year drawn */
  de: number
  a: number
  titre: string
  /** the ways of drawing in use, with what they mean */
  legende: { ton: Ton; libelle: string }[]
  /** the gaps and overlaps, each in one sentence with what explains it */
  explications: string[]
  /** where the mandates of the bodies and the contracts do not fit, each in one sentence (R-132) */
  mandats: string[]
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
/** `nouvelleFin`: the end that an act of prorogation gives to its contract. */
export type ActeFrise = {
  id?: string
  contratId?: string
  reference: string
  date: DateFloue
  objet: string | null
  nouvelleFin?: DateFloue | null
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
  actes: readonly ActeFrise[]
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
    {
      cle: 'contrats',
      titre: 'Contrat local de santé',
      segments: [
        ...segmentsDesContrats(contrats, matiere.actes),
        ...vides.map((vide) => segmentVide(vide, expliquerVide(vide, matiere)))
      ]
    },
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
    legende: (Object.keys(LEGENDE) as Ton[])
      .filter((ton) => pleins.some(({ segments }) => segments.some((un) => un.ton === ton)))
      .map((ton) => ({ ton, libelle: LEGENDE[ton] })),
    explications: [...vides.map((vide) => expliquerVide(vide, matiere)), ...chevauchements(contrats)],
    mandats: ecartsDesMandats(
      reperes.filter(({ nature }) => nature === 'mandat'),
      contrats.map(({ intitule, debut, jusque }) => ({ intitule, debut, fin: jusque }))
    )
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
  dates: fin === null ? direDepuis(debut) : debut === fin ? direDate(debut) : `${direDate(debut)} – ${direDate(fin)}`,
  ...(href ? { href } : {})
})

const depuis = (cle: string, debut: DateFloue): Segment => ({
  ...segment(cle, '', debut, null, 'neutre'),
  libelle: direDepuis(debut)
})

export type Date2 = ContratFrise & { debut: DateFloue; fin: DateFloue; jusque: DateFloue; couvre: boolean }

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

function segmentsDesContrats(contrats: readonly Date2[], actes: readonly ActeFrise[]): Segment[] {
  return contrats.flatMap((contrat) => {
    const href = `contrats/${contrat.id}`
    const corps = {
      ...segment(contrat.id, court(contrat.intitule), contrat.debut, contrat.fin, contrat.couvre ? 'fil' : 'prepare', href),
      nom: contrat.intitule
    }
    const siens = actes.flatMap((acte) =>
      acte.contratId === contrat.id && acte.nouvelleFin
        ? [{ id: acte.id ?? null, reference: acte.reference, date: acte.date, nouvelleFin: acte.nouvelleFin }]
        : []
    )
    const chaine =
      siens.length > 0
        ? chaineDesProrogations(siens)
        : contrat.finProrogee
          ? [{ reference: null, nouvelleFin: contrat.finProrogee }]
          : []
    // each act adds its own years, after those of the one before
    return [
      corps,
      ...chaine.map(({ reference, nouvelleFin }, rang) => ({
        ...corps,
        cle: `${contrat.id}-prorogation-${rang}`,
        libelle: 'prorogé',
        nom: `${contrat.intitule}, prorogé`,
        debut: jourApres(dernierJour(chaine[rang - 1]?.nouvelleFin ?? contrat.fin)),
        fin: dernierJour(nouvelleFin),
        ton: 'prolonge' as const,
        dates: `prorogé jusqu’${direJusque(nouvelleFin)}${reference ? ` (${reference})` : ''}`
      }))
    ]
  })
}

/** The bar of three years has no room for the words that its lane says already. */
const court = (intitule: string): string => intitule.replace(/^contrat local de santé(?=\s|$)/i, 'CLS')

export type Vide = { debut: string; fin: string; mois: number }

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

const segmentVide = (vide: Vide, note: string): Segment => ({
  cle: `vide-${vide.debut}`,
  libelle: 'rien de signé',
  debut: vide.debut,
  fin: vide.fin,
  ton: 'vide',
  dates: `${direVide(vide)}, ${direMois(vide.mois)}`,
  note
})

function titreDe(contrats: readonly Date2[], vides: readonly Vide[]): string {
  const NOMBRES = ['Aucun', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six']
  const compte = `${NOMBRES[contrats.length] ?? contrats.length} contrat${contrats.length > 1 ? 's' : ''}`
  return vides.length === 0 ? compte : `${compte}, et ${enumerer(vides.map(direVide))} sans contrat signé`
}
