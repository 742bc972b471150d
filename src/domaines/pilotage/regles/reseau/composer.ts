import {
  NIVEAUX,
  SECTEURS,
  type Echelle,
  type LienConstate,
  type Niveau,
  type Secteur
} from '#domaines/partenaires/schema/relations.ts'
import { secteurDe } from '#domaines/partenaires/regles/secteurs.ts'
import { liensParmi } from './constater.ts'
import { dessiner, MAX_DESSINEES, type Dessin } from './dessin.ts'
import { evolution, fenetreDe, relier, type AnneeDuReseau, type Fait, type Lien, type Quand, type StructureLue } from './liens.ts'
import { mesurer, type PaireDeSecteurs } from './mesures.ts'

export type DemandeDeReseau = { niveau: Niveau; secteur: Secteur | null; quand: Quand; structure: string | null; page: number }
export type Nommee = { id: string; nom: string }

export type LigneDuReseau = Nommee & {
  exemple: boolean
  secteur: Secteur
  /** how many links of each level */
  niveaux: [number, number, number, number]
  total: number
  /** with whom, the highest level first */
  avec: { nom: string; niveau: Niveau }[]
}
export type Reseau = {
  /** structures of the territory, whatever the filter */
  structures: number
  liens: number
  /** of those links, how many are of each level */
  niveaux: [number, number, number, number]
  secteurs: { secteur: Secteur; nombre: number }[]
  dessin: Dessin
  /** structures that the drawing leaves out, the least linked */
  horsDessin: number
  lignes: LigneDuReseau[]
  page: number
  pages: number
  regardee: (Nommee & { secteur: Secteur; liens: LienConstate[] }) | null
  seules: Nommee[]
  separes: PaireDeSecteurs[]
  tenusPar: { secteurs: PaireDeSecteurs; par: Nommee[] }[]
  passeurs: (Nommee & { entre: PaireDeSecteurs[] })[]
  communautes: { membres: Nommee[]; secteurs: Secteur[] }[]
  evolution: AnneeDuReseau[]
  /** years that one may look at, the latest first */
  annees: number[]
  /** facts without a beginning, that no year counts */
  sansDate: number
  echelle: Echelle
}

const PAR_PAGE = 25
type Grouper = (liens: readonly { un: string; autre: string; poids: number }[]) => string[][]

/** All that the page of the network shows, from the facts; `grouper` finds the communities, by the same links in the same order. */
export function composerReseau(
  { structures, faits, echelle }: { structures: readonly StructureLue[]; faits: readonly Fait[]; echelle: Echelle },
  demande: DemandeDeReseau,
  jour: string,
  grouper: Grouper
): Reseau {
  const noms = new Map(structures.map(({ id, nom }) => [id, nom]))
  const noeuds = structures.map((structure) => ({ ...structure, secteur: secteurDe(structure.type) }))
  const secteurs = new Map(noeuds.map(({ id, secteur }) => [id, secteur]))
  const liens = relier(faits, fenetreDe(demande.quand, jour)).filter(({ niveau }) => niveau >= demande.niveau)
  const duSecteur = (id: string) => demande.secteur === null || secteurs.get(id) === demande.secteur
  const montres = liens.filter(({ un, autre }) => duSecteur(un) || duSecteur(autre))
  const nommer = (ids: readonly string[]): Nommee[] =>
    ids.map((id) => ({ id, nom: noms.get(id) ?? '' })).toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr'))

  const parStructure = ranger(noeuds, montres, noms)
  const groupes = grouper(liens.map(({ un, autre, niveau }) => ({ un, autre, poids: niveau })))
  const rangs = new Map(groupes.flatMap((groupe, rang) => groupe.map((id) => [id, rang])))
  const mesures = mesurer(noeuds, liens)
  const lignes = noeuds
    .filter(({ id }) => duSecteur(id))
    .map(({ id, nom, exemple, secteur }) => ({ id, nom, exemple, secteur, ...parStructure.get(id)! }))
    .toSorted((a, b) => b.total - a.total || a.nom.localeCompare(b.nom, 'fr'))
  const pages = Math.max(1, Math.ceil(lignes.length / PAR_PAGE))
  const page = Math.min(demande.page, pages)
  const aDessiner = noeuds
    .map(({ id, nom, sigle, secteur }) => ({
      ...{ id, nom, sigle, secteur },
      rang: rangs.get(id) ?? groupes.length,
      liens: parStructure.get(id)!.total
    }))
    .filter(({ id, liens: combien }) => duSecteur(id) || combien > 0)
    .toSorted((a, b) => Number(b.id === demande.structure) - Number(a.id === demande.structure) || b.liens - a.liens)
  const dessinees = aDessiner.slice(0, MAX_DESSINEES)
  const regardee = noeuds.find(({ id }) => id === demande.structure)
  const annees = evolution(faits, jour)
  return {
    structures: structures.length,
    liens: montres.length,
    niveaux: compter(montres),
    secteurs: SECTEURS.map((secteur) => ({ secteur, nombre: noeuds.filter((noeud) => noeud.secteur === secteur).length })).filter(
      ({ nombre }) => nombre > 0
    ),
    dessin: dessiner(dessinees, montres, regardee?.id ?? null),
    horsDessin: aDessiner.length - dessinees.length,
    lignes: lignes.slice((page - 1) * PAR_PAGE, page * PAR_PAGE).map((ligne) => ({ ...ligne, avec: ligne.avec.slice(0, 3) })),
    page,
    pages,
    regardee: regardee
      ? { id: regardee.id, nom: regardee.nom, secteur: regardee.secteur, liens: liensParmi(regardee.id, liens, noms) }
      : null,
    seules: nommer(mesures.seuls),
    separes: mesures.separes,
    tenusPar: mesures.tenusPar.map(({ secteurs: deux, par }) => ({ secteurs: deux, par: nommer(par) })),
    passeurs: mesures.passeurs.slice(0, 5).map(({ id, entre }) => ({ id, nom: noms.get(id)!, entre })),
    communautes: groupes
      .filter((groupe) => groupe.length >= 3)
      .slice(0, 8)
      .map((groupe) => ({
        membres: nommer(groupe),
        secteurs: SECTEURS.filter((secteur) => groupe.some((id) => secteurs.get(id) === secteur))
      })),
    evolution: annees,
    annees: annees.map(({ annee }) => annee).toReversed(),
    sansDate: faits.filter(({ debut }) => debut === null).length,
    echelle
  }
}

const compter = (liens: readonly Lien[]): [number, number, number, number] => {
  const niveaux: [number, number, number, number] = [0, 0, 0, 0]
  for (const { niveau } of liens) niveaux[niveau - 1]!++
  return niveaux
}

/** Each structure with its links, read once. */
function ranger(noeuds: readonly { id: string }[], liens: readonly Lien[], noms: ReadonlyMap<string, string>) {
  const vides = noeuds.map(({ id }) => [id, [] as { nom: string; niveau: Niveau }[]] as const)
  const parStructure = new Map(vides)
  for (const { un, autre, niveau } of liens) {
    parStructure.get(un)?.push({ nom: noms.get(autre) ?? '', niveau })
    parStructure.get(autre)?.push({ nom: noms.get(un) ?? '', niveau })
  }
  return new Map(
    [...parStructure].map(([id, avec]) => [
      id,
      {
        niveaux: NIVEAUX.map((niveau) => avec.filter((lien) => lien.niveau === niveau).length) as [
          number,
          number,
          number,
          number
        ],
        total: avec.length,
        avec: avec.toSorted((a, b) => b.niveau - a.niveau || a.nom.localeCompare(b.nom, 'fr'))
      }
    ])
  )
}
