import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { depuisQuand } from '#domaines/partenaires/commands/lettres.server.ts'
import { accepteDEtreSollicite } from '#domaines/partenaires/queries/courriels.server.ts'
import { envois } from '#domaines/partenaires/tables/envois.server.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { peutRepondre, peutTenirInstances } from '../droits.ts'
import { aInviter, aRecuDepuis } from '../queries/invitations.server.ts'
import { relanceDuJour, tropTard } from '../regles/invitations.ts'
import { PUBLICS_SEANCE, REPONSES } from '../schema.ts'
import { invitations, seances } from '../tables.server.ts'
import { leRendu } from './compte-rendu.server.ts'
import { annoncerLesPlaces, INVITATION, placesDe, reponsesA } from './places.server.ts'
import { laSeance } from './seances.server.ts'

/**
 * Invites to a meeting everyone that a public holds and who was not yet: called again, it invites those who came since. The
 * letters leave once this is written. Refusals: `seance_annulee`, `seance_passee`, `compte_rendu_valide`, `personne_a_inviter`. Answers how many.
 */
export const convoquerSeance = commande('seance.convoquer', {
  saisie: z.object({ id: z.uuid(), choix: z.enum(PUBLICS_SEANCE, 'Dites qui vous invitez.') }),
  charger: async (ctx, { id, choix }) => {
    const seance = await laSeance(ctx, id)
    if (!seance) return null
    return { seance, rendu: await leRendu(ctx, id), gens: await aInviter(ctx.db, ctx.perimetre, id, seance.instanceId, choix) }
  },
  droit: peutTenirInstances,
  regle: ({ seance, rendu, gens }, _, quand) => {
    const tard = tropTard({ jour: seance.jour, annulee: seance.annuleeLe !== null }, jourDe(quand))
    if (tard) return refuser(tard)
    if (rendu?.valideLe) return refuser('compte_rendu_valide')
    return gens.length > 0 ? {} : refuser('personne_a_inviter', 'choix')
  },
  agir: async (ctx, { seance, gens }, { id: seanceId }) => {
    const { db, perimetre, nouvelId, maintenant } = ctx
    const { collectiviteId } = perimetre
    const destinataires = gens.map(({ personneId, structureId, courriel }) => ({ personneId, structureId, courriel }))
    const lignes = destinataires.map((qui) => ({ collectiviteId, id: nouvelId(), seanceId, ...qui, creeLe: maintenant }))
    for (let rang = 0; rang < lignes.length; rang += 2_000) await db.insert(invitations).values(lignes.slice(rang, rang + 2_000))
    if (!seance.convoqueeLe)
      await db
        .update(seances)
        .set({ convoqueeLe: maintenant })
        .where(and(eq(seances.collectiviteId, collectiviteId), eq(seances.id, seanceId)))
    await confierEnvois.dans(ctx, { nature: 'invitation', objetId: seanceId, destinataires })
    return { nombre: lignes.length }
  }
})

/**
 * Reminds those who did not answer, or answered for another day, and accept to be asked, and nobody else; once a day. Refusals: as `convoquerSeance`, `tous_ont_repondu`,
 * `relance_recente`.
 */
export const relancerInvites = commande('seance.relancer', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    if (!seance) return null
    const [muet] = await ctx.db.select({ id: invitations.id }).from(invitations).where(aRelancer(ctx, id)).limit(1)
    const [relance] = await ctx.db
      .select({ creeLe: envois.creeLe })
      .from(envois)
      .where(
        and(eq(envois.collectiviteId, ctx.perimetre.collectiviteId), ...[eq(envois.objetId, id), eq(envois.nature, 'rappel')])
      )
      .orderBy(desc(envois.creeLe))
      .limit(1)
    return { seance, rendu: await leRendu(ctx, id), muet, relanceeLe: relance?.creeLe.toISOString() ?? null }
  },
  droit: peutTenirInstances,
  regle: ({ seance, rendu, muet, relanceeLe }, _, quand) => {
    const tard = tropTard({ jour: seance.jour, annulee: seance.annuleeLe !== null }, jourDe(quand))
    if (tard) return refuser(tard)
    if (rendu?.valideLe) return refuser('compte_rendu_valide')
    if (relanceDuJour(relanceeLe, jourDe(quand))) return refuser('relance_recente')
    return muet ? {} : refuser('tous_ont_repondu')
  },
  agir: async (ctx, _, { id }) => {
    const destinataires = await ctx.db
      .update(invitations)
      .set({ prevenuLe: ctx.maintenant })
      .where(aRelancer(ctx, id))
      .returning({
        personneId: invitations.personneId,
        structureId: invitations.structureId,
        courriel: adresseDuJour('invitations')
      })
    return confierEnvois.dans(ctx, { nature: 'rappel', objetId: id, destinataires })
  }
})

/**
 * Answers an invitation, by its link or because someone called; the last answer stands. Who gives up a chair gives it to the first who waits,
 * who is told. To prefer reading is kept for the next meetings too. Refusals: `seance_annulee`, `seance_passee`.
 */
export const repondreInvitation = commande('invitation.repondre', {
  saisie: z.object({
    id: z.uuid(),
    reponse: z.enum(REPONSES, 'Choisissez une réponse.'),
    remplacant: facultatif(ligneSchema('Le nom de qui vient', 200)).default(null)
  }),
  charger: async (ctx, { id }) => {
    const [visee] = await ctx.db.select({ seanceId: invitations.seanceId }).from(invitations).where(cette(ctx, id))
    // answers to one meeting come one after the other: the last chair is given once
    const seance = visee && (await laSeance(ctx, visee.seanceId))
    const reponses = seance ? await reponsesA(ctx, seance.id) : []
    const invitation = reponses.find((une) => une.id === id)
    return invitation && seance ? { invitation, seance, reponses } : null
  },
  droit: (acteur: Acteur, { invitation }) => peutRepondre(acteur, invitation),
  regle: ({ seance }, _, quand) => {
    const tard = tropTard({ jour: seance.jour, annulee: seance.annuleeLe !== null }, jourDe(quand))
    return tard ? refuser(tard) : {}
  },
  agir: async (ctx, { invitation, seance, reponses }, { id, reponse, remplacant }) => {
    const memePlace = invitation.reponse === 'vient' || invitation.reponse === 'remplace'
    // who comes otherwise than said keeps her turn
    const reponduLe = memePlace && (reponse === 'vient' || reponse === 'remplace') ? invitation.reponduLe! : ctx.maintenant
    const remplace = reponse === 'remplace' ? remplacant : null
    await ctx.db.update(invitations).set({ reponse, remplacant: remplace, reponduLe, aConfirmer: false }).where(cette(ctx, id))
    const systeme = { ...ctx, acteur: SYSTEME }
    if (reponse === 'lit') await reglerCourriels.dans(systeme, { ...qui(invitation), courriels: 'lecture' })
    // a room without a number of places makes nobody wait
    if (seance.capacite === null) return
    const apres = reponses.map((une) => (une.id === id ? { ...une, reponse, reponduLe } : une))
    const places = (toutes: typeof apres) => placesDe(toutes, seance.capacite)
    await annoncerLesPlaces(ctx, seance.id, places(reponses), places(apres))
  }
})

/**
 * Sends a new link to the address of an invitation, whose link is out of date; the address is not shown to who asks. One an hour: asked
 * again, nothing more leaves; what left before the link was put out (`eteintLe`) does not count.
 */
export const redemanderLien = commande('invitation.redemander', {
  saisie: z.object({ id: z.uuid(), eteintLe: z.date().nullish() }),
  charger: async (ctx, { id, eteintLe }) => {
    const [invitation] = await ctx.db.select(INVITATION).from(invitations).where(cette(ctx, id)).for('update')
    if (!invitation) return null
    const depuis = depuisQuand(ctx.maintenant, eteintLe)
    return { ...invitation, recent: await aRecuDepuis(ctx.db, ctx.perimetre, invitation, depuis) }
  },
  droit: (acteur: Acteur, invitation) => peutRepondre(acteur, invitation),
  regle: () => ({}),
  agir: async (ctx, { recent, ...invitation }) => {
    if (recent) return
    const destinataires = [{ ...qui(invitation), courriel: invitation.courriel }]
    await confierEnvois.dans(
      { ...ctx, acteur: SYSTEME },
      { nature: 'invitation', objetId: invitation.seanceId, destinataires, demandee: true }
    )
  }
})

/** What an invited person accepts to receive from now on, said by her link: everything, the minutes only, nothing. */
export const choisirCourriels = commande('invitation.choisir_courriels', {
  saisie: z.object({ id: z.uuid(), courriels: z.enum(['tous', 'lecture', 'aucun'], 'Choisissez ce que vous voulez recevoir.') }),
  charger: async (ctx, { id }) => {
    const [invitation] = await ctx.db.select().from(invitations).where(cette(ctx, id))
    return invitation ?? null
  },
  droit: (acteur: Acteur, invitation) => peutRepondre(acteur, invitation),
  regle: () => ({}),
  agir: (ctx, invitation, { courriels }) => reglerCourriels.dans({ ...ctx, acteur: SYSTEME }, { ...qui(invitation), courriels })
})

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(invitations.collectiviteId, perimetre.collectiviteId), eq(invitations.id, id))

/** Those who said nothing, or answered for another day, and may be asked again. */
const aRelancer = ({ perimetre }: CtxTerritoire, seanceId: string) =>
  and(
    eq(invitations.collectiviteId, perimetre.collectiviteId),
    eq(invitations.seanceId, seanceId),
    or(isNull(invitations.reponse), invitations.aConfirmer),
    accepteDEtreSollicite(sql`${invitations.collectiviteId}`, sql`${invitations.personneId}`, sql`${invitations.structureId}`)
  )

const qui = ({ personneId, structureId }: { personneId: string | null; structureId: string | null }) => ({
  personneId,
  structureId
})
