import type { Cellule, Feuille } from '#platform/classeur.ts'
import { texteDe } from '#platform/classeur/libre.ts'
import { normaliser } from '#platform/texte.ts'
import { HORS_CONTRAT, PLUS_BAS, type AxePlan, type LignePlan, type Remarque } from '../../schema/plan.ts'
import { champsVides } from './champs-vides.ts'
import { lireChamps } from './champs.ts'
import type { Entete } from './colonnes.ts'
import { cleDAxe, cleDeFiche, lireNumero, type Place } from './numero.ts'

/** A row as Excel numbers it, from 1, with what stands in each column. */
export type LigneBrute = { ligne: number; cellules: Cellule[] }

/** Rows of a sheet under its columns; `hors`: it holds actions that stand in no contract. */
export type Source = { feuille: Feuille; entete: Entete; lignes: readonly LigneBrute[]; hors?: boolean }

type Range = { axes: AxePlan[]; lignes: LignePlan[]; avertissements: Remarque[] }

const PLACE = ['axe', 'sousAxe', 'sousSousAxe'] as const

const MOTS_HORS: ReadonlySet<string> = new Set(HORS_CONTRAT.map(normaliser))

/** Rows of the data sheets as one tree of axes, actions and sub-actions, each with its key. */
export function ranger(sources: readonly Source[], base1904: boolean): Range {
  const axes: AxePlan[] = []
  const lignes: LignePlan[] = []
  const avertissements: Remarque[] = []
  const rangs = new Map<string, number>()
  // by key without its rank: the last action of a title and the first row of a key
  const actions = new Map<string, LignePlan>()
  const premieres = new Map<string, LignePlan>()
  for (const source of sources) rangerFeuille(source)
  return { axes, lignes, avertissements }

  function rangerFeuille({ feuille, entete, lignes: brutes, hors: toutes = false }: Source): void {
    let derniere: LignePlan | null = null
    const colonneDe = (role: string) => entete.colonnes.find((une) => une.role === role)
    const nomDe = (role: string) => colonneDe(role)?.nom ?? 'Titre de la fiche action'

    for (const brute of brutes) {
      const cellule = (role: string): Cellule => {
        const colonne = colonneDe(role)
        if (!colonne) return null
        return brute.cellules[colonne.index] ?? (role === 'sousTitre' ? null : fusionnee(feuille, brute.ligne - 1, colonne.index))
      }
      const avertir = (colonne: string, motif: string) =>
        avertissements.push({ feuille: feuille.nom, ligne: brute.ligne, colonne, motif })
      const place = PLACE.flatMap((role) => (texteDe(cellule(role)) ?? '').split(PLUS_BAS)).filter((texte) => texte.trim() !== '')
      const dite = place.length === 1 && MOTS_HORS.has(normaliser(place[0]!))
      const hors = toutes || dite
      const titres = hors ? [] : poserAxes(axes, place)
      const placeDe: Place = hors ? { hors } : { axes: titres }
      const sousTitre = texteDe(cellule('sousTitre'))
      const propreTitre = texteDe(brute.cellules[colonneDe('titre')!.index])
      const titre = propreTitre ?? (sousTitre === null ? null : texteDe(cellule('titre')))
      const rien = entete.colonnes.every(
        ({ role, index }) => (PLACE as readonly string[]).includes(role) || texteDe(brute.cellules[index]) === null
      )
      if (rien) continue
      if (toutes && !dite && place.length > 0)
        avertir(
          nomDe('axe'),
          `Cette feuille est celle des actions hors contrat\u00a0: l’axe « ${place.join(PLUS_BAS)} » n’est pas repris. Pour faire entrer l’action au contrat, ouvrez sa fiche.`
        )
      if (!hors && titres.length === 0) {
        avertir(
          nomDe('axe'),
          'Cette ligne n’a pas d’axe. Écrivez son axe, par exemple « 1. Accès aux soins ». La fiche est gardée hors de tout axe.'
        )
      }
      const parent = sousTitre === null ? null : parentDe(titre)
      if (sousTitre !== null && parent === null) {
        avertir(
          nomDe('sousTitre'),
          `La sous-action « ${sousTitre} » n’a pas d’action au-dessus d’elle. Elle est gardée comme une action.`
        )
      }
      const intitule = sousTitre ?? titre ?? sansTitre()
      const champs = lireChamps(intitule, brute.cellules, entete.colonnes, base1904, avertir)
      if (hors && parent === null && champs.quartiers.length === 0 && champs.horsQpv === null)
        avertir(
          '',
          `« ${champs.titre} », hors contrat, ne nomme aucun quartier prioritaire et ne dit pas pourquoi. Vous pourrez le dire sur sa fiche.`
        )
      const ligne = ajouter(parent, champs)
      if (parent === null) derniere = ligne

      function ajouter(sous: LignePlan | null, champsDe: LignePlan['champs'], deduite = false): LignePlan {
        const lieu: Place = sous ? { parent: sous.cle } : placeDe
        const base = cleDeFiche(lieu, champsDe.titre, 0)
        const rang = rangs.get(base) ?? 0
        rangs.set(base, rang + 1)
        const nouvelle: LignePlan = {
          cle: cleDeFiche(lieu, champsDe.titre, rang),
          nature: sous ? 'sous_action' : 'action',
          parent: sous?.cle ?? null,
          axes: titres,
          hors,
          feuille: feuille.nom,
          ligne: brute.ligne,
          deduite,
          champs: champsDe
        }
        if (rang > 0) {
          const premiere = premieres.get(base)
          const motif = `« ${champsDe.titre} » figure déjà au même endroit, ligne ${premiere?.ligne}. Changez un des deux titres s’il s’agit de deux actions, ou supprimez une ligne. Les deux sont gardées.`
          avertir(nomDe(sous ? 'sousTitre' : 'titre'), motif)
        }
        if (rang === 0) premieres.set(base, nouvelle)
        if (!sous) actions.set(base, nouvelle)
        lignes.push(nouvelle)
        return nouvelle
      }

      /** The last action of the same place and title; the one just above when the row names none; else one made from the row. */
      function parentDe(titreAction: string | null): LignePlan | null {
        if (titreAction === null) {
          const meme =
            derniere && derniere.hors === hors && (titres.length === 0 || cleDAxe(derniere.axes) === cleDAxe(titres))
              ? derniere
              : null
          if (meme)
            avertir(
              nomDe('titre'),
              `Cette sous-action ne nomme pas son action. Elle est rangée sous « ${meme.champs.titre} », ligne ${meme.ligne}.`
            )
          return meme
        }
        const trouvee = actions.get(cleDeFiche(placeDe, titreAction, 0))
        if (trouvee) return trouvee
        avertir(
          nomDe('sousTitre'),
          `L’action « ${titreAction} » de cette sous-action n’a pas de ligne à elle au-dessus. Elle est créée avec ce seul titre.`
        )
        derniere = ajouter(null, champsVides(titreAction), true)
        return derniere
      }

      function sansTitre(): string {
        avertir(
          nomDe('titre'),
          'Cette ligne n’a pas de titre. Écrivez le titre de l’action. Elle est gardée sous un titre provisoire.'
        )
        return `Sans titre (ligne ${brute.ligne})`
      }
    }
  }
}

/** Value of the merged zone that covers a cell from above, in its own column. */
function fusionnee(feuille: Feuille, ligne: number, colonne: number): Cellule {
  const zone = feuille.fusions.find(
    (une) => une.colonne === colonne && une.ligne < ligne && ligne < une.ligne + une.hauteur && une.largeur === 1
  )
  return zone ? (feuille.lignes[zone.ligne]?.[colonne] ?? null) : null
}

/** Walks down the tree, adding what is missing; answers the titles as first written. */
function poserAxes(racines: AxePlan[], place: readonly string[]): string[] {
  const titres: string[] = []
  let niveau = racines
  for (const texte of place) {
    const { numero, titre } = lireNumero(texte)
    const cle = cleDAxe([...titres, titre])
    let axe = niveau.find((un) => un.cle === cle)
    if (!axe) {
      axe = { cle, numero, titre, enfants: [] }
      niveau.push(axe)
    }
    titres.push(axe.titre)
    niveau = axe.enfants
  }
  return titres
}
