import { direDate } from '#platform/dates.ts'
import { direMontant } from '#platform/argent.ts'
import { AGE, MOMENT } from '#domaines/contrats/libelles.ts'
import {
  AXE_OTTAWA,
  ETAT_FINANCEMENT,
  FACETTE,
  NATURE_ACTION,
  NIVEAU_OBJECTIF,
  POLITIQUE,
  ROLE_INTERVENANT,
  THEMATIQUE,
  TYPE_ACTION
} from '../libelles.ts'
import { FREQUENCE, MOYEN_MUTUALISE, NATURE_INDICATEUR, TAXE } from '../libelles/moyens.ts'
import { direEtp } from '../regles/budget.ts'
import type { FicheDossier, IndicateurDossier, ObjectifDossier, PosteDossier } from '../schema/dossier.ts'
import type { RoleIntervenant } from '../schema/mots.ts'
import { BARRE, BLOC, DEBUT_BLOC, SAUT } from '../schema/plan.ts'

const plat = (texte: string) => texte.replace(/\s+/gu, ' ').trim()

/** Names in one cell, parted by commas; a name that the reader would cut stands in straight quotes. */
export function direNoms(noms: readonly string[]): string | null {
  return noms.map((nom) => proteger(plat(nom))).join(', ') || null
}

function proteger(nom: string): string {
  const sansParentheses = nom.replace(/\([^()]*\)/g, '')
  return /[,;"()]|^[-–—•·▪*➔➜]|^(?:etc\.?|…|\.{3})$/iu.test(sansParentheses) ? `"${nom.replaceAll('"', '""')}"` : nom
}

/** The three levels as text, numbered « Objectif spécifique n°1 », « Objectif opérationnel 1.1 », in the form that the import recovers. */
export function direObjectifs(objectifs: readonly ObjectifDossier[]): string | null {
  const lignes: string[] = []
  let specifiques = 0
  const dire = (objectif: ObjectifDossier, rang: number, parent: number | null) => {
    const { niveau, texte, resultat, enfants } = objectif
    if (niveau === 'specifique') specifiques++
    const numero =
      niveau === 'specifique'
        ? ` n°${specifiques}`
        : niveau === 'operationnel'
          ? ` ${parent === null ? '' : `${parent}.`}${rang + 1}`
          : ''
    lignes.push(`${NIVEAU_OBJECTIF[niveau]}${numero} : ${texte.trim()}`)
    if (resultat) lignes.push(`Résultat attendu : ${resultat.trim()}`)
    const ici = niveau === 'specifique' ? specifiques : null
    enfants.forEach((enfant, suivant) => dire(enfant, suivant, ici))
  }
  objectifs.forEach((objectif, rang) => dire(objectif, rang, null))
  return lignes.join('\n') || null
}

/** One step a line: « - ✓ Ouvrir le lieu (7 mars 2022) »; « (sans date) » where the reader could see one in the words. */
export function direEtapes(etapes: FicheDossier['etapes']): string | null {
  const dire = ({ intitule, echeance, faite }: FicheDossier['etapes'][number]) =>
    `- ${faite ? '✓ ' : ''}${plat(intitule)}${echeance ? ` (${direDate(echeance)})` : /\d{4}|\)$/.test(intitule) ? ' (sans date)' : ''}`
  return etapes.map(dire).join('\n') || null
}

/** One indicator a line, its numbers in square brackets. */
export function direIndicateurs(indicateurs: readonly IndicateurDossier[]): string | null {
  return indicateurs.map((un) => `- ${plat(un.intitule)}${mesures(un)}`).join('\n') || null
}

function mesures({ unite, initiale, cible, valeurs }: IndicateurDossier): string {
  const parts = [
    unite === null ? null : `unité : ${plat(unite).replaceAll('[', '(').replaceAll(']', ')').replaceAll(' ; ', ', ')}`,
    initiale === null ? null : `initiale : ${initiale}`,
    cible === null ? null : `cible : ${cible}`,
    ...valeurs.map(({ date, valeur }) => `${date} : ${valeur}`)
  ].filter((part) => part !== null)
  return parts.length > 0 ? ` [${parts.join(' ; ')}]` : ''
}

/** Documents, then links behind « Liens : » when the cell holds both. */
export function direDocuments({ documents, liens }: FicheDossier): string | null {
  return [documents, liens === null ? null : `Liens : ${liens}`].filter((part) => part !== null).join('\n') || null
}

/** Notes, then the fields that have no column, one a line, in the form that the import recovers. */
export function direNotes(fiche: FicheDossier, numeroAPart: boolean): string | null {
  const bloc = autresChamps(fiche, numeroAPart)
  if (bloc.length === 0) return fiche.notes
  return [fiche.notes, [DEBUT_BLOC, ...bloc].join('\n')].filter((part) => part !== null).join('\n\n')
}

function autresChamps(fiche: FicheDossier, numeroAPart: boolean): string[] {
  const ligne = (nom: string, ...parts: (string | null)[]) =>
    `${nom} : ${parts.map((part) => (part ?? '').trim().replace(/\s*\n/g, SAUT).replaceAll(BARRE, '/')).join(` ${BARRE} `)}`
  const liste = (nom: string, parts: readonly string[]) => (parts.length > 0 ? [ligne(nom, ...parts)] : [])
  const seul = (nom: string, texte: string | null) => (texte ? [ligne(nom, texte)] : [])
  const noms = (voulu: RoleIntervenant) => fiche.intervenants.filter(({ role }) => role === voulu).map(({ nom }) => plat(nom))
  return [
    ...(numeroAPart ? [ligne(BLOC.numero, fiche.numero)] : []),
    ...seul(BLOC.nature, fiche.nature && NATURE_ACTION[fiche.nature]),
    ...seul(BLOC.motifExistante, fiche.motifExistante),
    ...seul(BLOC.contexte, fiche.contexte),
    ...seul(BLOC.vigilance, fiche.vigilance),
    ...liste(
      BLOC.thematiques,
      fiche.thematiques.map((theme) => THEMATIQUE[theme])
    ),
    ...liste(
      BLOC.types,
      fiche.types.map((type) => TYPE_ACTION[type])
    ),
    ...liste(BLOC.publics, fiche.publics),
    ...liste(
      BLOC.facettes,
      fiche.facettes.map((facette) => FACETTE[facette])
    ),
    ...liste(
      BLOC.ages,
      fiche.ages.map((age) => AGE[age])
    ),
    ...liste(BLOC.milieux, fiche.milieux),
    ...liste(
      BLOC.ottawa,
      fiche.ottawa.map((axe) => AXE_OTTAWA[axe])
    ),
    ...liste(
      BLOC.politiques,
      fiche.politiques.map((politique) => POLITIQUE[politique])
    ),
    ...liste(BLOC.quartiers, fiche.quartiers),
    ...liste(BLOC.copilote, noms('copilote')),
    ...liste(BLOC.directionReferente, noms('direction_referente')),
    ...fiche.intervenants.flatMap(({ role, nom, detail }) =>
      detail ? [ligne(BLOC.precision, ROLE_INTERVENANT[role], plat(nom), detail)] : []
    ),
    ...fiche.financements.flatMap((un, rang) => financement(un, rang, ligne)),
    ...liste(
      BLOC.mutualises,
      fiche.mutualises.map((moyen) => MOYEN_MUTUALISE[moyen])
    ),
    ...seul(BLOC.mutualisation, fiche.mutualisation),
    ...fiche.postes.map((poste) => ligne(BLOC.poste, ...partsDuPoste(poste))),
    ...fiche.indicateurs.flatMap((un, rang) => {
      const parts = precisions(un)
      return parts.some(Boolean) ? [ligne(`${BLOC.indicateur} ${rang + 1}`, ...parts)] : []
    }),
    ...fiche.reponses.map(({ axe, moment, texte }) => ligne(BLOC.reponse, axe, MOMENT[moment], texte))
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
function financement(
  { financeur, annee, montant, etat, taxe }: FicheDossier['financements'][number],
  rang: number,
  ligne: (nom: string, ...parts: (string | null)[]) => string
): string[] {
  const nom = `${BLOC.financement} ${rang + 1}`
  const complement = [annee === null ? '' : String(annee), ETAT_FINANCEMENT[etat]]
  const dit = montant === null ? '' : direMontant(montant)
  const ttc = taxe === 'ttc'
  if (rang >= 3) return [ligne(nom, ...complement, plat(financeur), dit, ...(ttc ? [TAXE.ttc] : []))]
  if (ttc) return [ligne(nom, ...complement, TAXE.ttc, dit)]
  return annee === null && etat === 'prevu' ? [] : [ligne(nom, ...complement)]
}
