import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Perimetre } from './acteur.ts'
import { signature, type MemoireDeColonnes } from './classeur/libre.ts'
import type { CtxTerritoire } from './commande.server.ts'
import type { Tx } from './db.server.ts'
import { appariements } from './tables.server.ts'

/** What a file is brought for: the same names of columns may mean other things elsewhere. */
export type Usage = 'plan' | 'contacts'

/** Under which a set of names of columns is remembered; that of plans came first, and is not told apart. */
function empreinteDesNoms(usage: Usage, noms: readonly string[]): string {
  const nets = signature(noms)
  return createHash('sha256')
    .update(JSON.stringify(usage === 'plan' ? nets : [usage, nets]))
    .digest('hex')
}

/** What this territory said of columns of these names; null when it never did. */
export async function lireAppariement<R extends string>(
  db: Tx,
  perimetre: Perimetre,
  usage: Usage,
  noms: readonly string[]
): Promise<MemoireDeColonnes<R> | null> {
  const [lu] = await db
    .select({ choix: appariements.choix })
    .from(appariements)
    .where(
      and(eq(appariements.collectiviteId, perimetre.collectiviteId), eq(appariements.empreinte, empreinteDesNoms(usage, noms)))
    )
  return (lu?.choix as MemoireDeColonnes<R> | undefined) ?? null
}

/** Remembers it for the next file that has the same names; said again, it is no change and the history stays silent. */
export async function ecrireAppariement(
  { db, perimetre, nouvelId, maintenant }: CtxTerritoire,
  usage: Usage,
  connu: MemoireDeColonnes | null,
  choix: MemoireDeColonnes
): Promise<void> {
  if (memeChoix(connu, choix)) return
  const empreinte = empreinteDesNoms(
    usage,
    choix.colonnes.map(({ nom }) => nom)
  )
  await db
    .insert(appariements)
    .values({ collectiviteId: perimetre.collectiviteId, id: nouvelId(), empreinte, choix, retenuLe: maintenant })
    .onConflictDoUpdate({
      target: [appariements.collectiviteId, appariements.empreinte],
      set: { choix: sql`excluded.choix`, retenuLe: maintenant }
    })
}

const memeChoix = (un: MemoireDeColonnes | null, autre: MemoireDeColonnes) =>
  un !== null &&
  un.recopier === autre.recopier &&
  un.colonnes.length === autre.colonnes.length &&
  un.colonnes.every(({ nom, role }, rang) => nom === autre.colonnes[rang]!.nom && role === autre.colonnes[rang]!.role)
