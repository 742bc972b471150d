import { TextRun, type IRunOptions } from 'docx'

/** A plain text as runs, its line breaks kept. */
export function lignes(texte: string, reste: Omit<IRunOptions, 'text' | 'break' | 'children'> = {}): TextRun[] {
  return texte.split('\n').map((text, i) => new TextRun({ ...reste, text, ...(i > 0 && { break: 1 }) }))
}
