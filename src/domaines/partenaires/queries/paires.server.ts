import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { direRaison } from '../libelles/paires.ts'
import { cleDePaire, proposerPersonnes, proposerStructures } from '../regles/ressemblances.ts'
import type { Paire, ProfilPersonne, ProfilStructure, Sorte } from '../schema/paires.ts'

/** Pairs on one page. */
export const PAIRES_PAR_PAGE = 20

type Distincte = { unId: string; autreId: string; un: string; autre: string; auteur: string }
type Profil = (ProfilStructure | ProfilPersonne) & { ou: string | null }
type Lu = { profils: Profil[] | null; distinctes: Distincte[] | null }

/** One of a pair, as it is shown: its name, and a line that says where it stands. */
export type UneDesDeux = { id: string; nom: string; precision: string }
export type PaireProposee = { un: UneDesDeux; autre: UneDesDeux; raisons: string[] }

const PROFIL = {
  structures: sql`json_build_object('id', t.id, 'nom', t.nom, 'sigle', t.sigle, 'type', t.type, 'siret', t.siret, 'courriel', t.courriel, 'telephone', t.telephone)`,
  personnes: sql`json_build_object('id', t.id, 'nom', t.nom, 'courriel', t.courriel, 'telephone', t.telephone,
    'structures', coalesce(f.ids, '[]'), 'ou', f.noms)`
}
const AVEC = {
  structures: sql``,
  personnes: sql`left join lateral (select json_agg(s.id) as ids, string_agg(coalesce(f.intitule || ', ', '') || s.nom, ' · ' order by s.nom) as noms
    from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id
    where f.collectivite_id = t.collectivite_id and f.personne_id = t.id and f.fin is null) f on true`
}

/** The pairs that look like one, the surest first, one page of them; those said to be distinct apart. One statement, whatever their number. */
export async function lirePaires(
  db: Tx,
  { collectiviteId }: Perimetre,
  sorte: Sorte,
  page: number
): Promise<{ paires: PaireProposee[]; total: number; distinctes: Distincte[] }> {
  const table = sql.identifier(sorte)
  const [lu] = (await db.execute(sql`select
    (select json_agg(${PROFIL[sorte]} order by t.id) from ${table} t ${AVEC[sorte]} where t.collectivite_id = ${collectiviteId} and t.supprime_le is null) as profils,
    (select json_agg(json_build_object('unId', p.un_id, 'autreId', p.autre_id, 'un', a.nom, 'autre', b.nom, 'auteur', p.auteur) order by p.cree_le desc, p.id)
      from ${sql.identifier(`paires_${sorte}`)} p
      join ${table} a on a.collectivite_id = p.collectivite_id and a.id = p.un_id and a.supprime_le is null
      join ${table} b on b.collectivite_id = p.collectivite_id and b.id = p.autre_id and b.supprime_le is null
      where p.collectivite_id = ${collectiviteId} and p.verdict = 'distinctes') as distinctes`)) as unknown as [Lu]
  const [profils, distinctes] = [lu.profils ?? [], lu.distinctes ?? []]
  const dites = new Set(distinctes.map(({ unId, autreId }) => cleDePaire(unId, autreId)))
  const paires: Paire[] =
    sorte === 'structures'
      ? proposerStructures(profils as ProfilStructure[], dites)
      : proposerPersonnes(profils as ProfilPersonne[], dites)
  const parId = new Map(profils.map((profil) => [profil.id, profil]))
  const montrer = (id: string): UneDesDeux => {
    const { nom, courriel, telephone, ou, ...reste } = parId.get(id)!
    const sigle = 'sigle' in reste ? reste.sigle : null
    return { id, nom, precision: [ou, sigle, courriel, telephone].filter(Boolean).join(' · ') }
  }
  const debut = (page - 1) * PAIRES_PAR_PAGE
  return {
    paires: paires
      .slice(debut, debut + PAIRES_PAR_PAGE)
      .map(({ unId, autreId, raisons }) => ({ un: montrer(unId), autre: montrer(autreId), raisons: raisons.map(direRaison) })),
    total: paires.length,
    distinctes
  }
}

/** What may be chosen of one of the two when they become one; `quartier` is the name of `quartierId`. */
export type FicheAReunir = {
  id: string
  nom: string
  champs: Record<string, string | boolean | null>
  quartier: string | null
  personnes: number
}

const CHAMPS = {
  structures: sql`json_build_object('nom', t.nom, 'sigle', t.sigle, 'type', t.type, 'categorie', t.categorie, 'interne', t.interne, 'siret', t.siret,
    'courriel', t.courriel, 'telephone', t.telephone, 'quartierId', t.quartier_id)`,
  personnes: sql`json_build_object('nom', t.nom, 'courriel', t.courriel, 'telephone', t.telephone)`
}

/** The two, to be read side by side, in the order asked; null unless both live in this territory. One statement. */
export async function lireLesDeux(
  db: Tx,
  { collectiviteId }: Perimetre,
  sorte: Sorte,
  un: string,
  autre: string
): Promise<[FicheAReunir, FicheAReunir] | null> {
  const quartier =
    sorte === 'structures'
      ? sql`(select q.nom from quartiers q where q.collectivite_id = t.collectivite_id and q.id = t.quartier_id)`
      : sql`null::text`
  const colonne = sql.identifier(sorte === 'structures' ? 'structure_id' : 'personne_id')
  const lues = (await db.execute(sql`select t.id, t.nom, ${CHAMPS[sorte]} as champs, ${quartier} as quartier,
      (select count(*)::int from fonctions f where f.collectivite_id = t.collectivite_id and f.${colonne} = t.id) as personnes
    from ${sql.identifier(sorte)} t
    where t.collectivite_id = ${collectiviteId} and t.id in (${un}, ${autre}) and t.supprime_le is null`)) as unknown as FicheAReunir[]
  const [une, seconde] = [un, autre].map((id) => lues.find((lue) => lue.id === id))
  return une && seconde && une !== seconde ? [une, seconde] : null
}
