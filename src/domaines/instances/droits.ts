import type { Acteur } from '#platform/acteur.ts'

/** Bodies and their meetings are kept by the coordination, helped by contributors. */
export const peutTenirInstances = (acteur: Acteur): boolean =>
  acteur.sorte === 'systeme' || acteur.role === 'coordination' || acteur.role === 'contributeur'

/** An invitation is answered by who follows its link or that of her own page, and by who keeps the meetings when someone answers by telephone. */
export const peutRepondre = (acteur: Acteur, invitation: { id: string; personneId: string | null }): boolean =>
  acteur.sorte === 'lien' ? [invitation.id, invitation.personneId].includes(acteur.sujetId) : peutTenirInstances(acteur)

/** The code shown in the room notes who uses it present at that meeting, and nothing else. */
export const peutSInscrire = (acteur: Acteur, seance: { id: string }): boolean =>
  acteur.sorte === 'lien' && acteur.sujetId === seance.id

/** A task is closed by who promised it, from her link, and by who keeps the meetings. */
export const peutTerminer = (acteur: Acteur, tache: { personneId: string | null }): boolean =>
  acteur.sorte === 'lien' ? acteur.sujetId === tache.personneId : peutTenirInstances(acteur)
/** A member follows the meetings from her own calendar, and keeps her own addresses only: nobody else's may be seen or stopped. */
export const peutSAbonner = (acteur: Acteur, { compteId }: { compteId: string | null }): boolean =>
  acteur.sorte === 'membre' && acteur.role !== null && acteur.compteId === compteId
/** A person of the directory follows her own meetings by the link of her page, and nobody else's. */
export const peutSuivreLesSiennes = (acteur: Acteur, { id }: { id: string }): boolean =>
  acteur.sorte === 'lien' && acteur.sujetId === id
