import type { Echec } from '#platform/commande.server.ts'
import type { Acte } from '../../../../session.server.ts'

/** These pages ask for names: what is said of an id or of a name in the directory is said beside its field. */
const CHAMPS: Record<string, string> = {
  structureId: 'structure',
  nom: 'structure',
  personneId: 'personne',
  'noms.0': 'personne'
}
const auChamp = (echec: Echec<string>): Echec<string> => {
  if (echec.sorte === 'refus') return { ...echec, champ: CHAMPS[echec.champ ?? ''] ?? echec.champ }
  if (echec.sorte !== 'saisie') return echec
  return {
    ...echec,
    champs: Object.fromEntries(Object.entries(echec.champs).map(([champ, dits]) => [CHAMPS[champ] ?? champ, dits]))
  }
}

/** The same act, whose refusals are said beside the names of the form. */
export const parLesNoms =
  (acte: Acte): Acte =>
  async (appel, saisie) => {
    const fait = await acte(appel, saisie)
    return fait.ok ? fait : auChamp(fait)
  }
