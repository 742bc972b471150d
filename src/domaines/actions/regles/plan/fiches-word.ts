import { cleDeNom } from '#platform/classeur/libre.ts'
import type { Feuille, TableauWord } from '#platform/classeur.ts'
import { trouverLigneDesNoms } from './entete-libre.ts'
import { estUneSection, lireTitre, sembleUnTitre, type TitreLu } from './intitules-word.ts'
import { estUnIntitule, joindre, lireFiche, SOUS_TITRE, TITRE, type Fiche } from './fiche-word.ts'
import { reconnaitreNom } from './proposer.ts'
import { completer } from './sections-word.ts'

const FICHES = 'Fiches du document'
const AXE = 'Axe'
const MOT_D_AXE = /^(?:axe|orientation|volet)\s*(?:n\s*[°º]\s*)?\d/iu

/**
 * The tables of a document as sheets: those that hold a fiche each (« champ | valeur », one or two pairs a row) become the rows of one
 * sheet, in the order of the document, completed with the sections that follow them until the next title; those that have names on top
 * are each a sheet, joined with the one before when it has the same. The title of a fiche is the one that its table says, else the one
 * just over it; without any it is left empty, so that nothing else is taken for it.
 */
export function feuillesDesTableaux(lus: readonly TableauWord[]): Feuille[] {
  const tableaux = sansBandeaux(lus)
  const fiches: Fiche[] = []
  const autres: Feuille[] = []
  const enTitres = tableaux.some(({ avant, titres }) => titres.some((rang) => lireTitre(avant[rang]!) !== null))
  let [axe, dessus]: (string | null)[] = [null, null]
  let courante: Fiche | null = null
  let section: string | null = null

  const ouvrir = (titre: TitreLu | null, champs: Fiche): Fiche => {
    if (titre && !titre.sous) dessus = titre.texte
    const sous = titre?.sous && dessus !== null
    const lieu: [string, string][] =
      axe && ![...champs.keys()].some((nom) => reconnaitreNom(nom).role === 'axe') ? [[AXE, axe]] : []
    section = null
    return new Map([
      ...lieu,
      [TITRE, (sous ? dessus : titre?.texte) ?? champs.get(TITRE) ?? ''],
      ...(sous ? [[SOUS_TITRE, titre.texte] as const] : []),
      ...[...champs].filter(([nom]) => nom !== TITRE)
    ])
  }

  for (const tableau of tableaux) {
    const { avant, titres } = tableau
    // under a heading that says a fiche, the shortest table is its card
    const dite = enTitres && titres.includes(avant.length - 1) && lireTitre(avant.at(-1)!) !== null
    const lue = lireFiche(tableau, dite ? 1 : 3)
    const propre = lue && (lue.get(TITRE) ?? bandeDe(tableau))
    const explicite = avant.findLastIndex((texte, ici) => lireTitre(texte) !== null && (!enTitres || titres.includes(ici)))
    const rang = !lue || propre ? -1 : explicite >= 0 ? explicite : sembleUnTitre(avant.at(-1), MOT_D_AXE) ? avant.length - 1 : -1
    avant.forEach((texte, ici) => {
      if (rang >= 0 && ici >= rang) return
      const enTitre = enTitres && titres.includes(ici)
      const titre = enTitre ? lireTitre(texte) : null
      if (MOT_D_AXE.test(texte) && (enTitre || !enTitres)) [axe, courante] = [texte.replace(/\s*·\s*/u, ' : '), null]
      // a heading that says a fiche is one, though no table follows
      else if (titre) fiches.push((courante = ouvrir(titre, new Map())))
      else if (courante && estUneSection(texte) && (enTitre || !enTitres)) section = texte
      // another heading: what follows is said of no fiche
      else if (enTitre) courante = null
      else if (courante && section) joindre(courante, section, texte)
    })
    if (lue) {
      const dit = propre ?? avant[rang] ?? null
      courante = ouvrir(dit === null ? null : (lireTitre(dit) ?? { texte: dit, sous: false }), lue)
      fiches.push(courante)
    } else if (courante && !aDesTitres(tableau)) {
      completer(courante, section, tableau.lignes)
    } else poserTableau(autres, tableau)
  }
  return [...(fiches.length > 0 ? [feuilleDesFiches(fiches)] : []), ...autres]
}

/** A table of one cell is a heading in a frame, or a paragraph: it stands over the next one. */
function sansBandeaux(tableaux: readonly TableauWord[]): TableauWord[] {
  const gardes: TableauWord[] = []
  let reste: Pick<TableauWord, 'avant' | 'titres'> = { avant: [], titres: [] }
  for (const tableau of tableaux) {
    const decalage = reste.avant.length
    const avant = [...reste.avant, ...tableau.avant]
    const titres = [...reste.titres, ...tableau.titres.map((rang) => rang + decalage)]
    const [seul, ...autres] = tableau.lignes.flat().flatMap((texte) => texte ?? [])
    reste = { avant: [], titres: [] }
    if (seul !== undefined && autres.length === 0) reste = { avant: [...avant, seul], titres: [...titres, avant.length] }
    else gardes.push({ ...tableau, avant, titres })
  }
  return reste.avant.length > 0 ? [...gardes, { ...reste, lignes: [], fusions: [] }] : gardes
}

/** A text alone on its row, over the fields. */
const bandeDe = ({ lignes }: TableauWord): string | null =>
  lignes.find((ligne) => ligne[0] != null && ligne.filter((texte) => texte !== null).length === 1)?.[0] ?? null

/** A table whose names on top say titles of actions is a plan of its own. */
const aDesTitres = ({ lignes }: TableauWord): boolean =>
  (lignes[0] ?? []).some((nom) => nom !== null && estUnIntitule(nom) && reconnaitreNom(nom).role === 'titre')

function feuilleDesFiches(fiches: readonly Fiche[]): Feuille {
  const noms = new Map<string, string>()
  for (const fiche of fiches) for (const nom of fiche.keys()) if (!noms.has(cleDeNom(nom))) noms.set(cleDeNom(nom), nom)
  const rangees = fiches.map((fiche) => {
    const parCle = new Map([...fiche].map(([nom, valeur]) => [cleDeNom(nom), valeur]))
    return [...noms.keys()].map((cle) => parCle.get(cle) || null)
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
