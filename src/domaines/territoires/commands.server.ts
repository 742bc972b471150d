import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, commandeGenerale, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { noterChangement } from '#platform/historique.server.ts'
import { dateTapeeSchema, facultatif, ligneSchema } from '#platform/saisie.ts'
import { peutCreerTerritoire, peutReglerTerritoire } from './droits.ts'
import {
  codesInconnus,
  lieuDuCode,
  listerQuartiers,
  listerTerritoires,
  territoireDuCode,
  type Territoire
} from './queries.server.ts'
import { natureDuCode, nomDeVille, PARTIES_PAR_DEFAUT, slugLibre } from './regles/territoire.ts'
import { rapprocherQuartiers } from './regles/quartiers.ts'
import { codeCommuneSchema, contourSchema, GENERATIONS_QPV, NATURES_QUARTIER, PARTIES_REQUISES } from './schema.ts'
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
    const deja = code
      ? await territoireDuCode(db, code)
      : (await listerTerritoires(db)).find((territoire) => territoire.code === null && territoire.nom === nom)
    return {
      deja: deja ?? null,
      lieu: code ? await lieuDuCode(db, code) : null,
      slugs,
      inconnus: await codesInconnus(db, communes)
    }
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
    return {
      deja: null,
      neuf: { code: null, nature: 'libre' as const, nom, slug: slugLibre(nom, slugs), communes: [...new Set(communes)] }
    }
  },
  agir: async ({ db, nouvelId, maintenant }, _, { demonstration }, { deja, neuf }) => {
    if (!neuf) return { id: deja.id, slug: deja.slug, nom: deja.nom, cree: false }
    const id = nouvelId()
    const { communes, ...reste } = neuf
    await db
      .insert(collectivites)
      .values({ id, ...reste, partiesRequises: PARTIES_PAR_DEFAUT, demonstration, creeLe: maintenant })
    await db.execute(sql`select set_config('app.collectivite', ${id}, true)`)
    await db.insert(collectivitesCommunes).values(communes.map((code) => ({ collectiviteId: id, id: nouvelId(), code })))
    return { id, slug: neuf.slug, nom: neuf.nom, cree: true }
  }
})

/** « oui », « non », or nothing said: what a form sends, or a boolean. */
const ouiOuNon = z.preprocess(
  (valeur) => (valeur === 'oui' ? true : valeur === 'non' ? false : valeur === '' ? null : valeur),
  z.boolean().nullable()
)

const seuilSchema = (exemple: number, max: number, enMots: string) =>
  z.coerce
    .number(`Écrivez un nombre de sollicitations, par exemple ${exemple}.`)
    .int('Écrivez un nombre entier de sollicitations.')
    .min(1, 'Une sollicitation par an au moins.')
    .max(max, `${enMots} sollicitations par an au plus.`)

/** Changes what a territory says of itself: its competence in health and since when, its ASV, the parties it requires. */
export const reglerTerritoire = commande('territoire.regler', {
  saisie: z.object({
    nom: ligneSchema('Le nom du territoire', 200)
      .pipe(z.string().min(2, 'Donnez au territoire un nom d’au moins deux lettres.'))
      .optional(),
    competenceSante: ouiOuNon.optional(),
    competenceDepuis: facultatif(dateTapeeSchema).optional(),
    asvDepuis: facultatif(dateTapeeSchema).optional(),
    partiesRequises: z
      .array(z.enum(PARTIES_REQUISES))
      .min(2, 'Un contrat engage au moins deux parties : gardez-en deux.')
      .refine(
        (parties) => parties.includes('collectivite') && parties.includes('ars'),
        'La collectivité et l’ARS signent toujours le contrat.'
      )
      .optional(),
    seuilSollicitations: facultatif(seuilSchema(6, 100, 'Cent')).optional(),
    seuilStructures: facultatif(seuilSchema(30, 1000, 'Mille')).optional(),
    /** a form that shows the box sends « non » before it */
    statutDOffice: z.preprocess((valeur) => (valeur === 'oui' ? true : valeur === 'non' ? false : valeur), z.boolean()).optional()
  }),
  charger: async ({ db, perimetre }) =>
    (await db.select().from(collectivites).where(eq(collectivites.id, perimetre.collectiviteId)).for('no key update'))[0] ?? null,
  droit: peutReglerTerritoire,
  regle: () => ({}),
  agir: async (ctx, avant, saisie) => {
    if (Object.values(saisie).every((valeur) => valeur === undefined)) return
    const { db, perimetre } = ctx
    const [apres] = await db.update(collectivites).set(saisie).where(eq(collectivites.id, perimetre.collectiviteId)).returning()
    // this table is no tenant's: no trigger writes its history
    await noterChangement(ctx, 'territoire.regler', {
      table: 'collectivites',
      id: avant.id,
      avant: reglages(avant),
      apres: reglages(apres!)
    })
  }
})

const reglages = ({ nom, competenceSante, competenceDepuis, asvDepuis, partiesRequises, ...reste }: Territoire) => ({
  nom,
  competence_sante: competenceSante,
  competence_depuis: competenceDepuis,
  asv_depuis: asvDepuis,
  parties_requises: partiesRequises,
  seuil_sollicitations: reste.seuilSollicitations,
  seuil_structures: reste.seuilStructures,
  statut_d_office: reste.statutDOffice
})

const champsQuartier = {
  nom: ligneSchema('Le nom du quartier', 200),
  nature: z.enum(NATURES_QUARTIER, 'Dites si c’est un quartier prioritaire ou un autre quartier.'),
  generation: facultatif(z.enum(GENERATIONS_QPV)).default(null),
  code: facultatif(z.string().trim().max(20, 'Ce code dépasse 20 caractères.')).default(null),
  enProjet: z.coerce.boolean().default(false)
}
const sansListe = { path: ['generation'], error: 'Un quartier prioritaire appartient à une liste : 2015 ou 2024.' }
const aSaListe = (quartier: { nature: string; generation: string | null }) =>
  quartier.nature !== 'qpv' || quartier.generation !== null
const horsListe = <Q extends { nature: string; generation: unknown }>(quartier: Q): Q =>
  quartier.nature === 'quartier' ? { ...quartier, generation: null } : quartier

const quartierSchema = z
  .object({ ...champsQuartier, contour: contourSchema.nullable().default(null), exemple: z.boolean().default(false) })
  .transform(horsListe)
  .refine(aSaListe, sansListe)

/**
 * Adds quartiers, typed in or read from a GeoJSON file. One that is already there is left alone, but for the contour
 * and the code that it lacked. Answers the ids of the new ones and of those completed.
 */
export const ajouterQuartiers = commande('quartiers.ajouter', {
  saisie: z.object({ quartiers: z.array(quartierSchema).min(1, 'Il n’y a aucun quartier à ajouter.').max(2000) }),
  charger: async ({ db, perimetre }) => {
    // two imports at once: the second waits, then sees the quartiers of the first
    await db
      .select({ id: collectivites.id })
      .from(collectivites)
      .where(eq(collectivites.id, perimetre.collectiviteId))
      .for('no key update')
    return listerQuartiers(db, perimetre)
  },
  droit: peutReglerTerritoire,
  regle: (connus, saisie) => {
    const sorts = rapprocherQuartiers(connus, saisie.quartiers)
    return {
      neufs: sorts.flatMap((sort) => (sort.sort === 'neuf' ? [sort.quartier] : [])),
      completes: sorts.flatMap((sort) => (sort.sort === 'complete' ? [sort] : []))
    }
  },
  agir: async ({ db, perimetre, nouvelId, maintenant }, _, __, { neufs, completes }) => {
    const { collectiviteId } = perimetre
    const lignes = neufs.map((quartier) => ({ collectiviteId, id: nouvelId(), ...quartier, creeLe: maintenant }))
    if (lignes.length > 0) await db.insert(quartiers).values(lignes)
    for (const { id, quartier } of completes)
      await db
        .update(quartiers)
        .set({
          contour: sql`coalesce(${quartiers.contour}, ${quartier.contour && JSON.stringify(quartier.contour)}::jsonb)`,
          code: sql`coalesce(${quartiers.code}, ${quartier.code})`
        })
        .where(and(eq(quartiers.collectiviteId, collectiviteId), eq(quartiers.id, id)))
    return { ajoutes: lignes.map(({ id }) => id), completes: completes.map(({ id }) => id) }
  }
})

/** Corrects what a quartier says of itself; its contour stays. Refusal: `nom_pris` when another of the same list has this name. */
export const modifierQuartier = commande('quartier.modifier', {
  saisie: z
    .object({ id: z.uuid(), ...champsQuartier })
    .transform(horsListe)
    .refine(aSaListe, sansListe),
  charger: async ({ db, perimetre }, { id }) => {
    const connus = await listerQuartiers(db, perimetre)
    return connus.some((quartier) => quartier.id === id) ? connus.filter((quartier) => quartier.id !== id) : null
  },
  droit: peutReglerTerritoire,
  regle: (autres, saisie) =>
    rapprocherQuartiers(autres, [{ ...saisie, contour: null }])[0]!.sort === 'neuf'
      ? {}
      : refuser('nom_pris', 'nom', { nom: saisie.nom }),
  agir: async ({ db, perimetre }, _, { id, ...quartier }) => {
    await db
      .update(quartiers)
      .set(quartier)
      .where(and(eq(quartiers.collectiviteId, perimetre.collectiviteId), eq(quartiers.id, id)))
  }
})

/** Puts a quartier aside, and brings it back. */
export const { retirer: retirerQuartier, retablir: retablirQuartier } = corbeilleDe('quartier', quartiers, peutReglerTerritoire)
