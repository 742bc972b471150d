import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { peutDemanderSonEspace, peutEnvoyerEspace } from '../droits.ts'
import { peutPartir } from '../regles/espace.ts'
import { eteindreSesLiens } from './eteindre.server.ts'

/**
 * Sends a person the link of her page, because the coordination wants to. Refusals: `sans_adresse`, `ne_veut_rien` (she asked for no
 * letter), `lien_recent` (one left within the hour).
 */
export const envoyerEspace = commande('espace.envoyer', {
  saisie: z.object({ id: z.uuid() }),
  charger: qui,
  droit: peutEnvoyerEspace,
  regle: ({ personne, recent }) => peutPartir(personne, { recent, parElle: false }),
  agir: (ctx, { personne }, _, { courriel }) => confier(ctx, personne.id, courriel)
})

/**
 * The same because she asks, from the page of any of her letters: `id` is what that link is about (an invitation, a letter, herself). It leaves to
 * the address of the directory, which is not shown; when it may not, or a house asks, nothing leaves and nothing is said of it.
 */
export const demanderEspace = commande('espace.demander', {
  saisie: z.object({ id: z.uuid() }),
  charger: qui,
  droit: (acteur: Acteur, objet) => peutDemanderSonEspace(acteur, objet),
  regle: ({ personne, recent }) => versOu(personne, { recent, parElle: true }),
  agir: async (ctx, { personne }, _, { courriel }) => {
    if (courriel) await confier(ctx, personne.id, courriel)
  }
})

/** Puts out all her links, when one went astray, and sends that of her page to who may have it. */
export const renouvelerEspace = commande('espace.renouveler', {
  saisie: z.object({ id: z.uuid() }),
  charger: qui,
  droit: (acteur: Acteur, objet) => peutDemanderSonEspace(acteur, objet) || peutEnvoyerEspace(acteur),
  // an old link that must die does so at once, even when one has just left or when none may follow
  regle: ({ personne, parElle }) => versOu(personne, { recent: false, parElle }),
  agir: async (ctx, { personne }, _, { courriel }) => {
    await eteindreSesLiens(ctx, personne.id)
    if (courriel) await confier(ctx, personne.id, courriel)
  }
})

/** The same decision where a refusal is not told: null when nothing leaves. */
function versOu(...ou: Parameters<typeof peutPartir>): { courriel: string | null } {
  const dit = peutPartir(...ou)
  return { courriel: 'courriel' in dit ? dit.courriel : null }
}

const confier = (ctx: CtxTerritoire, personneId: string, courriel: string) =>
  confierEnvois.dans(
    { ...ctx, acteur: SYSTEME },
    {
      nature: 'espace',
      objetId: personneId,
      destinataires: [{ personneId, structureId: null, courriel: courriel.toLowerCase() }],
      demandee: true
    }
  )

/** Who a link is about, when it is a person who is still there; locked, so that two clicks send one letter. */
async function qui({ db, perimetre, acteur, maintenant }: CtxTerritoire, { id: sujetId }: { id: string }) {
  const { collectiviteId } = perimetre
  const [personne] = (await db.execute(sql`
    select p.id, p.courriel, p.courriels from personnes p
    where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and p.id = (
      select id from personnes where collectivite_id = ${collectiviteId} and id = ${sujetId}
      union select personne_id from invitations where collectivite_id = ${collectiviteId} and id = ${sujetId}
      union select personne_id from envois where collectivite_id = ${collectiviteId} and id = ${sujetId})
    for update`)) as unknown as { id: string; courriel: string | null; courriels: Courriels }[]
  if (!personne) return null
  const uneHeure = new Date(maintenant.getTime() - 3_600_000).toISOString()
  const [recent] = (await db.execute(sql`select 1 as un from envois
    where collectivite_id = ${collectiviteId} and personne_id = ${personne.id} and nature = 'espace' and cree_le > ${uneHeure} limit 1`)) as unknown as {
    un: number
  }[]
  return { sujetId, personne, recent: recent !== undefined, parElle: acteur.sorte === 'lien' }
}
