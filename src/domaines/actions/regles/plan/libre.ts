import type { Classeur } from '#platform/classeur.ts'
import { feuillesDe, lireEntete, type EnteteLibre, type FeuilleLibre } from '#platform/classeur/libre.ts'
import { ROLES_UNIQUES, type Appariement } from '../../schema/appariement.ts'
import type { PlanLu } from '../../schema/plan.ts'
import { lignesBrutes, TITRE, titreAuDessus } from './brutes.ts'
import { avecFinanceurs, type Entete } from './colonnes.ts'
import { trouverFeuille, trouverLigneDesNoms } from './entete-libre.ts'
import { ranger } from './lignes.ts'
import { preparer } from './preparer.ts'
import { proposerRoles } from './proposer.ts'
import { direSignes } from './signes.ts'

/** A free file as it is shown to who matches its columns: every sheet, the one read, its names and what is proposed for each. */
export type Proposition = {
  feuilles: FeuilleLibre[]
  entete: EnteteLibre
  appariement: Appariement
}

/**
 * What is proposed for a file: the sheet and row asked for, or the likeliest. `nomFichier` names the plan when nothing above the
 * columns does. Null when no sheet has two columns with a name.
 */
export function proposerAppariement(
  classeur: Classeur,
  nomFichier: string,
  voulue: { feuille: string | null; ligne: number | null } = { feuille: null, ligne: null }
): Proposition | null {
  const feuille = classeur.feuilles.find(({ nom }) => nom === voulue.feuille) ?? trouverFeuille(classeur)
  if (!feuille) return null
  const trouvee = trouverLigneDesNoms(feuille) ?? 0
  const ligne = voulue.ligne !== null && voulue.ligne < feuille.lignes.length ? voulue.ligne : trouvee
  const entete = lireEntete(feuille, ligne)
  const titre = titreAuDessus(feuille, ligne) ?? nomFichier.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '')
  return {
    feuilles: feuillesDe(classeur),
    entete,
    appariement: {
      feuille: feuille.nom,
      ligne,
      roles: proposerRoles(entete.colonnes.map(({ nom }) => nom)),
      recopier: true,
      titre
    }
  }
}

/** What is amiss in what was said of the columns: by the rank of the column, or null for the whole. */
export type FauteDAppariement = { colonne: number | null; faute: 'sans_titre' | 'deux_fois' }

/** A title is needed; a single thing is said by one column. */
export function jugerRoles(roles: Appariement['roles']): FauteDAppariement[] {
  const sansTitre: FauteDAppariement[] = roles.includes('titre') ? [] : [{ colonne: null, faute: 'sans_titre' }]
  const doubles = roles.flatMap((role, colonne): FauteDAppariement[] =>
    ROLES_UNIQUES.has(role) && roles.indexOf(role) < colonne ? [{ colonne, faute: 'deux_fois' }] : []
  )
  return [...sansTitre, ...doubles]
}

/** A plan from a free file, read as a person said. Refused when the sheet, the title or any action is missing. */
export function lireLibre(classeur: Classeur, appariement: Appariement): PlanLu {
  const vide: PlanLu = {
    titre: appariement.titre,
    contrat: null,
    axes: [],
    lignes: [],
    annexes: null,
    refus: [],
    avertissements: []
  }
  const refuser = (motif: string): PlanLu => ({
    ...vide,
    refus: [{ feuille: appariement.feuille, ligne: appariement.ligne + 1, colonne: TITRE, motif }]
  })
  const feuille = classeur.feuilles.find(({ nom }) => nom === appariement.feuille)
  if (!feuille) return refuser(`Le fichier n’a pas de feuille « ${appariement.feuille} ». Choisissez la feuille à lire.`)
  const libre = lireEntete(feuille, appariement.ligne)
  if (jugerRoles(appariement.roles).length > 0 || libre.colonnes.length !== appariement.roles.length)
    return refuser(
      'Les colonnes du fichier ne sont plus celles que vous aviez décrites. Dites de nouveau ce que contient chacune.'
    )
  const entete: Entete = {
    ligne: libre.ligne + libre.hauteur - 1,
    colonnes: avecFinanceurs(
      libre.colonnes
        .map(({ index, nom }, rang) => ({ index, nom, role: appariement.roles[rang]! }))
        .filter(({ role }) => role !== 'ignorer')
    )
  }
  const brutes = lignesBrutes(feuille, entete.ligne + 1)
  const prepare = preparer(feuille, entete, brutes.lignes, appariement.recopier)
  const range = ranger([{ feuille, entete: prepare.entete, lignes: prepare.lignes }], classeur.base1904)
  if (range.lignes.length === 0)
    return refuser(
      `La feuille « ${feuille.nom} » ne contient aucune action sous la ligne ${entete.ligne + 1}. Changez la ligne des noms de colonnes, ou la feuille.`
    )
  return {
    ...vide,
    axes: range.axes,
    lignes: range.lignes,
    avertissements: [
      ...direSignes(classeur, feuille.nom),
      ...brutes.avertissements,
      ...prepare.avertissements,
      ...range.avertissements
    ]
  }
}
