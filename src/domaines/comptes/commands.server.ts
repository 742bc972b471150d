import { randomBytes } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ROLES, SYSTEME } from '#platform/acteur.ts'
import { commande, commandeGenerale, refuser, type Ctx, type CtxTerritoire } from '#platform/commande.server.ts'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { listerTerritoires, territoireDuCode } from '#domaines/territoires/queries.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { peutCreerCompte, peutInviter } from './droits.ts'
import { aucunCompteReel, compteDuCourriel, empreinteDe, perimetreSysteme, sujetDuJeton } from './queries.server.ts'
import { laisseSansCoordination, nomDuCourriel } from './regles.ts'
import { courrielSchema, DUREES, type Finalite } from './schema.ts'
import { adhesions, comptes, jetons } from './tables.server.ts'

/**
 * Mints a token of 256 random bits for one purpose and stores its hash; the token itself is known only to the caller. The link of a partner
 * names its territory too.
 */
export async function emettreJeton(
  ctx: Pick<Ctx, 'db' | 'maintenant'>,
  finalite: Finalite,
  sujetId: string,
  collectiviteId: string | null = null
): Promise<string> {
  const jeton = randomBytes(32).toString('base64url')
  const expireLe = new Date(ctx.maintenant.getTime() + DUREES[finalite] * 1000)
  await ctx.db
    .insert(jetons)
    .values({ empreinte: empreinteDe(jeton), finalite, sujetId, collectiviteId, creeLe: ctx.maintenant, expireLe })
  return jeton
}

/** Makes the living tokens of a subject worth nothing, of one purpose. */
export async function revoquerLesJetons(ctx: Pick<Ctx, 'db' | 'maintenant'>, finalite: Finalite, sujetId: string): Promise<void> {
  await ctx.db.execute(sql`select revoquer_jetons_du_sujet(${sujetId}, ${finalite}, ${ctx.maintenant.toISOString()})`)
}

/** Makes an account, or answers the one that this address has. Only the product and administrators do so directly. */
export const creerCompte = commandeGenerale('compte.creer', {
  saisie: z.object({
    courriel: courrielSchema,
    nom: z.string().trim().min(1).max(200).optional(),
    administrateur: z.boolean().default(false),
    demonstration: z.boolean().default(false)
  }),
  charger: async ({ db }, { courriel }) => ({ deja: await compteDuCourriel(db, courriel) }),
  droit: peutCreerCompte,
  regle: (objet) => objet,
  agir: async ({ db, nouvelId, maintenant }, _, { courriel, nom, administrateur, demonstration }, { deja }) => {
    if (deja) return { id: deja.id, cree: false }
    const id = nouvelId()
    await db
      .insert(comptes)
      .values({ id, courriel, nom: nom ?? nomDuCourriel(courriel), administrateur, demonstration, creeLe: maintenant })
    return { id, cree: true }
  }
})

/**
 * The first real account of an installation, for the guided start: refused (`deja_commence`) as soon as one exists.
 * Whoever opens a brand-new Tisserand on its own machine is its administrator; the door checks that the machine is hers.
 */
export const creerPremierCompte = commandeGenerale('compte.premier', {
  saisie: z.object({ courriel: courrielSchema }),
  charger: async ({ db }) => {
    // two first people at once: the second waits, then is refused
    await db.execute(sql`select pg_advisory_xact_lock(7411502)`)
    return { libre: await aucunCompteReel(db) }
  },
  droit: () => true,
  regle: ({ libre }) => (libre ? {} : refuser('deja_commence', 'courriel')),
  agir: async (ctx, _, { courriel }) => {
    const existant = await compteDuCourriel(ctx.db, courriel)
    const id = existant?.id ?? ctx.nouvelId()
    if (existant) await ctx.db.update(comptes).set({ administrateur: true, demonstration: false }).where(eq(comptes.id, id))
    else
      await ctx.db
        .insert(comptes)
        .values({ id, courriel, nom: nomDuCourriel(courriel), administrateur: true, creeLe: ctx.maintenant })
    return { id, session: await emettreJeton(ctx, 'session', id) }
  }
})

/** Sends a sign-in link to an account. The answer is the same whether the address is known or not: it reveals nothing. */
export const demanderConnexion = commandeGenerale('connexion.demander', {
  saisie: z.object({ courriel: courrielSchema }),
  charger: async ({ db }, { courriel }) => ({ compte: await compteDuCourriel(db, courriel) }),
  droit: () => true,
  regle: (objet) => objet,
  agir: async (ctx, _, __, { compte }) => {
    if (compte) ctx.annoncer('connexion_demandee', { compteId: compte.id })
  }
})

/** Exchanges a sign-in link for a session; a link serves once. Refusal: `lien_perime`. */
export const ouvrirSession = commandeGenerale('session.ouvrir', {
  saisie: z.object({ jeton: z.string().min(1).max(200) }),
  charger: async (ctx, { jeton }) => {
    const compteId = await sujetDuJeton(ctx.db, jeton, 'connexion', ctx.maintenant)
    // the row lock of the revocation decides: of two clicks at once, one opens a session
    return { compteId: compteId !== null && (await revoquer(ctx, jeton)) ? compteId : null }
  },
  droit: () => true,
  regle: ({ compteId }) => (compteId ? { compteId } : refuser('lien_perime')),
  agir: async (ctx, _, __, { compteId }) => ({ session: await emettreJeton(ctx, 'session', compteId) })
})

/** Ends a session: its token is worth nothing from now on. */
export const fermerSession = commandeGenerale('session.fermer', {
  saisie: z.object({ jeton: z.string().min(1).max(200) }),
  charger: async () => ({}),
  droit: () => true,
  regle: () => ({}),
  agir: async (ctx, _, { jeton }) => void (await revoquer(ctx, jeton))
})

/** True for the one call that revoked it. */
async function revoquer(ctx: Ctx, jeton: string): Promise<boolean> {
  const [ligne] = (await ctx.db.execute(
    sql`select revoquer_jeton(${empreinteDe(jeton)}, ${ctx.maintenant.toISOString()}) as fait`
  )) as unknown as { fait: boolean }[]
  return ligne!.fait
}

const posteSchema = {
  role: z.enum(ROLES, 'Choisissez un rôle dans la liste.'),
  fonction: facultatif(ligneSchema('La fonction', 200)).default(null),
  quotite: facultatif(
    z.preprocess(
      (valeur) => (typeof valeur === 'string' ? valeur.trim().replace(',', '.') : valeur),
      z.coerce
        .number('La part de temps est un nombre entre 0 et 1, par exemple 0,5.')
        .gt(0, 'La part de temps est plus grande que 0.')
        .max(1, 'La part de temps ne dépasse pas 1, un temps plein.')
    )
  ).default(null)
}

/**
 * Gives a person a role on the territory, with her function and share of post; an unknown address gets an account and a
 * mail. Inviting a member again changes her role. Refusal: `derniere_coordination` when that would leave the territory without one.
 */
export const inviterMembre = commande('membre.inviter', {
  saisie: z.object({
    courriel: courrielSchema,
    nom: z.string().trim().max(200, 'Ce nom dépasse 200 caractères.').optional(),
    ...posteSchema,
    demonstration: z.boolean().default(false),
    prevenir: z.boolean().default(true)
  }),
  charger: async (ctx, { courriel }) => {
    const compte = await compteDuCourriel(ctx.db, courriel)
    const membres = await verrouillerMembres(ctx)
    const [territoire] = await ctx.db
      .select({ demonstration: collectivites.demonstration })
      .from(collectivites)
      .where(eq(collectivites.id, ctx.perimetre.collectiviteId))
    return {
      compte,
      membres,
      adhesion: membres.find((membre) => membre.compteId === compte?.id) ?? null,
      enDemonstration: territoire?.demonstration ?? false
    }
  },
  droit: peutInviter,
  regle: ({ adhesion, membres }, { role }) =>
    adhesion && laisseSansCoordination(membres, adhesion.id, role) ? refuser('derniere_coordination', 'role') : {},
  agir: async (
    ctx,
    { compte, adhesion, enDemonstration },
    { courriel, nom, role, fonction, quotite, demonstration, prevenir }
  ) => {
    const { db, perimetre, nouvelId, maintenant } = ctx
    const compteId = compte?.id ?? nouvelId()
    // someone invited while exploring is no real account: the guided start must stay open
    if (!compte)
      await db.insert(comptes).values({
        id: compteId,
        courriel,
        nom: nom || nomDuCourriel(courriel),
        demonstration: demonstration || enDemonstration,
        creeLe: maintenant
      })
    const { collectiviteId } = perimetre
    if (adhesion) await db.update(adhesions).set({ role, fonction, quotite, supprimeLe: null }).where(cette(ctx, adhesion.id))
    else
      await db.insert(adhesions).values({ collectiviteId, id: nouvelId(), compteId, role, fonction, quotite, creeLe: maintenant })
    if (prevenir && (!adhesion || adhesion.supprimeLe))
      ctx.annoncer('membre_invite', { compteId, collectiviteId, par: ctx.acteur.nom })
    return { compteId }
  }
})

/** Changes a member's role, function and share of post. The last coordination of a territory stays: refusal `derniere_coordination`. */
export const modifierMembre = commande('membre.modifier', {
  saisie: z.object({ id: z.uuid(), ...posteSchema }),
  charger: (ctx, { id }) => membreVise(ctx, id, true),
  droit: peutInviter,
  regle: ({ membres }, { id, role }) =>
    laisseSansCoordination(membres, id, role) ? refuser('derniere_coordination', 'role') : {},
  agir: async (ctx, _, { id, ...poste }) => {
    await ctx.db.update(adhesions).set(poste).where(cette(ctx, id))
  }
})

/** Takes a person's role away; her sessions no longer open the territory. The last coordination stays: refusal `derniere_coordination`. */
export const retirerMembre = commande('membre.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => membreVise(ctx, id, true),
  droit: peutInviter,
  regle: ({ membres }, { id }) => (laisseSansCoordination(membres, id, null) ? refuser('derniere_coordination') : {}),
  agir: async (ctx, _, { id }) => {
    await ctx.db.update(adhesions).set({ supprimeLe: ctx.maintenant }).where(cette(ctx, id))
  }
})

/** Gives a removed member her role back. */
export const retablirMembre = commande('membre.retablir', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => membreVise(ctx, id, false),
  droit: peutInviter,
  regle: () => ({}),
  agir: async (ctx, _, { id }) => {
    await ctx.db.update(adhesions).set({ supprimeLe: null }).where(cette(ctx, id))
  }
})

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(adhesions.collectiviteId, perimetre.collectiviteId), eq(adhesions.id, id))

/** Every membership of the territory, removed ones included, locked: two acts at once cannot both take the last coordination away. */
const verrouillerMembres = ({ db, perimetre }: CtxTerritoire) =>
  db
    .select({ id: adhesions.id, compteId: adhesions.compteId, role: adhesions.role, supprimeLe: adhesions.supprimeLe })
    .from(adhesions)
    .where(eq(adhesions.collectiviteId, perimetre.collectiviteId))
    .orderBy(adhesions.id)
    .for('update')

async function membreVise(ctx: CtxTerritoire, id: string, present: boolean) {
  const membres = await verrouillerMembres(ctx)
  return membres.some((membre) => membre.id === id && (membre.supprimeLe === null) === present) ? { membres } : null
}

/** Opens a session on a demonstration account, only while every territory is a demonstration. Refusal: `pas_une_demonstration`. */
export const entrerEnDemonstration = commandeGenerale('session.demonstration', {
  saisie: z.object({ courriel: courrielSchema }),
  charger: async ({ db }, { courriel }) => ({
    compte: await compteDuCourriel(db, courriel),
    toutes: (await listerTerritoires(db)).every((territoire) => territoire.demonstration)
  }),
  droit: () => true,
  regle: ({ compte, toutes }) => (compte?.demonstration && toutes ? { id: compte.id } : refuser('pas_une_demonstration')),
  agir: async (ctx, _, __, { id }) => ({ session: await emettreJeton(ctx, 'session', id) })
})

/**
 * The guided start: an address and a place, nothing else. Makes the first account (or keeps the administrator who asks), the
 * territory, and her coordination of it. Refusals: `deja_commence`, `code_inconnu`, `territoire_pris`.
 */
export const commencer = commandeGenerale('comptes.commencer', {
  saisie: z.object({
    courriel: courrielSchema,
    code: z.string('Choisissez un territoire dans la liste.').min(1, 'Choisissez un territoire dans la liste.')
  }),
  charger: async ({ db }, { code }) => ({ pris: await territoireDuCode(db, code) }),
  droit: () => true,
  regle: ({ pris }) => (pris ? refuser('territoire_pris', 'code') : {}),
  agir: async (ctx, _, { courriel, code }) => {
    const premier = ctx.acteur.sorte === 'systeme' ? await creerPremierCompte.dans(ctx, { courriel }) : null
    const territoire = await creerTerritoire.dans({ ...ctx, acteur: SYSTEME }, { code })
    const perimetre = perimetreSysteme(territoire.id)
    await inviterMembre.dans({ ...ctx, acteur: SYSTEME, perimetre }, { courriel, role: 'coordination', prevenir: false })
    return { slug: territoire.slug, session: premier?.session ?? null }
  }
})
