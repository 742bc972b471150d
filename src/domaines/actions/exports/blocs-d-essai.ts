import { direNumero, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'

// how the tests of printed documents read their blocks

export const titres = (blocs: Bloc[]) =>
  blocs.flatMap((b) => (b.bloc === 'titre' ? [`${b.niveau} ${direNumero(b.numero)}${b.texte}`] : []))
export const chapitres = ({ blocs }: Imprimable) => titres(blocs).flatMap((t) => (t.startsWith('1 ') ? [t.slice(2)] : []))
export const intertitres = (blocs: Bloc[]) => blocs.flatMap((b) => (b.bloc === 'titre' && !b.auSommaire ? [b.texte] : []))
export const cartes = (blocs: Bloc[]) =>
  new Map(blocs.flatMap((b) => (b.bloc === 'reperes' ? b.entrees.map((e) => [e.nom, e.valeur] as const) : [])))
export const tableaux = (blocs: Bloc[]) => blocs.filter((b) => b.bloc === 'tableau')

/** Blocs that follow a heading, up to the next. */
export function sous(blocs: Bloc[], texte: string): Bloc[] {
  const debut = blocs.findIndex((b) => b.bloc === 'titre' && b.texte === texte)
  const reste = blocs.slice(debut + 1)
  const fin = reste.findIndex((b) => b.bloc === 'titre')
  return debut < 0 ? [] : reste.slice(0, fin < 0 ? undefined : fin)
}
