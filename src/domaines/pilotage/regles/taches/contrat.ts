import { direDate, direQuand } from '#platform/dates.ts'
import { compter, enumerer } from '#platform/texte.ts'
import { PARTIE_REQUISE } from '#domaines/territoires/libelles.ts'
import { echeanceAu, etatAu, finEffective } from '#domaines/contrats/regles/etat.ts'
import { attendLePrs } from '#domaines/contrats/regles/prs.ts'
import { manquesPourSigner } from '#domaines/contrats/regles/signature.ts'
import type { Situation, Tache } from './situation.ts'

type Contrat = NonNullable<Situation['contrat']>

const PREMIER: Tache = {
  cle: 'premier',
  ton: 'fil',
  icone: 'importer',
  titre: 'Apporter votre plan d’action',
  pourquoi: 'Le tableur que vous avez devient un contrat, avec ses axes, ses fiches et ses partenaires.',
  geste: 'Importer un tableur',
  href: '/actions/importer'
}
const NOUVEAU: Tache = {
  cle: 'nouveau',
  ton: 'fil',
  icone: 'contrat',
  titre: 'Ou écrire votre premier contrat',
  pourquoi: 'Un intitulé suffit pour commencer ; les dates peuvent venir plus tard.',
  geste: 'Nouveau contrat',
  href: '/contrats/nouveau'
}

/** Where there is no contract yet: bring the plan, or write the first. */
export const tachesSansContrat = (): Tache[] => [PREMIER, NOUVEAU]

/** The contract that is over. */
export function tacheDuContratEchu(contrat: Contrat, jour: string): Tache[] {
  const taches: Tache[] = []
  const etat = etatAu(contrat, jour)
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
  return taches
}

/** What each stage of its life asks: its actions' future, the regional plan, its axes, its signature, its renewal. */
export function tachesDuContrat(
  contrat: Contrat,
  { suite, prs, axes, signataires, partiesRequises }: Situation,
  jour: string
): Tache[] {
  const taches: Tache[] = []
  const etat = etatAu(contrat, jour)
  const ici = `/contrats/${contrat.id}`
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
  return taches
}
