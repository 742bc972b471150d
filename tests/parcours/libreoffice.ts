import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A file as LibreOffice writes it in another format, with a profile of its own: nobody's settings, and no wait for an open window. */
export async function convertir(libreOffice: string, octets: Uint8Array, de: string, vers: string): Promise<Buffer> {
  const dossier = await mkdtemp(join(tmpdir(), 'tisserand-libreoffice-'))
  try {
    const [profil, depart] = [pathToFileURL(join(dossier, 'profil')).href, join(dossier, `fichier.${de}`)]
    await writeFile(depart, octets)
    const { stderr } = await promisify(execFile)(
      libreOffice,
      [`-env:UserInstallation=${profil}`, '--headless', '--convert-to', vers, '--outdir', dossier, depart],
      { timeout: 50_000 }
    )
    return await readFile(join(dossier, `fichier.${vers}`)).catch(() => {
      throw new Error(`LibreOffice n’a pas ouvert le document : ${stderr}`)
    })
  } finally {
    await rm(dossier, { recursive: true, force: true })
  }
}

/** A Word file as LibreOffice prints it. */
export const imprimer = (libreOffice: string, word: Buffer): Promise<Buffer> => convertir(libreOffice, word, 'docx', 'pdf')

type Morceau = { str: string; width: number; height: number; transform: number[] }

/** One piece of text is drawn over another: they share a width, and less than 70 % of a line parts them. */
function recouvre(haut: Morceau, bas: Morceau): boolean {
  const ecart = haut.transform[5]! - bas.transform[5]!
  const [aGauche, bGauche] = [haut.transform[4]!, bas.transform[4]!]
  return (
    ecart > 1 &&
    ecart < 0.7 * Math.min(haut.height, bas.height) &&
    aGauche < bGauche + bas.width &&
    bGauche < aGauche + haut.width
  )
}

/** The text of a printed document, its number of pages, and the lines that cover each other. */
export async function relire(pdf: Buffer): Promise<{ pages: number; texte: string; recouvertes: string[] }> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  let texte = ''
  const recouvertes: string[] = []
  for (let numero = 1; numero <= document.numPages; numero++) {
    const { items } = await (await document.getPage(numero)).getTextContent()
    const morceaux = items.filter((item) => 'str' in item)
    texte += `${morceaux.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join('')} `
    const dits = morceaux.filter(({ str }) => str.trim())
    for (const haut of dits)
      for (const bas of dits) if (recouvre(haut, bas)) recouvertes.push(`page ${numero} : « ${haut.str} » et « ${bas.str} »`)
  }
  return { pages: document.numPages, texte: texte.replaceAll(/\s+/g, ' '), recouvertes }
}
