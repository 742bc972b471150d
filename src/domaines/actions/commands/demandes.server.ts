import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { envois } from '#domaines/partenaires/tables/envois.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { lireADemander } from '../queries/demandes.server.ts'
import { aQuiDemander, attendUneDecision, peutCorriger, vientDEtreDemandee } from '../regles/demandes.ts'
import { cleDestinataire, DEMANDES_MAX, demanderSchema, repondreSchema, texteDeReponseSchema } from '../schema/demandes.ts'
import { fiches } from '../tables.server.ts'
import { demandesNouvelles } from '../tables/demandes.server.ts'
import { nouvelles } from '../tables/suivi.server.ts'
import { modifierFiche } from './fiche.server.ts'
import { noterNouvelle } from './nouvelles.server.ts'

/**
 * Asks news of actions, each of one of those who pilot it; one letter goes to each person or house, whatever the number of their actions, and
 * a request that is still open is asked again rather than twice. Answers how many letters. Refusals: `demande_recente` (the titles of those asked
 * within a week), `destinataire_inconnu` (nobody who pilots it may be written to there).
 */
export const demanderNouvelles = commande('nouvelles.demander', {
  saisie: demanderSchema,
  charger: async ({ db, perimetre }, { demandes }) => {
    const ids = demandes.map(({ ficheId }) => ficheId)
    const ouvertes = await db
      .select()
      .from(demandesNouvelles)
      .where(
        and(
          eq(demandesNouvelles.collectiviteId, perimetre.collectiviteId),
          inArray(demandesNouvelles.ficheId, ids),
          isNull(demandesNouvelles.reponduLe)
        )
      )
      .for('update')
    return { ...(await lireADemander(db, perimetre, { ids }, DEMANDES_MAX)), ouvertes }
  },
  droit: peutEcrireFiche,
  regle: ({ fiches: lues }, { demandes }, quand) => {
    const parId = new Map(lues.map((fiche) => [fiche.id, fiche]))
    const recentes = lues.filter(({ demandeLe }) => vientDEtreDemandee(demandeLe, jourDe(quand)))
    if (recentes.length > 0) return refuser('demande_recente', 'demandes', { titres: recentes.map(({ titre }) => titre) })
    const voulues = demandes.map(({ ficheId, a }) => {
      const { destinataires } = aQuiDemander(parId.get(ficheId)?.intervenants ?? [])
      return { ficheId, a: destinataires.find((un) => cleDestinataire(un) === cleDestinataire(a)) }
    })
    return voulues.some(({ a }) => a === undefined)
      ? refuser('destinataire_inconnu', 'demandes')
      : { voulues: voulues.flatMap(({ ficheId, a }) => (a ? [{ ficheId, a }] : [])) }
  },
  agir: async (ctx, { ouvertes }, { mot }, { voulues }) => {
    const { db, perimetre, nouvelId, acteur, maintenant } = ctx
    const { collectiviteId } = perimetre
    const dit = { mot, auteur: acteur.nom, demandeLe: maintenant }
    const deja = voulues.map(({ ficheId, a }) =>
      ouvertes.find((une) => une.ficheId === ficheId && cleDestinataire(une) === cleDestinataire(a))
    )
    const encore = deja.flatMap((une) => (une ? [une.id] : []))
    if (encore.length > 0)
      await db
        .update(demandesNouvelles)
        .set(dit)
        .where(and(eq(demandesNouvelles.collectiviteId, collectiviteId), inArray(demandesNouvelles.id, encore)))
    const neuves = voulues.filter((_, rang) => deja[rang] === undefined)
    if (neuves.length > 0)
      await db.insert(demandesNouvelles).values(
        neuves.map(({ ficheId, a: { personneId, structureId } }) => ({
          ...{ collectiviteId, id: nouvelId(), ficheId, personneId, structureId },
          ...dit
        }))
      )
    const uns = [...new Map(voulues.map(({ a }) => [cleDestinataire(a), a])).values()]
    const destinataires = uns.map(({ personneId, structureId, courriel }) => ({
      ...{ personneId, structureId },
      courriel: courriel.toLowerCase()
    }))
    // the letter is about this asking as a whole
    await confierEnvois.dans({ ...ctx, acteur: SYSTEME }, { nature: 'nouvelles', objetId: ctx.gesteId, destinataires })
    return { lettres: uns.length, actions: voulues.length }
  }
})

/**
 * Answers a request by its link: dated news enters the fiche under the name of who answers; another status is proposed, or written at once
 * where the territory chose so. Answered again before anybody decided of it, the news is corrected. Refusals: `nouvelle_vide`, `reponse_close`.
 */
export const repondreNouvelles = commande('nouvelles.repondre', {
  saisie: repondreSchema,
  charger: laDemande,
  droit: (acteur: Acteur, { lettre, demande }) =>
    acteur.sorte === 'lien' &&
    // her own page, or the letter that asked
    (acteur.sujetId === demande.personneId ||
      (lettre?.id === acteur.sujetId && lettre.personneId === demande.personneId && lettre.structureId === demande.structureId)),
  regle: ({ demande }, { rien, texte }, quand) => {
    const reponduLe = demande.reponduLe && jourDe(demande.reponduLe)
    if (reponduLe && !peutCorriger({ reponduLe, decision: demande.decision }, jourDe(quand))) return refuser('reponse_close')
    if (rien) return { texte: 'Rien de nouveau.' }
    const lu = texteDeReponseSchema.safeParse(texte)
    return lu.success ? { texte: lu.data } : refuser('nouvelle_vide', 'texte', { dit: lu.error.issues[0]!.message })
  },
  agir: async (ctx, { demande, fiche, dOffice }, { id, rien, statut }, { texte }) => {
    const { db, perimetre, maintenant, acteur } = ctx
    const enSonNom = { ...ctx, acteur: { ...SYSTEME, nom: acteur.nom } }
    const ici = and(eq(nouvelles.collectiviteId, perimetre.collectiviteId), eq(nouvelles.id, demande.nouvelleId ?? id))
    let { nouvelleId } = demande
    if (nouvelleId) await db.update(nouvelles).set({ texte, supprimeLe: null }).where(ici)
    else ({ id: nouvelleId } = await noterNouvelle.dans(enSonNom, { ficheId: fiche.id, texte, source: 'réponse à une demande' }))
    const propose = !rien && statut && statut !== fiche.statut ? statut : null
    if (propose && dOffice) await modifierFiche.dans(enSonNom, { id: fiche.id, statut: propose })
    await db
      .update(demandesNouvelles)
      .set({ reponduLe: maintenant, nouvelleId, statutPropose: propose, decision: propose && dOffice ? 'accepte' : null })
      .where(cette(ctx, id))
  }
})

const decider = (nom: string, decision: 'accepte' | 'ecarte') =>
  commande(nom, {
    saisie: z.object({ id: z.uuid() }),
    charger: laDemande,
    droit: peutEcrireFiche,
    regle: ({ demande }) =>
      attendUneDecision({ propose: demande.statutPropose, decision: demande.decision }) ? {} : refuser('deja_decide'),
    agir: async (ctx, { demande, fiche }, { id }) => {
      if (decision === 'accepte') await modifierFiche.dans(ctx, { id: fiche.id, statut: demande.statutPropose })
      await ctx.db.update(demandesNouvelles).set({ decision }).where(cette(ctx, id))
    }
  })

/** Takes the status that a pilot proposed. Refusal: `deja_decide`. */
export const accepterStatut = decider('nouvelles.accepter_statut', 'accepte')

/** Leaves the status as it is. Refusal: `deja_decide`. */
export const ecarterStatut = decider('nouvelles.ecarter_statut', 'ecarte')

const cette = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(demandesNouvelles.collectiviteId, perimetre.collectiviteId), eq(demandesNouvelles.id, id))

/** A request with its action, the letter of who answers, and what the territory chose; null when the action was taken away. */
async function laDemande(ctx: CtxTerritoire, { id }: { id: string }) {
  const { db, perimetre, acteur } = ctx
  const [demande] = await db.select().from(demandesNouvelles).where(cette(ctx, id)).for('update')
  if (!demande) return null
  const [fiche] = await db
    .select({ id: fiches.id, statut: fiches.statut })
    .from(fiches)
    .where(and(eq(fiches.collectiviteId, perimetre.collectiviteId), eq(fiches.id, demande.ficheId), isNull(fiches.supprimeLe)))
  if (!fiche) return null
  const [lettre] =
    acteur.sorte === 'lien'
      ? await db
          .select({ id: envois.id, personneId: envois.personneId, structureId: envois.structureId })
          .from(envois)
          .where(
            and(
              eq(envois.collectiviteId, perimetre.collectiviteId),
              eq(envois.id, acteur.sujetId),
              eq(envois.nature, 'nouvelles')
            )
          )
      : []
  const [lieu] = await db
    .select({ dOffice: collectivites.statutDOffice })
    .from(collectivites)
    .where(eq(collectivites.id, perimetre.collectiviteId))
  return { demande, fiche, lettre: lettre ?? null, dOffice: lieu!.dOffice }
}
