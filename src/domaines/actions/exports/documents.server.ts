import { enPdf } from '#platform/documents/pdf.server.ts'
import { enWord } from '#platform/documents/word.server.ts'
import type { AxeDossier, Dossier, FicheDossier } from '#domaines/actions/schema/dossier.ts'
import { composerContrat } from './composer-contrat.ts'
import { composerFicheSeule } from './composer-fiche.ts'

/** The contract as a Word file (.docx): real headings, table of contents, repeated table headers, numbered pages, signature boxes. */
export async function contratEnWord(dossier: Dossier): Promise<Uint8Array> {
  return enWord(composerContrat(dossier))
}

/** The same document as a tagged PDF (PDF/UA-1). */
export async function contratEnPdf(dossier: Dossier): Promise<Uint8Array> {
  return enPdf(composerContrat(dossier))
}

/** One fiche of the contract, or one of its sub-actions, as a Word file; null when the dossier has no fiche of that id. */
export async function ficheEnWord(dossier: Dossier, ficheId: string): Promise<Uint8Array | null> {
  const fiche = trouverFiche(dossier, ficheId)
  return fiche && enWord(composerFicheSeule(fiche, dossier))
}

/** The same fiche as a tagged PDF (PDF/UA-1); null when the dossier has no fiche of that id. */
export async function ficheEnPdf(dossier: Dossier, ficheId: string): Promise<Uint8Array | null> {
  const fiche = trouverFiche(dossier, ficheId)
  return fiche && enPdf(composerFicheSeule(fiche, dossier))
}

function trouverFiche(dossier: Dossier, id: string): FicheDossier | null {
  const parmi = (fiches: FicheDossier[]): FicheDossier[] => fiches.flatMap((f) => [f, ...parmi(f.sousActions)])
  const desAxes = (axes: AxeDossier[]): FicheDossier[] => axes.flatMap((axe) => [...parmi(axe.fiches), ...desAxes(axe.enfants)])
  return [...desAxes(dossier.axes), ...parmi(dossier.horsAxe)].find((fiche) => fiche.id === id) ?? null
}
