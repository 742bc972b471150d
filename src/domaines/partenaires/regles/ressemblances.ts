import { distance, normaliser } from '#platform/texte.ts'
import type { Paire, ProfilPersonne, ProfilStructure, Raison } from '../schema/paires.ts'
import { candidats } from './candidats.ts'
import { motsDePersonne, motsDeStructure, type Mots } from './mots-du-nom.ts'

/** How sure each reason is by itself; the sum of the others adds little. */
const FORCE: Record<Raison['sorte'], number> = {
  siret: 1,
  nom: 0.95,
  ordre: 0.9,
  sigle: 0.8,
  proche: 0.75,
  initiale: 0.7,
  contenu: 0.6,
  courriel: 0.6,
  telephone: 0.2,
  structure: 0.1
}

/** Words by which a part of a structure is told from the whole. */
const UNE_PARTIE = new Set([
  'service',
  'direction',
  'pole',
  'antenne',
  'departement',
  'unite',
  'site',
  'delegation',
  'section',
  'comite'
])

/**
 * Why two structures may be one; empty when nothing says so. Two SIRET are two establishments; a service is not its town, nor « Collège 1 »
 * « Collège 2 ».
 */
export function comparerStructures(
  une: ProfilStructure,
  autre: ProfilStructure,
  ici = motsDeStructure(une.nom, une.sigle),
  la = motsDeStructure(autre.nom, autre.sigle)
): Raison[] {
  if (une.siret && autre.siret && une.siret !== autre.siret) return []
  const raisons: Raison[] = une.siret && une.siret === autre.siret ? [{ sorte: 'siret' }] : []
  raisons.push(...(parLeNom(ici, la) ?? parLeSigle(ici, la) ?? parContenu(ici, la, une, autre) ?? []))
  if (memeAdresse(une.courriel, autre.courriel)) raisons.push({ sorte: 'courriel' })
  if (raisons.length > 0 && une.telephone && une.telephone === autre.telephone) raisons.push({ sorte: 'telephone' })
  return raisons
}

/** Why two people may be one; empty when nothing says so. One address is enough to ask: a house's is told distinct once. */
export function comparerPersonnes(
  une: ProfilPersonne,
  autre: ProfilPersonne,
  ici = motsDePersonne(une.nom),
  la = motsDePersonne(autre.nom)
): Raison[] {
  const ensemble = une.structures.some((structure) => autre.structures.includes(structure))
  const adresse = memeAdresse(une.courriel, autre.courriel)
  const ailleurs = !adresse && !ensemble && Boolean(une.courriel && autre.courriel)
  const noms = parLeNom(ici, la) ?? parInitiale(ici, la) ?? []
  if (noms.length === 0 && !adresse) return []
  // two addresses and two houses are two people, unless they bear exactly the same name
  if (ailleurs && !noms.some(({ sorte }) => sorte === 'nom' || sorte === 'ordre')) return []
  return [
    ...noms,
    ...(adresse ? [{ sorte: 'courriel' } as const] : []),
    ...(une.telephone && une.telephone === autre.telephone ? [{ sorte: 'telephone' } as const] : []),
    ...(ensemble ? [{ sorte: 'structure' } as const] : [])
  ]
}

const memeAdresse = (une: string | null, autre: string | null) =>
  Boolean(une && autre && une.toLowerCase() === autre.toLowerCase())

function parLeNom(ici: Mots, la: Mots): Raison[] | null {
  if (ici.mots.length === 0 || la.mots.length === 0) return null
  if (ici.colles === la.colles) return [{ sorte: 'nom' }]
  const [restent, manquent] = [sans(ici.mots, la.mots), sans(la.mots, ici.mots)]
  if (restent.length === 0 && manquent.length === 0) return [{ sorte: 'ordre' }]
  const [un, autre] = [restent[0] ?? '', manquent[0] ?? '']
  if (restent.length !== 1 || manquent.length !== 1 || /\d/.test(un + autre)) return null
  const court = Math.min(un.length, autre.length)
  const permis = court >= 8 ? 2 : court >= 4 ? 1 : 0
  return Math.abs(un.length - autre.length) <= permis && distance(un, autre) <= permis
    ? [{ sorte: 'proche', mots: [un, autre] }]
    : null
}

/** What is in one list and not in the other, each word counted as often as it is said. */
function sans(mots: readonly string[], autres: readonly string[]): string[] {
  const restes = [...autres]
  return mots.filter((mot) => {
    const place = restes.indexOf(mot)
    if (place >= 0) restes.splice(place, 1)
    return place < 0
  })
}

/** A sigle is said by one of them at least: two names of the same initials are two names. */
function parLeSigle(ici: Mots, la: Mots): Raison[] | null {
  const sigle =
    [...ici.sigles].find((un) => la.sigles.has(un) || un === la.initiales) ?? [...la.sigles].find((un) => un === ici.initiales)
  return sigle ? [{ sorte: 'sigle', sigle: sigle.toUpperCase() }] : null
}

function parContenu(ici: Mots, la: Mots, une: ProfilStructure, autre: ProfilStructure): Raison[] | null {
  const [[court, nom], [long]] =
    ici.mots.length < la.mots.length ? ([[ici, une.nom], [la]] as const) : ([[la, autre.nom], [ici]] as const)
  const ajouts = sans(long.mots, court.mots)
  if (court.mots.length === 0 || ajouts.length === 0 || ajouts.length > 3 || sans(court.mots, long.mots).length > 0) return null
  if (une.type !== autre.type || ajouts.some((mot) => UNE_PARTIE.has(mot) || /\d/.test(mot))) return null
  return [{ sorte: 'contenu', court: nom }]
}

/** « J. Dupont » and « Jean Dupont »: one family name of several letters, and a first name of which one is the initial. */
function parInitiale(ici: Mots, la: Mots): Raison[] | null {
  const [restent, manquent] = [sans(ici.mots, la.mots), sans(la.mots, ici.mots)]
  const [un, autre] = [restent[0] ?? '', manquent[0] ?? '']
  if (restent.length !== 1 || manquent.length !== 1 || ici.mots.length < 2) return null
  if (un.charAt(0) !== autre.charAt(0) || un.length > 1 === autre.length > 1) return null
  return [{ sorte: 'initiale', court: un.length === 1 ? ici.nom : la.nom }]
}

const scoreDe = (raisons: readonly Raison[]): number => {
  const forces = raisons.map(({ sorte }) => FORCE[sorte]).toSorted((a, b) => b - a)
  return Math.min(1, (forces[0] ?? 0) + forces.slice(1).reduce((somme, force) => somme + force / 10, 0))
}

/** Under which two ids are remembered as distinct, whichever comes first. */
export const cleDePaire = (un: string, autre: string): string => [un, autre].toSorted().join(' ')

/** The words of each are read once: a pair is compared as often as both are named together. */
function proposer<P extends { id: string; nom: string }>(
  profils: readonly P[],
  distinctes: ReadonlySet<string>,
  motsDe: (profil: P) => Mots,
  clesDe: (profil: P, mots: Mots) => (string | null)[],
  comparer: (une: P, autre: P, ici: Mots, la: Mots) => Raison[]
): Paire[] {
  const lus = profils.map((profil) => ({ profil, mots: motsDe(profil) }))
  const cles = lus.map(({ profil, mots }) => ({ mots: mots.mots, cles: clesDe(profil, mots).filter((cle) => cle !== null) }))
  const paires = candidats(cles).flatMap(([un, autre]): Paire[] => {
    const [une, seconde] = [lus[un]!, lus[autre]!]
    const raisons = comparer(une.profil, seconde.profil, une.mots, seconde.mots)
    if (raisons.length === 0 || distinctes.has(cleDePaire(une.profil.id, seconde.profil.id))) return []
    return [{ unId: une.profil.id, autreId: seconde.profil.id, score: scoreDe(raisons), raisons }]
  })
  const rangs = new Map(profils.map(({ id, nom }) => [id, normaliser(nom)]))
  const ordre = ({ unId, autreId }: Paire) => `${rangs.get(unId)} ${rangs.get(autreId)}`
  return paires.sort((a, b) => b.score - a.score || (ordre(a) < ordre(b) ? -1 : 1))
}

const cle = (sorte: string, valeur: string | null): string | null => (valeur ? `${sorte} ${valeur.toLowerCase()}` : null)

/** Pairs of structures that may be one, the surest first, but for those said to be `distinctes` (`cleDePaire`). */
export const proposerStructures = (profils: readonly ProfilStructure[], distinctes: ReadonlySet<string>): Paire[] =>
  proposer(
    profils,
    distinctes,
    ({ nom, sigle }) => motsDeStructure(nom, sigle),
    ({ siret, courriel }, { colles, sigles, initiales }) => [
      cle('siret', siret),
      cle('courriel', courriel),
      cle('nom', colles),
      ...[...sigles, initiales].map((sigle) => cle('sigle', sigle))
    ],
    comparerStructures
  )

/** The same of people. */
export const proposerPersonnes = (profils: readonly ProfilPersonne[], distinctes: ReadonlySet<string>): Paire[] =>
  proposer(
    profils,
    distinctes,
    ({ nom }) => motsDePersonne(nom),
    ({ courriel }, { colles, mots }) => {
      const [premier = '', dernier = ''] = [mots[0], mots.at(-1)]
      const initiales = [`${premier.charAt(0)} ${dernier}`, `${dernier.charAt(0)} ${premier}`]
      return [cle('courriel', courriel), cle('nom', colles), ...initiales.map((une) => cle('initiale', une))]
    },
    comparerPersonnes
  )
