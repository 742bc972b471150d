import { sql as q } from 'drizzle-orm'
import type { z } from 'zod'
import type { Acteur, Perimetre } from './acteur.ts'
import type { Lecteur, Tx } from './db.server.ts'
import { nouvelId } from './ids.ts'
import { annonces } from './tables.server.ts'

export type Annonce = { nature: string; contenu: Record<string, unknown> }

/** All that an act may use: time, ids and the database are arguments, so that a test is a plain call. */
export type Ctx = {
  db: Tx
  acteur: Acteur
  maintenant: Date
  nouvelId: () => string
  /** what the history calls this act: with it, the act can be undone */
  gesteId: string
  annoncer: (nature: string, contenu: Record<string, unknown>) => void
}
/** The same inside one territory. */
export type CtxTerritoire = Ctx & { perimetre: Perimetre }

/** An expected refusal: its reason, and the field of the form that it belongs to when there is one. */
export type Refus<R extends string> = { refus: R; champ?: string; precisions?: Record<string, unknown> }
export const refuser = <const R extends string>(raison: R, champ?: string, precisions?: Record<string, unknown>): Refus<R> => ({
  refus: raison,
  champ,
  precisions
})

export type Echec<R extends string> =
  | { ok: false; sorte: 'saisie'; champs: Record<string, string[]> }
  | { ok: false; sorte: 'introuvable' }
  | { ok: false; sorte: 'interdit' }
  | { ok: false; sorte: 'refus'; raison: R; champ?: string; precisions?: Record<string, unknown> }
export type Resultat<V, R extends string> = { ok: true; valeur: V } | Echec<R>

/** What a command answered, where it cannot fail unless the code is wrong (fixtures, tests): throws what it refused. */
export const reussi = <V>(fait: { ok: true; valeur: V } | { ok: false }): V => {
  if (!fait.ok) throw new Error(JSON.stringify(fait))
  return fait.valeur
}

type Recette<C extends Ctx, S extends z.ZodType, O, J, V, R extends string> = {
  /** the shape of what is asked */
  saisie: S
  /** the stored object, in this scope; null answers 404 */
  charger: (ctx: C, saisie: z.output<S>) => Promise<O | null>
  /** required: an act without authorisation does not compile */
  droit: (acteur: Acteur, objet: NoInfer<O>) => boolean
  /** the pure decision: a judgement for the act, or a named refusal */
  regle: (objet: NoInfer<O>, saisie: z.output<S>, quand: Date) => J | Refus<R>
  agir: (ctx: C, objet: NoInfer<O>, saisie: z.output<S>, jugement: Exclude<NoInfer<J>, Refus<string>>) => Promise<V>
}

/** `noter` hears the name of the act once it is done, for whoever must say it. */
type AppelGeneral = { db: Lecteur; acteur: Acteur; maintenant?: Date; noter?: ((acte: string) => void) | undefined }
export type Appel = AppelGeneral & { perimetre: Perimetre }

/** Reactions to announcements that stay in the database; they run in the transaction of the act. */
export type Consequences = Record<
  string,
  (ctx: Ctx & { perimetre?: Perimetre }, contenu: Record<string, unknown>) => Promise<void>
>
let consequences: Consequences = {}
/** Gives the process its one table of consequences; called at its start. */
export function brancherConsequences(table: Consequences): void {
  consequences = table
}

/** Refuses while the act is being done, for what only writing could tell; everything is undone. */
export function renoncer(raison: string, champ?: string): never {
  throw new Retour({ ok: false, sorte: 'refus', raison, champ })
}

/** Rolls the transaction back and comes out as a value. */
class Retour extends Error {
  readonly echec: Echec<string>
  constructor(echec: Echec<string>) {
    super('refusal')
    this.echec = echec
  }
}

/**
 * One human verb inside a territory. The order is fixed: shape, scoped load (404), right (403), rule (refusal), writes,
 * announcements, in one transaction that sets the tenant. `.dans(ctx, saisie)` runs it inside another act's transaction.
 */
export function commande<S extends z.ZodType, O, J, V, R extends string = never>(
  nom: string,
  recette: Recette<CtxTerritoire, S, O, J, V, R>
) {
  return batir<CtxTerritoire, Appel, S, O, J, V, R>(nom, recette)
}

/** The same for what has no tenant: accounts, tokens, the making of a territory. */
export function commandeGenerale<S extends z.ZodType, O, J, V, R extends string = never>(
  nom: string,
  recette: Recette<Ctx, S, O, J, V, R>
) {
  return batir<Ctx, AppelGeneral, S, O, J, V, R>(nom, recette)
}

function batir<C extends Ctx, A extends AppelGeneral, S extends z.ZodType, O, J, V, R extends string>(
  nom: string,
  recette: Recette<C, S, O, J, V, R>
) {
  const derouler = async (ctx: C, saisie: z.output<S>): Promise<V> => {
    const objet = await recette.charger(ctx, saisie)
    if (objet === null) throw new Retour({ ok: false, sorte: 'introuvable' })
    if (!recette.droit(ctx.acteur, objet)) throw new Retour({ ok: false, sorte: 'interdit' })
    const jugement = recette.regle(objet, saisie, ctx.maintenant)
    if (estRefus(jugement))
      throw new Retour({
        ok: false,
        sorte: 'refus',
        raison: jugement.refus,
        champ: jugement.champ,
        precisions: jugement.precisions
      })
    return recette.agir(ctx, objet, saisie, jugement as never)
  }

  const executer = async (appel: A, brut: z.input<S> | Record<string, unknown>): Promise<Resultat<V, R>> => {
    const lu = recette.saisie.safeParse(brut)
    if (!lu.success) return { ok: false, sorte: 'saisie', champs: faute(lu.error) }
    try {
      const fait = await appel.db.transaction(async (tx) => {
        const file: Annonce[] = []
        const { ...reste } = appel
        const ctx = {
          ...reste,
          db: tx,
          maintenant: appel.maintenant ?? new Date(),
          nouvelId,
          gesteId: nouvelId(),
          annoncer: (nature: string, contenu: Record<string, unknown>) => void file.push({ nature, contenu })
        } as unknown as C
        await situer(ctx, nom, ctx.gesteId)
        const valeur = await derouler(ctx, lu.data)
        if (file.length > 0) await publier(ctx, file)
        return { ok: true as const, valeur }
      })
      appel.noter?.(nom)
      return fait
    } catch (error) {
      if (error instanceof Retour) return error.echec as Echec<R>
      throw error
    }
  }

  /** Runs inside the open transaction of another act: a refusal of this one undoes that one too. */
  const dans = (ctx: C, brut: z.input<S>): Promise<V> => {
    const lu = recette.saisie.safeParse(brut)
    if (!lu.success) throw new Retour({ ok: false, sorte: 'saisie', champs: faute(lu.error) })
    return derouler(ctx, lu.data)
  }
  return Object.assign(executer, { nom, dans, droit: recette.droit })
}

const estRefus = (jugement: unknown): jugement is Refus<string> =>
  typeof jugement === 'object' && jugement !== null && 'refus' in jugement

/** Errors by field: « etapes.2.echeance » for what is inside a list, « » for the whole. */
function faute(error: z.ZodError): Record<string, string[]> {
  const champs: Record<string, string[]> = {}
  for (const issue of error.issues) (champs[issue.path.join('.')] ??= []).push(issue.message)
  return champs
}

/** Tells the database who acts, when and where: row-level security and the history read these settings. */
async function situer(ctx: Ctx & { perimetre?: Perimetre }, acte: string, gesteId: string): Promise<void> {
  const { acteur } = ctx
  await ctx.db.execute(q`select
    set_config('app.collectivite', ${ctx.perimetre?.collectiviteId ?? ''}, true),
    set_config('app.acteur_id', ${acteur.sorte === 'membre' ? acteur.compteId : ''}, true),
    set_config('app.acteur_nom', ${acteur.nom}, true),
    set_config('app.acte', ${acte}, true),
    set_config('app.geste', ${gesteId}, true),
    set_config('app.maintenant', ${ctx.maintenant.toISOString()}, true)`)
}

async function publier(ctx: Ctx & { perimetre?: Perimetre }, file: Annonce[]): Promise<void> {
  await ctx.db.insert(annonces).values(
    file.map(({ nature, contenu }) => ({
      id: ctx.nouvelId(),
      collectiviteId: ctx.perimetre?.collectiviteId ?? null,
      survenuLe: ctx.maintenant,
      acteurId: ctx.acteur.sorte === 'membre' ? ctx.acteur.compteId : null,
      nature,
      contenu
    }))
  )
  for (const { nature, contenu } of file) await consequences[nature]?.(ctx, contenu)
}
