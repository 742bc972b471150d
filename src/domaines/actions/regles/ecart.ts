import { direMontant, type Montants } from '#platform/argent.ts'
import { ETATS_TROUVES } from '../schema/mots.ts'
import type { FicheBudget, LigneBudget } from './budget.ts'

/**
 * What some actions announce, and what of it is found, in cents. `annoncent`: how many actions announce a budget; `horsAnnonce` was found
 * by actions that announce none, `depasse` beyond what theirs announce, `reste` is still to find. Announced budgets are without the tax:
 * only money without it is compared with them.
 */
export type Ecart = {
  annoncent: number
  previsionnel: number
  trouve: Montants
  horsAnnonce: number
  depasse: number
  reste: number
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
  const ecart: Ecart = { annoncent: 0, previsionnel: 0, trouve: { ht: 0, ttc: 0 }, horsAnnonce: 0, depasse: 0, reste: 0 }
  for (const siennes of Map.groupBy(fiches, ({ id, parentId }) => parentId ?? id).values()) {
    const { ht, ttc } = trouveDe(siennes.flatMap(({ financements }) => financements))
    ecart.trouve.ht += ht
    ecart.trouve.ttc += ttc
    const annonce = annonceDe(siennes)
    if (annonce === null) ecart.horsAnnonce += ht
    else {
      ecart.annoncent++
      ecart.previsionnel += annonce
      ecart.reste += Math.max(0, annonce - ht)
      ecart.depasse += Math.max(0, ht - annonce)
    }
  }
  return ecart
}

function annonceDe(siennes: readonly FicheBudget[]): number | null {
  const action = siennes.find(({ parentId }) => parentId === null)
  if (action && action.previsionnel !== null) return action.previsionnel
  const dites = siennes.flatMap(({ previsionnel }) => previsionnel ?? [])
  return dites.length > 0 ? dites.reduce((somme, montant) => somme + montant, 0) : null
}

const s = (montant: number) => (montant < 200 ? '' : 's')

/** « 206 200 € à trouver sur 244 200 € annoncés »; what goes beyond is said, never a negative sum. */
export function titreDeLEcart({ previsionnel, reste, depasse }: Ecart): string {
  const annonces = `${direMontant(previsionnel)} annoncé${s(previsionnel)}`
  if (reste > 0) return `${direMontant(reste)} à trouver sur ${annonces}`
  return depasse > 0 ? `Les ${annonces} sont trouvés, et ${direMontant(depasse)} les dépassent` : `Les ${annonces} sont trouvés`
}

/** What remains, in a cell: « 206 200 € », « trouvé », « dépasse de 4 000 € », or both; « – » where nothing was announced. */
export function direReste({ previsionnel, reste, depasse }: Ecart): string {
  if (previsionnel === 0) return '–'
  const exces = depasse > 0 ? `dépasse de ${direMontant(depasse)}` : null
  if (reste === 0) return exces ?? 'trouvé'
  return exces ? `${direMontant(reste)}\u202f; ailleurs, ${exces}` : direMontant(reste)
}

/** The same in full: what the fiches announce, what is found, what is not compared, what remains. */
export function direLEcart({ annoncent, previsionnel, trouve, horsAnnonce, depasse, reste }: Ecart): string {
  const dont = [
    horsAnnonce > 0 ? `${direMontant(horsAnnonce)} pour des actions qui n’annoncent pas de budget` : null,
    depasse > 0 ? `${direMontant(depasse)} au-delà de ce qu’annonce leur action` : null
  ].filter((dit) => dit !== null)
  const phrases = [
    `${annoncent < 2 ? 'Une fiche annonce' : `${annoncent.toLocaleString('fr-FR')} fiches annoncent`} ${direMontant(previsionnel)} hors taxes de budget prévisionnel`,
    trouve.ht > 0
      ? `${direMontant(trouve.ht)} ${trouve.ht < 200 ? 'est trouvé' : 'sont trouvés'} (accordés, versés ou consommés)${dont.length > 0 ? `, dont ${dont.join(' et ')}` : ''}`
      : `rien n’est encore accordé, versé ni consommé${trouve.ttc > 0 ? ' hors taxes' : ''}`,
    reste > 0 ? `il reste ${direMontant(reste)} à trouver` : 'il ne reste rien à trouver'
  ]
  const ttc = trouve.ttc > 0 ? ` ${direMontant(trouve.ttc)} TTC trouvés n’en sont pas retranchés.` : ''
  return `${phrases.join('\u202f; ')}.${ttc}`
}
