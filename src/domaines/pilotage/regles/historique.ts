import { direMontant } from '#platform/argent.ts'
import { direDate, estDateFloue, jourDe } from '#platform/dates.ts'
import { ACTES, INCONNUS, OBJETS } from '../libelles.ts'
import { VALEURS } from '../libelles/valeurs.ts'
import { CHAMPS, CHAMPS_DATES, CHAMPS_EN_EUROS, CHAMPS_TUS } from '../libelles/champs.ts'

type Ligne = Record<string, unknown> | null
/** A row touched by an act, as the database kept it: columns in snake_case. */
export type ChangementLu = {
  survenuLe: Date
  gesteId: string | null
  acteurNom: string
  acte: string
  objetTable: string
  objetId: string
  racineId: string
  avant: Ligne
  apres: Ligne
}
/** Names of objects, by id, as far as they are known. */
export type Noms = ReadonlyMap<string, string>

export type Difference = { champ: string; avant: string | null; apres: string | null }
/** What happened to one row: `sorte` says it in a word, `differences` field by field. */
export type Retouche = {
  objet: string
  nom: string | null
  racineId: string
  sorte: 'ajout' | 'retouche' | 'retrait' | 'mise_de_cote' | 'retour'
  differences: Difference[]
}
/** One act: who, when, which, and the rows that it touched; `autres` counts those that are not shown. */
export type ActeRaconte = {
  quand: Date
  /** null for what was done before acts had an id */
  geste: string | null
  qui: string
  quoi: string
  retouches: Retouche[]
  autres: number
}

/** The act in words after a person's name. An act that no list knows is told by what it did to its rows. */
export function direActe(acte: string, changements: readonly Pick<ChangementLu, 'avant' | 'apres'>[]): string {
  const connu = ACTES[acte]
  if (connu) return connu
  if (changements.every((changement) => changement.avant === null)) return 'a fait un ajout'
  return changements.every((changement) => changement.apres === null) ? 'a fait un retrait' : 'a fait une modification'
}

/** One act from some of the rows that it touched, in the order given; empty rewritings are left out, and `touches` is how many there were in all. */
export function raconterActe(changements: readonly ChangementLu[], noms: Noms, touches: number): ActeRaconte {
  const [premier] = changements as [ChangementLu]
  const dites = changements
    .map((changement) => raconterRetouche(changement, noms))
    .filter((retouche) => retouche.sorte !== 'retouche' || retouche.differences.length > 0)
  const retouches = abreger(dites)
  return {
    quand: premier.survenuLe,
    geste: premier.gesteId,
    qui: premier.acteurNom,
    quoi: direActe(premier.acte, changements),
    retouches,
    autres: touches - changements.length + dites.length - retouches.length
  }
}

/** Two hundred rows without a name that came at once (invitations) say nothing one by one: the first ones stand for all. */
const SANS_NOM_DITS = 3
function abreger(dites: readonly Retouche[]): Retouche[] {
  const vus = new Map<string, number>()
  return dites.filter(({ objet, nom, sorte, differences }) => {
    if (nom !== null) return true
    // what comes at once is alike; what was corrected is, when it says the very same thing
    const pareilles = sorte === 'ajout' ? objet : JSON.stringify([objet, sorte, differences])
    const rang = (vus.get(pareilles) ?? 0) + 1
    vus.set(pareilles, rang)
    return dites.length <= 2 * SANS_NOM_DITS || rang <= SANS_NOM_DITS
  })
}

function raconterRetouche({ objetTable, objetId, racineId, avant, apres }: ChangementLu, noms: Noms): Retouche {
  const objet = OBJETS[objetTable] ?? 'Élément'
  const champs = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])].filter(
    (champ) => !CHAMPS_TUS.has(champ) && champ !== 'supprime_le'
  )
  const differences = champs.flatMap((champ): Difference[] => {
    if (JSON.stringify(avant?.[champ] ?? null) === JSON.stringify(apres?.[champ] ?? null)) return []
    const [de, a] = [direValeur(objetTable, champ, avant?.[champ], noms), direValeur(objetTable, champ, apres?.[champ], noms)]
    // an object that comes or goes says what it holds, not what it leaves empty
    if ((avant === null || apres === null) && (estVide(apres?.[champ] ?? avant?.[champ]) || (apres ?? avant)?.[champ] === false))
      return []
    return [{ champ: direChamp(objetTable, champ), avant: de, apres: a }]
  })
  return {
    objet,
    nom: nomDe(avant, apres) ?? noms.get(objetId) ?? null,
    racineId,
    sorte: sorteDe(avant, apres),
    differences: differences.filter((difference) => difference.avant !== difference.apres)
  }
}

function sorteDe(avant: Ligne, apres: Ligne): Retouche['sorte'] {
  if (avant === null) return 'ajout'
  if (apres === null) return 'retrait'
  const [retire, present] = [
    estVide(avant.supprime_le) && !estVide(apres.supprime_le),
    !estVide(avant.supprime_le) && estVide(apres.supprime_le)
  ]
  return retire ? 'mise_de_cote' : present ? 'retour' : 'retouche'
}

function nomDe(avant: Ligne, apres: Ligne): string | null {
  const nom = ['nom', 'titre', 'intitule']
    .map((champ) => apres?.[champ] ?? avant?.[champ])
    .find((valeur) => typeof valeur === 'string' && valeur !== '')
  return typeof nom === 'string' ? nom : null
}

/** The French name of a field; a field that no list knows is shown as words. */
export function direChamp(table: string, champ: string): string {
  const connu = CHAMPS[`${table}.${champ}`] ?? CHAMPS[champ]
  if (connu) return connu
  const mots = champ.replace(/_id$/, '').replaceAll('_', ' ').trim()
  return mots === '' ? 'Autre' : mots[0]!.toUpperCase() + mots.slice(1)
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/
const estVide = (valeur: unknown): boolean =>
  valeur === null || valeur === undefined || valeur === '' || (Array.isArray(valeur) && valeur.length === 0)

/** A value as a person reads it: never an id, never JSON; null for « nothing ». */
export function direValeur(table: string, champ: string, valeur: unknown, noms: Noms): string | null {
  if (estVide(valeur)) return null
  if (Array.isArray(valeur)) return valeur.map((une) => direValeur(table, champ, une, noms) ?? '').join(', ')
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number')
    return CHAMPS_EN_EUROS.has(champ) ? direMontant(valeur) : champ === 'annee' ? String(valeur) : valeur.toLocaleString('fr-FR')
  if (typeof valeur !== 'string') return champ === 'contour' ? 'un contour dessiné' : 'un contenu détaillé'
  const mot = VALEURS[`${table}.${champ}`]?.[valeur]
  if (mot) return mot
  if (UUID.test(valeur)) return noms.get(valeur) ?? INCONNUS[champ] ?? 'un autre élément'
  if (CHAMPS_DATES.has(champ) && estDateFloue(valeur)) return direDate(valeur)
  if (INSTANT.test(valeur)) return direDate(jourDe(new Date(valeur)))
  return valeur
}

/** Every id that these changes refer to: what to look up before telling them. */
export function idsCites(changements: readonly Pick<ChangementLu, 'objetId' | 'racineId' | 'avant' | 'apres'>[]): string[] {
  const ids = new Set<string>()
  const noter = (valeur: unknown): void => {
    if (typeof valeur === 'string' && UUID.test(valeur)) ids.add(valeur)
    else if (Array.isArray(valeur)) valeur.forEach(noter)
  }
  for (const { objetId, racineId, avant, apres } of changements) {
    noter(objetId)
    noter(racineId)
    for (const ligne of [avant, apres])
      for (const [champ, valeur] of Object.entries(ligne ?? {}))
        if (champ !== 'collectivite_id' && champ !== 'contour') noter(valeur)
  }
  return [...ids]
}
