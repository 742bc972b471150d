import { sql } from 'drizzle-orm'
import type { Acteur, Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { habitantsATaire } from '#domaines/partenaires/queries/volontaires.server.ts'
import { CHANGEMENTS_PAR_PAGE, derniersActes, lireChangements, type ActeLu } from '#platform/historique.server.ts'
import { idsCites, raconterActe, type ActeRaconte } from '../regles/historique.ts'
import { CHAMPS_TUS } from '../libelles/champs.ts'

/** Where an object of the history is shown, by its table, from the territory's address. */
const PAGES: Record<string, (id: string) => string> = {
  structures: (id) => `/partenaires/${id}`,
  personnes: (id) => `/partenaires/personnes/${id}`,
  contrats: (id) => `/contrats/${id}`,
  fiches: (id) => `/actions/${id}`,
  postes: (id) => `/actions/budget#poste-${id}`,
  instances: (id) => `/instances/${id}`,
  invitations_recues: () => '/partenaires/reciprocite?mois=36',
  chartes: (id) => `/partenaires/chartes#charte-${id}`,
  ambassadeurs: () => '/partenaires/ambassadeurs',
  echanges: (id) => `/partenaires/besoins?etat=toutes#echange-${id}`,
  quartiers: () => '/reglages/quartiers',
  adhesions: () => '/reglages/membres',
  collectivites: () => '/reglages'
}

export type ObjetDHistorique = { nom: string | null; page: string | null }

/** What was merged into an object: that act is of its history, though it may change none of its own words. */
const reunionsDe = ({ collectiviteId }: Perimetre, id: string) =>
  sql`select p.id from paires_structures p where p.collectivite_id = ${collectiviteId} and p.un_id = ${id} and p.verdict = 'reunies'
    union all select p.id from paires_personnes p where p.collectivite_id = ${collectiviteId} and p.un_id = ${id} and p.verdict = 'reunies'`

/**
 * The history of one object, told in words, fifty acts a page; null when this territory has no trace of it, or when it is a resident whom the
 * reader does not know. Three queries, whatever the number of changes; four for who does not know the residents.
 */
export async function lireHistorique(db: Tx, perimetre: Perimetre, acteur: Acteur, racineId: string, page: number) {
  const tus = await habitantsATaire(db, perimetre, acteur)
  if (tus.has(racineId)) return null
  const { actes: lus, total } = await lireChangements(db, perimetre, racineId, page, {
    tus: CHAMPS_TUS,
    aussi: reunionsDe(perimetre, racineId)
  })
  if (total === 0) return null
  const actes = taire(lus, tus)
  const objets = await nommer(db, perimetre, [...idsCites(actes.flatMap(({ changements }) => changements)), racineId], tus)
  const objet = objets.get(racineId)
  const noms = nomsDe(objets)
  return {
    objet: { nom: objet?.nom ?? null, page: objet ? (PAGES[objet.nature]?.(racineId) ?? null) : null } satisfies ObjetDHistorique,
    actes: actes.map(({ changements, touches }) => raconterActe(changements, noms, touches)),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / CHANGEMENTS_PAR_PAGE))
  }
}

/**
 * The last fifty acts of the territory, told in words, with the address of the object of each row; what was said of residents who volunteered is
 * told to who knows them only. Two queries; three for who does not.
 */
export async function lireDerniersActes(
  db: Tx,
  perimetre: Perimetre,
  acteur: Acteur
): Promise<{ actes: ActeRaconte[]; adresses: Record<string, ObjetDHistorique> }> {
  const tus = await habitantsATaire(db, perimetre, acteur)
  const actes = taire(await derniersActes(db, perimetre), tus)
  const objets = await nommer(db, perimetre, idsCites(actes.flatMap((acte) => acte.changements)), tus)
  const noms = nomsDe(objets)
  const racines = new Set(actes.flatMap((acte) => acte.changements.map((changement) => changement.racineId)))
  const adresses = Object.fromEntries(
    [...racines].map((id) => [id, { nom: noms.get(id) ?? null, page: PAGES[objets.get(id)?.nature ?? '']?.(id) ?? null }])
  )
  return { actes: actes.map((acte) => raconterActe(acte.changements, noms, acte.touches)), adresses }
}

const UN_HABITANT = 'un habitant volontaire'

/** The same acts without what is said of these people, nor who they are when they act. */
function taire(actes: readonly ActeLu[], tus: ReadonlyMap<string, string>): ActeLu[] {
  if (tus.size === 0) return [...actes]
  const noms = new Set(tus.values())
  const dits = actes.map(({ changements, touches }) => ({
    touches,
    changements: changements
      .filter(({ racineId, objetTable, avant, apres }) => {
        const elle = (apres ?? avant)?.personne_id
        return !tus.has(racineId) && !(typeof elle === 'string' && tus.has(elle)) && objetTable !== 'volontaires'
      })
      .map((un) => (noms.has(un.acteurNom) ? { ...un, acteurNom: UN_HABITANT } : un))
  }))
  return dits.filter(({ changements }) => changements.length > 0)
}

type Objet = { nature: string; nom: string }
const nomsDe = (objets: ReadonlyMap<string, Objet>) => new Map([...objets].map(([id, { nom }]) => [id, nom] as const))

/** The present names of objects of every room, put aside or not, in one query; those of `tus` are not said. */
async function nommer(
  db: Tx,
  perimetre: Perimetre,
  ids: readonly string[],
  tus: ReadonlyMap<string, string>
): Promise<Map<string, Objet>> {
  if (ids.length === 0) return new Map()
  const voulus = sql.param([...new Set(ids)])
  const ici = sql`collectivite_id = ${perimetre.collectiviteId}`
  const lignes = (await db.execute(sql`
    with voulus as (select unnest(${voulus}::uuid[]) as id)
    select id, 'structures' as nature, nom from structures join voulus using (id) where ${ici}
    union all select id, 'personnes', nom from personnes join voulus using (id) where ${ici}
    union all select id, 'quartiers', nom from quartiers join voulus using (id) where ${ici}
    union all select id, 'echanges', titre from echanges join voulus using (id) where ${ici}
    union all select id, 'invitations_recues', intitule from invitations_recues join voulus using (id) where ${ici}
    union all select c.id, 'chartes', s.nom || ', ' || c.annee || '-' || (c.annee + 1) from chartes c join voulus v on v.id = c.id
      join structures s on s.collectivite_id = c.collectivite_id and s.id = c.structure_id where c.${ici}
    union all select a.id, 'ambassadeurs', p.nom from ambassadeurs a join voulus v on v.id = a.id
      join personnes p on p.collectivite_id = a.collectivite_id and p.id = a.personne_id where a.${ici}
    union all select id, 'contrats', intitule from contrats join voulus using (id) where ${ici}
    union all select id, 'axes', intitule from axes join voulus using (id) where ${ici}
    union all select id, 'fiches', titre from fiches join voulus using (id) where ${ici}
    union all select id, 'indicateurs', intitule from indicateurs join voulus using (id) where ${ici}
    union all select id, 'postes', intitule from postes join voulus using (id) where ${ici}
    union all select id, 'pieces', intitule from pieces join voulus using (id) where ${ici}
    union all select id, 'actes', reference from actes join voulus using (id) where ${ici}
    union all select id, 'objectifs', texte from objectifs join voulus using (id) where ${ici}
    union all select a.id, 'adhesions', c.nom from adhesions a join voulus v on v.id = a.id join comptes c on c.id = a.compte_id where a.${ici}
    union all select a.compte_id, 'comptes', c.nom from adhesions a join voulus v on v.id = a.compte_id join comptes c on c.id = a.compte_id where a.${ici}
    union all select id, 'instances', nom from instances join voulus using (id) where ${ici}
    union all select s.id, 'seances', i.nom || ', séance du ' || right(s.jour, 2) || '/' || substr(s.jour, 6, 2) || '/' || left(s.jour, 4) from seances s
      join voulus v on v.id = s.id join instances i on i.collectivite_id = s.collectivite_id and i.id = s.instance_id where s.${ici}
    union all select l.id, 'collectivites', l.nom from collectivites l join voulus using (id) where l.id = ${perimetre.collectiviteId}
  `)) as unknown as (Objet & { id: string })[]
  return new Map(lignes.map(({ id, nature, nom }) => [id, { nature, nom: tus.has(id) ? UN_HABITANT : nom }]))
}
