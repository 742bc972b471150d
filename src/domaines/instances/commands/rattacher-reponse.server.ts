import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type Refus } from '#platform/commande.server.ts'
import { ligneSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { courriers } from '#domaines/partenaires/tables/boites.server.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { peutTenirInstances } from '../droits.ts'
import { REPONSES } from '../schema.ts'
import { repondreInvitation } from './invitations.server.ts'

type Candidat = { id: string; nom: string; courriel: string }

/**
 * Says whose the answer of a calendar is, that came from another address than the one invited: her name or her address, among those invited to
 * that meeting; « remplace » when who answers comes in her place. Refusals: `invite_inconnu`, `plusieurs_invites`, and those of the answer.
 */
export const rattacherReponse = commande('invitation.rattacher_reponse', {
  saisie: z.object({
    id: z.uuid(),
    qui: ligneSchema('Le nom ou l’adresse', 320),
    remplace: z.preprocess((valeur) => valeur === 'oui' || valeur === true, z.boolean())
  }),
  charger: async ({ db, perimetre }, { id, qui }) => {
    const { collectiviteId } = perimetre
    const [courrier] = await db
      .select()
      .from(courriers)
      .where(and(eq(courriers.collectiviteId, collectiviteId), eq(courriers.id, id)))
      .for('update')
    const reponse = REPONSES.find((une) => une === courrier?.reponse)
    if (!courrier?.objetId || !reponse) return null
    const gens =
      (await db.execute(sql`select i.id, ${adresseDuJour('i')} as courriel, coalesce(p.nom, st.nom) as nom from invitations i
      left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
      left join structures st on st.collectivite_id = i.collectivite_id and st.id = i.structure_id
      where i.collectivite_id = ${collectiviteId} and i.seance_id = ${courrier.objetId}`)) as unknown as Candidat[]
    const cherche = normaliser(qui)
    const designes = gens.filter(({ nom, courriel }) => [normaliser(nom), normaliser(courriel)].includes(cherche))
    return { courrier, reponse, designes }
  },
  droit: peutTenirInstances,
  regle: ({ designes }): { invite: Candidat } | Refus<'invite_inconnu' | 'plusieurs_invites'> => {
    const [invite, autre] = designes
    if (!invite) return refuser('invite_inconnu', 'qui')
    return autre ? refuser('plusieurs_invites', 'qui') : { invite }
  },
  agir: async (ctx, { courrier, reponse }, { id, remplace }, { invite }) => {
    const dite =
      remplace && reponse === 'vient'
        ? { reponse: 'remplace' as const, remplacant: courrier.nom ?? courrier.courriel }
        : { reponse, remplacant: courrier.remplacant }
    await repondreInvitation.dans(ctx, { id: invite.id, ...dite })
    await ctx.db.delete(courriers).where(and(eq(courriers.collectiviteId, ctx.perimetre.collectiviteId), eq(courriers.id, id)))
  }
})
