import { sql } from 'drizzle-orm'
import type { Perimetre } from '../src/platform/acteur.ts'
import { lecture, type Db } from '../src/platform/db.server.ts'
import { lireProches } from '../src/domaines/actions/queries/ressemblances.server.ts'
import { FACETTES, THEMATIQUES } from '../src/domaines/actions/schema/mots.ts'

const MOTS =
  'ateliers cuisine permanence droits école dépistage dentaire sommeil écrans lycée seniors marche bus vaccination formation secours mentale semaine guide soins médiation crèche logement stage internes cancers diabète addictions tabac alcool parents carnet isolement visites domicile chutes jardins sport nutrition aidants'.split(
    ' '
  )
const mot = (rang: number) => MOTS[rang % MOTS.length]!

/** Thirty thousand actions of one territory, each with three words of forty in its title, a theme, a public and a page of text. */
export async function remplir(db: Db, { collectiviteId }: Perimetre, combien: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    await tx.execute(sql`insert into fiches (collectivite_id, id, rang, titre, cle_titre, description, publics, ages, milieux, ottawa, thematiques, facettes, cree_le, modifie_le)
      select ${collectiviteId}, gen_random_uuid(), n, t, lower(t), repeat('Ce que fait l’action, pour qui, et comment. ', 20), '{}', '{}', '{}', '{}',
        array[(${sql.param([...THEMATIQUES])}::text[])[1 + n % ${THEMATIQUES.length}]], array[(${sql.param([...FACETTES])}::text[])[1 + n % ${FACETTES.length}]], now(), now()
      from (select n, concat_ws(' ', m[1 + n % 40], 'et', m[1 + (n * 7) % 40], 'avec les', m[1 + (n * 13 + n / 40) % 40]) as t
        from generate_series(1, ${combien}::int) n, (select ${sql.param(MOTS)}::text[] as m) x) y`)
  })
}

/**
 * How long the near actions of a hundred drafts take, in milliseconds: half of them, and ninety-five of them; and, beside them, half of the
 * times of the barest reading of the same titles.
 */
export async function chronometrer(db: Db, perimetre: Perimetre): Promise<{ p50: number; p95: number; nue: number }> {
  const nues: number[] = []
  const temps: number[] = []
  for (let rang = 0; rang < 100; rang++) {
    const debut = performance.now()
    const proches = await lecture(
      perimetre,
      (tx) =>
        lireProches(tx, perimetre, {
          titre: `${mot(rang)} ${mot(rang * 3 + 1)} pour les ${mot(rang * 7 + 2)}`,
          thematiques: [THEMATIQUES[rang % THEMATIQUES.length]!],
          types: [],
          facettes: [FACETTES[rang % FACETTES.length]!],
          publics: [],
          ages: [],
          quartiers: [],
          quartiersIds: [],
          debut: null,
          fin: null
        }),
      db
    )
    temps.push(performance.now() - debut)
    const encore = performance.now()
    const { collectiviteId } = perimetre
    await lecture(
      perimetre,
      (tx) =>
        tx.execute(sql`select count(*) from fiches where collectivite_id = ${collectiviteId} and titre like ${`%${mot(rang)}%`}`),
      db
    )
    nues.push(performance.now() - encore)
    if (proches.doublons.length + proches.complements.length === 0) throw new Error('nothing near')
  }
  for (const suite of [temps, nues]) suite.sort((a, b) => a - b)
  return { p50: temps[49]!, p95: temps[94]!, nue: nues[49]! }
}
