import { jeter, reprendre } from '#platform/depot.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import type { Db } from '#platform/db.server.ts'
import { log } from '#platform/log.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { importerPlan } from '../commands/importer.server.ts'
import { suivreImport } from '../commands/imports.server.ts'
import { direRefusFiche } from '../libelles/refus.ts'
import type { EtatImport } from '../schema/import.ts'
import { lirePlanDuFichier } from './plan.server.ts'

/** Thrown inside the import so that all that it wrote is undone. */
class ArretDemande extends Error {}

/** A sign of life is given at most this often, in milliseconds. */
const CADENCE = 700

/**
 * Does a large import as the member who asked for it: read again, compared again, written in one transaction or not at all. It is
 * done once: one that a stopped process left is not taken up, its page says so. Never throws.
 */
export async function executerImport(db: Db, donnees: string, collectiviteId: string, id: string): Promise<void> {
  const perimetre = perimetreSysteme(collectiviteId)
  const dire = (etat: EtatImport, plus: { fait?: number; total?: number; contratId?: string; message?: string } = {}) =>
    suivreImport({ db, perimetre, acteur: SYSTEME }, { id, etat, ...plus })
  const commence = await suivreImport({ db, perimetre, acteur: SYSTEME }, { id, etat: 'en_cours', commence: true })
  if (!commence.ok) return
  const { demande, demandeur } = commence.valeur
  let dernier = 0
  const avancer = async (fait: number, total: number) => {
    if (Date.now() - dernier < CADENCE) return
    dernier = Date.now()
    const suivi = await dire('en_cours', { fait, total })
    if (suivi.ok && suivi.valeur.arretDemande) throw new ArretDemande()
  }
  try {
    const octets = await reprendre(donnees, perimetre, demande.depot)
    const plan = octets && (await lirePlanDuFichier(octets, demande.nom, demande.appariement))
    if (!plan || typeof plan === 'string') {
      await dire('refuse', { message: plan || 'Le fichier n’est plus là\u00a0: choisissez-le de nouveau.' })
      return
    }
    const { contratId, nouveau, ecraser } = demande
    const fait = await importerPlan({ db, perimetre, acteur: demandeur }, { plan, contratId, nouveau, ecraser, avancer })
    if (fait.ok) {
      await dire('fait', { contratId: fait.valeur.contratId ?? undefined })
      await jeter(donnees, perimetre, demande.depot)
    } else {
      const motifs = plan.refus.map(({ motif }) => motif).join(' ')
      const raison = fait.sorte === 'refus' ? direRefusFiche(fait.raison) : 'Le contrat n’est plus là, ou votre rôle a changé.'
      await dire('refuse', { message: motifs || raison })
    }
  } catch (error) {
    if (!(error instanceof ArretDemande)) log().error({ error, id }, 'a large import failed')
    await dire(error instanceof ArretDemande ? 'arrete' : 'echoue')
  }
}
