import { sql, type SQL } from 'drizzle-orm'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import { FINALITES } from '#domaines/comptes/schema.ts'
import { NOM_EFFACE } from '#domaines/partenaires/schema/effacements.ts'

/**
 * What becomes of each column that names a person when she is erased; a test compares it with `REFERENCES`. `supprimer`: the row goes;
 * `detacher`: it stays, and names nobody (it goes when nothing else is named on it); `garder`: it is counted, under a name that says nothing.
 */
export const SORTS: Record<string, 'supprimer' | 'detacher' | 'garder'> = {
  'fonctions.personne_id': 'supprimer',
  'ambassadeurs.personne_id': 'supprimer',
  'passations.personne_id': 'supprimer',
  'provenances.personne_id': 'supprimer',
  'provenances.par_personne_id': 'supprimer',
  'abonnements.personne_id': 'supprimer',
  'interets.personne_id': 'supprimer',
  'echanges.personne_id': 'detacher',
  'chartes.contact_id': 'detacher',
  'chartes.infirmier_id': 'detacher',
  'taches.personne_id': 'detacher',
  'signataires.personne_id': 'detacher',
  'sieges.personne_id': 'detacher',
  'intervenants.personne_id': 'detacher',
  'envois.personne_id': 'garder',
  'invitations.personne_id': 'garder',
  'emargements.personne_id': 'garder',
  'demandes_nouvelles.personne_id': 'garder',
  'rencontres_participants.personne_id': 'garder',
  'volontaires.personne_id': 'supprimer',
  'corrections.personne_id': 'supprimer',
  'effacements.personne_id': 'garder'
}

/** Where the row must name a structure once it names nobody. */
const AVEC_STRUCTURE = ['sieges', 'intervenants']

/** Where her name is written as a word: who said it. */
const AUTEURS = ['nouvelles', 'demandes_nouvelles', 'passations'] as const

/**
 * Erases a person, and those that were merged into her, from everything that names her, the history included; what she wrote and what was
 * written in full sentences is not hers alone, and stays. Presences and letters stay as numbers.
 */
export async function effacerDePartout(ctx: CtxTerritoire, personneId: string): Promise<void> {
  const { db, perimetre, maintenant } = ctx
  const ici = sql`collectivite_id = ${perimetre.collectiviteId}`
  const faire = (requete: SQL) => db.execute(requete)
  const reunies = (await faire(
    sql`select autre_id as id from paires_personnes where ${ici} and verdict = 'reunies' and un_id = ${personneId}`
  )) as unknown as { id: string }[]
  const ids = sql.param([personneId, ...reunies.map(({ id }) => id)])
  // her names and addresses, today's and yesterday's: the history has those that were corrected since
  const connus = (await faire(sql`select distinct mot from (
      select unnest(array[nom, courriel, telephone]) as mot from personnes where ${ici} and id = any(${ids}::uuid[])
      union select e.value from changements c cross join lateral jsonb_each_text(coalesce(c.avant, '{}') || coalesce(c.apres, '{}')) e
        where c.${ici} and c.objet_table = 'personnes' and c.objet_id = any(${ids}::uuid[]) and e.key in ('nom', 'courriel', 'telephone')) x
    where mot is not null and mot <> ''`)) as unknown as { mot: string }[]
  const mots = sql.param([...new Set(connus.flatMap(({ mot }) => [mot.toLowerCase(), normaliser(mot)]))])
  // a name alone is hers where nobody else bears it; an address always is
  const homonymes = (await faire(sql`select cle_nom as cle from personnes
    where ${ici} and supprime_le is null and id <> all(${ids}::uuid[]) and cle_nom = any(${mots}::text[])`)) as unknown as {
    cle: string
  }[]
  const aUnAutre = new Set(homonymes.map(({ cle }) => cle))
  const siens = sql.param([
    ...new Set(connus.flatMap(({ mot }) => (aUnAutre.has(normaliser(mot)) ? [] : [mot.toLowerCase(), normaliser(mot)])))
  ])
  for (const table of AUTEURS)
    await faire(
      sql`update ${sql.identifier(table)} set auteur = ${NOM_EFFACE} where ${ici} and lower(auteur) = any(${siens}::text[])`
    )
  for (const [colonneDe, sort] of Object.entries(SORTS)) {
    const [nomDeTable, nomDeColonne] = colonneDe.split('.') as [string, string]
    const [table, colonne] = [sql.identifier(nomDeTable), sql.identifier(nomDeColonne)]
    const elle = sql`${ici} and ${colonne} = any(${ids}::uuid[])`
    if (sort === 'garder') continue
    if (sort === 'supprimer') await faire(sql`delete from ${table} where ${elle}`)
    else {
      if (AVEC_STRUCTURE.includes(nomDeTable)) await faire(sql`delete from ${table} where ${elle} and structure_id is null`)
      await faire(sql`update ${table} set ${colonne} = null where ${elle}`)
    }
  }
  // her links open nothing any more
  await faire(sql`select revoquer_jetons_du_sujet(s.id, f.nom, ${maintenant.toISOString()}) from unnest(${sql.param([...FINALITES])}::text[]) f(nom), (
      select unnest(${ids}::uuid[]) as id union select id from envois where ${ici} and personne_id = any(${ids}::uuid[])
      union select id from invitations where ${ici} and personne_id = any(${ids}::uuid[])
      union select objet_id from changements where ${ici} and objet_table = 'invitations' and apres is null and avant ->> 'personne_id' = any(${ids}::text[])) s`)
  await faire(sql`delete from demandes_nouvelles where ${ici} and personne_id = any(${ids}::uuid[]) and repondu_le is null`)
  await faire(sql`delete from envois where ${ici} and personne_id = any(${ids}::uuid[]) and etat in ('pret', 'doute', 'refuse')`)
  await faire(sql`update envois set courriel = '', motif = null where ${ici} and personne_id = any(${ids}::uuid[])`)
  await faire(sql`update invitations set courriel = '', remplacant = null where ${ici} and personne_id = any(${ids}::uuid[])`)
  await faire(sql`update invitations set remplacant = ${NOM_EFFACE} where ${ici} and lower(remplacant) = any(${siens}::text[])`)
  await faire(
    sql`update emargements set nom = null, cle_nom = null, courriel = null, structure_dite = null where ${ici} and personne_id = any(${ids}::uuid[])`
  )
  // who noted herself with the code of the room, and was never recognised
  await faire(
    sql`update emargements set nom = ${NOM_EFFACE}, cle_nom = null, courriel = null, structure_dite = null
      where ${ici} and personne_id is null and (lower(courriel) = any(${siens}::text[]) or cle_nom = any(${siens}::text[]))`
  )
  await faire(
    sql`delete from courriers where ${ici} and (lower(courriel) = any(${siens}::text[]) or lower(nom) = any(${siens}::text[]))`
  )
  await faire(sql`update paires_personnes set nom = ${NOM_EFFACE} where ${ici} and un_id = ${personneId} and verdict = 'reunies'`)
  await faire(
    sql`delete from paires_personnes where ${ici} and verdict <> 'reunies' and (un_id = any(${ids}::uuid[]) or autre_id = any(${ids}::uuid[]))`
  )
  await faire(sql`update personnes set nom = ${NOM_EFFACE}, cle_nom = ${normaliser(NOM_EFFACE)}, courriel = null, telephone = null, courriels = 'aucun'
    where ${ici} and id = any(${ids}::uuid[])`)
  await faire(sql`update effacements set fait_le = ${maintenant.toISOString()} where ${ici} and personne_id = ${personneId}`)
  // last: what the changes above noted of her goes with the rest
  await faire(sql`select effacer_de_l_historique(${ids}::uuid[], ${mots}::text[], ${NOM_EFFACE})`)
}
