import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lettresDues } from '../regles/contacts.ts'
import type { LettreApresRencontres } from '../schema/rencontres.ts'
import { lireRencontres, nommerSeance } from './rencontres.server.ts'

/** What is to be written now to who took part in express meetings; null when nobody who said yes as she did is left. Two statements. */
export async function lireLettreDeContacts(
  db: Tx,
  perimetre: Pick<Perimetre, 'collectiviteId'>,
  { seanceId, personneId, structureId }: { seanceId: string; personneId: string | null; structureId: string | null }
): Promise<LettreApresRencontres | null> {
  const seance = await nommerSeance(db, perimetre, seanceId)
  if (!seance) return null
  const { inscrits, paires } = await lireRencontres(db, perimetre, seanceId)
  const sienne = lettresDues(paires, inscrits, []).aEcrire.find(({ a }) =>
    personneId ? a.personneId === personneId : a.personneId === null && a.structureId === structureId
  )
  if (!sienne) return null
  return {
    ...seance,
    nom: sienne.a.nom,
    contacts: sienne.contacts,
    promesses: sienne.promesses.map(({ avec, texte }) => ({ avec: avec.nom, texte }))
  }
}
