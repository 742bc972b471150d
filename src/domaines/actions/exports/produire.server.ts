import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Imprimable } from '#platform/documents/imprimable.ts'
import { slug } from '#platform/texte.ts'
import { lireTerritoire } from '#domaines/territoires/queries.server.ts'
import { lireAlignement, type AlignementLu } from '../queries/alignement.server.ts'
import { lireAnnexesDuContrat } from '../queries/annexes.server.ts'
import { lireDossier, lireEnTete } from '../queries/dossier.server.ts'
import { lireHabillageImprime } from '../queries/habillage.server.ts'
import { lireFicheImprimee } from '../queries/impression.server.ts'
import { parIntitule } from '../queries/plan.server.ts'
import { lireTableur } from '../queries/tableur.server.ts'
import type { AnnexesDossier } from '../schema/annexes.ts'
import type { Dossier } from '../schema/dossier.ts'
import { HABILLAGE_D_ORIGINE, type HabillageImprime } from '../schema/habillage.ts'
import type { Vue } from '../schema/portefeuille.ts'
import { composerRapportDAlignement } from './composer-alignement.ts'
import { composerContrat } from './composer-contrat.ts'
import { composerFicheSeule } from './composer-fiche.ts'
import { composerResume } from './composer-resume.ts'
import { composerPageDeSignature } from './composer-signatures.ts'
import type { FormatDeDocument } from './documents.server.ts'
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

export const FORMATS_DE_DOCUMENT: readonly FormatDeDocument[] = ['docx', 'pdf']

/** What is printed of a contract without the rest. */
export const EXTRAITS = ['resume', 'signature', 'alignement'] as const
export type Extrait = (typeof EXTRAITS)[number]

// the makers of documents weigh tens of megabytes: they are loaded by the first export, not by every process
const imprimer = async (imprimable: Imprimable, format: FormatDeDocument) =>
  (await import('./documents.server.ts')).imprimer(imprimable, format)

const FABRIQUES: Record<
  Format,
  (
    dossier: Dossier,
    habillage: HabillageImprime,
    alignement: AlignementLu | null,
    annexes: () => Promise<AnnexesDossier>
  ) => Promise<Uint8Array>
> = {
  docx: (dossier, habillage, alignement) => imprimer(composerContrat(dossier, habillage, alignement), 'docx'),
  pdf: (dossier, habillage, alignement) => imprimer(composerContrat(dossier, habillage, alignement), 'pdf'),
  xlsx: async (dossier, _, __, annexes) => {
    const [{ ecrireClasseur }, { classeurDuDossier }] = await Promise.all([
      import('#platform/classeur.server.ts'),
      import('./classeur.server.ts')
    ])
    return ecrireClasseur(classeurDuDossier(parIntitule(dossier), await annexes()))
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
  const [dossier, habillage] = await Promise.all([
    lireDossier(db, perimetre, contratId, jour),
    // data wears nothing
    FORMATS_DE_DOCUMENT.some((imprime) => imprime === format) ? lireHabillageImprime(db, perimetre) : HABILLAGE_D_ORIGINE
  ])
  if (!dossier) return null
  const alignement = habillage.ecartes.includes('alignement') ? null : await lireAlignement(db, perimetre, contratId)
  return {
    nom: `${slug(`${dossier.territoire.slug} ${dossier.contrat.intitule}`)}.${format}`,
    octets: await FABRIQUES[format](dossier, habillage, alignement, () => lireAnnexesDuContrat(db, perimetre, contratId))
  }
}

/** The summary, the signature page or the report of alignment of a contract as a document; null when the contract is not of this territory. */
export async function produireExtrait(
  db: Tx,
  perimetre: Perimetre,
  contratId: string,
  extrait: Extrait,
  format: FormatDeDocument,
  jour: string
): Promise<Fichier | null> {
  const habillage = await lireHabillageImprime(db, perimetre)
  if (extrait === 'resume') {
    const dossier = await lireDossier(db, perimetre, contratId, jour)
    return dossier && nommer(dossier, extrait, format, composerResume(dossier, habillage))
  }
  const enTete = await lireEnTete(db, perimetre, contratId, jour)
  if (!enTete) return null
  if (extrait === 'signature') return nommer(enTete, extrait, format, composerPageDeSignature(enTete, habillage))
  const alignement = await lireAlignement(db, perimetre, contratId)
  return alignement && nommer(enTete, extrait, format, composerRapportDAlignement(enTete, alignement, habillage))
}

const nommer = async (
  { territoire, contrat }: Pick<Dossier, 'territoire' | 'contrat'>,
  extrait: Extrait,
  format: FormatDeDocument,
  imprimable: Imprimable
): Promise<Fichier> => ({
  nom: `${slug(`${extrait} ${territoire.slug} ${contrat.intitule}`)}.${format}`,
  octets: await imprimer(imprimable, format)
})

/** One fiche of a contract as a document; null when it is not there. */
export async function produireFiche(
  db: Tx,
  perimetre: Perimetre,
  ficheId: string,
  format: FormatDeDocument,
  jour: string
): Promise<Fichier | null> {
  const [lue, habillage] = await Promise.all([
    lireFicheImprimee(db, perimetre, ficheId, jour),
    lireHabillageImprime(db, perimetre)
  ])
  return lue
    ? {
        nom: `${slug(`${lue.cadre.territoire.slug} fiche action`)}.${format}`,
        octets: await imprimer(composerFicheSeule(lue.fiche, lue.cadre, habillage), format)
      }
    : null
}

/**
 * The fiches of a view of the portfolio as one spreadsheet, all of them: those of the contract in one sheet, those outside in
 * another; imported again, both come back; null where there is neither contract nor action.
 */
export async function produireTableur(db: Tx, perimetre: Perimetre, vue: Vue, jour: string): Promise<Fichier | null> {
  const lu = await lireTableur(db, perimetre, vue, jour)
  if (!lu) return null
  const { dossier, hors } = lu
  const dehors = hors.map(({ id }) => id)
  const [{ ecrireClasseur }, { classeurDuDossier }, annexes, territoire] = await Promise.all([
    import('#platform/classeur.server.ts'),
    import('./classeur.server.ts'),
    lireAnnexesDuContrat(db, perimetre, dossier?.contrat.id ?? null, dehors),
    dossier?.territoire ?? lireTerritoire(db, perimetre)
  ])
  return {
    nom: `${slug(`${territoire.slug} actions`)}.xlsx`,
    octets: await ecrireClasseur(classeurDuDossier(dossier, annexes, hors))
  }
}
