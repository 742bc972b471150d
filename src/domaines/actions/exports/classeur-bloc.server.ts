import { direDate } from '#platform/dates.ts'
import { direMontant, TAXE } from '#platform/argent.ts'
import { MOMENT, NATURE_PROGRAMME } from '#domaines/contrats/libelles.ts'
import { ETAT_FINANCEMENT, NATURE_ACTION, ROLE_INTERVENANT } from '../libelles.ts'
import { FREQUENCE, NATURE_INDICATEUR } from '../libelles/moyens.ts'
import { NATURE_LIEN } from '../libelles/suite.ts'
import { direEtp } from '../regles/budget.ts'
import { MOTS_DU_BLOC, type ListeDeMots } from '../regles/plan/mots-du-bloc.ts'
import type { FicheDossier, IndicateurDossier, PosteDossier } from '../schema/dossier.ts'
import type { RoleIntervenant } from '../schema/mots.ts'
import { BARRE, BARRE_DITE, BLOC, SAUT, type ChampsPlan } from '../schema/plan.ts'

const plat = (texte: string) => texte.replace(/\s+/gu, ' ').trim()

/** « Nom : une valeur | une autre », on one line. */
function ligne(nom: string, ...parts: (string | null)[]): string {
  const dire = (part: string | null) =>
    (part ?? '')
      .trim()
      .replace(/[^\S\n]*\n/g, SAUT)
      .replaceAll(BARRE, BARRE_DITE)
  return `${nom} : ${parts.map(dire).join(` ${BARRE} `)}`
}

/** Other actions that a fiche names, one a line. */
export const lignesLiees = (liees: ChampsPlan['liees']): string[] =>
  liees.map(({ titre, nature, precision, repere }) => ligne(BLOC.liee, NATURE_LIEN[nature].de, titre, precision, repere))

/** Other programmes and axes of regional plans that it serves. */
export const lignesDesPlans = ({ attaches }: FicheDossier): string[] => [
  ...(attaches?.programmes ?? []).map(({ nature, intitule }) => ligne(BLOC.programme, intitule, NATURE_PROGRAMME[nature])),
  ...(attaches?.prs ?? []).map(({ sigle, debut, numero }) => ligne(BLOC.prs, sigle, debut && direDate(debut), numero))
]

/** Its news, the latest first. */
export const lignesDuSuivi = ({ nouvelles }: FicheDossier): string[] =>
  nouvelles.map(({ date, texte, source, auteur }) => ligne(BLOC.nouvelle, direDate(date), texte, source, auteur))

/** The fields that have no column, one a line, in the form that the import recovers. */
export function autresChamps(fiche: FicheDossier, numeroAPart: boolean): string[] {
  const liste = (nom: string, parts: readonly string[]) => (parts.length > 0 ? [ligne(nom, ...parts)] : [])
  const mots = (cle: ListeDeMots) =>
    liste(
      BLOC[cle],
      fiche[cle].map((mot) => MOTS_DU_BLOC[cle][mot]!)
    )
  const seul = (nom: string, texte: string | null) => (texte ? [ligne(nom, texte)] : [])
  const entree = fiche.attaches?.entree
  const noms = (voulu: RoleIntervenant) => fiche.intervenants.filter(({ role }) => role === voulu).map(({ nom }) => plat(nom))
  return [
    ...(numeroAPart ? [ligne(BLOC.numero, fiche.numero)] : []),
    ...seul(BLOC.nature, fiche.nature && NATURE_ACTION[fiche.nature]),
    ...seul(BLOC.motifExistante, fiche.motifExistante),
    ...seul(BLOC.contexte, fiche.contexte),
    ...seul(BLOC.vigilance, fiche.vigilance),
    ...mots('thematiques'),
    ...mots('types'),
    ...liste(BLOC.publics, fiche.publics),
    ...mots('facettes'),
    ...mots('ages'),
    ...liste(BLOC.milieux, fiche.milieux),
    ...mots('ottawa'),
    ...mots('politiques'),
    ...liste(BLOC.quartiers, fiche.quartiers),
    ...liste(BLOC.copilote, noms('copilote')),
    ...liste(BLOC.directionReferente, noms('direction_referente')),
    ...fiche.intervenants.flatMap(({ role, nom, detail, qui }) =>
      detail || qui
        ? [ligne(BLOC.precision, ROLE_INTERVENANT[role], plat(nom), detail, ...(qui ? [qui.structure, qui.personne] : []))]
        : []
    ),
    // the column is before tax
    ...(fiche.budgetPrevisionnel !== null && fiche.budgetTaxe === 'ttc'
      ? [ligne(BLOC.budget, direMontant(fiche.budgetPrevisionnel), TAXE.ttc)]
      : []),
    ...fiche.financements.flatMap(financement),
    ...mots('mutualises'),
    ...seul(BLOC.mutualisation, fiche.mutualisation),
    ...fiche.postes.map((poste) => ligne(BLOC.poste, ...partsDuPoste(poste))),
    ...fiche.indicateurs.flatMap((un, rang) => {
      const parts = precisions(un)
      return parts.some(Boolean) ? [ligne(`${BLOC.indicateur} ${rang + 1}`, ...parts)] : []
    }),
    ...fiche.reponses.map(({ axe, moment, texte }) => ligne(BLOC.reponse, axe, MOMENT[moment], texte)),
    ...seul(BLOC.horsQpv, fiche.horsQpv),
    ...(entree ? [ligne(BLOC.entree, entree.depuis && direDate(entree.depuis), entree.motif)] : [])
  ]
}

const partsDuPoste = ({ poste, etp, annee, financeur, montant }: PosteDossier): (string | null)[] => [
  plat(poste),
  direEtp(etp),
  annee === null ? null : String(annee),
  financeur && plat(financeur),
  montant === null ? null : direMontant(montant)
]

const precisions = (un: IndicateurDossier): (string | null)[] => [
  un.definition,
  un.nature && NATURE_INDICATEUR[un.nature],
  un.source,
  un.frequence && FREQUENCE[un.frequence],
  un.detenteur && plat(un.detenteur),
  un.objectif
]

/** The three first stand in columns, which hold neither year nor state, nor an amount with its tax; the others are wholly said here. */
function financement({ financeur, annee, montant, etat, taxe }: FicheDossier['financements'][number], rang: number): string[] {
  const nom = `${BLOC.financement} ${rang + 1}`
  const complement = [annee === null ? '' : String(annee), ETAT_FINANCEMENT[etat]]
  const dit = montant === null ? '' : direMontant(montant)
  const ttc = taxe === 'ttc'
  if (rang >= 3) return [ligne(nom, ...complement, plat(financeur), dit, ...(ttc ? [TAXE.ttc] : []))]
  if (ttc) return [ligne(nom, ...complement, TAXE.ttc, dit)]
  return annee === null && etat === 'prevu' ? [] : [ligne(nom, ...complement)]
}
