import type { Bloc, Element } from './imprimable.ts'

const PUCE = /^\s*[-–—•·▪◦‣*➢\uf0b7\uf0a7\uf0d8]\s+(?=\S)/u

/**
 * A long plain text as blocks: an empty line parts paragraphs, lines that begin with a dash or a bullet make a list, other lines keep
 * their breaks. No block for a text without a word.
 */
export function texteEnBlocs(texte: string | null): Bloc[] {
  const blocs: Bloc[] = []
  let lignes: string[] = []
  let elements: Element[] = []
  const poserLignes = () => {
    if (lignes.length) blocs.push({ bloc: 'paragraphe', texte: lignes.join('\n') })
    lignes = []
  }
  const poserListe = () => {
    if (elements.length) blocs.push({ bloc: 'liste', elements })
    elements = []
  }
  for (const ligne of (texte ?? '').split(/\r\n?|\n/)) {
    if (PUCE.test(ligne)) {
      poserLignes()
      elements.push({ nom: null, texte: ligne.replace(PUCE, '').trim(), note: null, enfants: [] })
    } else {
      poserListe()
      if (ligne.trim()) lignes.push(ligne.trim())
      else poserLignes()
    }
  }
  poserLignes()
  poserListe()
  return blocs
}
