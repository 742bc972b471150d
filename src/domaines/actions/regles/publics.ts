import { enumerer, normaliser } from '#platform/texte.ts'
import { FACETTE } from '../libelles.ts'
import { FACETTES, type Facette } from '../schema/mots.ts'

/** Whom an action is for: the words of the list, then those that people wrote and that say something else. */
export function direPublics({ facettes, publics }: { facettes: readonly Facette[]; publics: readonly string[] }): string {
  const dits = facettes.map((facette) => FACETTE[facette])
  const connus = new Set(dits.map(normaliser))
  return [...dits, ...publics.filter((nom) => !connus.has(normaliser(nom)))].join(', ')
}

type Comptes = readonly { facette: Facette | null; vivantes: number }[]

/** The publics of the list that no living action is for; an action for all the inhabitants is for none of them in particular. */
export function publicsOublies(lignes: Comptes): Facette[] {
  const servis = new Set(lignes.filter(({ vivantes }) => vivantes > 0).map(({ facette }) => facette))
  return FACETTES.filter((facette) => facette !== 'tous' && !servis.has(facette))
}

/** What the page says at first sight: whom no action is for; an empty cell is the information. */
export function titreDesPublics(lignes: Comptes): string {
  if (!lignes.some(({ facette }) => facette !== null)) return 'Aucune action ne dit encore à qui elle s’adresse'
  const oublies = publicsOublies(lignes)
  if (oublies.length === 0) return 'Chaque public a ses actions'
  if (oublies.length <= 3)
    return `Aucune action à mener pour\u00a0: ${enumerer(oublies.map((facette) => FACETTE[facette].toLowerCase()))}`
  return `${oublies.length} publics sur ${FACETTES.length - 1} n’ont aucune action à mener`
}
