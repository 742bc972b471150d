import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { join } from 'node:path'
import { couleursDe } from './couleurs.ts'
import { direNumero, logerImage, PLACE_DU_LOGO, tientEnsemble, type Bloc, type Imprimable, type Logo } from './imprimable.ts'
import { MODELE } from './pdf/modele.ts'
import { lirePolices } from './polices.server.ts'
import { toutImprimer } from './proprete.ts'

let atelier: NodeCompiler | null = null

// one compiler for the process: it keeps the fonts parsed
function compilateur(): NodeCompiler {
  if (!atelier) {
    const polices = lirePolices()
    atelier = NodeCompiler.create({
      workspace: polices.dossier,
      fontArgs: [{ fontBlobs: [polices.normale, polices.italique, polices.grasse] }]
    })
  }
  return atelier
}

/**
 * The document as a tagged PDF/UA-1 file, A4, fonts embedded, with bookmarks, numbered pages and its table of contents.
 * A sign that no embedded font can draw (an emoji) is replaced by « □ ». Throws when Typst refuses the document, which for a well-formed
 * `Imprimable` means a skipped level of heading.
 */
export function enPdf({ logo, ...imprimable }: Imprimable): Uint8Array {
  const propre = toutImprimer(imprimable)
  const donnees = {
    ...propre,
    entete: propre.ouverture.pleinePage ? propre.titre : '',
    mention: propre.mention ?? '',
    logo: logo && { ...loger(logo, propre.ouverture.pleinePage), alternatif: toutImprimer(logo.alternatif) },
    blocs: propre.blocs.map(pourTypst)
  }
  const inputs = { couleurs: JSON.stringify(couleursDe(propre.teinte)), logo: logo ? NOM_DU_LOGO[logo.genre] : '' }
  if (!logo) return composer(JSON.stringify(donnees), inputs, 3)
  // one document at a time goes through the compiler, which answers before anything else runs
  const chemin = join(lirePolices().dossier, inputs.logo)
  compilateur().mapShadow(chemin, Buffer.from(logo.octets))
  try {
    return composer(JSON.stringify(donnees), inputs, 3)
  } finally {
    compilateur().unmapShadow(chemin)
  }
}

/** Names of a file that is only in the compiler's memory. */
const NOM_DU_LOGO = { png: 'logo.png', jpeg: 'logo.jpg' } as const

const loger = (logo: Logo, pleinePage: boolean) => logerImage(logo, PLACE_DU_LOGO[pleinePage ? 'couverture' : 'entete'])

/** Signs of a document past which nothing of its layout is kept: of several in a row, each would add a hundred megabytes. */
const LONG = 300_000

function composer(json: string, inputs: Record<string, string>, essais: number): Uint8Array {
  const typst = compilateur()
  const resultat = typst.compile({ mainFileContent: MODELE, inputs: { ...inputs, imprimable: json } })
  if (!resultat.result) {
    const diagnostic = resultat.takeDiagnostics()
    throw new Error(`Typst refuse le document : ${JSON.stringify(diagnostic && typst.fetchDiagnostics(diagnostic))}`)
  }
  try {
    return new Uint8Array(typst.pdf(resultat.result, { pdfStandard: 'ua-1' }))
  } catch (erreur) {
    const lisible = essais > 0 ? sansSignesImpossibles(json, String(erreur)) : json
    if (lisible === json) throw erreur
    return composer(lisible, inputs, essais - 1)
  } finally {
    // Typst remembers every layout it made; without this a server that prints all day only grows
    typst.evictCache(json.length > LONG ? 0 : 10)
  }
}

// PDF/UA refuses a text that would show as an empty box; the compiler names it, escaped as Rust prints strings
function sansSignesImpossibles(json: string, erreur: string): string {
  const signes = new Set<string>()
  for (const [, texte = ''] of erreur.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/gsu)) {
    const clair = texte.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    for (const signe of clair) if (signe.codePointAt(0)! > 0x24f) signes.add(signe)
  }
  return [...json].map((signe) => (!signes.has(signe) ? signe : /\p{M}|\p{Cf}/u.test(signe) ? '' : '□')).join('')
}

function pourTypst(bloc: Bloc): unknown {
  if (bloc.bloc === 'titre') return { ...bloc, numero: direNumero(bloc.numero) }
  if (bloc.bloc !== 'tableau') return bloc
  const ligne = (cellules: string[]) => ({ cellules, ensemble: tientEnsemble(cellules) })
  return { ...bloc, lignes: bloc.lignes.map(ligne), total: bloc.total && ligne(bloc.total) }
}

/** Whether an image can be printed: its bytes are read whole, as the documents that bear it will. */
export function sImprime(logo: Logo): boolean {
  const ouverture = { pleinePage: false, surtitre: '', titre: '', sousTitre: null, ligne: null, reperes: [], parties: [] }
  const essai = { titre: 'Essai', auteur: '', pied: '', mention: null, teinte: 'petrole' as const, sommaire: false, blocs: [] }
  try {
    enPdf({ ...essai, logo, ouverture })
    return true
  } catch {
    return false
  }
}
