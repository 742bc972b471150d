import { direDate } from '#platform/dates.ts'
import { citer, compter } from '#platform/texte.ts'
import { direAReprendre } from '../../libelles/appuis.ts'
import { aReprendre } from '../appuis.ts'
import { NOMMEES, type Situation, type Tache } from './situation.ts'

/** Who asked to be erased, who corrects the directory, who left something to take over. */
export function tachesDesPartenaires({ partants, appuis, corrections, departs }: Situation): Tache[] {
  const taches: Tache[] = []
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
  for (const { id, titre, structure } of appuis.slice(0, NOMMEES))
    taches.push({
      cle: `appui-${id}`,
      ton: 'fil',
      icone: 'partenaires',
      titre: `${structure} demande un appui`,
      pourquoi: `${citer(titre)}\u00a0: personne n’y a encore répondu.`,
      geste: 'Y répondre',
      href: '/partenaires/besoins?nature=appui'
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
  return taches
}

/** Addresses where letters do not arrive: nobody there knows of the next meeting. */
export function tacheDesAdresses({ perdues }: Situation): Tache[] {
  const [premiere] = perdues
  if (!premiere) return []
  const page = premiere.sorte === 'personne' ? `/partenaires/personnes/${premiere.id}` : `/partenaires/${premiere.id}`
  const noms = perdues.slice(0, NOMMEES).map(({ nom }) => nom)
  return [
    {
      cle: 'perdues',
      ton: 'trame',
      icone: 'partenaires',
      titre: compter(perdues.length, 'adresse à vérifier', 'adresses à vérifier'),
      pourquoi: `Le dernier courriel n’y est pas arrivé, ou on ne le sait pas\u00a0: ${noms.join(', ')}${perdues.length > NOMMEES ? '…' : '.'}`,
      geste: perdues.length === 1 ? 'La vérifier' : 'Les vérifier',
      href: perdues.length === 1 ? page : '/partenaires/personnes/a-revoir'
    }
  ]
}

/** People of whom nothing was heard for three years. */
export function tacheDeRevoir({ sansContact }: Situation): Tache[] {
  const taches: Tache[] = []
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
  return taches
}
