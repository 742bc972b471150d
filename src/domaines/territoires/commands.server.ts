import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, commandeGenerale, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { dateFloueSchema } from '#platform/dates.ts'
import { peutCreerTerritoire, peutReglerTerritoire } from './droits.ts'
import { codesInconnus, lieuDuCode, listerTerritoires, territoireDuCode } from './queries.server.ts'
import { natureDuCode, nomDeVille, PARTIES_PAR_DEFAUT, slugLibre } from './regles.ts'
import { codeCommuneSchema, GENERATIONS_QPV, NATURES_QUARTIER, PARTIES_REQUISES } from './schema.ts'
import { collectivites, collectivitesCommunes, quartiers } from './tables.server.ts'

/**
 * Creates a territory from the code of a commune or of an intercommunality, or from a name and communes (a free group).
 * Creating what exists changes nothing and says so (`cree: false`). Refusals: `code_inconnu`, `communes_inconnues`, `rien`.
 */
export const creerTerritoire = commandeGenerale('territoire.creer', {
  saisie: z.object({
    code: z.string().trim().toUpperCase().optional(),
    nom: z.string().trim().min(2, 'Donnez au territoire un nom d’au moins deux lettres.').max(200).optional(),
    communes: z.array(codeCommuneSchema).default([]),
    demonstration: z.boolean().default(false)
  }),
  charger: async ({ db }, { code, nom, communes }) => {
    const slugs = (await listerTerritoires(db)).map((territoire) => territoire.slug)
    const deja = code ? await territoireDuCode(db, code) : (await listerTerritoires(db)).find((territoire) => territoire.code === null && territoire.nom === nom)
    return { deja: deja ?? null, lieu: code ? await lieuDuCode(db, code) : null, slugs, inconnus: await codesInconnus(db, communes) }
  },
  droit: peutCreerTerritoire,
  regle: ({ deja, lieu, slugs, inconnus }, { code, nom, communes }) => {
    if (deja) return { deja, neuf: null }
    if (code) {
      const nature = lieu ? natureDuCode(code, lieu.intercommunalite) : null
      if (!lieu || !nature) return refuser('code_inconnu', 'code', { code })
      const entier = nom ?? (nature === 'commune' ? nomDeVille(lieu.nom) : lieu.nom)
      return { deja: null, neuf: { code, nature, nom: entier, slug: slugLibre(entier, slugs), communes: lieu.communes } }
    }
    if (inconnus.length > 0) return refuser('communes_inconnues', 'communes', { codes: inconnus })
    if (!nom || communes.length === 0) return refuser('rien', 'nom')
    return { deja: null, neuf: { code: null, nature: 'libre' as const, nom, slug: slugLibre(nom, slugs), communes: [...new Set(communes)] } }
  },
  agir: async ({ db, nouvelId, maintenant }, _, { demonstration }, { deja, neuf }) => {
    if (!neuf) return { id: deja.id, slug: deja.slug, nom: deja.nom, cree: false }
    const id = nouvelId()
    const { communes, ...reste } = neuf
    await db.insert(collectivites).values({ id, ...reste, partiesRequises: PARTIES_PAR_DEFAUT, demonstration, creeLe: maintenant })
    await db.execute(sql`select set_config('app.collectivite', ${id}, true)`)
    await db.insert(collectivitesCommunes).values(communes.map((code) => ({ collectiviteId: id, id: nouvelId(), code })))
    return { id, slug: neuf.slug, nom: neuf.nom, cree: true }
  }
})

/** Changes what a territory says of itself: its competence in health and since when, its ASV, the parties it requires. */
export const reglerTerritoire = commande('territoire.regler', {
  saisie: z.object({
    nom: z.string().trim().min(2, 'Donnez au territoire un nom d’au moins deux lettres.').max(200).optional(),
    competenceSante: z.boolean().nullable().optional(),
    competenceDepuis: dateFloueSchema.nullable().optional(),
    asvDepuis: dateFloueSchema.nullable().optional(),
    partiesRequises: z
      .array(z.enum(PARTIES_REQUISES))
      .min(2, 'Un contrat engage au moins deux parties : gardez-en deux.')
      .refine((parties) => parties.includes('collectivite') && parties.includes('ars'), 'La collectivité et l’ARS signent toujours le contrat.')
      .optional()
  }),
  charger: async ({ db, perimetre }) => (await db.select().from(collectivites).where(eq(collectivites.id, perimetre.collectiviteId)))[0] ?? null,
  droit: peutReglerTerritoire,
  regle: () => ({}),
  agir: async ({ db, perimetre }, _, saisie) => {
    if (Object.values(saisie).some((valeur) => valeur !== undefined)) await db.update(collectivites).set(saisie).where(eq(collectivites.id, perimetre.collectiviteId))
  }
})

const quartierSchema = z
  .object({
    nom: z.string().trim().min(1, 'Donnez un nom au quartier.').max(200, 'Ce nom dépasse 200 caractères.'),
    nature: z.enum(NATURES_QUARTIER, 'Dites si c’est un quartier prioritaire ou un autre quartier.'),
    generation: z.enum(GENERATIONS_QPV).nullable().default(null),
    code: z.string().trim().max(20).nullable().default(null),
    enProjet: z.boolean().default(false),
    contour: z.record(z.string(), z.unknown()).nullable().default(null),
    exemple: z.boolean().default(false)
  })
  .transform((quartier) => (quartier.nature === 'quartier' ? { ...quartier, generation: null } : quartier))
  .refine((quartier) => quartier.nature !== 'qpv' || quartier.generation !== null, {
    path: ['generation'],
    error: 'Un quartier prioritaire appartient à une liste : 2015 ou 2024.'
  })

/** Adds quartiers, typed in or read from a GeoJSON file; one that is already there (same name, nature and generation) is left alone. */
export const ajouterQuartiers = commande('quartiers.ajouter', {
  saisie: z.object({ quartiers: z.array(quartierSchema).min(1, 'Il n’y a aucun quartier à ajouter.').max(2000) }),
  charger: ({ db, perimetre }) =>
    db
      .select({ nom: quartiers.nom, nature: quartiers.nature, generation: quartiers.generation })
      .from(quartiers)
      .where(and(eq(quartiers.collectiviteId, perimetre.collectiviteId), isNull(quartiers.supprimeLe))),
  droit: peutReglerTerritoire,
  regle: (connus, saisie) => {
    const vus = new Set(connus.map(signature))
    return { neufs: saisie.quartiers.filter((quartier) => !vus.has(signature(quartier)) && vus.add(signature(quartier))) }
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, __, { neufs }) => {
    const lignes = neufs.map((quartier) => ({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), ...quartier, contour: quartier.contour, creeLe: maintenant }))
    if (lignes.length > 0) await db.insert(quartiers).values(lignes)
    return { ajoutes: lignes.map(({ id }) => id) }
  }
})

const signature = (quartier: { nom: string; nature: string; generation: string | null }) => [quartier.nature, quartier.generation, quartier.nom.trim().toLowerCase()].join('|')

/** Puts a quartier aside, and brings it back. */
export const { retirer: retirerQuartier, retablir: retablirQuartier } = corbeilleDe('quartier', quartiers, peutReglerTerritoire)
