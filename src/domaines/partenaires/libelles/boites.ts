import { compter, enumerer } from '#platform/texte.ts'
import type { CHIFFREMENTS, FauteDeReleve, RaisonDeGarder, Releve } from '../schema/boites.ts'

export const CHIFFREMENT: Record<(typeof CHIFFREMENTS)[number], string> = {
  tls: 'TLS dès la connexion (port 993, le plus courant)',
  starttls: 'STARTTLS (port 143)',
  aucun: 'Aucun, pour un serveur de cette machine seulement'
}

/** What was met at the door of the mailbox, and what to do. */
export const FAUTE_DE_RELEVE: Record<FauteDeReleve, string> = {
  nom_introuvable: 'Ce serveur n’existe pas sous ce nom\u00a0: vérifiez comment il s’écrit.',
  refusee: 'Le serveur existe, mais refuse la connexion sur ce port\u00a0: vérifiez le port et le chiffrement.',
  sans_reponse: 'Le serveur ne répond pas\u00a0: vérifiez son nom, le port et le chiffrement, puis réessayez.',
  certificat:
    'Le serveur ne prouve pas qui il est\u00a0: son certificat n’est pas reconnu, ou il est au nom d’un autre. Demandez le bon nom à qui le tient.',
  chiffrement: 'Le serveur ne parle pas ce chiffrement sur ce port\u00a0: essayez TLS sur 993, ou STARTTLS sur 143.',
  mot_de_passe:
    'Le serveur a refusé ce compte ou ce mot de passe. Certains fournisseurs demandent un «\u00a0mot de passe d’application\u00a0».',
  dossier: 'On entre bien dans la boîte, mais ce dossier n’y est pas\u00a0: vérifiez comment il s’écrit. INBOX y est toujours.',
  coupee: 'La connexion s’est coupée pendant la lecture. Rien n’est perdu\u00a0: la lecture reprendra où elle en était.',
  cle_changee: 'Le mot de passe gardé ne se lit plus, parce que la clé de l’installation a changé\u00a0: donnez-le de nouveau.'
}

/** Under which field a fault is said. */
export const CHAMP_DE_LA_FAUTE: Record<FauteDeReleve, string> = {
  nom_introuvable: 'hote',
  refusee: 'port',
  sans_reponse: 'hote',
  certificat: 'hote',
  chiffrement: 'chiffrement',
  mot_de_passe: 'motDePasse',
  dossier: 'dossier',
  coupee: 'hote',
  cle_changee: 'motDePasse'
}

export const direRefusBoite = (raison: string): string =>
  raison === 'mot_de_passe_manque'
    ? 'Donnez le mot de passe de la boîte.'
    : (FAUTE_DE_RELEVE[raison as FauteDeReleve] ?? 'Cela n’a pas pu se faire.')

/** Why a letter that came waits for someone. */
export const RAISON_DE_GARDER: Record<RaisonDeGarder, string> = {
  adresse_inconnue: 'répond par son agenda, depuis une adresse qui n’est pas invitée',
  autre_expediteur: 'répond par son agenda, mais le courriel ne vient pas de l’adresse au nom de laquelle il parle',
  date_depassee: 'répond par son agenda à la date d’avant le changement',
  peut_etre: 'répond «\u00a0peut-être\u00a0» par son agenda',
  autre_horaire: 'propose un autre horaire par son agenda\u00a0: son courriel dit lequel',
  trop_tard: 'répond par son agenda, après la séance ou son annulation',
  reponse_ecrite: 'répond par écrit',
  retour_inconnu: 'annonce un retour que Tisserand ne peut pas rattacher à coup sûr à un de ses courriels'
}

/** What a status says of an address, in plain words; null when it says nothing that helps. */
export function direStatut(statut: string | null): string | null {
  const [classe, sujet, detail] = (statut ?? '').split('.')
  if (!classe || sujet === undefined) return null
  if (classe === '4') return 'Son serveur ne l’a pas encore pris, et réessaie de lui-même'
  if (sujet === '1' && detail === '2') return 'Le domaine de cette adresse n’existe pas'
  if (sujet === '1') return 'Cette adresse n’existe pas, ou plus'
  if (sujet === '2' && detail === '2') return 'Sa boîte est pleine'
  if (sujet === '2') return 'Sa boîte ne reçoit plus'
  if (sujet === '3' && detail === '4') return 'Le courriel est trop gros pour son serveur'
  if (sujet === '4') return 'Son serveur n’a pas répondu pendant plusieurs jours'
  if (sujet === '7') return 'Son serveur refuse nos courriels'
  return null
}

/** « 12 courriels lus : 2 réponses d’agenda notées, 1 refus. » */
export function direReleve({ lus, reponses, refus, retards, gardes }: Releve): string {
  if (lus === 0) return 'Aucun nouveau courriel.'
  const dits = [
    ...(reponses > 0 ? [compter(reponses, 'réponse d’agenda notée', 'réponses d’agenda notées')] : []),
    ...(refus > 0 ? [compter(refus, 'refus noté', 'refus notés')] : []),
    ...(retards > 0 ? [compter(retards, 'retard noté', 'retards notés')] : []),
    ...(gardes > 0 ? [compter(gardes, 'courriel à regarder', 'courriels à regarder')] : [])
  ]
  const suite = dits.length > 0 ? enumerer(dits) : 'rien qui réponde à nos lettres'
  return `${compter(lus, 'courriel lu', 'courriels lus')}\u00a0: ${suite}.`
}

const instant = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit'
})
/** « lundi 23 novembre à 10:04 » */
export const direMoment = (quand: string): string => instant.format(new Date(quand))

/** Who wrote, as far as it is known: « Lou Petit (lou@cpts.fr) ». */
export const direExpediteur = ({ nom, courriel }: { nom: string | null; courriel: string | null }): string =>
  nom && courriel ? `${nom} (${courriel})` : (nom ?? courriel ?? 'Quelqu’un')

/** « Re: Invitation », its own quotation marks made those of a quotation in another. */
export const direSujet = (sujet: string): string =>
  sujet ? `«\u00a0${sujet.replace(/«\s?/g, '“').replace(/\s?»/g, '”')}\u00a0»` : 'sans objet'

/** The mailbox as the history tells it. */
export const ACTES_BOITES: Record<string, string> = {
  'boite.regler': 'a réglé la boîte de réception',
  'boite.oublier': 'a oublié la boîte de réception',
  'courrier.ecarter': 'a écarté un courriel reçu'
}
