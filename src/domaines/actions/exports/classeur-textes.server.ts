import { direDate } from '#platform/dates.ts'
import { NIVEAU_OBJECTIF } from '../libelles.ts'
import type { FicheDossier, IndicateurDossier, ObjectifDossier } from '../schema/dossier.ts'

const plat = (texte: string) => texte.replace(/\s+/gu, ' ').trim()

/** Names in one cell, parted by commas; a name that the reader would cut stands in straight quotes. */
export function direNoms(noms: readonly string[]): string | null {
  return noms.map((nom) => proteger(plat(nom))).join(', ') || null
}

function proteger(nom: string): string {
  const sansParentheses = nom.replace(/\([^()]*\)/g, '')
  return /[,;"()]|\s\/\s|^[-–—•·▪*➔➜]|^(?:etc\.?|…|\.{3})$/iu.test(sansParentheses) ? `"${nom.replaceAll('"', '""')}"` : nom
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
