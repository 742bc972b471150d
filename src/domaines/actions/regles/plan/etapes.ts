import { lireDateFloue, type DateFloue } from '#platform/dates.ts'
import { propre } from '#platform/texte.ts'
import type { FicheDossier, IndicateurDossier } from '../../schema/dossier.ts'

type Etape = FicheDossier['etapes'][number]

const PUCE = /^(?:[-–—•·▪*➔➜☐]\s*|\d{1,2}[.)]\s+)/u
const FAITE = /^[✓✔☑✅]\s*/u

const lignesDe = (texte: string) =>
  propre(texte)
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')

/** One step a line; « ✓ » for a step that is done, its date at the end in parentheses, or at either end behind « : » or a dash. */
export function lireEtapes(texte: string): Etape[] {
  return lignesDe(texte).map((ligne) => {
    const sansPuce = ligne.replace(PUCE, '') || ligne
    const faite = FAITE.test(sansPuce)
    const net = sansPuce.replace(FAITE, '') || sansPuce
    return { ...dater(net), faite }
  })
}

function dater(texte: string): { intitule: string; echeance: DateFloue | null } {
  const sansDate = /^(.*\S)\s*\(sans date\)$/u.exec(texte)
  if (sansDate) return { intitule: sansDate[1]!, echeance: null }
  const formes: [RegExp, number, number][] = [
    [/^(.*\S)\s*\(([^()]+)\)$/u, 1, 2],
    [/^(.{4,20}?)\s*(?::|\s[-–—]\s)\s*(\S.*)$/u, 2, 1],
    [/^(.*\S)\s*(?::|\s[-–—]\s)\s*([^:–—]{4,20})$/u, 1, 2]
  ]
  for (const [forme, intitule, date] of formes) {
    const trouve = forme.exec(texte)
    const echeance = trouve && lireDateFloue(trouve[date]!)
    if (trouve && echeance) return { intitule: trouve[intitule]!.trim(), echeance }
  }
  return { intitule: texte, echeance: null }
}

/**
 * One indicator a line or bullet; « Nombre de dépistages [unité : personnes ; initiale : 3 ; cible : 10 ; 2024-05 : 5] » carries its
 * numbers in the brackets, when all of them are understood.
 */
export function lireIndicateurs(texte: string): IndicateurDossier[] {
  return lignesDe(texte).map((ligne) => {
    const net = ligne.replace(PUCE, '') || ligne
    const crochets = /^(.*\S)\s*\[([^[\]]*)\]$/u.exec(net)
    return (crochets && avecMesures(crochets[1]!, crochets[2]!)) ?? sansMesure(net)
  })
}

const sansMesure = (intitule: string): IndicateurDossier => ({
  intitule,
  unite: null,
  initiale: null,
  cible: null,
  definition: null,
  nature: null,
  source: null,
  frequence: null,
  detenteur: null,
  objectif: null,
  valeurs: []
})

function avecMesures(intitule: string, texte: string): IndicateurDossier | null {
  const indicateur = sansMesure(intitule)
  for (const part of texte.split(' ; ')) {
    const [, nom, valeur] = /^\s*([^:]+?)\s*:\s*(.*\S)\s*$/u.exec(part) ?? []
    if (nom === undefined || valeur === undefined) return null
    const nombre = Number(valeur.replace(',', '.'))
    const date = lireDateFloue(nom)
    if (nom === 'unité') indicateur.unite = valeur
    else if (Number.isNaN(nombre)) return null
    else if (nom === 'initiale') indicateur.initiale = nombre
    else if (nom === 'cible') indicateur.cible = nombre
    else if (date) indicateur.valeurs.push({ date, valeur: nombre })
    else return null
  }
  return indicateur
}
