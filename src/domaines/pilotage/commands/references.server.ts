import { sql, type SQL } from 'drizzle-orm'
import type { CtxTerritoire } from '#platform/commande.server.ts'
import type { Sorte } from '#domaines/partenaires/schema/paires.ts'

/**
 * Every column that refers to a structure or to a person, by table. A test reads the catalogue of the database and fails on one that is
 * missing here: a merge would leave it behind.
 */
export const REFERENCES: Record<Sorte, readonly [table: string, colonne: string][]> = {
  structures: [
    ['fonctions', 'structure_id'],
    ['echanges', 'structure_id'],
    ['chartes', 'structure_id'],
    ['invitations_recues', 'structure_id'],
    ['passations', 'structure_id'],
    ['regroupements', 'ensemble_id'],
    ['regroupements', 'membre_id'],
    ['ressources', 'structure_id'],
    ['implantations', 'structure_id'],
    ['formations_structures', 'structure_id'],
    ['corrections', 'structure_id'],
    ['provenances', 'structure_id'],
    ['provenances', 'par_structure_id'],
    ['signataires', 'structure_id'],
    ['conventions', 'structure_id'],
    ['actes_montants', 'structure_id'],
    ['intervenants', 'structure_id'],
    ['financements', 'structure_id'],
    ['indicateurs', 'detenteur_id'],
    ['postes', 'structure_id'],
    ['postes_fractions', 'structure_id'],
    ['sieges', 'structure_id'],
    ['points', 'structure_id'],
    ['envois', 'structure_id'],
    ['invitations', 'structure_id'],
    ['emargements', 'structure_id'],
    ['demandes_nouvelles', 'structure_id'],
    ['relations', 'un_id'],
    ['relations', 'autre_id'],
    ['rencontres_participants', 'structure_id']
  ],
  personnes: [
    ['fonctions', 'personne_id'],
    ['echanges', 'personne_id'],
    ['ambassadeurs', 'personne_id'],
    ['passations', 'personne_id'],
    ['provenances', 'personne_id'],
    ['provenances', 'par_personne_id'],
    ['chartes', 'contact_id'],
    ['chartes', 'infirmier_id'],
    ['signataires', 'personne_id'],
    ['intervenants', 'personne_id'],
    ['sieges', 'personne_id'],
    ['envois', 'personne_id'],
    ['invitations', 'personne_id'],
    ['emargements', 'personne_id'],
    ['demandes_nouvelles', 'personne_id'],
    ['taches', 'personne_id'],
    ['rencontres_participants', 'personne_id'],
    ['abonnements', 'personne_id'],
    ['interets', 'personne_id'],
    ['effacements', 'personne_id'],
    ['volontaires', 'personne_id'],
    ['corrections', 'personne_id']
  ]
}

/** Pairs name the two at once, and are moved by `deplacerLesPaires`. */
export const PAIRES: Record<Sorte, string> = { structures: 'paires_structures', personnes: 'paires_personnes' }

/** The one that stays, and the one that goes. */
export type Reunion = { sorte: Sorte; garde: string; partie: string }

/** Makes everything that names the one that goes name the one that stays; what would then be said twice is said once. */
export async function deplacerLesReferences(ctx: CtxTerritoire, reunion: Reunion): Promise<void> {
  const { db, perimetre } = ctx
  const ici = sql`collectivite_id = ${perimetre.collectiviteId}`
  for (const requete of doublons(ctx, reunion)) await db.execute(requete)
  for (const [table, colonne] of REFERENCES[reunion.sorte])
    await db.execute(
      sql`update ${sql.identifier(table)} set ${sql.identifier(colonne)} = ${reunion.garde} where ${ici} and ${sql.identifier(colonne)} = ${reunion.partie}`
    )
  // a kept view names a structure in its address
  if (reunion.sorte === 'structures')
    await db.execute(
      sql`update vues set adresse = replace(adresse, ${reunion.partie}, ${reunion.garde}) where ${ici} and adresse like ${`%${reunion.partie}%`}`
    )
}

/** What both say of one thing: `p` is the row of the one that goes, `g` that of the one that stays. */
function doublons({ perimetre, maintenant }: CtxTerritoire, { sorte, garde, partie }: Reunion): SQL[] {
  const [elle, lautre] = sorte === 'structures' ? ['structure_id', 'personne_id'] : ['personne_id', 'structure_id']
  const [soi, autre] = [sql.identifier(elle!), sql.identifier(lautre!)]
  const deux = sql`p.collectivite_id = ${perimetre.collectiviteId} and g.collectivite_id = p.collectivite_id and p.${soi} = ${partie} and g.${soi} = ${garde}`
  const memeRole = sql`${deux} and p.fiche_id = g.fiche_id and p.role = g.role and p.${autre} is not distinct from g.${autre}`
  const memeSiege = sql`${deux} and p.instance_id = g.instance_id and p.role = g.role and p.${autre} is not distinct from g.${autre}`
  const memePoste = sql`${deux} and p.${autre} = g.${autre} and p.fin is not distinct from g.fin`
  const dit = (a: string, b: string) =>
    sql.raw(
      `(${a}.intitule is null or lower(${a}.intitule) = lower(${b}.intitule)) and (${a}.debut is null or ${a}.debut is not distinct from ${b}.debut)`
    )
  const communs = [
    sql`update intervenants g set detail = p.detail from intervenants p where ${memeRole} and g.detail is null and p.detail is not null`,
    sql`delete from intervenants p using intervenants g where ${memeRole} and (p.detail is null or p.detail = g.detail)`,
    sql`update sieges g set qualite = p.qualite from sieges p where ${memeSiege} and g.qualite is null and p.qualite is not null`,
    sql`delete from sieges p using sieges g where ${memeSiege} and (p.qualite is null or p.qualite = g.qualite)`,
    // both were invited to one meeting: what one of them answered stands
    sql`update invitations g set reponse = p.reponse, remplacant = p.remplacant, repondu_le = p.repondu_le from invitations p
      where ${deux} and p.seance_id = g.seance_id and g.reponse is null`,
    // she came once
    ...(sorte === 'personnes'
      ? [
          sql`delete from emargements p using emargements g where ${deux} and p.seance_id = g.seance_id`,
          sql`delete from interets p using interets g where ${deux} and p.instance_id = g.instance_id`,
          sql`delete from effacements p using effacements g where ${deux}`
        ]
      : []),
    sql`delete from emargements e using invitations p, invitations g, emargements h where ${deux} and p.seance_id = g.seance_id
      and e.collectivite_id = p.collectivite_id and e.invitation_id = p.id and h.collectivite_id = p.collectivite_id and h.invitation_id = g.id`,
    sql`update emargements e set invitation_id = g.id from invitations p, invitations g where ${deux} and p.seance_id = g.seance_id
      and e.collectivite_id = p.collectivite_id and e.invitation_id = p.id`,
    sql`delete from invitations p using invitations g where ${deux} and p.seance_id = g.seance_id`,
    // news of one action are asked of her once
    sql`delete from demandes_nouvelles p using demandes_nouvelles g where ${deux} and p.fiche_id = g.fiche_id and p.repondu_le is null and g.repondu_le is null`,
    ...provenancesEnTrop(perimetre.collectiviteId, garde, partie),
    // one handover note for each function: that of the one that stays stands
    sql`update passations p set supprime_le = ${maintenant.toISOString()} from passations g
      where ${deux} and p.${autre} = g.${autre} and p.supprime_le is null and g.supprime_le is null`,
    sql`delete from fonctions p using fonctions g where ${memePoste} and ${dit('p', 'g')}`,
    // the vaguer of the two goes, whichever it is
    sql`delete from fonctions g using fonctions p where ${memePoste} and ${dit('g', 'p')}`
  ]
  if (sorte === 'personnes')
    return [
      ...communs,
      // a volunteer is on the list once
      sql`update volontaires p set supprime_le = ${maintenant.toISOString()} from volontaires g where ${deux} and p.supprime_le is null and g.supprime_le is null`,
      // an ambassador of a quartier is so once
      sql`update ambassadeurs p set supprime_le = ${maintenant.toISOString()} from ambassadeurs g where ${deux} and p.quartier_id = g.quartier_id
        and num_nonnulls(p.supprime_le, g.supprime_le, p.fin, g.fin, p.accord_retire_le, g.accord_retire_le) = 0`
    ]
  const memeContrat = sql`${deux} and p.contrat_id = g.contrat_id and p.supprime_le is null and g.supprime_le is null`
  const quand = maintenant.toISOString()
  return [
    ...communs,
    // a relation between the two would be one of a structure with itself
    sql`delete from relations t where t.collectivite_id = ${perimetre.collectiviteId} and t.un_id in (${garde}, ${partie}) and t.autre_id in (${garde}, ${partie})`,
    // one that groups the other would group itself; one place in each is enough; one description of what it offers
    sql`delete from regroupements t where t.collectivite_id = ${perimetre.collectiviteId} and t.ensemble_id in (${garde}, ${partie}) and t.membre_id in (${garde}, ${partie})`,
    ...regroupementsEnRond(perimetre.collectiviteId, garde, partie),
    sql`update regroupements p set supprime_le = ${quand} from regroupements g where p.collectivite_id = ${perimetre.collectiviteId} and g.collectivite_id = p.collectivite_id
      and p.supprime_le is null and g.supprime_le is null and ((p.ensemble_id = ${partie} and g.ensemble_id = ${garde} and p.membre_id = g.membre_id)
        or (p.membre_id = ${partie} and g.membre_id = ${garde} and p.ensemble_id = g.ensemble_id))`,
    sql`delete from ressources p using ressources g where ${deux}`,
    sql`delete from formations_structures p using formations_structures g where ${deux} and p.formation_id = g.formation_id`,
    // a structure signs a contract once: one signature stays, with all that both knew
    sql`update signataires g set personne_id = coalesce(g.personne_id, p.personne_id), qualite = coalesce(g.qualite, p.qualite), signe_le = coalesce(g.signe_le, p.signe_le),
      role = case when 'porteur' in (g.role, p.role) then 'porteur' when 'obligatoire' in (g.role, p.role) then 'obligatoire' else g.role end
      from signataires p where ${memeContrat}`,
    sql`update signataires p set supprime_le = ${quand} from signataires g where ${memeContrat}`,
    // one charter a year for each: that of the one that stays stands
    sql`update chartes p set supprime_le = ${quand} from chartes g where ${deux} and p.annee = g.annee and p.supprime_le is null and g.supprime_le is null`,
    sql`update conventions p set supprime_le = ${quand} from conventions g where ${memeContrat} and p.objet is not distinct from g.objet and (p.date is null or p.date = g.date)`
  ]
}

/** What would group a merged structure under itself through others goes: who groups one of the two is not a member of the other (R-114). */
function regroupementsEnRond(collectiviteId: string, garde: string, partie: string): SQL[] {
  const auDessusDe = (elle: string, lautre: string) => sql`delete from regroupements t where t.collectivite_id = ${collectiviteId}
    and t.ensemble_id = ${lautre} and t.membre_id in (with recursive haut (id) as (
      select v.ensemble_id from regroupements v where v.collectivite_id = ${collectiviteId} and v.membre_id = ${elle} and v.supprime_le is null
      union select v.ensemble_id from regroupements v join haut on v.membre_id = haut.id where v.collectivite_id = ${collectiviteId} and v.supprime_le is null)
      select id from haut)`
  return [auDessusDe(garde, partie), auDessusDe(partie, garde)]
}

/** One origin for each: what would make two merged contacts bring each other goes, then that of the one that goes when both have one. */
function provenancesEnTrop(collectiviteId: string, garde: string, partie: string): SQL[] {
  const qui = (alias: string) => sql.raw(`coalesce(${alias}.personne_id, ${alias}.structure_id)`)
  const par = (alias: string) => sql.raw(`coalesce(${alias}.par_personne_id, ${alias}.par_structure_id)`)
  const sousLAutre = (
    elle: string,
    lautre: string
  ) => sql`delete from provenances t where t.collectivite_id = ${collectiviteId} and ${qui('t')} = ${elle}
    and ${lautre} in (with recursive haut (id) as (
      select ${par('v')} from provenances v where v.collectivite_id = ${collectiviteId} and ${qui('v')} = ${elle}
      union select ${par('v')} from provenances v join haut on ${qui('v')} = haut.id where v.collectivite_id = ${collectiviteId})
      select id from haut where id is not null)`
  return [
    sousLAutre(garde, partie),
    sousLAutre(partie, garde),
    sql`delete from provenances t using provenances g where t.collectivite_id = ${collectiviteId} and g.collectivite_id = t.collectivite_id
      and ${qui('t')} = ${partie} and ${qui('g')} = ${garde}`
  ]
}

/** What was said of the one that goes is said of the one that stays; what was said of these two is forgotten. */
export async function deplacerLesPaires({ db, perimetre }: CtxTerritoire, { sorte, garde, partie }: Reunion): Promise<void> {
  const table = sql.identifier(PAIRES[sorte])
  const ici = sql`t.collectivite_id = ${perimetre.collectiviteId}`
  const troisieme = sql`case when t.un_id = ${partie} then t.autre_id else t.un_id end`
  await db.execute(
    sql`delete from ${table} t where ${ici} and t.un_id in (${garde}, ${partie}) and t.autre_id in (${garde}, ${partie})`
  )
  await db.execute(sql`delete from ${table} t where ${ici} and t.verdict = 'distinctes' and ${partie} in (t.un_id, t.autre_id)
    and exists (select 1 from ${table} d where d.collectivite_id = t.collectivite_id and d.un_id = least(${garde}::uuid, ${troisieme}) and d.autre_id = greatest(${garde}::uuid, ${troisieme}))`)
  await db.execute(sql`update ${table} t set un_id = least(${garde}::uuid, ${troisieme}), autre_id = greatest(${garde}::uuid, ${troisieme})
    where ${ici} and t.verdict = 'distinctes' and ${partie} in (t.un_id, t.autre_id)`)
  await db.execute(sql`update ${table} t set un_id = ${garde} where ${ici} and t.verdict = 'reunies' and t.un_id = ${partie}`)
}
