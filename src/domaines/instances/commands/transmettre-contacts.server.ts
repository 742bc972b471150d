import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { lireRencontres } from '../queries/rencontres.server.ts'
import { lettresDues } from '../regles/contacts.ts'
import { lettresDeContacts } from '../tables/rencontres.server.ts'
import { laSeance } from './seances.server.ts'

/**
 * Sends to each who agreed the contacts of those she met who agreed too, and what they promised each other, once. It cannot be undone.
 * Refusals: `seance_annulee`, `pas_encore` before the day of the meeting, `personne_a_qui_ecrire`. Answers to how many.
 */
export const transmettreContacts = commande('rencontres.transmettre', {
  saisie: z.object({ seanceId: z.uuid() }),
  charger: async (ctx, { seanceId }) => {
    const seance = await laSeance(ctx, seanceId)
    if (!seance) return null
    const { paires, inscrits, lettres } = await lireRencontres(ctx.db, ctx.perimetre, seanceId)
    const parties = lettres.map(({ participantId }) => participantId)
    return { seance, aEcrire: lettresDues(paires, inscrits, parties).aEcrire.map(({ a }) => a) }
  },
  droit: peutTenirInstances,
  regle: ({ seance, aEcrire }, _, quand) => {
    if (seance.annuleeLe) return refuser('seance_annulee')
    if (seance.jour > jourDe(quand)) return refuser('pas_encore')
    return aEcrire.length > 0 ? {} : refuser('personne_a_qui_ecrire')
  },
  agir: async (ctx, { aEcrire }, { seanceId }) => {
    const { collectiviteId } = ctx.perimetre
    await ctx.db
      .insert(lettresDeContacts)
      .values(
        aEcrire.map(({ id }) => ({ collectiviteId, id: ctx.nouvelId(), seanceId, participantId: id, confieeLe: ctx.maintenant }))
      )
    const destinataires = aEcrire.map(({ personneId, structureId, courriel }) => ({
      personneId,
      structureId: personneId ? null : structureId,
      courriel: courriel!.toLowerCase()
    }))
    await confierEnvois.dans(ctx, { nature: 'contacts', objetId: seanceId, destinataires })
    return { nombre: aEcrire.length }
  }
})
