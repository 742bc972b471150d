import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lecture, type Db } from '../src/platform/db.server.ts'
import { listerContrats } from '../src/domaines/contrats/queries.server.ts'
import { agirAPart } from './a-part.ts'
import { apporter, plusLongueAttente } from './boucle.ts'
import { chrono, importer, memoireDe, s, unLieu, type Noter } from './mesures.ts'
import { unGrandPlan } from './plan.ts'
import type { Coordination } from './portefeuille.ts'

/** A plan of a thousand rows, read, compared and written. */
export async function mesurerLImport(db: Db, noter: Noter): Promise<void> {
  const { perimetre } = await unLieu(db, '93048')
  const plan = await unGrandPlan('Mille', 1000)
  const [, mille] = await chrono(() => importer(db, perimetre, plan))
  noter('import de 1 000 lignes', s(mille), 'lu, comparé et écrit ; moins de 3 s', mille < 3)
}

/** Fifty thousand rows in and out: by the command line, whose memory is watched, and brought to the server, which goes on answering. */
export async function mesurerCinquanteMille(
  db: Db,
  { adresse, slug, pid, cookie }: Coordination,
  { dossier, donnees }: { dossier: string; donnees: string },
  noter: Noter
): Promise<void> {
  // by the command line, in a process of its own whose memory is watched
  const cible = await unLieu(db, '93005')
  const tresGrand = join(dossier, 'cinquante-mille.xlsx')
  await writeFile(tresGrand, await unGrandPlan('Cinquante mille', 50_000))
  const [pic, cinquanteMille] = await chrono(() =>
    agirAPart(['importer', 'plan', tresGrand, '--territoire', '93005'], donnees, 600)
  )
  noter(
    'import de 50 000 lignes',
    `${s(cinquanteMille)}, ${pic.toFixed(0)} Mo au plus`,
    'lu, comparé, écrit en une transaction, dans un tas de 600 Mo ; moins de 900 Mo',
    Number.isNaN(pic) ? null : pic < 900
  )

  // the same file brought to the web server: it is read and compared in a thread, and the server goes on answering
  const repit = await plusLongueAttente(`${adresse}/sante`, () => new Promise((suite) => setTimeout(suite, 3_000)))
  const lecteur = { apercu: '' }
  const octetsDuGrand = await readFile(tresGrand)
  const [attente, lu] = await chrono(() =>
    plusLongueAttente(`${adresse}/sante`, async () => {
      lecteur.apercu = await apporter(`${adresse}/${slug}/actions/importer`, cookie, 'cinquante-mille.xlsx', octetsDuGrand)
    })
  )
  if (!/50.000/u.test(lecteur.apercu)) throw new Error('the preview does not say its rows')
  noter(
    'lecture de 50 000 lignes par le serveur',
    `${s(lu)} pour déposer et voir l’aperçu, ${(await memoireDe(pid)).toFixed(0)} Mo ensuite`,
    'lu deux fois, dans un fil à part',
    null
  )
  noter(
    'plus longue attente des autres pendant ce temps',
    `${attente.toFixed(0)} ms`,
    `${repit.toFixed(0)} ms quand rien ne se lit ; une lecture tient un fil ${s(lu / 2)} ; moins du dixième`,
    attente < (1000 * lu) / 20
  )

  // and fifty thousand actions going out as a spreadsheet, in a process of its own
  const [sien] = await lecture(cible.perimetre, (tx) => listerContrats(tx, cible.perimetre), db)
  const sortie = join(dossier, 'sortie.xlsx')
  const [picSortie, exporte] = await chrono(() => agirAPart(['exporter', 'contrat', sien!.id, '--vers', sortie], donnees, 800))
  noter(
    'export de 50 000 lignes en tableur',
    `${s(exporte)}, ${picSortie.toFixed(0)} Mo au plus`,
    `${((await stat(sortie)).size / 2 ** 20).toFixed(0)} Mo écrits ; dans un tas de 800 Mo ; moins de 1 200 Mo`,
    Number.isNaN(picSortie) ? null : picSortie < 1200
  )
}
