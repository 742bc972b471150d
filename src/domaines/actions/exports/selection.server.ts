import { base } from '#platform/db.server.ts'
import { executerDansUnFil } from '#platform/fil.server.ts'
import type { Confiee, Ici as La } from '#platform/taches.server.ts'
import { lireHabillageImprime } from '../queries/habillage.server.ts'
import { lireChoisies, type Choix } from '../queries/impression.server.ts'
import { FICHES_PAR_DOCUMENT } from '../schema/portefeuille.ts'
import { composerSelection } from './composer-selection.ts'
import type { FormatDeDocument } from './documents.server.ts'

/** Chosen fiches that stand in one document, where its first one stands among all, and what it is written as. */
export type Part = Choix & { depuis: number; jour: string; format: FormatDeDocument }

/** Up to here a document is written where it is asked; a longer one in a thread, so that the pages of the others go on. */
const FICHES_ICI = 40

/** Whose fiches are written, and how they are read. */
export type Ici = Omit<La, 'db'>

/** The documents that a choice makes, two hundred fiches in each. */
export const partager = ({ lignes, total }: Choix, jour: string, format: FormatDeDocument): Part[] =>
  Array.from({ length: Math.ceil(lignes.length / FICHES_PAR_DOCUMENT) }, (_, rang) => {
    const debut = rang * FICHES_PAR_DOCUMENT
    return { lignes: lignes.slice(debut, debut + FICHES_PAR_DOCUMENT), total, depuis: debut + 1, jour, format }
  })

/** One document, read then written. */
export async function imprimerPart({ lire }: Pick<La, 'lire'>, part: Part): Promise<Uint8Array> {
  const { lu } = await lire(async (db, perimetre) => ({
    lu: await Promise.all([lireChoisies(db, perimetre, part), lireHabillageImprime(db, perimetre)])
  }))
  return (await import('./documents.server.ts')).imprimer(composerSelection(...lu), part.format)
}

/** The same, in a thread when it is long; what it took of memory goes with the thread. `arret` ends it. Throws FilRompu. */
export async function produirePart({ perimetre, lire }: Ici, part: Part, arret?: AbortSignal): Promise<Uint8Array> {
  if (part.lignes.length <= FICHES_ICI) return imprimerPart({ lire }, part)
  const { adresse } = base()
  const confiee: Confiee = { adresse, collectiviteId: perimetre.collectiviteId, tache: 'imprimer', demandes: [part] }
  return executerDansUnFil<Uint8Array>('#domaines/actions/exports/fil.server.ts', confiee, arret && { arret })
}

/** The documents one after the other, each under its name: never two in memory. */
export async function* produireParts(
  ici: Ici,
  parts: readonly Part[],
  arret: AbortSignal
): AsyncGenerator<{ nom: string; octets: Uint8Array }> {
  const chiffres = (rang: number) => String(rang).padStart(4, '0')
  for (const part of parts) {
    if (arret.aborted) return
    const [premiere, derniere] = [part.depuis, part.depuis + part.lignes.length - 1]
    const nom = `fiches-actions-${chiffres(premiere)}-a-${chiffres(derniere)}.${part.format}`
    yield { nom, octets: await produirePart(ici, part, arret) }
  }
}
