import { describe, expect, test } from 'vitest'
import { texteEnBlocs } from './texte-en-blocs.ts'

describe('texteEnBlocs', () => {
  test('une ligne vide sépare deux paragraphes, un retour simple reste une ligne', () => {
    expect(texteEnBlocs('Un\ndeux\n\ntrois')).toEqual([
      { bloc: 'paragraphe', texte: 'Un\ndeux' },
      { bloc: 'paragraphe', texte: 'trois' }
    ])
  })

  test('des lignes à tiret ou à puce deviennent une liste, même collées de Word', () => {
    const [avant, liste, apres] = texteEnBlocs('Nous :\n- écoutons ;\n\uf0b7 agissons.\nFin')
    expect(avant).toEqual({ bloc: 'paragraphe', texte: 'Nous :' })
    expect(liste).toMatchObject({ bloc: 'liste', elements: [{ texte: 'écoutons ;' }, { texte: 'agissons.' }] })
    expect(apres).toEqual({ bloc: 'paragraphe', texte: 'Fin' })
  })

  test('un nombre négatif ou un mot composé n’est pas une puce', () => {
    expect(texteEnBlocs('-5 degrés\n*important*')).toEqual([{ bloc: 'paragraphe', texte: '-5 degrés\n*important*' }])
  })

  test('un texte sans mot ne fait aucun bloc', () => {
    expect(texteEnBlocs(null)).toEqual([])
    expect(texteEnBlocs(' \n\n ')).toEqual([])
  })
})
