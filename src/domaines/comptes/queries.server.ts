import { createHash } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import {
  ouvrirPerimetre,
  scellerPerimetre,
  type Membre,
  type Perimetre,
  type PerimetrePublic,
  type Role
} from '#platform/acteur.ts'
import type { Lecteur, Tx } from '#platform/db.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import type { Finalite } from './schema.ts'
import { adhesions, comptes } from './tables.server.ts'

/** What is stored of a token: its SHA-256, never itself. */
export const empreinteDe = (jeton: string): Buffer => createHash('sha256').update(jeton).digest()

/** Who opens a page: the member, and her scope on the territory that the address names (null when she is no member of it). */
export type Ouverture = {
  acteur: Membre
  courriel: string
  territoire: { nom: string; slug: string } | null
  perimetre: Perimetre | null
}

/** Reads the session and the membership in one trip; null when the token is no living session. */
export async function ouvrirPage(db: Lecteur, jeton: string, slug: string | null, quand: Date): Promise<Ouverture | null> {
  const [ligne] = (await db.execute(
    sql`select * from ouvrir_page(${empreinteDe(jeton)}, ${slug}, ${quand.toISOString()})`
  )) as unknown as {
    compte_id: string
    courriel: string
    nom: string
    administrateur: boolean
    collectivite_id: string | null
    territoire: string | null
    role: Role | null
  }[]
  if (!ligne) return null
  const membre = ligne.role !== null && ligne.collectivite_id !== null
  return {
    acteur: {
      sorte: 'membre',
      compteId: ligne.compte_id,
      nom: ligne.nom,
      role: ligne.role,
      administrateur: ligne.administrateur
    },
    courriel: ligne.courriel,
    territoire: membre ? { nom: ligne.territoire!, slug: slug! } : null,
    perimetre: membre ? scellerPerimetre(ligne.collectivite_id!) : null
  }
}

/** What a visitor without an account may read of the territory of this address; null when no territory has it. */
export async function ouvrirAuPublic(
  db: Lecteur,
  slug: string
): Promise<{ nom: string; demonstration: boolean; perimetre: PerimetrePublic } | null> {
  const { id, nom, demonstration } = collectivites
  const [trouvee] = await db.select({ id, nom, demonstration }).from(collectivites).where(eq(collectivites.slug, slug))
  return trouvee ? { nom: trouvee.nom, demonstration: trouvee.demonstration, perimetre: ouvrirPerimetre(trouvee.id) } : null
}

/** The scope of a whole territory for the product itself: command line, demonstration, jobs. */
export const perimetreSysteme = (collectiviteId: string): Perimetre => scellerPerimetre(collectiviteId)

/** Whom a living token of this purpose stands for; null when it is unknown, revoked or out of date. */
export async function sujetDuJeton(db: Lecteur, jeton: string, finalite: Finalite, quand: Date): Promise<string | null> {
  const [ligne] = (await db.execute(
    sql`select sujet_id from trouver_jeton(${empreinteDe(jeton)}, ${finalite}, ${quand.toISOString()})`
  )) as unknown as { sujet_id: string }[]
  return ligne?.sujet_id ?? null
}

/**
 * What a signed link opens: its subject, on the one territory that it names; `perime` when it was good once, `eteintLe` when somebody put it out
 * before its time: such a one neither reads nor acts.
 */
export type LienOuvert = { sujetId: string; perimetre: Perimetre; perime: boolean; eteintLe: Date | null }

/** Opens the link of a partner; null when no link was ever minted so. One that is out of date can only be asked again. */
export async function ouvrirLien(db: Lecteur, jeton: string, finalite: Finalite, quand: Date): Promise<LienOuvert | null> {
  const [ligne] = (await db.execute(
    sql`select * from ouvrir_lien(${empreinteDe(jeton)}, ${finalite}, ${quand.toISOString()})`
  )) as unknown as { sujet_id: string; collectivite_id: string; perime: boolean; revoque_le: string | null }[]
  if (!ligne) return null
  const eteintLe = ligne.revoque_le === null ? null : new Date(ligne.revoque_le)
  const sujetId = finalite === 'invitation' ? await invitationGardee(db, ligne) : ligne.sujet_id
  return { sujetId, perimetre: scellerPerimetre(ligne.collectivite_id), perime: ligne.perime, eteintLe }
}

/**
 * The invitation that a link is about or, when it went as a double because two people or two houses were merged, that of the one that
 * stays to the same meeting: the history has the one that went. A merge that is undone gives it back, and it is found first.
 */
async function invitationGardee(
  db: Lecteur,
  { sujet_id, collectivite_id }: { sujet_id: string; collectivite_id: string }
): Promise<string> {
  const deCeuxQuiRestent = (paires: string, colonne: string) => {
    const [table, qui] = [sql.identifier(paires), sql.identifier(colonne)]
    return sql`select g.id from ${table} r join invitations g on g.collectivite_id = r.collectivite_id and g.${qui} = r.un_id
      join changements c on c.collectivite_id = g.collectivite_id and c.racine_id = g.seance_id and c.objet_table = 'invitations'
        and c.objet_id = ${sujet_id} and c.apres is null and c.avant ->> ${colonne} = r.autre_id::text
      where r.collectivite_id = ${collectivite_id} and r.verdict = 'reunies'
        and not exists (select 1 from invitations i where i.collectivite_id = r.collectivite_id and i.id = ${sujet_id})`
  }
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectivite_id}, true)`)
    const [gardee] = (await tx.execute(
      sql`${deCeuxQuiRestent('paires_personnes', 'personne_id')} union ${deCeuxQuiRestent('paires_structures', 'structure_id')} limit 1`
    )) as unknown as { id: string }[]
    return gardee?.id ?? sujet_id
  })
}

export async function compteDuCourriel(db: Lecteur, courriel: string) {
  const [compte] = await db.select().from(comptes).where(eq(comptes.courriel, courriel.trim().toLowerCase()))
  return compte ?? null
}

/** True while no real person has an account: the guided start may then make the first one. */
export async function aucunCompteReel(db: Lecteur): Promise<boolean> {
  const [un] = await db.select({ id: comptes.id }).from(comptes).where(eq(comptes.demonstration, false)).limit(1)
  return !un
}

/** The territories where a person has a role, by name. */
export function territoiresDuCompte(db: Lecteur, compteId: string) {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.compte', ${compteId}, true)`)
    return tx
      .select({
        slug: collectivites.slug,
        nom: collectivites.nom,
        role: adhesions.role,
        demonstration: collectivites.demonstration
      })
      .from(adhesions)
      .innerJoin(collectivites, eq(collectivites.id, adhesions.collectiviteId))
      .where(and(eq(adhesions.compteId, compteId), isNull(adhesions.supprimeLe)))
      .orderBy(asc(collectivites.nom))
  })
}

/** The members of the territory, with their function and share of post. */
export function listerMembres(db: Tx, perimetre: Perimetre) {
  return db
    .select({
      id: adhesions.id,
      compteId: adhesions.compteId,
      nom: comptes.nom,
      courriel: comptes.courriel,
      role: adhesions.role,
      fonction: adhesions.fonction,
      quotite: adhesions.quotite
    })
    .from(adhesions)
    .innerJoin(comptes, eq(comptes.id, adhesions.compteId))
    .where(and(eq(adhesions.collectiviteId, perimetre.collectiviteId), isNull(adhesions.supprimeLe)))
    .orderBy(
      sql`array_position(array['coordination', 'direction', 'elu', 'contributeur', 'lecteur'], ${adhesions.role})`,
      asc(comptes.nom)
    )
}

/** The name of a member, once removed: for the message that offers to bring her back. */
export async function nomDuMembre(db: Tx, perimetre: Perimetre, id: string): Promise<string | null> {
  const [membre] = await db
    .select({ nom: comptes.nom })
    .from(adhesions)
    .innerJoin(comptes, eq(comptes.id, adhesions.compteId))
    .where(and(eq(adhesions.collectiviteId, perimetre.collectiviteId), eq(adhesions.id, id), isNotNull(adhesions.supprimeLe)))
  return membre?.nom ?? null
}
