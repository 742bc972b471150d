import type { Provenance, RefusDeProvenance } from '../regles/provenances.ts'
import { ORIGINES, type Origine } from '../schema/provenances.ts'

/** How they came to be known, in a list to choose from. */
export const ORIGINE: Record<Origine, string> = {
  personne: 'Par une personne',
  structure: 'Par une structure',
  seance: 'À une séance',
  bouche_a_oreille: 'Par le bouche à oreille',
  forum: 'À un forum ou un événement',
  demarche: 'Nous sommes allés vers eux',
  internet: 'Par internet',
  presse: 'Par la presse ou une affiche',
  autre: 'Autrement'
}

/** Why it was not noted. */
export const direRefusProvenance = (raison: string, { nom }: { nom?: unknown } = {}): string =>
  ({
    par_manque: 'Dites qui l’a fait connaître.',
    par_soi_meme: 'Personne ne se fait connaître par soi-même\u00a0: choisissez quelqu’un d’autre.',
    provenance_en_boucle: `«\u202f${String(nom)}\u202f» a été connu grâce à elle, de près ou de loin\u00a0: cela tournerait en rond.`
  })[raison as RefusDeProvenance] ?? 'Cela n’est pas possible ici.'

/** « Par une personne : Ana Roy (au forum santé) », its name apart because it is a link. */
export const direOrigine = ({ sorte, precision }: Pick<Provenance, 'sorte' | 'precision'>): string =>
  `${ORIGINE[sorte]}${precision ? ` (${precision})` : ''}`

/** How many came in each way, the most frequent first; the ways that nobody came in are left out. */
export function compterOrigines(lignes: readonly Provenance[]): { sorte: Origine; personnes: number; structures: number }[] {
  return ORIGINES.map((sorte) => {
    const siennes = lignes.filter((ligne) => ligne.sorte === sorte)
    const personnes = siennes.filter(({ genre }) => genre === 'personne').length
    return { sorte, personnes, structures: siennes.length - personnes }
  })
    .filter(({ personnes, structures }) => personnes + structures > 0)
    .toSorted((a, b) => b.personnes + b.structures - a.personnes - a.structures)
}

/** The origins as the history tells them. */
export const ACTES_PROVENANCES: Record<string, string> = {
  'provenance.noter': 'a noté comment un contact s’est fait connaître',
  'provenance.effacer': 'a effacé comment un contact s’est fait connaître'
}
export const OBJETS_PROVENANCES: Record<string, string> = { provenances: 'Comment on s’est connus' }
export const CHAMPS_PROVENANCES: Record<string, string> = {
  'provenances.sorte': 'Origine',
  par_personne_id: 'Amené par',
  par_structure_id: 'Amené par la structure'
}
export const VALEURS_PROVENANCES: Record<string, Record<string, string>> = { 'provenances.sorte': ORIGINE }
