import { jourDe } from '../src/platform/dates.ts'
import { lecture, type Db } from '../src/platform/db.server.ts'
import { produireContrat } from '../src/domaines/actions/exports/produire.server.ts'
import { chrono, importer, s, unLieu, type Noter } from './mesures.ts'
import { unGrandPlan } from './plan.ts'

const PARAGRAPHE =
  'Un paragraphe de description, comme on en écrit pour dire à quel besoin répond une action et comment elle se déroule. '

/** A contract of forty pages, as Word and as PDF. */
export async function mesurerLeContrat(db: Db, noter: Noter): Promise<void> {
  const { perimetre } = await unLieu(db, '93010')
  const contratId = await importer(db, perimetre, await unGrandPlan('Quarante pages', 40, PARAGRAPHE.repeat(9)))
  for (const format of ['docx', 'pdf'] as const) {
    const produire = () => lecture(perimetre, (tx) => produireContrat(tx, perimetre, contratId, format, jourDe(new Date())), db)
    await produire()
    const [fichier, temps] = await chrono(produire)
    noter(
      `contrat de 40 fiches en ${format === 'docx' ? 'Word' : 'PDF'}`,
      `${s(temps)}, ${(fichier!.octets.length / 1024).toFixed(0)} Ko`,
      'moins de 1,5 s',
      temps < 1.5
    )
  }
}
