import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { SYSTEME } from '#platform/acteur.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'
import { annulerGeste } from './annuler.server.ts'
import { reunirPersonnes, reunirStructures } from './reunir.server.ts'

const essai = baseDeTest()

const DEUX = {
  structures: [reunirStructures, uneStructure],
  personnes: [reunirPersonnes, unePersonne]
} as const

test.each(
  (['structures', 'personnes'] as const).flatMap((sorte) =>
    (
      [
        ['tous', 'aucun', 'aucun'],
        ['aucun', 'tous', 'aucun'],
        ['lecture', 'aucun', 'aucun'],
        ['tous', 'lecture', 'lecture'],
        ['lecture', 'tous', 'lecture']
      ] as const
    ).map((choix) => [sorte, ...choix] as const)
  )
)('une réunion garde le refus de recevoir de l’une ou de l’autre (%s : %s et %s)', (sorte, celleQuiReste, celleQuiPart, garde) =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const [reunir, inscrire] = DEUX[sorte]
    const [reste, part] = [await inscrire(scene, 'Lou Grand'), await inscrire(scene, 'Lou Petit')]
    const regler = async (id: string, courriels: Courriels, jour: string) => {
      const elle = sorte === 'personnes' ? { personneId: id, structureId: null } : { personneId: null, structureId: id }
      const quand = { ...scene, acteur: SYSTEME, maintenant: new Date(jour) }
      if (courriels !== 'tous') reussi(await reglerCourriels(quand, { ...elle, courriels }))
    }
    await regler(reste, celleQuiReste, '2026-10-01T10:00:00Z')
    await regler(part, celleQuiPart, '2026-11-01T10:00:00Z')
    const lues = () =>
      db.execute(sql`select courriels, courriels_le is not null as dite from ${sql.identifier(sorte)} order by id = ${part}`)
    const avant = await lues()
    const { geste } = reussi(await reunir(scene, { unId: reste, autreId: part, garde: 'un' }))
    expect((await lues())[0]).toEqual({ courriels: garde, dite: true })
    reussi(await annulerGeste(scene, { geste: geste! }))
    expect(await lues()).toEqual(avant)
  })
)
