import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { SYSTEME, type Acteur } from '#platform/acteur.ts'
import { commande, refuser, type CtxTerritoire, type Refus } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { emettreJeton, fermerSession } from '#domaines/comptes/commands.server.ts'
import { assurerStructures, inscrirePersonne, nomSchema } from '#domaines/partenaires/commands.server.ts'
import { noterProvenance } from '#domaines/partenaires/commands/provenances.server.ts'
import { personnesParNom, structuresParNom } from '#domaines/partenaires/queries.server.ts'
import { fonctions, personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { adresseDuJour } from '#domaines/partenaires/queries/adresses.server.ts'
import { peutSInscrire, peutTenirInstances } from '../droits.ts'
import { pasEncore } from '../regles/emargement.ts'
import { invitations, seances } from '../tables.server.ts'
import { emargements } from '../tables/emargements.server.ts'
import { leRendu, pasValide } from './compte-rendu.server.ts'
import { laSeance } from './seances.server.ts'

/** Past this, somebody plays with the code. */
const INSCRITS_PAR_SOI_MAX = 300

const venueSchema = z.object({
  id: z.uuid(),
  nom: nomSchema,
  structure: facultatif(ligneSchema('Le nom de la structure')).default(null),
  courriel: facultatif(
    z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email('Cette adresse électronique n’est pas complète : elle ressemble à prenom.nom@ville.fr.'))
  ).default(null)
})

/** Notes that an invited person came, or who stands in for her; noted twice, she came once. Refusals: `seance_annulee`, `seance_a_venir`,
 * `compte_rendu_valide`: validated minutes say who came. */
export const emarger = commande('seance.emarger', {
  saisie: z.object({ id: z.uuid(), invitationId: z.uuid() }),
  charger: async (ctx, { id, invitationId }) => {
    const seance = await laSeance(ctx, id)
    const [invitation] = await ctx.db
      .select()
      .from(invitations)
      .where(and(ici(ctx, invitations), eq(invitations.id, invitationId), eq(invitations.seanceId, id)))
    return seance && invitation ? { seance, invitation, rendu: await leRendu(ctx, id) } : null
  },
  droit: peutTenirInstances,
  regle: (objet, _, quand) => empechement(objet, quand) ?? {},
  agir: async (ctx, { invitation }) => noter(ctx, await venueDe(ctx, invitation))
})

/**
 * Notes somebody who was not on the list, found in the directory by her name or kept there (`garder`) so that she is invited next time.
 * Refusals: as `emarger`; `homonyme` when the directory has someone of this name in another house, unless `autre`.
 */
export const accueillir = commande('seance.accueillir', {
  saisie: venueSchema.extend({
    garder: z.coerce.boolean().default(false),
    autre: z.coerce.boolean().default(false),
    /** who brought her, a person or a structure of the directory */
    amenePar: facultatif(ligneSchema('Le nom de qui l’amène')).default(null)
  }),
  charger: async (ctx, { id, nom }) => {
    const seance = await laSeance(ctx, id)
    const connue = (await personnesParNom(ctx.db, ctx.perimetre, [nom])).get(normaliser(nom))
    return seance && { seance, rendu: await leRendu(ctx, id), connue: connue ? await laPersonne(ctx, connue) : null }
  },
  droit: peutTenirInstances,
  regle: ({ seance, rendu, connue }, { structure, courriel, autre }, quand) => {
    const refus = empechement({ seance, rendu }, quand)
    if (refus) return refus
    const cEstElle =
      connue !== null &&
      !autre &&
      (structure === null ||
        (courriel !== null && connue.courriel === courriel) ||
        connue.structures.includes(normaliser(structure)))
    if (connue && !autre && !cEstElle) return refuser('homonyme_a_la_porte', 'nom', { nom: connue.nom, structures: connue.noms })
    return { connue: cEstElle ? connue : null }
  },
  agir: async (ctx, _, { id: seanceId, nom, structure, courriel, garder, amenePar }, { connue }) => {
    const { ids } = await assurerStructures.dans(ctx, { noms: garder && structure ? [structure] : [] })
    const structureId = structure ? (ids.get(normaliser(structure)) ?? null) : null
    const personneId =
      connue?.id ?? (garder ? (await inscrirePersonne.dans(ctx, { nom, courriel, structureId, autre: true })).id : null)
    if (personneId && !connue)
      await direDOuElleVient(ctx, personneId, normaliser(amenePar ?? '') === normaliser(nom) ? null : amenePar)
    if (personneId) return noter(ctx, { seanceId, personneId, structureId: structureId ?? connue?.structureId ?? null })
    return noter(ctx, { seanceId, nom, structureDite: structure })
  }
})

/** Who brought her, a structure when the directory has one of this name and a person otherwise; the meeting itself when nobody did. */
async function direDOuElleVient(ctx: CtxTerritoire, personneId: string, par: string | null): Promise<void> {
  const structure = par !== null && (await structuresParNom(ctx.db, ctx.perimetre, [par])).size > 0
  await noterProvenance.dans(ctx, { personneId, sorte: par === null ? 'seance' : structure ? 'structure' : 'personne', par })
}

/**
 * Someone notes herself with the code shown in the room, the day itself. Refusals: `pas_le_jour`, `seance_annulee`, `trop_d_inscrits`,
 * `presences_closes` once the minutes are validated.
 */
export const sInscrire = commande('seance.s_inscrire', {
  saisie: venueSchema.extend({ accord: z.coerce.boolean().default(false) }),
  charger: async (ctx, { id, courriel }) => {
    const seance = await laSeance(ctx, id)
    if (!seance) return null
    const deja = await ctx.db
      .select({ cleNom: sql<string | null>`coalesce(${emargements.cleNom}, ${personnes.cleNom})`, parSoi: emargements.parSoi })
      .from(emargements)
      .leftJoin(
        personnes,
        and(eq(personnes.collectiviteId, emargements.collectiviteId), eq(personnes.id, emargements.personneId))
      )
      .where(and(ici(ctx, emargements), eq(emargements.seanceId, id)))
    const [invitation] = courriel
      ? await ctx.db
          .select()
          .from(invitations)
          .where(and(ici(ctx, invitations), eq(invitations.seanceId, id), eq(adresseDuJour('invitations'), courriel)))
      : []
    return { seance, rendu: await leRendu(ctx, id), deja, invitation: invitation ?? null }
  },
  droit: (acteur: Acteur, { seance }) => peutSInscrire(acteur, seance),
  regle: ({ seance, rendu, deja }, _, quand) => {
    if (seance.annuleeLe) return refuser('seance_annulee')
    if (seance.jour !== jourDe(quand)) return refuser('pas_le_jour')
    if (rendu?.valideLe) return refuser('presences_closes')
    return deja.filter(({ parSoi }) => parSoi).length < INSCRITS_PAR_SOI_MAX ? {} : refuser('trop_d_inscrits')
  },
  agir: async (ctx, { deja, invitation }, { id: seanceId, nom, structure, courriel, accord }) => {
    if (invitation) return noter(ctx, await venueDe(ctx, invitation, nom))
    // the same answer for who is on the list already: the code tells nothing of who came
    if (deja.some(({ cleNom }) => cleNom === normaliser(nom))) return
    return noter(ctx, { seanceId, nom, structureDite: structure, courriel: accord ? courriel : null, parSoi: true })
  }
})

/** Says who somebody is whom only her name told: a person of the directory, or a new one who enters it with the address that she gave. */
export const reconnaitre = commande('seance.reconnaitre', {
  saisie: z.object({ id: z.uuid(), personneId: facultatif(z.uuid()).default(null) }),
  charger: async (ctx, { id, personneId }) => {
    const emargement = await lEmargement(ctx, id)
    const personne = personneId ? await laPersonne(ctx, personneId) : null
    return emargement?.nom && (personneId === null || personne) ? { emargement, nom: emargement.nom, personne } : null
  },
  droit: peutTenirInstances,
  regle: () => ({}),
  agir: async (ctx, { emargement: { id, seanceId, structureDite, courriel }, nom, personne }) => {
    const { ids } = await assurerStructures.dans(ctx, { noms: personne === null && structureDite ? [structureDite] : [] })
    const structureId = personne ? personne.structureId : structureDite ? ids.get(normaliser(structureDite))! : null
    const personneId = personne?.id ?? (await inscrirePersonne.dans(ctx, { nom, courriel, structureId, autre: true })).id
    await ctx.db.delete(emargements).where(cet(ctx, id))
    await noter(ctx, { seanceId, personneId, structureId })
  }
})

/** Takes back what was noted by mistake. Refusal: `compte_rendu_valide`. */
export const effacerEmargement = commande('seance.effacer_emargement', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const emargement = await lEmargement(ctx, id)
    return emargement && { rendu: await leRendu(ctx, emargement.seanceId) }
  },
  droit: peutTenirInstances,
  regle: (objet) => pasValide(objet),
  agir: async (ctx, _, { id }) => void (await ctx.db.delete(emargements).where(cet(ctx, id)))
})

/** Makes the code by which people note themselves present, or another one: the former opens nothing any more. */
export const ouvrirEmargement = commande('seance.ouvrir_emargement', {
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx, { id }) => laSeance(ctx, id),
  droit: peutTenirInstances,
  regle: ({ annuleeLe }) => (annuleeLe ? refuser('seance_annulee') : {}),
  agir: async (ctx, seance, { id }) => {
    const cleEmargement = await emettreJeton(ctx, 'emargement', id, ctx.perimetre.collectiviteId)
    if (seance.cleEmargement) await fermerSession.dans({ ...ctx, acteur: SYSTEME }, { jeton: seance.cleEmargement })
    await ctx.db
      .update(seances)
      .set({ cleEmargement })
      .where(and(ici(ctx, seances), eq(seances.id, id)))
  }
})

const auJour = (
  seance: { jour: string; annuleeLe: Date | null },
  quand: Date
): Refus<'seance_annulee' | 'seance_a_venir'> | null => {
  const refus = pasEncore({ jour: seance.jour, annulee: seance.annuleeLe !== null }, jourDe(quand))
  return refus ? refuser(refus) : null
}

const empechement = (
  { seance, rendu }: { seance: Parameters<typeof auJour>[0]; rendu: { valideLe: Date | null } | null },
  quand: Date
) => auJour(seance, quand) ?? (rendu?.valideLe ? refuser('compte_rendu_valide') : null)

const ici = ({ perimetre }: CtxTerritoire, table: { collectiviteId: AnyPgColumn }) =>
  eq(table.collectiviteId, perimetre.collectiviteId)

const cet = (ctx: CtxTerritoire, id: string) => and(ici(ctx, emargements), eq(emargements.id, id))

async function lEmargement(ctx: CtxTerritoire, id: string) {
  const [emargement] = await ctx.db.select().from(emargements).where(cet(ctx, id)).for('update')
  return emargement ?? null
}

type Venue = Partial<typeof emargements.$inferInsert> & { seanceId: string }

/** Once each: whoever is invited is noted on her invitation, however she was recognised. */
const noter = async (ctx: CtxTerritoire, venue: Venue) => {
  const { db, perimetre, nouvelId, maintenant } = ctx
  const { collectiviteId } = perimetre
  const cleNom = venue.nom ? normaliser(venue.nom) : null
  const invitationId =
    venue.invitationId ?? (venue.personneId ? await sonInvitation(ctx, venue.seanceId, venue.personneId) : null)
  await db
    .insert(emargements)
    .values({ ...venue, invitationId, collectiviteId, id: nouvelId(), cleNom, noteeLe: maintenant })
    .onConflictDoNothing()
}

async function sonInvitation(ctx: CtxTerritoire, seanceId: string, personneId: string): Promise<string | null> {
  const [invitation] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(ici(ctx, invitations), eq(invitations.seanceId, seanceId), eq(invitations.personneId, personneId)))
  return invitation?.id ?? null
}

/** Who came on an invitation: herself, who stands in for her, or somebody of the house. */
async function venueDe(
  ctx: CtxTerritoire,
  invitation: typeof invitations.$inferSelect,
  dit: string | null = null
): Promise<Venue> {
  const { id: invitationId, seanceId, personneId, structureId, reponse, remplacant } = invitation
  const personne = personneId ? await laPersonne(ctx, personneId) : null
  const maison = structureId ?? personne?.structureId ?? null
  const autre = dit !== null && normaliser(dit) !== normaliser(personne?.nom ?? '') ? dit : null
  if (personne && reponse !== 'remplace') return { seanceId, invitationId, personneId, structureId: maison }
  return { seanceId, invitationId, structureId: maison, nom: remplacant ?? autre ?? (maison ? null : personne!.nom) }
}

/** A person with the houses where she works, the latest first. */
async function laPersonne({ db, perimetre }: CtxTerritoire, id: string) {
  const { collectiviteId } = perimetre
  const [personne] = await db
    .select({ id: personnes.id, nom: personnes.nom, courriel: personnes.courriel })
    .from(personnes)
    .where(and(eq(personnes.collectiviteId, collectiviteId), eq(personnes.id, id), isNull(personnes.supprimeLe)))
  if (!personne) return null
  const maisons = await db
    .select({ id: structures.id, nom: structures.nom, cle: structures.cleNom })
    .from(fonctions)
    .innerJoin(structures, and(eq(structures.collectiviteId, fonctions.collectiviteId), eq(structures.id, fonctions.structureId)))
    .where(and(eq(fonctions.collectiviteId, collectiviteId), eq(fonctions.personneId, id), isNull(fonctions.fin)))
    .orderBy(desc(fonctions.debut), structures.cleNom)
  return {
    ...personne,
    structureId: maisons[0]?.id ?? null,
    structures: maisons.map(({ cle }) => cle),
    noms: maisons.map(({ nom }) => nom).join(', ')
  }
}
