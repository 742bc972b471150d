import type { Base } from '#platform/db.server.ts'
import { composerLettre } from '#platform/lettre.server.ts'
import type { Travaux } from '#platform/jobs.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { desinscription, type Redacteur } from '#domaines/partenaires/jobs.server.ts'
import LettreDeNouvelles from './courriels/LettreDeNouvelles.svelte'
import { confierImport } from './imports/confier.server.ts'
import { objetDeDemande } from './libelles/demandes.ts'
import { demandesDe } from './queries/demandes.server.ts'

/** Work of this room: a large import (its file lies under `donnees`), in a thread of its own. */
export const travauxDesActions = ({ db, adresse }: Pick<Base, 'db' | 'adresse'>, donnees: string): Travaux => ({
  import_demande: ({ collectiviteId, id }) =>
    confierImport(db, { adresse, donnees, collectiviteId: String(collectiviteId), id: String(id) })
})

/** Writes the letter that asks somebody news of all her actions at once; none when she answered meanwhile. Its link is minted at sending. */
export const redacteursDesActions = (urlPublique: string): Record<'nouvelles', Redacteur> => ({
  nouvelles: async (db, { id, collectiviteId }) => {
    const recues = await demandesDe(db, { collectiviteId }, id)
    const ouvertes = recues?.demandes.filter(({ reponduLe }) => reponduLe === null) ?? []
    if (!recues || ouvertes.length === 0) return null
    const jeton = await emettreJeton({ db, maintenant: new Date() }, 'nouvelles', id, collectiviteId)
    const lien = `${urlPublique}/nouvelles/${jeton}`
    const titres = ouvertes.map(({ titre }) => titre)
    return {
      ...composerLettre(LettreDeNouvelles, { recues, lien }, objetDeDemande(titres, recues.territoire)),
      ...(recues.coordination ? { repondreA: recues.coordination } : {}),
      entetes: desinscription(lien)
    }
  }
})
