import { and, eq, isNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { peutDeclarerSignature, peutEcrireContrat } from '../droits.ts'
import { listerSignataires } from '../queries.server.ts'
import { manquesPourSigner } from '../regles/signature.ts'
import { TRANSITIONS } from '../regles/etat.ts'
import { ROLES_SIGNATAIRE } from '../schema.ts'
import { contrats, conventions, signataires } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'

const signataireSchema = z.object({
  structureId: z.uuid('Choisissez une structure de l’annuaire.'),
  personneId: facultatif(z.uuid()).default(null),
  qualite: facultatif(ligneSchema('La qualité')).default(null),
  role: z.enum(ROLES_SIGNATAIRE, 'Dites si la structure porte le contrat, y est obligatoire ou s’y joint.'),
  signeLe: facultatif(dateTapeeSchema).default(null)
})

const structureConnue = async ({ db, perimetre }: CtxTerritoire, id: string): Promise<boolean> => {
  const ici = and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id), isNull(structures.supprimeLe))
  return (await db.select({ id: structures.id }).from(structures).where(ici)).length > 0
}

/** A person of the directory, or none at all. */
const personneConnue = async ({ db, perimetre }: CtxTerritoire, id: string | null): Promise<boolean> => {
  if (id === null) return true
  const ici = and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id), isNull(personnes.supprimeLe))
  return (await db.select({ id: personnes.id }).from(personnes).where(ici)).length > 0
}

const partiesRequisesDe = async ({ db, perimetre }: CtxTerritoire) => {
  const [territoire] = await db
    .select({ partiesRequises: collectivites.partiesRequises })
    .from(collectivites)
    .where(eq(collectivites.id, perimetre.collectiviteId))
  return territoire!.partiesRequises
}

/** Adds a signatory: structure, person, quality, role, date. Refusals: `structure_inconnue`, `personne_inconnue`, `deja_signataire`. */
export const ajouterSignataire = commande('signataire.ajouter', {
  saisie: signataireSchema.extend({ contratId: z.uuid() }),
  charger: async (ctx, saisie) => {
    const contrat = await verrouiller(ctx, saisie.contratId)
    if (!contrat) return null
    const ici = and(eq(signataires.collectiviteId, ctx.perimetre.collectiviteId), eq(signataires.contratId, saisie.contratId))
    const [{ rang }] = (await ctx.db
      .select({ rang: max(signataires.rang) })
      .from(signataires)
      .where(ici)) as [{ rang: number | null }]
    const [deja] = await ctx.db
      .select({ id: signataires.id })
      .from(signataires)
      .where(and(ici, eq(signataires.structureId, saisie.structureId)))
    const structure = await structureConnue(ctx, saisie.structureId)
    return { rang: (rang ?? 0) + 1, deja, structure, personne: await personneConnue(ctx, saisie.personneId) }
  },
  droit: peutEcrireContrat,
  regle: ({ deja, structure, personne }) => {
    if (!structure) return refuser('structure_inconnue', 'structureId')
    if (!personne) return refuser('personne_inconnue', 'personneId')
    return deja ? refuser('deja_signataire', 'structureId') : {}
  },
  agir: async ({ db, perimetre, nouvelId }, { rang }, saisie) => {
    const id = nouvelId()
    await db.insert(signataires).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie, rang })
    return { id }
  }
})

/**
 * Corrects a signatory. Refusals: `personne_inconnue`; `minimum_rompu` when the contract is signed and the new role would leave
 * one of its required parties without a signatory (R-001: nobody overrides it, before or after).
 */
export const modifierSignataire = commande('signataire.modifier', {
  saisie: signataireSchema.omit({ structureId: true }).extend({ id: z.uuid() }),
  charger: async (ctx, { id, personneId }) => {
    const ici = and(eq(signataires.collectiviteId, ctx.perimetre.collectiviteId), eq(signataires.id, id))
    const [signataire] = await ctx.db.select().from(signataires).where(ici)
    const contrat = signataire ? await verrouiller(ctx, signataire.contratId) : null
    if (!signataire || !contrat) return null
    const presents = await listerSignataires(ctx.db, ctx.perimetre, contrat.id)
    // who signed may have left the directory since
    const personne = personneId === signataire.personneId || (await personneConnue(ctx, personneId))
    return { contrat, presents, personne, requises: await partiesRequisesDe(ctx) }
  },
  droit: peutEcrireContrat,
  regle: ({ contrat, presents, personne, requises }, { id, role }) => {
    if (!personne) return refuser('personne_inconnue', 'personneId')
    if (contrat.etape !== 'signe') return {}
    const corriges = presents.map((present) => (present.id === id ? { ...present, role } : present))
    const manques = manquesPourSigner(contrat, corriges, requises)
    return manques.length > manquesPourSigner(contrat, presents, requises).length
      ? refuser('minimum_rompu', 'role', { manques })
      : {}
  },
  agir: async ({ db, perimetre }, _, { id, ...saisie }) => {
    await db
      .update(signataires)
      .set(saisie)
      .where(and(eq(signataires.collectiviteId, perimetre.collectiviteId), eq(signataires.id, id)))
  }
})

/** Takes a signatory off a contract that is not signed yet. Refusal: `deja_signe`. */
export const retirerSignataire = commande('signataire.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const [signataire] = await ctx.db
      .select({ contratId: signataires.contratId })
      .from(signataires)
      .where(and(eq(signataires.collectiviteId, ctx.perimetre.collectiviteId), eq(signataires.id, id)))
    return signataire ? await verrouiller(ctx, signataire.contratId) : null
  },
  droit: peutEcrireContrat,
  regle: ({ etape }) => (etape === 'signe' ? refuser('deja_signe') : {}),
  agir: async ({ db, perimetre }, _, { id }) => {
    await db.delete(signataires).where(and(eq(signataires.collectiviteId, perimetre.collectiviteId), eq(signataires.id, id)))
  }
})

/**
 * Declares the contract signed, with the date and place of the event. Every signatory without a date takes this one.
 * Refusals: `etape_interdite`, `signature_incomplete` (R-001: what is missing is in the details; nobody overrides it).
 */
export const signerContrat = commande('contrat.signer', {
  saisie: z.object({
    id: z.uuid(),
    signeLe: z.preprocess((valeur) => valeur ?? '', dateTapeeSchema),
    signatureLieu: facultatif(ligneSchema('Le lieu')).default(null),
    signatureRecit: facultatif(texteSchema).optional()
  }),
  charger: async (ctx, { id }) => {
    const contrat = await verrouiller(ctx, id)
    if (!contrat) return null
    return { contrat, presents: await listerSignataires(ctx.db, ctx.perimetre, id), requises: await partiesRequisesDe(ctx) }
  },
  droit: peutDeclarerSignature,
  regle: ({ contrat, presents, requises }) => {
    if (!TRANSITIONS[contrat.etape].includes('signe'))
      return refuser('etape_interdite', undefined, { de: contrat.etape, vers: 'signe' })
    const manques = manquesPourSigner(contrat, presents, requises)
    return manques.length > 0 ? refuser('signature_incomplete', undefined, { manques }) : {}
  },
  agir: async ({ db, perimetre, annoncer }, _, { id, ...saisie }) => {
    await db
      .update(contrats)
      .set({ etape: 'signe', ...saisie })
      .where(and(eq(contrats.collectiviteId, perimetre.collectiviteId), eq(contrats.id, id)))
    await db
      .update(signataires)
      .set({ signeLe: saisie.signeLe })
      .where(
        and(eq(signataires.collectiviteId, perimetre.collectiviteId), eq(signataires.contratId, id), isNull(signataires.signeLe))
      )
    annoncer('contrat_signe', { contratId: id })
  }
})

/** Binds a partner by a convention beside the contract, without making it a signatory (A0-7 of the requirements). Refusal: `structure_inconnue`. */
export const ajouterConvention = commande('convention.ajouter', {
  saisie: z.object({
    contratId: z.uuid(),
    structureId: z.uuid('Choisissez une structure de l’annuaire.'),
    objet: facultatif(texteSchema).default(null),
    date: facultatif(dateTapeeSchema).default(null)
  }),
  charger: async (ctx, saisie) =>
    (await verrouiller(ctx, saisie.contratId)) ? { connue: await structureConnue(ctx, saisie.structureId) } : null,
  droit: peutEcrireContrat,
  regle: ({ connue }) => (connue ? {} : refuser('structure_inconnue', 'structureId')),
  agir: async ({ db, perimetre, nouvelId }, _, saisie) => {
    const id = nouvelId()
    await db.insert(conventions).values({ collectiviteId: perimetre.collectiviteId, id, ...saisie })
    return { id }
  }
})

/** Takes a convention off; the history keeps it. */
export const retirerConvention = commande('convention.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: async ({ db, perimetre }, { id }) =>
    (
      await db
        .select({ id: conventions.id })
        .from(conventions)
        .where(and(eq(conventions.collectiviteId, perimetre.collectiviteId), eq(conventions.id, id)))
    )[0] ?? null,
  droit: peutEcrireContrat,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id }) => {
    await db.delete(conventions).where(and(eq(conventions.collectiviteId, perimetre.collectiviteId), eq(conventions.id, id)))
  }
})
