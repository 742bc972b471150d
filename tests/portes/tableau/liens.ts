export const LIENS: Record<string, Record<string, string>> = {
  '/': { load: 'renvoi renvoi renvoi renvoi renvoi renvoi oui', '?/demonstration': '422 422 422 422 422 422 422' },
  commencer: { load: '404 404 404 404 404 404 404', '?/default': '422 422 422 422 422 422 422' },
  connexion: { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'connexion/[jeton]': { '?/default': 'oui oui oui oui oui oui oui' },
  courriels: { load: '404 404 404 404 404 404 404' },
  deconnexion: { load: 'renvoi renvoi renvoi renvoi renvoi renvoi renvoi', '?/default': 'oui oui oui oui oui oui oui' },
  'agenda/[adresse].ics': { GET: 'oui oui oui oui oui oui oui' },
  'invitation/[jeton]': {
    load: 'oui oui oui oui oui oui oui',
    '?/repondre': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui',
    '?/espace': 'oui oui oui oui oui oui oui'
  },
  'invitation/[jeton]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'invitation/[jeton]/documents/[support]': { GET: 'oui oui oui oui oui oui oui' },
  'invitation/[jeton]/seance.ics': { GET: 'oui oui oui oui oui oui oui' },
  'questions/[questionnaire]': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'presence/[code]': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'compte-rendu/[lettre]': {
    load: 'oui oui oui oui oui oui oui',
    '?/lu': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui',
    '?/espace': 'oui oui oui oui oui oui oui'
  },
  'compte-rendu/[lettre]/compte-rendu.[extension]': { GET: 'oui oui oui oui oui oui oui' },
  'compte-rendu/[lettre]/documents/[annexe]': { GET: 'oui oui oui oui oui oui oui' },
  'compte-rendu/[lettre]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'taches/[rappel]': {
    load: 'oui oui oui oui oui oui oui',
    '?/terminer': 'oui oui oui oui oui oui oui',
    '?/rouvrir': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui',
    '?/espace': 'oui oui oui oui oui oui oui'
  },
  'nouvelles/[demande]': {
    load: 'oui oui oui oui oui oui oui',
    '?/repondre': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui',
    '?/espace': 'oui oui oui oui oui oui oui'
  },
  'espace/[soi]': {
    load: 'oui oui oui oui oui oui oui',
    '?/repondre': 'oui oui oui oui oui oui oui',
    '?/terminer': 'oui oui oui oui oui oui oui',
    '?/rouvrir': 'oui oui oui oui oui oui oui',
    '?/nouvelles': 'oui oui oui oui oui oui oui',
    '?/corriger': 'oui oui oui oui oui oui oui',
    '?/appui': 'oui oui oui oui oui oui oui',
    '?/suivre': 'oui oui oui oui oui oui oui',
    '?/cesser': 'oui oui oui oui oui oui oui',
    '?/eteindre': 'oui oui oui oui oui oui oui',
    '?/redemander': 'oui oui oui oui oui oui oui'
  },
  'espace/[soi]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'espace/[soi]/compte-rendu/[rendu]/documents/[annexe]': { GET: 'oui oui oui oui oui oui oui' },
  'espace/[soi]/compte-rendu/[rendu]': { load: 'oui oui oui oui oui oui oui' },
  'espace/[soi]/compte-rendu/[rendu]/compte-rendu.[extension]': { GET: 'oui oui oui oui oui oui oui' },
  'nouvelles/[demande]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'taches/[rappel]/messages': { load: 'oui oui oui oui oui oui oui', '?/default': 'oui oui oui oui oui oui oui' },
  'public/[lieu]': { load: 'oui oui oui oui oui oui oui' },
  sante: { GET: 'oui oui oui oui oui oui oui' }
}
