import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Acteur } from '#platform/acteur.ts'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { peutReglerBoite, peutTenirAnnuaire } from '../droits.ts'
import { boiteSchema } from '../schema/boites.ts'
import { boites, courriers } from '../tables/boites.server.ts'

/**
 * Keeps how the mailbox of the territory is opened, its password already sealed. The door opened it first: `uidValidite` and `dernierUid` are
 * what it found there, so that only what arrives from now on is read. Whoever sets the same mailbox again goes on where it was.
 */
export const reglerBoite = commande('boite.regler', {
  saisie: boiteSchema.safeExtend({ scelle: z.string().min(1), uidValidite: z.string(), dernierUid: z.number().int().min(0) }),
  charger: async (ctx) => ({ boite: await laBoite(ctx) }),
  droit: (acteur: Acteur) => peutReglerBoite(acteur),
  regle: () => ({}),
  agir: async ({ db, perimetre, nouvelId, maintenant, acteur }, { boite }, { motDePasse: _, scelle, ...dite }) => {
    const { collectiviteId } = perimetre
    const laMeme =
      boite && boite.adresse === dite.adresse && boite.dossier === dite.dossier && boite.uidValidite === dite.uidValidite
    const ligne = {
      ...dite,
      motDePasse: scelle,
      dernierUid: laMeme ? boite.dernierUid : dite.dernierUid,
      regleePar: acteur.nom,
      regleeLe: maintenant,
      releveeLe: laMeme ? boite.releveeLe : maintenant,
      faute: null
    }
    if (boite) await db.update(boites).set(ligne).where(ici(perimetre.collectiviteId))
    else await db.insert(boites).values({ collectiviteId, id: nouvelId(), ...ligne })
  }
})

/** Forgets the mailbox and its password; what was read of it stays where it was written. */
export const oublierBoite = commande('boite.oublier', {
  saisie: z.object({}),
  charger: laBoite,
  droit: (acteur: Acteur) => peutReglerBoite(acteur),
  regle: () => ({}),
  agir: async ({ db, perimetre }) => {
    await db.delete(boites).where(ici(perimetre.collectiviteId))
  }
})

/** A letter that came was looked at: it is shown no more, and stays in the mailbox. */
export const ecarterCourrier = commande('courrier.ecarter', {
  saisie: z.object({ id: z.uuid() }),
  charger: async ({ db, perimetre }, { id }) => {
    const [courrier] = await db.select().from(courriers).where(celui(perimetre.collectiviteId, id)).for('update')
    return courrier ?? null
  },
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async ({ db, perimetre }, { id }) => {
    await db.delete(courriers).where(celui(perimetre.collectiviteId, id))
  }
})

const ici = (collectiviteId: string) => eq(boites.collectiviteId, collectiviteId)
const celui = (collectiviteId: string, id: string) => and(eq(courriers.collectiviteId, collectiviteId), eq(courriers.id, id))

async function laBoite({ db, perimetre }: CtxTerritoire) {
  const [boite] = await db.select().from(boites).where(ici(perimetre.collectiviteId)).for('update')
  return boite ?? null
}
