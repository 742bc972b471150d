import type { Cell, Workbook } from 'hucre'
import type { Signe } from '#platform/classeur.ts'
import { lireEntreeNommee } from './archive.server.ts'

/** Hidden sheets and rows of an .ods, by name of sheet: the reader of cells does not say them. */
export type Caches = Map<string, { masquee: boolean; lignes: number }>

/** Cells that are said one by one; past this, a file full of dead formulas would say nothing else. */
const FORMULES_DITES = 50

/** Error values of a spreadsheet carry nothing; a formula without a result neither. */
export const sansValeur = (cellule: Cell | undefined): boolean =>
  cellule !== undefined &&
  ((cellule.type as string) === 'error' ||
    (cellule.formula !== undefined && (cellule.value === null || cellule.value === '' || estUneErreur(cellule.value))))

const estUneErreur = (valeur: unknown) =>
  typeof valeur === 'string' && /^#(?:REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!)$/.test(valeur)

/** What a workbook holds beside its cells. `noms` are the entries of its archive. */
export function signesDe(lu: Workbook, noms: ReadonlySet<string>, cachesOds: Caches | null): Signe[] {
  const signes: Signe[] = []
  const commence = (debut: string) => [...noms].some((nom) => nom.startsWith(debut) && nom !== debut)
  if (noms.has('xl/vbaProject.bin') || commence('Basic/') || commence('Scripts/')) signes.push({ sorte: 'macros' })
  if (commence('xl/externalLinks/')) signes.push({ sorte: 'liens_externes' })
  for (const feuille of lu.sheets) {
    const formules = [...(feuille.cells ?? [])].filter(([, une]) => une.formula !== undefined || sansValeur(une))
    const vides = formules.filter(([, une]) => sansValeur(une))
    if (formules.length > vides.length)
      signes.push({ sorte: 'formules', feuille: feuille.name, nombre: formules.length - vides.length })
    for (const [lieu] of vides.slice(0, FORMULES_DITES)) {
      const [ligne, colonne] = lieu.split(',').map(Number) as [number, number]
      signes.push({ sorte: 'formule_sans_valeur', feuille: feuille.name, ligne, colonne })
    }
    const dites = [...(feuille.rowDefs ?? [])].filter(
      ([rang, { hidden }]) => hidden && feuille.rows[rang]?.some((v) => v !== null)
    )
    const masquees = dites.length + (cachesOds?.get(feuille.name)?.lignes ?? 0)
    if (masquees > 0) signes.push({ sorte: 'lignes_masquees', feuille: feuille.name, nombre: masquees })
  }
  return signes
}

/** Reads from the content of an .ods which sheets and rows its owner hid. */
export function caches(octets: Uint8Array): Caches {
  const xml = new TextDecoder().decode(lireEntreeNommee(octets, 'content.xml') ?? new Uint8Array())
  const styles = new Set(
    [...xml.matchAll(/<style:style [^>]*?style:name="([^"]+)"[^>]*?style:family="table"[^>]*>\s*<style:table-properties [^>]*>/g)]
      .filter(([balise]) => balise.includes('table:display="false"'))
      .map(([, nom]) => nom!)
  )
  const trouves: Caches = new Map()
  for (const [bloc, attributs] of xml.matchAll(/<table:table ([^>]*)>.*?<\/table:table>/gs)) {
    const nom = /table:name="([^"]*)"/.exec(attributs!)?.[1] ?? ''
    const rangees = [...bloc.matchAll(/<table:table-row [^>]*table:visibility="(?:collapse|filter)"[^>]*>/g)]
    const lignes = rangees.reduce((total, [balise]) => total + Number(/rows-repeated="(\d+)"/.exec(balise)?.[1] ?? 1), 0)
    const masquee = styles.has(/table:style-name="([^"]*)"/.exec(attributs!)?.[1] ?? '')
    trouves.set(deplier(nom), { masquee, lignes: lignes > 10_000 ? 0 : lignes })
  }
  return trouves
}

const ENTITES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const deplier = (texte: string) => texte.replace(/&(amp|lt|gt|quot|apos);/g, (_, nom: string) => ENTITES[nom]!)
