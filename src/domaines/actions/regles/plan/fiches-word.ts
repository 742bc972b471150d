import { cleDeNom } from '#platform/classeur/libre.ts'
import type { Feuille, TableauWord } from '#platform/classeur.ts'
import { trouverLigneDesNoms } from './entete-libre.ts'
import { reconnaitreNom } from './proposer.ts'

const FICHES = 'Fiches du document'
const TITRE = 'Titre de l’action'
const AXE = 'Axe'
const MOT_D_AXE = /^(?:axe|orientation|volet)\s*(?:n\s*[°º]\s*)?\d/iu
/** Longer, a text is a value, not the name of a field. */
const LONGUEUR_D_UN_INTITULE = 80

type Fiche = Map<string, string>

/**
 * The tables of a document as sheets: those that hold a fiche each (« champ | valeur », one or two pairs a row) become the rows of one
 * sheet, in the order of the document; those that have names on top are each a sheet, joined with the one before when it has the same.
 */
export function feuillesDesTableaux(tableaux: readonly TableauWord[]): Feuille[] {
  const fiches: Fiche[] = []
  const autres: Feuille[] = []
  let axe: string | null = null
  for (const tableau of tableaux) {
    axe = tableau.avant.findLast((texte) => MOT_D_AXE.test(texte)) ?? axe
    const fiche = lireFiche(tableau)
    if (fiche) fiches.push(situer(fiche, tableau, axe))
    else poserTableau(autres, tableau)
  }
  return [...(fiches.length > 0 ? [feuilleDesFiches(fiches)] : []), ...autres]
}

/** The fields of a table that is a fiche; null when its left cells are no names of fields. */
function lireFiche({ lignes }: TableauWord): Fiche | null {
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
  const nommees = paires.filter(([nom]) => nom !== null)
  const connues = nommees.filter(([nom]) => estUnIntitule(nom!))
  if (connues.length < 3 || connues.length < nommees.length / 2) return null
  const fiche: Fiche = new Map()
  let dernier = ''
  for (const [nom, valeur] of paires) {
    // a name over several rows says them all
    dernier = nom?.replace(/\s*:\s*$/u, '').replace(/\s+/gu, ' ') ?? dernier
    if (!valeur || !dernier) continue
    const avant = fiche.get(dernier)
    fiche.set(dernier, avant === undefined ? valeur : `${avant}\n${valeur}`)
  }
  return fiche
}

const estUnIntitule = (texte: string | null) =>
  texte !== null && texte.length <= LONGUEUR_D_UN_INTITULE && reconnaitreNom(texte.replace(/\s*:\s*$/u, '')).force > 0

/** A fiche that does not name itself has its title in the band of its table, or just over it; its axis likewise. */
function situer(fiche: Fiche, { lignes, avant }: TableauWord, axe: string | null): Fiche {
  const dit = (role: string) => [...fiche.keys()].some((nom) => reconnaitreNom(nom).role === role)
  const bande = lignes.find((ligne) => ligne[0] != null && ligne.filter((texte) => texte !== null).length === 1)?.[0]
  const titre = bande ?? avant.findLast((texte) => !MOT_D_AXE.test(texte))
  return new Map([
    ...(axe && !dit('axe') ? [[AXE, axe] as const] : []),
    ...(titre && !dit('titre') ? [[TITRE, titre] as const] : []),
    ...fiche
  ])
}

function feuilleDesFiches(fiches: readonly Fiche[]): Feuille {
  const noms = new Map<string, string>()
  for (const fiche of fiches) for (const nom of fiche.keys()) if (!noms.has(cleDeNom(nom))) noms.set(cleDeNom(nom), nom)
  const rangees = fiches.map((fiche) => {
    const parCle = new Map([...fiche].map(([nom, valeur]) => [cleDeNom(nom), valeur]))
    return [...noms.keys()].map((cle) => parCle.get(cle) ?? null)
  })
  return { nom: FICHES, lignes: [[...noms.values()], ...rangees], fusions: [], masquee: false }
}

function poserTableau(feuilles: Feuille[], { lignes, fusions }: TableauWord): void {
  const nom = `Tableau ${feuilles.length + 1}`
  const feuille: Feuille = { nom, lignes: lignes.map((ligne) => [...ligne]), fusions: [...fusions], masquee: false }
  const noms = trouverLigneDesNoms(feuille)
  if (noms === null) return
  const precedente = feuilles.at(-1)
  if (!precedente || JSON.stringify(precedente.lignes[0]) !== JSON.stringify(lignes[0])) {
    feuilles.push(feuille)
    return
  }
  // a table that a page break cut in two
  const decalage = precedente.lignes.length - 1
  precedente.lignes.push(...feuille.lignes.slice(1))
  precedente.fusions.push(...fusions.filter(({ ligne }) => ligne > 0).map((zone) => ({ ...zone, ligne: zone.ligne + decalage })))
}
