import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { normaliser } from '#platform/texte.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { peutReunir } from '#domaines/partenaires/droits.ts'
import type { Sorte } from '#domaines/partenaires/schema/paires.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { pairesPersonnes, pairesStructures } from '#domaines/partenaires/tables/paires.server.ts'
import { lettresDe } from './lettres-reunies.server.ts'
import { deplacerLesPaires, deplacerLesReferences } from './references.server.ts'

/** Of the two: the first named, or the other. Left out, what one of them alone says is kept, else what the one that stays says. */
const cote = z.preprocess(
  (valeur) => (valeur === '' ? undefined : valeur),
  z.enum(['un', 'autre'], 'Choisissez l’une ou l’autre.').optional()
)
const deux = {
  unId: z.uuid().toLowerCase(),
  autreId: z.uuid().toLowerCase(),
  garde: z.enum(['un', 'autre'], 'Dites laquelle reste.'),
  nom: cote,
  courriel: cote,
  telephone: cote
}
const COMMUNS = ['nom', 'courriel', 'telephone'] as const
const DES_STRUCTURES = [...COMMUNS, 'sigle', 'type', 'categorie', 'interne', 'siret', 'quartierId'] as const

type Cote = 'un' | 'autre'
type Saisie = { unId: string; autreId: string; garde: Cote } & Partial<Record<string, Cote | string>>
type Ligne = { id: string; exemple: boolean }
type Deux<L> = { un: L; autre: L }

const regle = (_: unknown, { unId, autreId }: Saisie) => (unId === autreId ? refuser('la_meme') : {})

/** What the one that stays will say: of each field, the side chosen. */
function valeurs<L extends Ligne, C extends keyof L & string>(lues: Deux<L>, saisie: Saisie, champs: readonly C[]): Pick<L, C> {
  const [reste, part] = saisie.garde === 'un' ? [lues.un, lues.autre] : [lues.autre, lues.un]
  const choisir = (champ: C) => {
    const choix: unknown = saisie[champ]
    if (choix === 'un' || choix === 'autre') return lues[choix as Cote][champ]
    return reste[champ] ?? part[champ]
  }
  return Object.fromEntries(champs.map((champ) => [champ, choisir(champ)])) as Pick<L, C>
}

const SEVERITE: readonly Courriels[] = ['tous', 'lecture', 'aucun']

/** What either of them refused to receive stays refused, since the day she said so. */
const accords = ({ un, autre }: Deux<{ courriels: Courriels; courrielsLe: Date | null }>) => {
  const { courriels, courrielsLe } = SEVERITE.indexOf(autre.courriels) > SEVERITE.indexOf(un.courriels) ? autre : un
  return { courriels, courrielsLe }
}

const cotes = ({ unId, autreId, garde }: Saisie) =>
  garde === 'un' ? { garde: unId, partie: autreId } : { garde: autreId, partie: unId }

/** Of the two names, the one that is not kept. */
const nomTu = ({ un, autre }: Deux<{ nom: string }>, garde: string) => (un.nom === garde ? autre.nom : un.nom)

/** The two of the table, held until the end; null unless both live here. */
const enDeux = <L extends Ligne>(lues: readonly L[], { unId, autreId }: Saisie): Deux<L> | null => {
  const [un, autre] = [unId, autreId].map((id) => lues.find((lue) => lue.id === id))
  return un && autre ? { un, autre } : null
}

/**
 * The order matters to who undoes it: the one that goes leaves its name before the one that stays takes it, and between the two a row of
 * another table is written, so that `annuler_geste` puts them back one after the other.
 */
async function reunir(ctx: CtxTerritoire, sorte: Sorte, saisie: Saisie, nom: string, ecrire: () => Promise<unknown>) {
  const reunion = { sorte, ...cotes(saisie) }
  const { collectiviteId } = ctx.perimetre
  const [objets, paires] =
    sorte === 'structures' ? ([structures, pairesStructures] as const) : ([personnes, pairesPersonnes] as const)
  await ctx.db
    .update(objets)
    .set({ supprimeLe: ctx.maintenant })
    .where(and(eq(objets.collectiviteId, collectiviteId), eq(objets.id, reunion.partie)))
  const lettres = await lettresDe(ctx, sorte, reunion.partie)
  await deplacerLesReferences(ctx, reunion)
  await deplacerLesPaires(ctx, reunion)
  const dit = { verdict: 'reunies' as const, nom, lettres, auteur: ctx.acteur.nom, creeLe: ctx.maintenant }
  await ctx.db.insert(paires).values({ collectiviteId, id: ctx.nouvelId(), unId: reunion.garde, autreId: reunion.partie, ...dit })
  await ecrire()
  return { id: reunion.garde, geste: ctx.gesteId }
}

/**
 * Makes one of two structures: everything that names the one that goes names the one that stays, field by field as chosen. One act of the
 * history, which can be undone whole. Answers the id that stays and the id of the act. Refusal: `la_meme`.
 */
export const reunirStructures = commande('structures.reunir', {
  saisie: z.object({ ...deux, sigle: cote, type: cote, categorie: cote, interne: cote, siret: cote, quartierId: cote }),
  charger: async ({ db, perimetre }, saisie) =>
    enDeux(
      await db
        .select()
        .from(structures)
        .where(
          and(
            eq(structures.collectiviteId, perimetre.collectiviteId),
            inArray(structures.id, [saisie.unId, saisie.autreId]),
            isNull(structures.supprimeLe)
          )
        )
        .orderBy(structures.id)
        .for('update'),
      saisie
    ),
  droit: peutReunir,
  regle,
  agir: (ctx, lues, saisie) => {
    const choisies = valeurs(lues, saisie, DES_STRUCTURES)
    return reunir(ctx, 'structures', saisie, nomTu(lues, choisies.nom), () =>
      ctx.db
        .update(structures)
        .set({ ...choisies, ...accords(lues), cleNom: normaliser(choisies.nom), exemple: lues.un.exemple && lues.autre.exemple })
        .where(and(eq(structures.collectiviteId, ctx.perimetre.collectiviteId), eq(structures.id, cotes(saisie).garde)))
    )
  }
})

/** The same of two people. */
export const reunirPersonnes = commande('personnes.reunir', {
  saisie: z.object(deux),
  charger: async ({ db, perimetre }, saisie) =>
    enDeux(
      await db
        .select()
        .from(personnes)
        .where(
          and(
            eq(personnes.collectiviteId, perimetre.collectiviteId),
            inArray(personnes.id, [saisie.unId, saisie.autreId]),
            isNull(personnes.supprimeLe)
          )
        )
        .orderBy(personnes.id)
        .for('update'),
      saisie
    ),
  droit: peutReunir,
  regle,
  agir: (ctx, lues, saisie) => {
    const choisies = valeurs(lues, saisie, COMMUNS)
    return reunir(ctx, 'personnes', saisie, nomTu(lues, choisies.nom), () =>
      ctx.db
        .update(personnes)
        .set({ ...choisies, ...accords(lues), cleNom: normaliser(choisies.nom), exemple: lues.un.exemple && lues.autre.exemple })
        .where(and(eq(personnes.collectiviteId, ctx.perimetre.collectiviteId), eq(personnes.id, cotes(saisie).garde)))
    )
  }
})
