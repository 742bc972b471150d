import { normaliser, propre } from '#platform/texte.ts'
import type { IntervenantDossier } from '../../schema/dossier.ts'
import type { ChampsPlan, NomReconnu } from '../../schema/plan.ts'

/** Tells who a name is: the id of the structure or person recognised, else the name without case, accents and spacing. */
export type Reconnaitre = (nom: string) => string

type Annuaire = readonly { id: string; nom: string; sigle?: string | null }[]

/** Recognises names despite case, accents and spacing; by its initials too when only one structure has them. */
export function reconnaissance(annuaire: Annuaire): (nom: string) => string | null {
  const parNom = new Map<string, string>()
  const parSigle = new Map<string, string | null>()
  for (const { id, nom, sigle } of annuaire) {
    if (!parNom.has(cleDeNom(nom))) parNom.set(cleDeNom(nom), id)
    if (sigle) parSigle.set(cleDeNom(sigle), parSigle.has(cleDeNom(sigle)) ? null : id)
  }
  return (nom) => {
    const cle = cleDeNom(nom)
    return parNom.get(cle) ?? parSigle.get(cle) ?? avecSigle(cle)
  }

  /** « Agence régionale de santé (ARS) » is « Agence régionale de santé », of which the initials are ARS. */
  function avecSigle(cle: string): string | null {
    const [, long, sigle] = /^(.+?) ?\(([^()]+)\)$/.exec(cle) ?? []
    if (!long || !sigle) return null
    const trouve = parNom.get(long)
    return trouve !== undefined && parSigle.get(sigle) === trouve ? trouve : null
  }
}

const cleDeNom = (nom: string) => normaliser(nom).replace(/\s*-\s*/g, '-')

/** Distinct names, whatever their case, accents and spacing, each with the one that it was recognised as. */
export function recenser(noms: Iterable<string>, annuaire: Annuaire): NomReconnu[] {
  const connu = reconnaissance(annuaire)
  const vus = new Map<string, NomReconnu>()
  for (const nom of noms) {
    const id = connu(nom)
    const cle = id ?? cleDeNom(nom)
    if (!vus.has(cle)) vus.set(cle, { nom, id })
  }
  return [...vus.values()]
}

/** Names that a fiche says, apart: structures (funders and holders of figures among them) and people. */
export function nomsDe({ intervenants, financements, indicateurs, postes }: ChampsPlan): {
  structures: string[]
  personnes: string[]
} {
  const qui = intervenants.map(quiEst)
  return {
    structures: [
      ...qui.flatMap(({ structure }) => structure ?? []),
      ...financements.map(({ financeur }) => financeur),
      ...indicateurs.flatMap(({ detenteur }) => detenteur ?? []),
      ...(postes ?? []).flatMap(({ financeur }) => financeur ?? [])
    ],
    personnes: qui.flatMap(({ personne }) => personne ?? [])
  }
}

/** The structure and the person that a name says: its role tells which, unless the file does. */
export const quiEst = ({ role, nom, qui }: IntervenantDossier): { structure: string | null; personne: string | null } =>
  qui ??
  (role === 'personne_pilote' || role === 'elu_referent'
    ? { structure: null, personne: nom }
    : { structure: nom, personne: null })

/** The order of these says nothing. */
const ENSEMBLES = new Set<keyof ChampsPlan>([
  'thematiques',
  'types',
  'publics',
  'facettes',
  'ages',
  'milieux',
  'ottawa',
  'politiques',
  'mutualises',
  'quartiers',
  'intervenants',
  'financements',
  'postes',
  'reponses',
  'liees',
  'programmes',
  'prs',
  'nouvelles'
])

/** Whether nothing is known of a field. */
export const estVide = (valeur: unknown) =>
  valeur === null || valeur === undefined || valeur === '' || (Array.isArray(valeur) && valeur.length === 0)

/** Whether two values of a field say the same: not told apart by spaces, by order where it says nothing, nor by how a name is written. */
export function memeValeur(champ: keyof ChampsPlan, une: unknown, autre: unknown, identite: Reconnaitre): boolean {
  if (estVide(une) || estVide(autre)) return estVide(une) && estVide(autre)
  return canon(champ, une, identite) === canon(champ, autre, identite)
}

/** The same fields in the same order; what says nothing is left out, so that what an older version remembers is still equal. */
const ordonner = (valeur: unknown): unknown =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
    ? Object.fromEntries(
        Object.entries(valeur)
          .filter(([cle, dite]) => dite !== null && !(cle === 'taxe' && dite === 'ht'))
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
      )
    : valeur

/** Names of structures and people inside a value; and its texts, which are compared as they are written. */
const NOMS_DITS = new Set(['nom', 'financeur', 'detenteur', 'structure', 'personne'])
const TEXTES_DITS = new Set(['detail', 'texte', 'precision', 'source'])

function canon(champ: keyof ChampsPlan, valeur: unknown, identite: Reconnaitre): string {
  const textes = JSON.stringify(valeur, (cle, interieur: unknown) => {
    if (typeof interieur !== 'string') return ordonner(interieur)
    if (NOMS_DITS.has(cle)) return identite(interieur)
    return ENSEMBLES.has(champ) && !TEXTES_DITS.has(cle) ? normaliser(interieur) : propre(interieur).normalize('NFC')
  })
  if (!ENSEMBLES.has(champ)) return textes
  return (JSON.parse(textes) as unknown[])
    .map((un) => JSON.stringify(un))
    .toSorted()
    .join()
}
