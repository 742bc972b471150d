import { direDate } from '#platform/dates.ts'
import { citer, compter } from '#platform/texte.ts'
import type { Situation, Tache } from './situation.ts'

/** The minutes that did not leave, the promises past their day, the statuses that wait. */
export function tachesDesSeances({ aRendre, tachesEnRetard, statutsProposes }: Situation): Tache[] {
  const taches: Tache[] = []
  for (const { id, instanceId, instance, jour: tenue } of aRendre.slice(0, 3))
    taches.push({
      cle: `rendu-${id}`,
      ton: 'trame',
      icone: 'discuter',
      titre: `Le compte rendu de ${citer(instance)} n’est pas parti`,
      pourquoi: `La séance s’est tenue le ${direDate(tenue)}\u00a0; toutes les personnes invitées l’attendent, présentes ou non.`,
      geste: 'L’écrire',
      href: `/instances/${instanceId}/seances/${id}/compte-rendu`
    })
  if (tachesEnRetard > 0)
    taches.push({
      cle: 'promesses',
      ton: 'trame',
      icone: 'horloge',
      titre: `${compter(tachesEnRetard, 'tâche décidée en séance est', 'tâches décidées en séance sont')} en retard`,
      pourquoi: 'Un rappel part tout seul chaque semaine à qui s’en est chargé.',
      geste: 'Les voir',
      href: '/instances/taches'
    })
  if (statutsProposes > 0)
    taches.push({
      cle: 'statuts',
      ton: 'trame',
      icone: 'discuter',
      titre: `${compter(statutsProposes, 'statut proposé par un pilote attend', 'statuts proposés par des pilotes attendent')} votre accord`,
      pourquoi: 'Ils ont répondu à votre demande de nouvelles. Acceptez, ou laissez tel quel.',
      geste: 'Décider',
      href: '/actions/demandes#proposes'
    })
  return taches
}
