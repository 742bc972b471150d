import { propre } from '#platform/texte.ts'
import type { ObjectifDossier } from '../../schema/dossier.ts'
import type { NiveauObjectif } from '../../schema/mots.ts'

const REPERE =
  /(?<debut>^|[\n;.•…]|\s[-–—]\s?|\s(?=O))[\s\-–—•·▪*➔]*(?i:objectifs? (?<niveau>g[ée]n[ée]ra(?:l|ux)|strat[ée]giques?|sp[ée]cifiques?|op[ée]rationnels?))\s*(?:\(s\)\s*)?(?:[nN]\s*[°º]\s*)?(?:\d+(?:\.\d+)*)?\s*(?:[:.)–—-]+|(?=\n))/gu
const RESULTAT = /(?:^|\n)\s*r[ée]sultats? attendus?\s*:\s*/iu

const RANG: Record<NiveauObjectif, number> = { general: 0, specifique: 1, operationnel: 2 }

/**
 * Objectives crammed into one cell (« Objectif général : … Objectif spécifique n°1 : … Objectif opérationnel 1.1 : … ») as a tree.
 * Text without such marks, or standing before the first, is a general objective of its own: nothing is lost.
 */
export function lireObjectifs(texte: string): ObjectifDossier[] {
  const net = propre(texte)
  if (net === '') return []
  const reperes = [...net.matchAll(REPERE)]
  const racines: ObjectifDossier[] = []
  const avant = propre(net.slice(0, reperes[0] ? debutDe(reperes[0]) : undefined))
  if (avant !== '') racines.push(objectif('general', avant))
  const branche: ObjectifDossier[] = []
  reperes.forEach((repere, rang) => {
    const suite = net.slice(repere.index + repere[0].length, reperes[rang + 1] ? debutDe(reperes[rang + 1]!) : undefined)
    const niveau = niveauDe(repere.groups!.niveau!)
    for (const texteDe of enListe(suite, repere[0])) {
      const nouveau = objectif(niveau, texteDe)
      while (branche.length > 0 && RANG[branche.at(-1)!.niveau] >= RANG[niveau]) branche.pop()
      ;(branche.at(-1)?.enfants ?? racines).push(nouveau)
      branche.push(nouveau)
    }
  })
  return racines
}

/** Where the text before a mark ends: a full stop stays with its sentence. */
function debutDe(repere: RegExpExecArray): number {
  return repere.index + (/[.…]/.test(repere.groups!.debut!) ? 1 : 0)
}

/** « Objectifs spécifiques : » followed by bullets holds one objective a bullet. */
function enListe(suite: string, repere: string): string[] {
  const net = propre(suite)
  const puces = net.split(/(?:^|\n)\s*[-–—•·▪*➔]\s*/u)
  if (!/objectifs /iu.test(repere) || puces.length < 3 || puces[0] !== '') return net === '' ? [] : [net]
  return puces.map(propre).filter((puce) => puce !== '')
}

function objectif(niveau: NiveauObjectif, texte: string): ObjectifDossier {
  const [debut, ...resultats] = texte.split(RESULTAT)
  const resultat = propre(resultats.join('\n')) || null
  const intitule = propre(debut!)
  return intitule === '' ? { niveau, texte, resultat: null, enfants: [] } : { niveau, texte: intitule, resultat, enfants: [] }
}

function niveauDe(mot: string): NiveauObjectif {
  if (/^o/iu.test(mot)) return 'operationnel'
  return /^sp/iu.test(mot) ? 'specifique' : 'general'
}
