import type { Cellule, CelluleAEcrire, FeuilleAEcrire } from '#platform/classeur.ts'
import { direDate, type DateFloue } from '#platform/dates.ts'
import { GENERATION_QPV, NATURE_QUARTIER } from '#domaines/territoires/libelles.ts'
import { AGE, NATURE_PROGRAMME } from '#domaines/contrats/libelles.ts'
import { COLONNES_DU_GUIDE, FEUILLES_ANNEXES, type AnnexesDossier } from '../schema/annexes.ts'
import type { AxeDossier, Dossier, RefPrs } from '../schema/dossier.ts'
import { BARRE, BARRE_DITE, PLUS_BAS } from '../schema/plan.ts'

/** A day is a date of the spreadsheet; a year or a month is text, since a spreadsheet has no such date. */
export function dateEcrite(date: DateFloue | null): Cellule {
  if (date === null) return null
  return date.length === 10 ? { date } : date.length === 7 ? `${date.slice(5)}/${date.slice(0, 4)}` : date
}

type Commun = Pick<Dossier, 'axes' | 'transversaux'> & { contrat: Pick<Dossier['contrat'], 'niveaux'> }

/** What the fiches share, one sheet a kind; a kind of which there is nothing to say has none. */
export function feuillesAnnexes(dossier: Commun, { complements, ...annexes }: AnnexesDossier): FeuilleAEcrire[] {
  const niveaux = dossier.contrat.niveaux
  const axes = (liste: readonly AxeDossier[], dessus: readonly string[]): Cellule[][] =>
    liste.flatMap((axe) => {
      const place = [...dessus, `${axe.numero}. ${axe.intitule}`]
      const titres = niveaux.map((_, rang) => place[rang] ?? null)
      // an axis deeper than the names of its levels is said in the last, as in the sheet of actions
      if (place.length > niveaux.length) titres[niveaux.length - 1] = place.slice(niveaux.length - 1).join(PLUS_BAS)
      return [[...titres, axe.enjeu, axe.constat, axe.objectif, ...complement(complements[axe.id])], ...axes(axe.enfants, place)]
    })
  const feuille = (
    nom: keyof typeof FEUILLES_ANNEXES,
    rangees: Cellule[][],
    avant: readonly string[] = [],
    apres: readonly string[] = []
  ): FeuilleAEcrire[] => {
    const { nom: titre, colonnes } = FEUILLES_ANNEXES[nom]
    const entete = [...avant, ...colonnes, ...apres].map((valeur): CelluleAEcrire => ({ valeur, style: 'entete' }))
    return rangees.length === 0
      ? []
      : [{ nom: titre, lignes: [entete, ...rangees], colonnes: entete.map(() => ({ largeur: 32 })), lignesFigees: 1 }]
  }
  return [
    ...feuille('axes', axes(dossier.axes, []), niveaux),
    ...feuille(
      'transversaux',
      dossier.transversaux.map((axe) => [
        axe.intitule,
        axe.question,
        enLignes(axe.sousQuestions),
        ...complement(complements[axe.id]),
        axe.conseilConception,
        enLignes(axe.exemplesConception),
        axe.conseilDeclinaison,
        enLignes(axe.exemplesDeclinaison),
        axe.conseilEvaluation,
        enLignes(axe.exemplesEvaluation)
      ]),
      [],
      COLONNES_DU_GUIDE.flat()
    ),
    ...feuille(
      'postes',
      annexes.postes.map((un) => [un.intitule, un.quotite, un.employeur, dateEcrite(un.debut), dateEcrite(un.fin)])
    ),
    ...feuille(
      'quartiers',
      annexes.quartiers.map(({ nom, nature, generation, code, enProjet }) => [
        nom,
        NATURE_QUARTIER[nature],
        generation && GENERATION_QPV[generation],
        code,
        enProjet ? 'VRAI' : null
      ])
    ),
    ...feuille(
      'programmes',
      annexes.programmes.map((un) => [un.intitule, NATURE_PROGRAMME[un.nature], dateEcrite(un.debut), dateEcrite(un.fin)])
    ),
    ...feuille(
      'prs',
      annexes.prs.flatMap(({ axes: siens, ...un }) => {
        const version = [un.sigle, un.intitule, dateEcrite(un.debut), dateEcrite(un.fin), dateEcrite(un.parueLe)]
        return siens.map(({ numero, intitule }) => [...version, numero, intitule])
      })
    )
  ]
}

const enLignes = (lignes: readonly string[]): Cellule => lignes.join('\n') || null

const complement = (dit: AnnexesDossier['complements'][string] | undefined): Cellule[] =>
  dit
    ? [dit.ages.map((age) => AGE[age]).join(', ') || null, dit.instance, dit.demandePar, dit.prs.map(direRef).join('\n') || null]
    : [null, null, null, null]

const direRef = ({ sigle, debut, numero }: RefPrs) =>
  [sigle, debut ? direDate(debut) : '', numero].map((part) => part.replaceAll(BARRE, BARRE_DITE)).join(` ${BARRE} `)
