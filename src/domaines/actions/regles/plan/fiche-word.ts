import type { TableauWord } from '#platform/classeur.ts'
import { cleDeNom } from '#platform/classeur/libre.ts'
import { reconnaitreNom } from './proposer.ts'

/** What a document says of an action, by the names of its fields as written there. */
export type Fiche = Map<string, string>

export const TITRE = 'Titre de l’action'
export const SOUS_TITRE = 'Titre de la sous-action'

/** Longer, a text is a value, not the name of a field. */
const LONGUEUR_D_UN_INTITULE = 80

export const estUnIntitule = (texte: string | null): boolean =>
  texte !== null && texte.length <= LONGUEUR_D_UN_INTITULE && reconnaitreNom(sansPoints(texte)).force > 0

const sansPoints = (texte: string) => texte.replace(/\s*:\s*$/u, '').replace(/\s+/gu, ' ')

/** A second text of the same field stands under the first. */
export function joindre(fiche: Fiche, nom: string, texte: string): void {
  const avant = fiche.get(nom)
  fiche.set(nom, avant ? `${avant}\n${texte}` : texte)
}

/** The fields of a table that is a fiche, its title under `TITRE` when it says it; null when fewer than `minimum` of its left cells are names of fields. */
export function lireFiche({ lignes }: TableauWord, minimum = 3): Fiche | null {
  if (aDesNomsEnHaut(lignes[0] ?? [])) return null
  const paires = lignes.flatMap((ligne) => {
    const pleines = ligne.filter((texte) => texte !== null)
    if (pleines.length === 1 && ligne[0] !== null) return []
    return ligne.length > 3 && estUnIntitule(ligne[2] ?? null)
      ? [ligne.slice(0, 2), ligne.slice(2, 4)]
      : [
          [
            ligne[0] ?? null,
            ligne
              .slice(1)
              .filter((texte) => texte !== null)
              .join('\n') || null
          ]
        ]
  })
  const nommees = new Set(paires.flatMap(([nom]) => (nom ? [cleDeNom(sansPoints(nom))] : [])))
  const connues = [...nommees].filter(estUnIntitule)
  if (connues.length < minimum || connues.length < nommees.size / 2) return null
  const fiche: Fiche = new Map()
  let dernier = ''
  for (const [nom, valeur] of paires) {
    // a name over several rows says them all
    dernier = nom ? sansPoints(nom) : dernier
    if (valeur && dernier) joindre(fiche, ditLeTitre(dernier) ? TITRE : dernier, valeur)
  }
  return fiche
}

/** « Financeur | Année | Montant »: what stands beside the first name is one too. */
const aDesNomsEnHaut = (ligne: readonly (string | null)[]): boolean => {
  const noms = ligne.filter((texte) => texte !== null)
  return noms.length > 2 && [noms[1], noms[3]].some((nom) => nom !== undefined && estUnIntitule(nom)) && estUnIntitule(noms[0]!)
}

/** A name that means the title; « Types d’action » only has the word. */
function ditLeTitre(nom: string): boolean {
  const { role, force } = reconnaitreNom(nom)
  return role === 'titre' && (force > 1 || /intitul|titre|libell|\bnom d/iu.test(nom))
}
