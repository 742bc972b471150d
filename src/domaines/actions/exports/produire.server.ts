import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { slug } from '#platform/texte.ts'
import { lireDossier } from '../queries/dossier.server.ts'
import { parIntitule } from '../queries/plan.server.ts'
import type { Dossier } from '../schema/dossier.ts'
import { contratEnJson } from './json.ts'

export const FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const TYPES_DE_FICHIER: Record<Format, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8'
}

export type Fichier = { nom: string; octets: Uint8Array }

// the makers of documents weigh tens of megabytes: they are loaded by the first export, not by every process
const documents = () => import('./documents.server.ts')

const FABRIQUES: Record<Format, (dossier: Dossier) => Promise<Uint8Array>> = {
  docx: async (dossier) => (await documents()).contratEnWord(dossier),
  pdf: async (dossier) => (await documents()).contratEnPdf(dossier),
  xlsx: async (dossier) => {
    const [{ ecrireClasseur }, { classeurDuDossier }] = await Promise.all([
      import('#platform/classeur.server.ts'),
      import('./classeur.server.ts')
    ])
    return ecrireClasseur(classeurDuDossier(parIntitule(dossier)))
  },
  json: async (dossier) => new TextEncoder().encode(contratEnJson(dossier))
}

/** A contract as a file, with a name for it; null when it is not of this territory. */
export async function produireContrat(
  db: Tx,
  perimetre: Perimetre,
  contratId: string,
  format: Format,
  jour: string
): Promise<Fichier | null> {
  const dossier = await lireDossier(db, perimetre, contratId, jour)
  return dossier
    ? {
        nom: `${slug(`${dossier.territoire.slug} ${dossier.contrat.intitule}`)}.${format}`,
        octets: await FABRIQUES[format](dossier)
      }
    : null
}

/** One fiche of a contract as a document; null when it is not there. */
export async function produireFiche(
  db: Tx,
  perimetre: Perimetre,
  contratId: string,
  ficheId: string,
  format: 'docx' | 'pdf',
  jour: string
): Promise<Fichier | null> {
  const dossier = await lireDossier(db, perimetre, contratId, jour)
  const { ficheEnWord, ficheEnPdf } = await documents()
  const octets = dossier && (await (format === 'docx' ? ficheEnWord : ficheEnPdf)(dossier, ficheId))
  return octets ? { nom: `${slug(`${dossier.territoire.slug} fiche action`)}.${format}`, octets } : null
}
