import type { Acteur } from '#platform/acteur.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { peutTenirInstances } from '#domaines/instances/droits.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { surDesFiches, type GesteLu } from './regles/annulation.ts'

/** The coordination undoes any act; a contributor, what she did herself on actions. */
export const peutAnnuler = (acteur: Acteur, geste: Pick<GesteLu, 'acteurId' | 'tables'>): boolean =>
  acteur.sorte === 'systeme' ||
  acteur.role === 'coordination' ||
  (acteur.sorte === 'membre' && peutEcrireFiche(acteur) && geste.acteurId === acteur.compteId && surDesFiches(geste.tables))

/** Who brings back what was put aside: whoever may write it. */
export const peutRetablir = (acteur: Acteur, table: string): boolean => {
  if (table === 'quartiers') return peutReglerTerritoire(acteur)
  if (
    [
      'structures',
      'personnes',
      'relations',
      'echanges',
      'invitations_recues',
      'chartes',
      'ambassadeurs',
      'passations',
      'regroupements',
      'implantations',
      'formations'
    ].includes(table)
  )
    return peutTenirAnnuaire(acteur)
  if (['instances', 'seances', 'passages', 'supports'].includes(table)) return peutTenirInstances(acteur)
  return surDesFiches([table]) ? peutEcrireFiche(acteur) : peutEcrireContrat(acteur)
}

/** The link of her page is sent to a person by who keeps the directory. */
export const peutEnvoyerEspace = (acteur: Acteur): boolean => peutTenirAnnuaire(acteur)

/** And asked for by who follows the link of any of her letters, for herself. */
export const peutDemanderSonEspace = (acteur: Acteur, { sujetId }: { sujetId: string }): boolean =>
  acteur.sorte === 'lien' && acteur.sujetId === sujetId
