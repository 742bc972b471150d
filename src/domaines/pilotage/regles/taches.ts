import { direDate, type DateFloue } from '#platform/dates.ts'
import { compter, enumerer } from '#platform/texte.ts'
import type { PartieRequise } from '#domaines/territoires/schema.ts'
import { PARTIE_REQUISE } from '#domaines/territoires/libelles.ts'
import { direQuand } from '#domaines/contrats/libelles.ts'
import { echeanceAu, etatAu, finEffective } from '#domaines/contrats/regles/etat.ts'
import { attendLePrs } from '#domaines/contrats/regles/prs.ts'
import { manquesPourSigner, type SignatairePresent } from '#domaines/contrats/regles/signature.ts'
import type { EtapeContrat, Moment } from '#domaines/contrats/schema.ts'
import { compterManques } from '#domaines/actions/regles/matrice.ts'
import { direAReprendre } from '../libelles/appuis.ts'
import { joursDeRetard, joursDeSilence, SILENCE_PERMIS, type SuiviFiche } from '#domaines/actions/regles/suivi.ts'
import { aReprendre, type Depart } from './appuis.ts'

/** One thing that waits for the coordination, with its reason and the one act that settles it. */
export type Tache = {
  cle: string
  ton: 'alerte' | 'trame' | 'fil'
  icone: 'contrat' | 'signer' | 'alerte' | 'actions' | 'partenaires' | 'horloge' | 'importer' | 'discuter'
  titre: string
  pourquoi: string
  geste: string
  href: string
}

export type Situation = {
  contrat: {
    id: string
    intitule: string
    etape: EtapeContrat
    debut: DateFloue | null
    fin: DateFloue | null
    finProrogee: DateFloue | null
  } | null
  signataires: readonly SignatairePresent[]
  partiesRequises: readonly PartieRequise[]
  /** the last contract that ended, or that ends soon, and how many of its actions have no decided future */
  suite: { id: string; intitule: string; aDecider: number } | null
  /** the version of the regional plan that the contract refers to */
  prs: { sigle: string; parueLe: DateFloue | null } | null
  /** the meetings to which people were invited, and whose minutes did not leave */
  aRendre: readonly { id: string; instanceId: string; instance: string; jour: string }[]
  /** how many statuses pilots proposed that nobody accepted or left yet */
  statutsProposes: number
  /** people of whom nothing was heard for three years, and those who asked to be erased */
  sansContact: number
  partants: readonly { personneId: string; nom: string; prevuLe: string }[]
  /** who proposes to correct the directory by the link of her page, and how many of hers wait */
  corrections: readonly { personneId: string; personne: string; nombre: number }[]
  /** how many promises of the meetings are past their day */
  tachesEnRetard: number
  /** who left and of whom something is to be taken over */
  departs: readonly Depart[]
  /** nodes of the thematic tree */
  axes: number
  transversaux: number
  fiches: readonly (SuiviFiche & {
    id: string
    titre: string
    fin: DateFloue | null
    pilotee: boolean
    /** answers to the transversal axes of the contract, by moment */
    reponses: Readonly<Partial<Record<Moment, number>>>
    auContrat: boolean
    /** an action of the ASV names no priority quartier and does not say why */
    qpvManque: boolean
  })[]
}

/** Late actions named one by one; the others are counted together. */
const NOMMEES = 4

const nommerTrois = (fiches: readonly { titre: string }[]): string =>
  fiches
    .slice(0, 3)
    .map(({ titre }) => `« ${titre} »`)
    .join(', ') + (fiches.length > 3 ? '…' : '')

/** What waits for the coordination on a day, the most pressing first; hrefs are under the territory's address. */
export function tachesDuJour(
  {
    contrat,
    signataires,
    partiesRequises,
    suite,
    prs,
    aRendre,
    tachesEnRetard,
    statutsProposes,
    sansContact,
    partants,
    corrections,
    departs,
    axes,
    transversaux,
    fiches
  }: Situation,
  jour: string
): Tache[] {
  const taches: Tache[] = []
  if (!contrat) {
    taches.push({
      cle: 'premier',
      ton: 'fil',
      icone: 'importer',
      titre: 'Apporter votre plan d’action',
      pourquoi: 'Le tableur que vous avez devient un contrat, avec ses axes, ses fiches et ses partenaires.',
      geste: 'Importer un tableur',
      href: '/actions/importer'
    })
    taches.push({
      cle: 'nouveau',
      ton: 'fil',
      icone: 'contrat',
      titre: 'Ou écrire votre premier contrat',
      pourquoi: 'Un intitulé suffit pour commencer ; les dates peuvent venir plus tard.',
      geste: 'Nouveau contrat',
      href: '/contrats/nouveau'
    })
    return taches
  }
  const etat = etatAu(contrat, jour)
  const ici = `/contrats/${contrat.id}`
  if (etat === 'echu')
    taches.push({
      cle: 'echu',
      ton: 'alerte',
      icone: 'contrat',
      titre: `« ${contrat.intitule} » est échu`,
      pourquoi: `Il a pris fin en ${direDate(finEffective(contrat)!)}. Les actions continuent de vivre au portefeuille.`,
      geste: 'Préparer le suivant',
      href: `/contrats/nouveau?suite=${contrat.id}`
    })
  for (const { id, instanceId, instance, jour: tenue } of aRendre.slice(0, 3))
    taches.push({
      cle: `rendu-${id}`,
      ton: 'trame',
      icone: 'discuter',
      titre: `Le compte rendu de « ${instance} » n’est pas parti`,
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
  for (const { personneId, nom, prevuLe } of partants.slice(0, NOMMEES))
    taches.push({
      cle: `partant-${personneId}`,
      ton: 'trame',
      icone: 'partenaires',
      titre: `${nom} sera effacé·e le ${direDate(prevuLe)}`,
      pourquoi: 'La demande en a été faite. Il n’y a rien à faire, sauf si c’est une erreur.',
      geste: 'Voir sa page',
      href: `/partenaires/personnes/${personneId}`
    })
  for (const { personneId, personne, nombre } of corrections.slice(0, NOMMEES))
    taches.push({
      cle: `correction-${personneId}`,
      ton: 'fil',
      icone: 'partenaires',
      titre: `${personne} propose ${compter(nombre, 'correction')}`,
      pourquoi: 'Depuis la page que son lien ouvre\u00a0: l’annuaire n’est plus juste.',
      geste: 'Lire',
      href: `/partenaires/personnes/${personneId}#corrections`
    })
  for (const depart of aReprendre(departs).slice(0, NOMMEES))
    taches.push({
      cle: `depart-${depart.personneId}-${depart.structureId}`,
      ton: 'trame',
      icone: 'partenaires',
      titre: `${depart.personne} a quitté «\u202f${depart.structure}\u202f»`,
      pourquoi: `${direAReprendre(depart)}.`,
      geste: depart.note ? 'Lire la note de passation' : 'Voir ce qui est à reprendre',
      href: `/partenaires/personnes/${depart.personneId}/passation/${depart.structureId}`
    })
  if (suite && suite.aDecider > 0)
    taches.push({
      cle: 'suite',
      ton: 'trame',
      icone: 'actions',
      titre: `${compter(suite.aDecider, 'action attend', 'actions attendent')} qu’on dise ce qu’${suite.aDecider > 1 ? 'elles deviennent' : 'elle devient'}`,
      pourquoi: `Une action ne s’arrête pas avec son contrat\u00a0: « ${suite.intitule} ».`,
      geste: 'Le dire',
      href: `/contrats/${suite.id}/suite`
    })
  if (etat === 'prefiguration')
    taches.push({
      cle: 'prefiguration',
      ton: 'fil',
      icone: 'contrat',
      titre: `« ${contrat.intitule} » est en préfiguration`,
      pourquoi: 'Le diagnostic précède les axes. Quand il est là, le contrat passe en élaboration.',
      geste: 'Ouvrir le contrat',
      href: ici
    })
  if (prs && attendLePrs(contrat, prs, jour))
    taches.push({
      cle: 'prs',
      ton: 'trame',
      icone: 'horloge',
      titre: `« ${contrat.intitule} » attend le ${prs.sigle}`,
      pourquoi: prs.parueLe
        ? `Ce projet régional paraît ${direQuand(prs.parueLe)}. Les actions continuent de vivre au portefeuille.`
        : 'Ce projet régional n’a pas encore paru. Les actions continuent de vivre au portefeuille.',
      geste: 'Voir l’alignement',
      href: `${ici}/prs`
    })
  if (etat === 'elaboration' && axes === 0)
    taches.push({
      cle: 'axes',
      ton: 'fil',
      icone: 'contrat',
      titre: 'Les axes du contrat sont à écrire',
      pourquoi: 'Ils portent les actions. Le tableur d’un plan peut aussi les apporter.',
      geste: 'Écrire les axes',
      href: `${ici}/axes`
    })
  if (etat === 'elaboration' || etat === 'en_relecture') {
    const manques = manquesPourSigner(contrat, signataires, partiesRequises)
    const parties = manques.flatMap((manque) => (manque.sorte === 'partie' ? [PARTIE_REQUISE[manque.partie].toLowerCase()] : []))
    const pourquoi =
      parties.length > 0
        ? `Il manque ${enumerer(parties)}.`
        : manques.length > 0
          ? 'Il manque la période du contrat.'
          : 'Les parties requises sont là.'
    taches.push({
      cle: 'signature',
      ton: manques.length > 0 ? 'trame' : 'fil',
      icone: 'signer',
      titre: manques.length > 0 ? 'Le contrat ne peut pas encore être signé' : 'Le contrat peut être signé',
      pourquoi,
      geste: manques.length > 0 ? 'Voir ce qui manque' : 'Déclarer la signature',
      href: `${ici}/signature`
    })
  }
  const echeance = echeanceAu(contrat, jour)
  if (echeance?.aRenouveler)
    taches.push({
      cle: 'renouveler',
      ton: 'trame',
      icone: 'horloge',
      titre: 'Le renouvellement du contrat est à préparer',
      pourquoi: `Il court encore ${echeance.dire}.`,
      geste: 'Voir le contrat',
      href: ici
    })
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
  if (sansContact > 0)
    taches.push({
      cle: 'revoir',
      ton: 'fil',
      icone: 'partenaires',
      titre: `${compter(sansContact, 'personne')} sans nouvelles depuis trois ans`,
      pourquoi: 'Une liste de contacts se garde tant qu’elle sert. Gardez-les, ou effacez leurs coordonnées.',
      geste: 'Les revoir',
      href: '/partenaires/personnes/a-revoir'
    })
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
