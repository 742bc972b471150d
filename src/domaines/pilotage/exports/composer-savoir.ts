import { direDepuis, direDate, direPeriode, jourDe } from '#platform/dates.ts'
import { compter, enumerer, majuscule } from '#platform/texte.ts'
import { titre, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'
import { habiller } from '#domaines/actions/exports/habiller.ts'
import { puces, reperes, tableau } from '#domaines/actions/exports/pieces.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { ROLE_INTERVENANT } from '#domaines/actions/libelles.ts'
import { ROLE_SIEGE } from '#domaines/instances/libelles.ts'
import { COURRIELS_DITS, NATURE_ENVOI, REPONSE } from '#domaines/instances/libelles/invitations.ts'
import { direOrigine } from '#domaines/partenaires/libelles/provenances.ts'
import { DEMANDE_AUX_HABITANTS } from '#domaines/partenaires/libelles/volontaires.ts'
import type { DemandeAuxHabitants } from '#domaines/partenaires/schema/volontaires.ts'
import type { AutreTrace, Savoir } from '../queries/savoir.server.ts'

const jour = (instant: string) => direDate(jourDe(new Date(instant)))

/** What the product holds on a person, as a document given to her (R-122): nothing of it is a code, a rank or a number of the product. */
export function composerSavoir(lu: Savoir, quand: Date, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  const { provenance } = lu
  const connue = provenance && [direOrigine(provenance), provenance.par].filter(Boolean).join(', ')
  return {
    titre: `Ce que nous savons de ${lu.nom}`,
    auteur: lu.territoire,
    ...habiller(habillage, { nom: lu.territoire }, 'Données personnelles'),
    mention: null,
    ouverture: {
      pleinePage: false,
      surtitre: lu.territoire,
      titre: `Ce que nous savons de ${lu.nom}`,
      sousTitre: `Au ${direDate(jourDe(quand))}`,
      ligne: null,
      parties: [],
      reperes: []
    },
    sommaire: false,
    blocs: [
      titre(1, 'Vos coordonnées'),
      ...reperes([
        ['Nom', lu.nom],
        ['Adresse électronique', lu.courriel],
        ['Téléphone', lu.telephone],
        ['Dans notre annuaire', direDepuis(jourDe(new Date(lu.creeLe)))],
        ['Comment nous nous sommes connus', connue],
        ['Ce que vous avez choisi de recevoir', COURRIELS_DITS[lu.courriels].libelle]
      ]),
      {
        bloc: 'paragraphe',
        texte: `Nous gardons ces informations pour vous inviter aux rencontres du contrat local de santé et vous en rendre compte (mission d’intérêt public, RGPD, article 6.1.e). Elles ne vont à personne d’autre. Sans contact pendant trois ans, nous nous demandons s’il faut encore les garder.${lu.coordination ? ` Pour les corriger, ne plus rien recevoir ou être effacé·e, écrivez à ${lu.coordination}.` : ''}`
      },
      ...sous(
        'Vos fonctions',
        tableau(lu.fonctions, [
          ['Structure', 4, ({ structure }) => structure],
          ['Fonction', 3, ({ intitule }) => intitule],
          ['Période', 3, ({ debut, fin }) => direPeriode(debut, fin)]
        ])
      ),
      ...sous(
        'Les instances où vous siégez',
        tableau(lu.sieges, [
          ['Instance', 5, ({ instance }) => instance],
          ['À quel titre', 3, ({ role, qualite }) => [ROLE_SIEGE[role], qualite].filter(Boolean).join(', ')]
        ])
      ),
      ...sous(
        'Les actions où vous êtes nommé·e',
        tableau(lu.actions, [
          ['Action', 5, ({ titre: action }) => action],
          ['Comment', 3, ({ role, detail }) => [ROLE_INTERVENANT[role], detail].filter(Boolean).join(', ')]
        ])
      ),
      ...sous(
        'Les rencontres auxquelles vous étiez invité·e, ou présent·e',
        tableau(lu.seances, [
          ['Jour', 2, (seance) => direDate(seance.jour)],
          ['Rencontre', 4, ({ instance }) => instance],
          [
            'Votre réponse',
            3,
            ({ reponse, remplacant }) =>
              reponse === null ? 'aucune' : `${majuscule(REPONSE[reponse].liste[0])}${remplacant ? ` (${remplacant})` : ''}`
          ],
          ['Présence notée', 2, ({ venue }) => (venue ? 'oui' : 'non')]
        ])
      ),
      ...sous(
        'Ce dont vous vous êtes chargé·e',
        tableau(lu.taches, [
          ['Tâche', 5, ({ texte }) => texte],
          ['Décidée', 3, ({ instance, jour: le }) => `${instance}, ${direDate(le)}`],
          ['Faite', 2, ({ faiteLe }) => (faiteLe ? jour(faiteLe) : 'pas encore')]
        ])
      ),
      ...sous(
        'Les nouvelles qui vous ont été demandées',
        tableau(lu.nouvelles, [
          ['Action', 4, ({ action }) => action],
          ['Demandées', 2, ({ demandeeLe }) => jour(demandeeLe)],
          ['Votre réponse', 4, ({ repondueLe, texte }) => texte ?? (repondueLe ? 'rien de nouveau' : 'aucune')]
        ])
      ),
      ...sous(
        'Les courriels que nous vous avons écrits',
        tableau(lu.envois, [
          ['Courriel', 4, ({ nature }) => majuscule(NATURE_ENVOI[nature])],
          ['Combien', 2, ({ combien }) => compter(combien, 'fois', 'fois')],
          ['Le dernier', 3, ({ dernier }) => jour(dernier)]
        ])
      ),
      ...sous(
        'Ambassadrice ou ambassadeur santé',
        tableau(lu.ambassades, [
          ['Quartier', 4, ({ quartier }) => quartier],
          ['Accord donné', 2, ({ accordLe }) => direDate(accordLe)],
          ['Période', 3, ({ debut, fin }) => direPeriode(debut, fin)]
        ])
      ),
      ...sous('Les groupes qui vous intéressent', puces(lu.interets)),
      ...sous(
        'Les contrats que vous signez',
        tableau(lu.signatures, [
          ['Contrat', 5, ({ contrat }) => contrat],
          ['En qualité de', 3, ({ qualite }) => qualite],
          ['Signé le', 2, ({ signeLe }) => signeLe && direDate(signeLe)]
        ])
      ),
      ...sous(
        'Ce que nous avons encore noté',
        tableau(lu.autres, [
          ['Quoi', 3, ({ quoi }) => AUTRE_TRACE[quoi]],
          ['Ce qui est écrit', 5, direAutre],
          ['Quand', 2, ({ quand }) => quand && direDate(quand)]
        ])
      )
    ]
  }
}

const AUTRE_TRACE: Record<AutreTrace, string> = {
  correction: 'Ce que vous nous avez demandé de corriger',
  accord: 'Votre accord pour être sollicité·e comme habitant·e',
  accord_fin: 'Jusqu’à quand vaut cet accord',
  passation: 'Note laissée à qui vous succède',
  echange: 'Offre, besoin ou idée dont vous êtes le contact',
  charte: 'Charte où vous êtes nommé·e',
  rencontres: 'Rencontres express où vous étiez inscrit·e',
  rencontres_contact: 'Contact échangé après des rencontres express',
  amenees: 'Personnes que vous nous avez fait connaître',
  agenda: 'Adresse secrète par laquelle votre agenda suit vos rencontres',
  effacement: 'Votre demande d’être effacé·e'
}

/** What a trace says, in words; whom else it concerns is not hers to read. */
const direAutre = ({ quoi, texte }: Savoir['autres'][number]): string | null =>
  quoi === 'accord'
    ? enumerer((texte ?? '').split(' ').flatMap((une) => DEMANDE_AUX_HABITANTS[une as DemandeAuxHabitants]?.court ?? []))
    : texte

const sous = (texte: string, blocs: Bloc[]): Bloc[] => (blocs.length === 0 ? [] : [titre(2, texte), ...blocs])
