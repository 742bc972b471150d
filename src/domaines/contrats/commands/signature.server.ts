import { and, eq, isNull, max } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { jourDe, premierJour } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif, ligneSchema, texteSchema } from '#platform/saisie.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { peutDeclarerSignature, peutEcrireContrat } from '../droits.ts'
import { listerSignataires } from '../queries.server.ts'
import { manquesPourSigner } from '../regles/signature.ts'
import { TRANSITIONS } from '../regles/etat.ts'
import { ROLES_SIGNATAIRE } from '../schema.ts'
import { contrats, signataires } from '../tables.server.ts'
import { verrouiller } from './contrat.server.ts'
import type { CtxTerritoire } from '#platform/commande.server.ts'

const signataireSchema = z.object({
  structureId: z.uuid('Choisissez une structure de l’annuaire.'),
  personneId: facultatif(z.uuid()).default(null),
  qualite: facultatif(ligneSchema('La qualité')).default(null),
  role: z.enum(ROLES_SIGNATAIRE, 'Dites si la structure porte le contrat, y est obligatoire ou s’y joint.'),
  signeLe: facultatif(dateTapeeSchema).default(null),
  exemple: z.boolean().optional()
})

/** True when the directory has this structure. */
export const structureConnue = async ({ db, perimetre }: CtxTerritoire, id: string): Promise<boolean> => {
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
      .where(and(ici, eq(signataires.structureId, saisie.structureId), isNull(signataires.supprimeLe)))
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
    const signataire = await unSignataire(ctx, id)
    const contrat = signataire?.supprimeLe === null ? await verrouiller(ctx, signataire.contratId) : null
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

const unSignataire = async ({ db, perimetre }: CtxTerritoire, id: string) => {
  const ici = and(eq(signataires.collectiviteId, perimetre.collectiviteId), eq(signataires.id, id))
  return (await db.select().from(signataires).where(ici))[0] ?? null
}

const mettreDeCote = ({ db, perimetre }: CtxTerritoire, id: string, supprimeLe: Date | null) =>
  db
    .update(signataires)
    .set({ supprimeLe })
    .where(and(eq(signataires.collectiviteId, perimetre.collectiviteId), eq(signataires.id, id)))

/** Takes a signatory off a contract that is not signed yet; `retablirSignataire` brings it back. Refusal: `deja_signe`. */
export const retirerSignataire = commande('signataire.retirer', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const signataire = await unSignataire(ctx, id)
    return signataire?.supprimeLe === null ? await verrouiller(ctx, signataire.contratId) : null
  },
  droit: peutEcrireContrat,
  regle: ({ etape }) => (etape === 'signe' ? refuser('deja_signe') : {}),
  agir: async (ctx, _, { id }) => void (await mettreDeCote(ctx, id, ctx.maintenant))
})

/** Brings back a signatory that was taken off. Refusal: `deja_signataire` when its structure was added again since. */
export const retablirSignataire = commande('signataire.retablir', {
  saisie: z.object({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const signataire = await unSignataire(ctx, id)
    if (!signataire?.supprimeLe || !(await verrouiller(ctx, signataire.contratId))) return null
    return { signataire, presents: await listerSignataires(ctx.db, ctx.perimetre, signataire.contratId) }
  },
  droit: peutEcrireContrat,
  regle: ({ signataire, presents }) =>
    presents.some(({ structureId }) => structureId === signataire.structureId) ? refuser('deja_signataire') : {},
  agir: async (ctx, _, { id }) => void (await mettreDeCote(ctx, id, null))
})

/**
 * Declares the contract signed, with the date and place of the event. Every signatory without a date takes this one.
 * Refusals: `signature_future`, `etape_interdite`, `signature_incomplete` (R-001: what is missing is in the details; nobody overrides it).
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
  regle: ({ contrat, presents, requises }, { signeLe }, maintenant) => {
    if (premierJour(signeLe) > jourDe(maintenant)) return refuser('signature_future', 'signeLe')
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
