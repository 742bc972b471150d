import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, renoncer, type CtxTerritoire } from '#platform/commande.server.ts'
import { estImage, nomDeFichier, type RaisonFichier } from '#platform/fichiers.ts'
import { garderFichier } from '#platform/fichiers.server.ts'
import { reconnaitre, type Reconnu } from '#platform/fichiers/reconnaitre.ts'
import { facultatif, ligneSchema } from '#platform/saisie.ts'
import { contratSeul } from '#domaines/contrats/queries.server.ts'
import { actes } from '#domaines/contrats/tables.server.ts'
import { peutJoindre } from '../droits.ts'
import { fichierSchema, pieceSchema } from '../schema/pieces.ts'
import { pieces, piecesVersions } from '../tables/pieces.server.ts'
import { verrouillerFiche } from './fiche.server.ts'

type Fichier = z.output<typeof fichierSchema>
type Lieu = { ficheId: string | null; contratId: string | null; acteId: string | null }

const lieuSchema = z.union([
  z.object({ ficheId: z.uuid() }),
  z.object({ acteId: z.uuid(), contratId: z.uuid() }),
  z.object({ contratId: z.uuid() })
])

/** Where a document is to be attached; null when that is not of this territory, or was put aside. */
async function trouverLieu(ctx: CtxTerritoire, lieu: z.output<typeof lieuSchema>): Promise<Lieu | null> {
  if ('ficheId' in lieu) {
    const fiche = await verrouillerFiche(ctx, lieu.ficheId)
    return fiche && { ficheId: fiche.id, contratId: null, acteId: null }
  }
  const { contratId } = lieu
  if (!(await contratSeul(ctx.db, ctx.perimetre, contratId))) return null
  if (!('acteId' in lieu)) return { ficheId: null, contratId, acteId: null }
  const ici = and(
    eq(actes.collectiviteId, ctx.perimetre.collectiviteId),
    eq(actes.id, lieu.acteId),
    eq(actes.contratId, contratId),
    isNull(actes.supprimeLe)
  )
  const [acte] = await ctx.db.select({ id: actes.id }).from(actes).where(ici)
  return acte ? { ficheId: null, contratId, acteId: acte.id } : null
}

/** What the file is; an image says what it shows. */
function juger({ nom, octets }: Fichier, texteAlternatif: string | null) {
  const lu = reconnaitre(octets, nom)
  if (typeof lu === 'string') return refuser<RaisonFichier>(lu, 'fichier')
  return estImage(lu.genre) && !texteAlternatif ? refuser('texte_alternatif_manque', 'texteAlternatif') : lu
}

async function garderVersion(
  ctx: CtxTerritoire,
  piece: { id: string; racineId: string; numero: number; empreinte?: string },
  { fichier, note, lu }: { fichier: Fichier; note: string | null; lu: Reconnu }
): Promise<string> {
  const id = ctx.nouvelId()
  const empreinte = await garderFichier(ctx, fichier.octets)
  if (empreinte === piece.empreinte) renoncer('version_identique', 'fichier')
  await ctx.db.insert(piecesVersions).values({
    collectiviteId: ctx.perimetre.collectiviteId,
    id,
    pieceId: piece.id,
    racineId: piece.racineId,
    numero: piece.numero,
    nomFichier: nomDeFichier(fichier.nom, lu.genre),
    genre: lu.genre,
    taille: fichier.octets.length,
    empreinte,
    jeu: lu.jeu,
    largeur: lu.taille?.largeur ?? null,
    hauteur: lu.taille?.hauteur ?? null,
    note,
    auteur: ctx.acteur.nom,
    creeLe: ctx.maintenant
  })
  return id
}

/**
 * Attaches a document to an action, to a contract or to one of its acts: its file is told by its content, and kept in the same
 * transaction. Without a name it takes that of the file. Refusals: those of `reconnaitre`, `texte_alternatif_manque`.
 */
export const joindrePiece = commande('piece.joindre', {
  saisie: pieceSchema.extend({
    intitule: facultatif(pieceSchema.shape.intitule).default(null),
    lieu: lieuSchema,
    fichier: fichierSchema
  }),
  charger: (ctx, { lieu }) => trouverLieu(ctx, lieu),
  droit: (acteur, lieu) => peutJoindre(acteur, lieu),
  regle: (_, { fichier, texteAlternatif }) => juger(fichier, texteAlternatif),
  agir: async (ctx, lieu, { fichier, intitule, nature, texteAlternatif }, lu) => {
    const id = ctx.nouvelId()
    await ctx.db.insert(pieces).values({
      collectiviteId: ctx.perimetre.collectiviteId,
      id,
      ...lieu,
      intitule:
        intitule ??
        nomDeFichier(fichier.nom, lu.genre)
          .replace(/\.\w+$/, '')
          .replaceAll('_', ' '),
      nature,
      texteAlternatif,
      creeLe: ctx.maintenant
    })
    const racineId = (lieu.ficheId ?? lieu.contratId)!
    return { id, version: await garderVersion(ctx, { id, racineId, numero: 1 }, { fichier, note: null, lu }) }
  }
})

const cettePiece = ({ perimetre }: CtxTerritoire, id: string) =>
  and(eq(pieces.collectiviteId, perimetre.collectiviteId), eq(pieces.id, id))

const verrouillerPiece = async (ctx: CtxTerritoire, id: string, presente = true) =>
  (
    await ctx.db
      .select()
      .from(pieces)
      .where(and(cettePiece(ctx, id), presente ? isNull(pieces.supprimeLe) : isNotNull(pieces.supprimeLe)))
      .for('update')
  )[0] ?? null

/** Gives a document a new state; the older ones stay. Refusals: those of `reconnaitre`, `texte_alternatif_manque`, `version_identique`. */
export const ajouterVersion = commande('piece.ajouter_version', {
  saisie: z.object({
    id: z.uuid(),
    fichier: fichierSchema,
    texteAlternatif: pieceSchema.shape.texteAlternatif,
    note: facultatif(ligneSchema('Ce qui change', 300)).default(null)
  }),
  charger: async (ctx, { id }) => {
    const piece = await verrouillerPiece(ctx, id)
    if (!piece) return null
    const [derniere] = await ctx.db
      .select({ numero: piecesVersions.numero, empreinte: piecesVersions.empreinte })
      .from(piecesVersions)
      .where(and(eq(piecesVersions.collectiviteId, ctx.perimetre.collectiviteId), eq(piecesVersions.pieceId, id)))
      .orderBy(desc(piecesVersions.numero))
      .limit(1)
    return { ...piece, derniere: derniere! }
  },
  droit: (acteur, piece) => peutJoindre(acteur, piece),
  regle: (piece, { fichier, texteAlternatif }) => juger(fichier, texteAlternatif ?? piece.texteAlternatif),
  agir: async (ctx, { id, racineId, derniere, texteAlternatif: dit }, { fichier, texteAlternatif, note }, lu) => {
    const version = await garderVersion(ctx, { id, racineId, ...derniere, numero: derniere.numero + 1 }, { fichier, note, lu })
    if (texteAlternatif && texteAlternatif !== dit)
      await ctx.db.update(pieces).set({ texteAlternatif }).where(cettePiece(ctx, id))
    return { id, version }
  }
})

/** Corrects what is said of a document. Refusal: `texte_alternatif_manque`. */
export const modifierPiece = commande('piece.modifier', {
  saisie: pieceSchema.extend({ id: z.uuid() }),
  charger: async (ctx, { id }) => {
    const piece = await verrouillerPiece(ctx, id)
    const versions = await ctx.db
      .select({ genre: piecesVersions.genre })
      .from(piecesVersions)
      .where(and(eq(piecesVersions.collectiviteId, ctx.perimetre.collectiviteId), eq(piecesVersions.pieceId, id)))
    return piece && { ...piece, image: versions.some(({ genre }) => estImage(genre)) }
  },
  droit: (acteur, piece) => peutJoindre(acteur, piece),
  regle: ({ image }, { texteAlternatif }) =>
    image && !texteAlternatif ? refuser('texte_alternatif_manque', 'texteAlternatif') : {},
  agir: async (ctx, _, { id, ...dit }) => void (await ctx.db.update(pieces).set(dit).where(cettePiece(ctx, id)))
})

const acte = (retirer: boolean) => ({
  saisie: z.object({ id: z.uuid() }),
  charger: (ctx: CtxTerritoire, { id }: { id: string }) => verrouillerPiece(ctx, id, retirer),
  droit: peutJoindre,
  regle: () => ({}),
  agir: async (ctx: CtxTerritoire, _: unknown, { id }: { id: string }) =>
    void (await ctx.db
      .update(pieces)
      .set({ supprimeLe: retirer ? ctx.maintenant : null })
      .where(cettePiece(ctx, id)))
})

/** Takes a document away with all its versions. */
export const retirerPiece = commande('piece.retirer', acte(true))

/** Brings it back. */
export const retablirPiece = commande('piece.retablir', acte(false))
