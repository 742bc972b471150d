import { direMontants, poidsDe, TAXES, type Montants } from '#platform/argent.ts'
import { ETATS_TROUVES } from '../schema/mots.ts'
import type { FicheBudget, LigneBudget } from './budget.ts'

/**
 * What some actions announce, and what of it is found, in cents. `annoncent`: how many actions announce a budget; `horsAnnonce` was found
 * by actions that announce none, `depasse` beyond what theirs announce, `reste` is still to find. What is announced with the tax is only
 * compared with money with it, and the same without; `autreTaxe` was found on the other side of the tax.
 */
export type Ecart = {
  annoncent: number
  previsionnel: Montants
  trouve: Montants
  horsAnnonce: Montants
  autreTaxe: Montants
  depasse: Montants
  reste: Montants
}

/**
 * What is found for an action: money that a funder has granted, paid or that is spent (the five states of the funding plan are prévu,
 * demandé, accordé, versé, consommé: reference B8); planned or asked for, it is not found. A sum goes from one state to the next: of one
 * funder and one year, only the greatest of the three counts.
 */
export function trouveDe(lignes: readonly LigneBudget[]): Montants {
  const trouve: Montants = { ht: 0, ttc: 0 }
  for (const siennes of Map.groupBy(lignes, ({ financeur, annee, taxe }) => `${financeur} ${annee} ${taxe}`).values())
    trouve[siennes[0]!.taxe] += Math.max(
      ...ETATS_TROUVES.map((etat) =>
        siennes.filter((ligne) => ligne.etat === etat).reduce((somme, { montant }) => somme + (montant ?? 0), 0)
      )
    )
  return trouve
}

/**
 * What remains to find, action by action: what one has too much does not pay for another. An action counts with its sub-actions; it
 * announces what it says, else what they say.
 */
export function ecartDuBudget(fiches: readonly FicheBudget[]): Ecart {
  const rien = (): Montants => ({ ht: 0, ttc: 0 })
  const ecart: Ecart = {
    annoncent: 0,
    previsionnel: rien(),
    trouve: rien(),
    horsAnnonce: rien(),
    autreTaxe: rien(),
    depasse: rien(),
    reste: rien()
  }
  for (const siennes of Map.groupBy(fiches, ({ id, parentId }) => parentId ?? id).values()) {
    const trouve = trouveDe(siennes.flatMap(({ financements }) => financements))
    const annonces = annoncesDe(siennes)
    if (annonces.length > 0) ecart.annoncent++
    for (const taxe of TAXES) {
      ecart.trouve[taxe] += trouve[taxe]
      const siens = annonces.filter((une) => une.previsionnelTaxe === taxe)
      if (annonces.length === 0) ecart.horsAnnonce[taxe] += trouve[taxe]
      else if (siens.length === 0) ecart.autreTaxe[taxe] += trouve[taxe]
      else {
        const annonce = siens.reduce((somme, { previsionnel }) => somme + previsionnel!, 0)
        ecart.previsionnel[taxe] += annonce
        ecart.reste[taxe] += Math.max(0, annonce - trouve[taxe])
        ecart.depasse[taxe] += Math.max(0, trouve[taxe] - annonce)
      }
    }
  }
  return ecart
}

function annoncesDe(siennes: readonly FicheBudget[]): FicheBudget[] {
  const dites = siennes.filter(({ previsionnel }) => previsionnel !== null)
  const action = dites.find(({ parentId }) => parentId === null)
  return action ? [action] : dites
}

const s = (montants: Montants) => (poidsDe(montants) < 200 ? '' : 's')

/** « 206 200 € à trouver sur 244 200 € annoncés »; what goes beyond is said, never a negative sum. */
export function titreDeLEcart({ previsionnel, reste, depasse }: Ecart): string {
  const annonces = `${direMontants(previsionnel)} annoncé${s(previsionnel)}`
  if (poidsDe(reste) > 0) return `${direMontants(reste)} à trouver sur ${annonces}`
  const exces = poidsDe(depasse) > 0 ? `, et ${direMontants(depasse)} les dépassent` : ''
  return `Les ${annonces} sont trouvés${exces}`
}

/** What remains, in a cell: « 206 200 € », « trouvé », « dépasse de 4 000 € », or both; « – » where nothing was announced. */
export function direReste({ previsionnel, reste, depasse }: Ecart): string {
  if (poidsDe(previsionnel) === 0) return '–'
  const exces = poidsDe(depasse) > 0 ? `dépasse de ${direMontants(depasse)}` : null
  if (poidsDe(reste) === 0) return exces ?? 'trouvé'
  return exces ? `${direMontants(reste)}\u202f; ailleurs, ${exces}` : direMontants(reste)
}

/** The same in full: what the fiches announce, what is found, what is not compared, what remains. */
export function direLEcart({ annoncent, previsionnel, trouve, horsAnnonce, autreTaxe, depasse, reste }: Ecart): string {
  // where all is announced without the tax, what bears it is told apart
  const sansTaxe = previsionnel.ttc === 0
  const vu = (montants: Montants): Montants => (sansTaxe ? { ...montants, ttc: 0 } : montants)
  const dont = [
    poidsDe(vu(horsAnnonce)) > 0 ? `${direMontants(vu(horsAnnonce))} pour des actions qui n’annoncent pas de budget` : null,
    poidsDe(depasse) > 0 ? `${direMontants(depasse)} au-delà de ce qu’annonce leur action` : null
  ].filter((dit) => dit !== null)
  const [compares, apart] = [vu(trouve), sansTaxe ? { ht: autreTaxe.ht, ttc: trouve.ttc } : autreTaxe]
  const phrases = [
    `${annoncent < 2 ? 'Une fiche annonce' : `${annoncent.toLocaleString('fr-FR')} fiches annoncent`} ${direMontants(previsionnel)} ${sansTaxe ? 'hors taxes ' : ''}de budget prévisionnel`,
    poidsDe(compares) > 0
      ? `${direMontants(compares)} ${poidsDe(compares) < 200 ? 'est trouvé' : 'sont trouvés'} (accordés, versés ou consommés)${dont.length > 0 ? `, dont ${dont.join(' et ')}` : ''}`
      : `rien n’est encore accordé, versé ni consommé${sansTaxe && trouve.ttc > 0 ? ' hors taxes' : ''}`,
    poidsDe(reste) > 0 ? `il reste ${direMontants(reste)} à trouver` : 'il ne reste rien à trouver'
  ]
  const suite = poidsDe(apart) > 0 ? ` ${direMontants(apart)} trouvés n’en sont pas retranchés.` : ''
  return `${phrases.join('\u202f; ')}.${suite}`
}
