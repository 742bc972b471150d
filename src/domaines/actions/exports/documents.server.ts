import type { Imprimable } from '#platform/documents/imprimable.ts'
import { enPdf } from '#platform/documents/pdf.server.ts'
import { enWord } from '#platform/documents/word.server.ts'

export type FormatDeDocument = 'docx' | 'pdf'

/** A composed document as a Word file (real headings, repeated table headers, numbered pages) or as the same in tagged PDF (PDF/UA-1). */
export const imprimer = async (imprimable: Imprimable, format: FormatDeDocument): Promise<Uint8Array> =>
  format === 'docx' ? enWord(imprimable) : enPdf(imprimable)
