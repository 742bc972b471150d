import { direDate } from '#platform/dates.ts'
import { enumerer } from '#platform/texte.ts'
import { JOURS_AVANT_EFFACEMENT, type MotifEffacement } from '../schema/effacements.ts'

/** Why someone is erased, as the coordination says it. */
export const MOTIF_EFFACEMENT: Record<MotifEffacement, string> = {
  demande: 'Cette personne l’a demandé',
  sans_contact: 'Nous n’avons plus de contact',
  accord_fini: 'Son accord a pris fin'
}

/** A link that is out of date erases nobody: who holds it may have found it. */
export const LIEN_TROP_VIEUX =
  'Ce lien a servi longtemps\u00a0: par prudence, il ne permet plus d’effacer quelqu’un. Revenez à la page d’avant pour en recevoir un nouveau.'

/** Why nobody is erased, as said to who asked. */
export function direRefusEffacer(raison: string, { nom, contrats }: { nom?: unknown; contrats?: unknown } = {}): string {
  if (raison === 'lien_perime') return LIEN_TROP_VIEUX
  if (raison === 'deja_demande') return 'Son effacement est déjà demandé\u00a0: la date est sur sa page.'
  const cites = enumerer((contrats as string[]).map((contrat) => `«\u202f${contrat}\u202f»`))
  const qui = typeof nom === 'string' ? nom : 'Cette personne'
  return `${qui} a signé ${cites}\u00a0: un contrat signé est un acte public, il garde le nom de ses signataires. Rien n’a été effacé. Vous pouvez vider ses coordonnées et ne plus lui écrire.`
}

/** What is about to happen, before it does, and when. */
export const CE_QUI_S_EFFACE =
  'Effacer quelqu’un enlève son nom, ses adresses, ses fonctions et tout ce qui le désigne, dans l’historique aussi. Les présences et les courriels restent comptés, sans nom. Les phrases écrites librement (notes, comptes rendus) ne changent pas\u00a0: relisez celles qui le citent.'
export const DELAI_DIT = `L’annuaire l’oublie tout de suite, tout le reste ${JOURS_AVANT_EFFACEMENT}\u00a0jours plus tard. Jusque-là, vous pouvez revenir en arrière.`

/** « Effacement prévu le 30 novembre 2026 ». */
export const direEffacementPrevu = (prevuLe: string): string => `Effacement prévu le ${direDate(prevuLe)}`

/** Erasures as the history tells them. */
export const ACTES_EFFACEMENTS: Record<string, string> = {
  'personne.demander_effacement': 'a demandé l’effacement d’une personne',
  'personne.demander_a_partir': 'a demandé à être effacé·e',
  'personne.garder': 'a renoncé à l’effacement d’une personne',
  'personnes.demander_effacement': 'a demandé l’effacement de plusieurs personnes',
  'personnes.reconduire': 'a gardé des contacts dont on était sans nouvelles',
  'personnes.effacer': 'a effacé des personnes'
}
export const OBJETS_EFFACEMENTS: Record<string, string> = { effacements: 'Effacement' }
export const CHAMPS_EFFACEMENTS: Record<string, string> = {
  'effacements.motif': 'Pourquoi',
  demande_le: 'Demandé le',
  prevu_le: 'Prévu le',
  fait_le: 'Fait le',
  revue_le: 'Contact revu le'
}
export const VALEURS_EFFACEMENTS: Record<string, Record<string, string>> = { 'effacements.motif': MOTIF_EFFACEMENT }
