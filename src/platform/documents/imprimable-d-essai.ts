import type { Bloc, Imprimable } from './imprimable.ts'

/** A document of the blocks given, for the tests of the two renderers. */
export function imprimableDEssai(blocs: Bloc[], reste: Partial<Imprimable> = {}): Imprimable {
  return {
    titre: 'Un document d’essai',
    auteur: 'Ville de Fontclaire',
    pied: 'Fontclaire',
    mention: null,
    teinte: 'petrole',
    logo: null,
    ouverture: {
      pleinePage: false,
      surtitre: 'Fontclaire',
      titre: 'Essai',
      sousTitre: null,
      ligne: null,
      reperes: [],
      parties: []
    },
    sommaire: false,
    blocs,
    ...reste
  }
}

/** Texts that would be commands to Typst, to XML or to Word's fields if anything read them as such. */
export const HOSTILES = [
  '#let x = 1; #x',
  '#import "@preview/cetz:0.3.1"',
  '#read("/etc/passwd")',
  '$ sum_(i=0)^n $',
  '@renvoi et <etiquette>',
  '\\u{1F4A5} \\ \\n',
  '*gras* _italique_ `code`',
  '[crochets] {accolades} (parenthèses)',
  '= Faux titre',
  '"guillemets" \'simples\' // commentaire /* bloc */',
  '</w:t></w:r> & <script>alert(1)</script> ]]>',
  '%1 {PAGE} ${jeton}'
]
