import { jourDe } from '#platform/dates.ts'
import type { Decor } from '../decor.ts'
import { ce, envoyer, type Formulaires } from './envoi.ts'

const enFrancais = (jours: number) =>
  jourDe(new Date(Date.now() + jours * 86_400_000))
    .split('-')
    .toReversed()
    .join('/')

export function formulairesDesInstances(d: Decor): Formulaires {
  return {
    '[territoire]/instances/nouvelle?/default': envoyer({ nom: 'Comité technique', nature: 'cotech' }),
    '[territoire]/instances/[instance]?/modifier': envoyer({
      nom: 'Groupe accès aux droits',
      nature: 'groupe',
      placeDuCls: 'copilote'
    }),
    '[territoire]/instances/[instance]?/composer': envoyer({ 'sieges.0.role': 'membre', 'sieges.0.structure': 'CAF' }),
    '[territoire]/instances/[instance]?/prevoir-seance': envoyer({ jour: '9/12/2031', heure: '14 h', duree: '2 h' }),
    '[territoire]/instances/[instance]?/modifier-seance': envoyer({ id: d.seance, jour: '10/12/2031', duree: '90 minutes' }),
    '[territoire]/instances/[instance]?/annuler-seance': envoyer({ id: d.seance, motifAnnulation: 'La salle est prise.' }),
    '[territoire]/instances/[instance]?/maintenir-seance': envoyer({ id: d.seanceAnnulee }),
    '[territoire]/instances/[instance]?/retirer-seance': envoyer({ id: d.seanceAConvoquer }),
    '[territoire]/instances/[instance]?/noter-passage': ce('instance', d.participative, {
      date: '2026-01',
      qui: 'La direction',
      sujets: 'Le stationnement devant la maison de santé.'
    }),
    '[territoire]/instances/[instance]?/modifier-passage': ce('instance', d.participative, {
      id: d.passage,
      date: '2026-02',
      qui: 'La direction',
      sujets: 'Le bruit.',
      suite: 'Un mot au service des espaces publics.'
    }),
    '[territoire]/instances/[instance]?/retirer-passage': ce('instance', d.participative, { id: d.passage }),
    '[territoire]/instances/[instance]?/retablir-passage': ce('instance', d.participative, { id: d.passageRetire }),
    '[territoire]/instances/[instance]?/retablir-seance': envoyer({ id: d.seanceRetiree }),
    '[territoire]/instances/[instance]?/noter-interet': envoyer({ personne: 'Lou Petit' }),
    '[territoire]/instances/[instance]?/retirer-interet': envoyer({ personneId: d.ana }),
    '[territoire]/instances/[instance]?/prevoir-attente': envoyer({ id: d.attente }),
    '[territoire]/instances/[instance]?/ecarter-attente': envoyer({ id: d.attente }),
    '[territoire]/instances/[instance]?/reprendre-attente': envoyer({ id: d.attenteEcartee }),
    '[territoire]/instances/[instance]/seances/[seance]?/composer': envoyer({
      'points.0.temps': 'presentation',
      'points.0.structure': 'CPTS',
      'points.0.minutes': '20 minutes'
    }),
    '[territoire]/instances/[instance]/seances/[seance]?/convoquer': ce('seance', d.seanceAConvoquer, { choix: 'tous' }),
    '[territoire]/instances/[instance]/seances/[seance]?/relancer': envoyer(),
    '[territoire]/instances/[instance]/seances/[seance]?/renvoyer': envoyer({ id: d.envoiRefuse }),
    '[territoire]/instances/[instance]/seances/[seance]?/arrive': envoyer({ id: d.envoiRefuse }),
    '[territoire]/instances/[instance]/seances/[seance]?/vu': envoyer({ id: d.courrier }),
    '[territoire]/instances/[instance]/seances/[seance]?/rattacher': envoyer({ id: d.courrier, qui: 'ana@ccas.fr' }),
    '[territoire]/instances/[instance]/seances/[seance]?/joindre-support': envoyer({
      fichier: new File(['Ordre du jour'], 'ordre du jour.txt')
    }),
    '[territoire]/instances/[instance]/seances/[seance]?/retirer-support': envoyer({ id: d.support }),
    '[territoire]/instances/[instance]/seances/[seance]?/retablir-support': envoyer({ id: d.supportRetire }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/emarger': ce('seance', d.seanceTenue, {
      invitationId: d.invitationTenue
    }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/effacer': ce('seance', d.seanceTenue, { id: d.emargement }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/accueillir': ce('seance', d.seanceTenue, {
      nom: 'Éva Stern',
      structure: 'CAF',
      garder: 'oui'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/reconnaitre': ce('seance', d.seanceTenue, {
      id: d.emargement
    }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/code': ce('seance', d.seanceTenue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/noter': ce('seance', d.seanceTenue, {
      id: d.point,
      notes: 'Le bus roule.',
      lu: ''
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/introduire': ce('seance', d.seanceTenue, {
      introduction: 'Deux heures denses.'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/conclure': ce('seance', d.seanceTenue, {
      sorte: 'besoin',
      texte: 'Un local'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/retirer-conclusion': ce('seance', d.seanceTenue, {
      id: d.conclusion
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/confier': ce('seance', d.seanceTenue, {
      texte: 'Écrire',
      personne: 'Ana Roy'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/retirer-tache': ce('seance', d.seanceTenue, {
      id: d.tache
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/naitre': ce('seance', d.seanceTenue, {
      titre: 'Bus du sommeil'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/valider': ce('seance', d.seanceTenue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/rouvrir': ce('seance', d.seanceRendue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/envoyer': ce('seance', d.seanceRendue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/clore': ce('seance', d.seanceSansAdresse),
    '[territoire]/instances/taches?/terminer': envoyer({ id: d.tache }),
    '[territoire]/instances/taches?/rouvrir': envoyer({ id: d.tacheFaite }),
    '[territoire]/instances/taches?/modifier': envoyer({ id: d.tache, texte: 'Trouver deux salles', personne: 'Ana Roy' }),
    '[territoire]/instances/taches?/rappeler': envoyer(),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/ouvrir': ce('seance', d.seanceTenue, {
      'questions.0.genre': 'texte',
      'questions.0.intitule': 'Que vous a-t-il manqué ?',
      fermeLe: enFrancais(10)
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/formuler': ce('seance', d.seanceTenue, {
      id: d.questionnaireNeuf,
      'questions.0.intitule': 'Que vous a-t-il manqué ?'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/rouvrir': ce('seance', d.seanceRendue, {
      id: d.idQuestionnaireOuvert,
      fermeLe: enFrancais(20)
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/fermer': ce('seance', d.seanceRendue, {
      id: d.idQuestionnaireOuvert
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/proposer': ce('seance', d.seanceRendue, {
      reponseId: d.reponse
    }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/composer': envoyer({
      tours: '3',
      minutes: '5',
      depuis: '3',
      gens: d.inscrits
    }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/noter': envoyer({ id: d.rencontre, promesse: 'Se revoir' }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/noter-table': envoyer({
      id: d.rencontre,
      'promesses.0.paire': d.rencontre,
      'promesses.0.promesse': 'Se revoir'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/tenir': envoyer({ id: d.rencontre, tenue: 'oui' }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/transmettre': ce('seance', d.seanceTenue),
    '[territoire]/instances/agenda?/abonner': envoyer({ quoi: 'territoire' }),
    '[territoire]/instances/agenda?/renouveler': envoyer({ id: d.abonnement }),
    '[territoire]/instances/agenda?/fermer': envoyer({ id: d.abonnement }),
    '[territoire]/instances/[instance]?/retirer': envoyer(),
    '[territoire]/instances/[instance]?/retablir': ce('instance', d.instanceRetiree)
  }
}
