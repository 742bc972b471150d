import { compter } from '#platform/texte.ts'
import { compterManques } from '#domaines/actions/regles/matrice.ts'
import { joursDeRetard, joursDeSilence, SILENCE_PERMIS } from '#domaines/actions/regles/suivi.ts'
import { NOMMEES, type Situation, type Tache } from './situation.ts'

const nommerTrois = (fiches: readonly { titre: string }[]): string =>
  fiches
    .slice(0, 3)
    .map(({ titre }) => `« ${titre} »`)
    .join(', ') + (fiches.length > 3 ? '…' : '')

/** The late, the silent, the pilotless and those of the ASV that name no quartier. */
export function tachesDesFiches({ fiches }: Situation, jour: string): Tache[] {
  const taches: Tache[] = []
  const vivantes = fiches.filter(({ statut }) => statut !== 'realise' && statut !== 'abandonne')
  const echues = vivantes.filter((candidate) => joursDeRetard(candidate, jour) > 0)
  for (const fiche of echues.slice(0, NOMMEES))
    taches.push({
      cle: `retard-${fiche.id}`,
      ton: 'alerte',
      icone: 'alerte',
      titre: fiche.titre,
      pourquoi: `L’échéance est passée depuis ${compter(joursDeRetard(fiche, jour), 'jour')}.`,
      geste: 'Mettre à jour',
      href: `/actions/${fiche.id}?modifier=bref#bref`
    })
  if (echues.length > NOMMEES)
    taches.push({
      cle: 'retards',
      ton: 'alerte',
      icone: 'alerte',
      titre: compter(echues.length - NOMMEES, 'autre action a passé son échéance', 'autres actions ont passé leur échéance'),
      pourquoi: 'Les plus anciennes sont nommées ici ; le portefeuille les donne toutes, par échéance.',
      geste: 'Voir les actions',
      href: '/actions?grouper=aucun&tri=fin'
    })
  const silencieuses = fiches.filter((candidate) => joursDeSilence(candidate, jour) > 0)
  if (silencieuses.length > 0)
    taches.push({
      cle: 'silence',
      ton: 'trame',
      icone: 'discuter',
      titre: `${compter(silencieuses.length, 'action est', 'actions sont')} sans nouvelles depuis plus de ${SILENCE_PERMIS} jours`,
      pourquoi: nommerTrois(silencieuses),
      geste: silencieuses.length === 1 ? 'Noter une nouvelle' : 'En demander',
      href: silencieuses.length === 1 ? `/actions/${silencieuses[0]!.id}#nouvelles` : '/actions/demandes'
    })
  const orphelines = vivantes.filter((fiche) => !fiche.pilotee)
  if (orphelines.length > 0)
    taches.push({
      cle: 'pilotes',
      ton: 'trame',
      icone: 'partenaires',
      titre: `${compter(orphelines.length, 'action n’a', 'actions n’ont')} pas de pilote`,
      pourquoi: nommerTrois(orphelines),
      geste: orphelines.length === 1 ? 'Nommer un pilote' : 'Voir les actions',
      href:
        orphelines.length === 1 ? `/actions/${orphelines[0]!.id}?modifier=intervenants#intervenants` : '/actions?grouper=pilote'
    })
  const sansQpv = vivantes.filter(({ qpvManque }) => qpvManque)
  if (sansQpv.length > 0)
    taches.push({
      cle: 'qpv',
      ton: 'trame',
      icone: 'alerte',
      titre: `${compter(sansQpv.length, 'action de l’ASV ne nomme', 'actions de l’ASV ne nomment')} aucun quartier prioritaire`,
      pourquoi: `${nommerTrois(sansQpv)}. Dites lequel, ou pourquoi aucun.`,
      geste: sansQpv.length === 1 ? 'Le dire' : 'Voir les actions',
      href: sansQpv.length === 1 ? `/actions/${sansQpv[0]!.id}?modifier=quartiers#quartiers` : '/actions?programme=asv'
    })
  return taches
}

/** The answers still owed to the transversal axes. */
export function tacheDesTransversaux({ fiches, transversaux }: Situation): Tache[] {
  const taches: Tache[] = []
  const debitrices = fiches
    .filter(({ auContrat }) => auContrat)
    .map(({ id, statut, reponses }) => ({ id, manquent: compterManques(statut, transversaux, reponses) }))
    .filter(({ manquent }) => manquent > 0)
  if (debitrices.length > 0)
    taches.push({
      cle: 'transversaux',
      ton: 'fil',
      icone: 'actions',
      titre: `${compter(debitrices.length, 'action doit', 'actions doivent')} encore ${compter(
        debitrices.reduce((somme, { manquent }) => somme + manquent, 0),
        'réponse'
      )} aux questions du contrat`,
      pourquoi: 'Chaque axe transversal pose la sienne quand on conçoit l’action, quand on la mène et quand on l’évalue.',
      geste: debitrices.length === 1 ? 'Répondre' : 'Voir la matrice',
      href: debitrices.length === 1 ? `/actions/${debitrices[0]!.id}#reponse` : '/actions/matrice?manque=oui'
    })
  return taches
}
