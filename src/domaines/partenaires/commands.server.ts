import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateTapeeSchema, facultatif } from '#platform/saisie.ts'
import { normaliser, propre } from '#platform/texte.ts'
import { quartiers } from '#domaines/territoires/tables.server.ts'
import { peutTenirAnnuaire } from './droits.ts'
import { personnesParNom, structuresParNom } from './queries.server.ts'
import { categorieDuType, typeDuNom } from './regles.ts'
import { CATEGORIES_STRUCTURE, TYPES_STRUCTURE } from './schema.ts'
import { telephoneSchema } from './schema/telephone.ts'
import { fonctions, personnes, structures } from './tables.server.ts'

export const nomSchema = z
  .string('Donnez un nom.')
  .transform(propre)
  .pipe(z.string().min(1, 'Donnez un nom.').max(300, 'Ce nom dépasse 300 caractères.'))
const vide = <T extends z.ZodType>(schema: T) => facultatif(schema).default(null)

const courrielSchema = z.string().trim().toLowerCase().pipe(z.email('Cette adresse électronique n’est pas complète.'))

const structureSchema = z.object({
  nom: nomSchema,
  sigle: vide(z.string().trim().max(40, 'Ce sigle dépasse 40 caractères.')),
  type: z.preprocess(
    (valeur) => (valeur === '' ? undefined : valeur),
    z.enum(TYPES_STRUCTURE, 'Choisissez un type dans la liste.').optional()
  ),
  categorie: vide(z.enum(CATEGORIES_STRUCTURE, 'Choisissez une catégorie dans la liste.')),
  interne: z.coerce.boolean().default(false),
  siret: vide(
    z
      .string()
      .transform((texte) => texte.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{14}$/, 'Un SIRET a quatorze chiffres.'))
  ),
  courriel: vide(courrielSchema),
  telephone: vide(telephoneSchema),
  quartierId: vide(z.uuid('Choisissez un quartier dans la liste.')),
  exemple: z.boolean().default(false)
})

/** Enters a structure in the directory. Type and category left out are guessed from the name. Refusal: `nom_pris`. */
export const inscrireStructure = commande('structure.inscrire', {
  saisie: structureSchema,
  charger: async (ctx, { nom, quartierId }) =>
    (await quartierDIci(ctx, quartierId))
      ? { deja: (await structuresParNom(ctx.db, ctx.perimetre, [nom])).get(normaliser(nom)) ?? null }
      : null,
  droit: peutTenirAnnuaire,
  regle: ({ deja }, { nom }) => (deja ? refuser('nom_pris', 'nom', { nom, id: deja }) : {}),
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, saisie) => {
    const id = nouvelId()
    const type = saisie.type ?? typeDuNom(saisie.nom)
    await db.insert(structures).values({
      collectiviteId: perimetre.collectiviteId,
      id,
      ...saisie,
      type,
      categorie: saisie.categorie ?? categorieDuType(type),
      cleNom: normaliser(saisie.nom),
      creeLe: maintenant
    })
    return { id }
  }
})

/** Corrects a structure. Refusal: `nom_pris` when another has this name. */
export const modifierStructure = commande('structure.modifier', {
  saisie: structureSchema.omit({ exemple: true }).extend({ id: z.uuid() }),
  charger: async (ctx, { id, nom, quartierId }) => {
    const { db, perimetre } = ctx
    if (!(await quartierDIci(ctx, quartierId))) return null
    const ici = eq(structures.collectiviteId, perimetre.collectiviteId)
    const [structure] = await db
      .select({ id: structures.id })
      .from(structures)
      .where(and(ici, eq(structures.id, id), isNull(structures.supprimeLe)))
      .for('update')
    const [homonyme] = await db
      .select({ id: structures.id })
      .from(structures)
      .where(and(ici, eq(structures.cleNom, normaliser(nom)), ne(structures.id, id), isNull(structures.supprimeLe)))
    return structure ? { homonyme: homonyme ?? null } : null
  },
  droit: peutTenirAnnuaire,
  regle: ({ homonyme }, { nom }) => (homonyme ? refuser('nom_pris', 'nom', { nom, id: homonyme.id }) : {}),
  agir: async ({ db, perimetre }, _, { id, type, ...reste }) => {
    await db
      .update(structures)
      .set({ ...reste, type: type ?? typeDuNom(reste.nom), cleNom: normaliser(reste.nom) })
      .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id)))
  }
})

/** Puts a structure aside: everything that names it stays as it was. */
export const { retirer: retirerStructure } = corbeilleDe('structure', structures, peutTenirAnnuaire)

/** Brings a structure back. Refusal: `nom_pris` when another took its name meanwhile. */
export const retablirStructure = commande('structure.retablir', {
  saisie: z.object({ id: z.uuid() }),
  charger: async ({ db, perimetre }, { id }) => {
    const ici = eq(structures.collectiviteId, perimetre.collectiviteId)
    const [structure] = await db
      .select({ nom: structures.nom })
      .from(structures)
      .where(and(ici, eq(structures.id, id), isNotNull(structures.supprimeLe)))
      .for('update')
    return structure ? { ...structure, homonyme: (await structuresParNom(db, perimetre, [structure.nom])).size > 0 } : null
  },
  droit: peutTenirAnnuaire,
  regle: ({ homonyme, nom }) => (homonyme ? refuser('nom_pris', undefined, { nom }) : {}),
  agir: async ({ db, perimetre }, _, { id }) => {
    await db
      .update(structures)
      .set({ supprimeLe: null })
      .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id)))
  }
})

const personneSchema = z.object({
  nom: nomSchema,
  courriel: vide(courrielSchema),
  telephone: vide(telephoneSchema),
  exemple: z.boolean().default(false),
  /** the structure where she holds a function, and which one */
  structureId: vide(z.uuid()),
  intitule: vide(z.string().trim().max(200)),
  debut: vide(dateTapeeSchema)
})

/**
 * Enters a person in the directory, with the function she holds in a structure when one is named. Refusal: `homonyme` when someone
 * of this name is there already, unless `autre` says that she is another person.
 */
export const inscrirePersonne = commande('personne.inscrire', {
  saisie: personneSchema.extend({ autre: z.coerce.boolean().default(false) }),
  charger: async (ctx, { nom, structureId }) => {
    if (structureId !== null && !(await laStructure(ctx, structureId))) return null
    return { homonyme: (await personnesParNom(ctx.db, ctx.perimetre, [nom])).get(normaliser(nom)) ?? null }
  },
  droit: peutTenirAnnuaire,
  regle: ({ homonyme }, { nom, autre }) => (homonyme && !autre ? refuser('homonyme', 'nom', { nom, id: homonyme }) : {}),
  agir: async (
    { db, perimetre, nouvelId, maintenant },
    _,
    { structureId, intitule, debut, nom, courriel, telephone, exemple }
  ) => {
    const personne = { nom, courriel, telephone, exemple }
    const id = nouvelId()
    const { collectiviteId } = perimetre
    await db.insert(personnes).values({ collectiviteId, id, ...personne, cleNom: normaliser(personne.nom), creeLe: maintenant })
    if (structureId)
      await db.insert(fonctions).values({ collectiviteId, id: nouvelId(), personneId: id, structureId, intitule, debut })
    return { id }
  }
})

/** Corrects a person. */
export const modifierPersonne = commande('personne.modifier', {
  saisie: personneSchema.pick({ nom: true, courriel: true, telephone: true }).extend({ id: z.uuid() }),
  charger: async ({ db, perimetre }, { id }) =>
    (
      await db
        .select({ id: personnes.id })
        .from(personnes)
        .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id), isNull(personnes.supprimeLe)))
        .for('update')
    )[0] ?? null,
  droit: peutTenirAnnuaire,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, { id, ...personne }) => {
    await db
      .update(personnes)
      .set({ ...personne, cleNom: normaliser(personne.nom) })
      .where(and(eq(personnes.collectiviteId, perimetre.collectiviteId), eq(personnes.id, id)))
  }
})

/** One who was merged into another comes back by undoing that act, one who is to be erased by giving that up: not by this one. */
export const { retirer: retirerPersonne, retablir: retablirPersonne } = corbeilleDe(
  'personne',
  personnes,
  peutTenirAnnuaire,
  sql`not exists (select 1 from paires_personnes p where p.collectivite_id = personnes.collectivite_id and p.autre_id = personnes.id and p.verdict = 'reunies')
    and not exists (select 1 from effacements e where e.collectivite_id = personnes.collectivite_id and e.personne_id = personnes.id)`
)

/** No quartier, or one of the territory. */
export async function quartierDIci({ db, perimetre }: CtxTerritoire, id: string | null): Promise<boolean> {
  if (id === null) return true
  const [quartier] = await db
    .select({ id: quartiers.id })
    .from(quartiers)
    .where(and(eq(quartiers.collectiviteId, perimetre.collectiviteId), eq(quartiers.id, id)))
  return quartier !== undefined
}

/** A structure of the territory that is not put aside; null otherwise. */
export async function laStructure({ db, perimetre }: CtxTerritoire, id: string) {
  const [structure] = await db
    .select({ id: structures.id })
    .from(structures)
    .where(and(eq(structures.collectiviteId, perimetre.collectiviteId), eq(structures.id, id), isNull(structures.supprimeLe)))
  return structure ?? null
}

const nomsSchema = z.object({ noms: z.array(nomSchema).max(20_000), exemple: z.boolean().default(false) })

/** Finds or enters many structures at once, in one statement each way: normalised name → id, and how many were new. */
export const assurerStructures = commande('structures.assurer', {
  saisie: nomsSchema,
  charger: ({ db, perimetre }, { noms }) => structuresParNom(db, perimetre, noms),
  droit: peutTenirAnnuaire,
  regle: (connues, { noms }) => ({ neuves: inconnus(noms, connues) }),
  agir: async ({ db, perimetre, nouvelId, maintenant }, connues, { exemple }, { neuves }) => {
    const lignes = neuves.map(([cleNom, nom]) => {
      const type = typeDuNom(nom)
      return {
        collectiviteId: perimetre.collectiviteId,
        id: nouvelId(),
        nom,
        cleNom,
        type,
        categorie: categorieDuType(type),
        exemple,
        creeLe: maintenant
      }
    })
    for (let debut = 0; debut < lignes.length; debut += 2000)
      await db.insert(structures).values(lignes.slice(debut, debut + 2000))
    return { ids: new Map([...connues, ...lignes.map((ligne) => [ligne.cleNom, ligne.id] as const)]), creees: lignes.length }
  }
})

/** The same for people. */
export const assurerPersonnes = commande('personnes.assurer', {
  saisie: nomsSchema,
  charger: ({ db, perimetre }, { noms }) => personnesParNom(db, perimetre, noms),
  droit: peutTenirAnnuaire,
  regle: (connues, { noms }) => ({ neuves: inconnus(noms, connues) }),
  agir: async ({ db, perimetre, nouvelId, maintenant }, connues, { exemple }, { neuves }) => {
    const lignes = neuves.map(([cleNom, nom]) => ({
      collectiviteId: perimetre.collectiviteId,
      id: nouvelId(),
      nom,
      cleNom,
      exemple,
      creeLe: maintenant
    }))
    for (let debut = 0; debut < lignes.length; debut += 2000) await db.insert(personnes).values(lignes.slice(debut, debut + 2000))
    return { ids: new Map([...connues, ...lignes.map((ligne) => [ligne.cleNom, ligne.id] as const)]), creees: lignes.length }
  }
})

/** First spelling of each name that is not known yet, by normalised name. */
function inconnus(noms: readonly string[], connus: Map<string, string>): [string, string][] {
  const neufs = new Map<string, string>()
  for (const nom of noms) {
    const cle = normaliser(nom)
    if (cle !== '' && !connus.has(cle) && !neufs.has(cle)) neufs.set(cle, nom)
  }
  return [...neufs]
}
