import { compter, enumerer, majuscule } from '#platform/texte.ts'
import { titre, type Bloc, type Carte, type Imprimable } from '#platform/documents/imprimable.ts'
import { habiller } from '#domaines/actions/exports/habiller.ts'
import { tableau } from '#domaines/actions/exports/pieces.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { direQuandSeance } from '../libelles.ts'
import { direRencontres, direSecteur } from '../libelles/rencontres.ts'
import type { Inscrit, RencontresLues, SeanceNommee } from '../queries/rencontres.server.ts'
import { cheminDe, parTours } from '../regles/participants.ts'

/** What is printed for express meetings: a sheet for the wall by round, then a slip for each person, then the badges to cut out. */
export function composerFeuilles(seance: SeanceNommee, rencontres: RencontresLues, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  const presents = rencontres.inscrits.filter(({ present }) => present)
  const tours = parTours(rencontres.paires)
  const qui = new Map(rencontres.inscrits.map((inscrit) => [inscrit.id, inscrit]))
  const noms = (ids: readonly string[]) => rencontres.inscrits.filter(({ id }) => ids.includes(id)).map(({ nom }) => nom)
  return {
    titre: `Rencontres express, ${seance.instance}, ${direQuandSeance(seance)}`,
    auteur: seance.territoire,
    ...habiller(habillage, { nom: seance.territoire }, `Rencontres express, ${seance.instance}`),
    mention: seance.exemple ? 'Exemple' : null,
    ouverture: {
      pleinePage: false,
      surtitre: seance.territoire,
      titre: `Rencontres express, ${seance.instance}`,
      sousTitre: `${majuscule(direQuandSeance(seance))}\n${direRencontres(presents.length, rencontres.parTable ?? 2, tours.length, rencontres.minutes ?? 0)}`,
      ligne: null,
      parties: [],
      reperes: []
    },
    sommaire: false,
    blocs: [
      ...tours.flatMap(({ tour, tables, pause }, rang): Bloc[] => [
        titre(1, `Tour ${tour}`, { nouvellePage: rang > 0 }),
        ...tableau(
          [
            ...tables.map(({ rang: table, gens }) => ({ table: String(table), dit: enumerer(noms(gens)) })),
            ...(pause ? [{ table: '—', dit: `${qui.get(pause.unId)!.nom} se repose` }] : [])
          ],
          [
            ['Table', 1, ({ table }) => table],
            ['S’y retrouvent', 6, ({ dit }) => dit]
          ]
        ).map((bloc) => ({ ...bloc, grand: true }))
      ]),
      titre(1, compter(presents.length, 'feuille, une par personne', 'feuilles, une par personne'), { nouvellePage: true }),
      { bloc: 'cartes', cartes: presents.map((inscrit) => feuille(inscrit, rencontres)) },
      titre(1, compter(presents.length, 'badge'), { nouvellePage: true }),
      { bloc: 'cartes', cartes: presents.map(badge) }
    ]
  }
}

const structureDe = ({ nom, structure }: Inscrit): string[] => (structure && structure !== nom ? [structure] : [])

const nommer = (inscrit: Inscrit): string => [inscrit.nom, ...structureDe(inscrit)].join(', ')

const badge = (inscrit: Inscrit): Carte => ({
  coin: `n°\u00a0${inscrit.numero}`,
  titre: inscrit.nom,
  lignes: [...structureDe(inscrit), direSecteur(inscrit.secteur)].filter((ligne) => ligne !== null),
  entrees: [],
  pied: null,
  grande: true
})

const feuille = (inscrit: Inscrit, { inscrits, paires }: RencontresLues): Carte => ({
  coin: `n°\u00a0${inscrit.numero}`,
  titre: inscrit.nom,
  lignes: structureDe(inscrit),
  entrees: cheminDe(inscrit.id, paires).map(({ tour, table, avec, pause }) => ({
    nom: table ? `Tour ${tour}\ntable ${table}` : `Tour ${tour}`,
    valeur: table
      ? [...inscrits.filter(({ id }) => avec.includes(id)).map(nommer), '☐ je donne mes coordonnées'].join('\n')
      : pause
        ? 'Pause'
        : '—'
  })),
  pied: 'Nous avons en commun, et nous ferons :',
  grande: false
})
