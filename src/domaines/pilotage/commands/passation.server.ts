import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { commande, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { jourDe } from '#platform/dates.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { lirePassation } from '#domaines/partenaires/queries/passations.server.ts'
import { ecrirePassationSchema, passationSchema } from '#domaines/partenaires/schema/passations.ts'
import { passations } from '#domaines/partenaires/tables/passations.server.ts'
import { lireReleveDuJour } from '../queries/releve.server.ts'

type De = { personneId: string; structureId: string }

const cette = ({ perimetre }: CtxTerritoire, { personneId, structureId }: De) =>
  and(
    eq(passations.collectiviteId, perimetre.collectiviteId),
    eq(passations.personneId, personneId),
    eq(passations.structureId, structureId),
    isNull(passations.supprimeLe)
  )

/**
 * Writes the handover note of a person for a structure where she holds, or held, a function: what is known by itself is read once,
 * on the day of the note, and again when `relire` asks for it; the rest is written by hand.
 */
export const ecrirePassation = commande('passation.ecrire', {
  saisie: ecrirePassationSchema,
  charger: ({ db, perimetre }, { personneId, structureId }) => lirePassation(db, perimetre, personneId, structureId),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async (ctx, { note }, { texte, relire, exemple, ...de }) => {
    const releve = note && !relire ? note.releve : await lireReleveDuJour(ctx.db, ctx.perimetre, de, jourDe(ctx.maintenant))
    const auteur = ctx.acteur.nom
    if (note) await ctx.db.update(passations).set({ texte, releve, auteur }).where(cette(ctx, de))
    else
      await ctx.db.insert(passations).values({
        collectiviteId: ctx.perimetre.collectiviteId,
        id: ctx.nouvelId(),
        ...de,
        texte,
        releve,
        auteur,
        exemple,
        creeLe: ctx.maintenant
      })
  }
})

/** The note, while it is (or is not) said that everything was taken over. */
const laNote = (reprise: boolean) => async (ctx: CtxTerritoire, de: De) => {
  const etat = reprise ? isNotNull(passations.repriseLe) : isNull(passations.repriseLe)
  const [note] = await ctx.db
    .select({ id: passations.id })
    .from(passations)
    .where(and(cette(ctx, de), etat))
    .for('update')
  return note ?? null
}
const noter = (reprise: boolean) => async (ctx: CtxTerritoire, _: unknown, de: De) => {
  await ctx.db
    .update(passations)
    .set({ repriseLe: reprise ? ctx.maintenant : null })
    .where(cette(ctx, de))
}

/** Says that everything in the note was taken over: the dashboard recalls it no more. */
export const reprendrePassation = commande('passation.reprendre', {
  saisie: passationSchema,
  charger: laNote(false),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: noter(true)
})

/** Says that something is still to be taken over. */
export const rouvrirPassation = commande('passation.rouvrir', {
  saisie: passationSchema,
  charger: laNote(true),
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: noter(false)
})

/** Takes a note away, and brings it back unless another was written meanwhile. */
export const { retirer: retirerPassation, retablir: retablirPassation } = corbeilleDe(
  'passation',
  passations,
  peutTenirAnnuaire,
  sql`not exists (select 1 from passations p where p.collectivite_id = passations.collectivite_id and p.personne_id = passations.personne_id
    and p.structure_id = passations.structure_id and p.id <> passations.id and p.supprime_le is null)`
)
