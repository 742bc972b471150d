import type { Decor } from '../decor.ts'
import { ce, envoyer, type Formulaires } from './envoi.ts'

export function formulairesDesLiens(d: Decor): Formulaires {
  return {
    '/?/demonstration': envoyer({ territoire: d.scene.slug }),
    'commencer?/default': envoyer({ courriel: 'nouvelle@exemple.fr', code: '94079' }),
    'connexion?/default': envoyer({ courriel: 'coordination@exemple.fr' }),
    'connexion/[jeton]?/default': ce('jeton', d.lien),
    'deconnexion?/default': envoyer(),
    'questions/[questionnaire]?/default': envoyer({ 'choix-1': '4', 'texte-2': 'Un café' }),
    'presence/[code]?/default': envoyer({ nom: 'Lou Petit', structure: 'CPTS' }),
    'compte-rendu/[lettre]?/lu': envoyer(),
    'compte-rendu/[lettre]?/redemander': envoyer(),
    'compte-rendu/[lettre]/messages?/default': envoyer({ courriels: 'lecture' }),
    'taches/[rappel]?/redemander': envoyer(),
    'nouvelles/[demande]?/repondre': envoyer({ id: d.demandeOuverte, texte: 'Le bilan avance.', statut: 'en_cours' }),
    'nouvelles/[demande]?/redemander': envoyer(),
    'nouvelles/[demande]/messages?/default': envoyer({ courriels: 'lecture' }),
    'taches/[rappel]?/terminer': envoyer({ id: d.tache }),
    'taches/[rappel]?/rouvrir': envoyer({ id: d.tacheFaite }),
    'taches/[rappel]/messages?/default': envoyer({ courriels: 'aucun' }),
    'invitation/[jeton]?/repondre': envoyer({ reponse: 'vient' }),
    'invitation/[jeton]?/redemander': envoyer(),
    'invitation/[jeton]/messages?/default': envoyer({ courriels: 'lecture' })
  }
}
