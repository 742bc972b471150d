import { z } from 'zod'
import { facultatif, ligneSchema } from '#platform/saisie.ts'

/** How the connection to a mailbox is kept from others' eyes; « aucun » only towards this very machine. */
export const CHIFFREMENTS = ['tls', 'starttls', 'aucun'] as const

const CETTE_MACHINE = ['localhost', '127.0.0.1', '::1']

/** The mailbox of a territory as a form gives it; a password left empty is the one that is kept. */
export const boiteSchema = z
  .object({
    adresse: z
      .email('Donnez l’adresse de la boîte, par exemple sante@exemple.fr.')
      .max(320)
      .transform((adresse) => adresse.toLowerCase()),
    hote: ligneSchema('Le serveur', 255).pipe(
      z.string().regex(/^[\w.:-]+$/, 'Donnez un nom de serveur, par exemple imap.exemple.fr, sans https://.')
    ),
    port: z.coerce
      .number('Donnez le port, 993 le plus souvent.')
      .int('Le port est un nombre entier.')
      .min(1, 'Le port va de 1 à 65535.')
      .max(65_535, 'Le port va de 1 à 65535.'),
    chiffrement: z.enum(CHIFFREMENTS, 'Choisissez un chiffrement.'),
    compte: z.string('Le compte manque.').trim().min(1, 'Le compte manque.').max(320),
    motDePasse: facultatif(z.string().max(1_000, 'Ce mot de passe est trop long.')).default(null),
    dossier: ligneSchema('Le dossier', 255).default('INBOX')
  })
  .refine(({ chiffrement, hote }) => chiffrement !== 'aucun' || CETTE_MACHINE.includes(hote), {
    path: ['chiffrement'],
    error: 'Sans chiffrement, le mot de passe se lirait en chemin : ce choix ne vaut que pour un serveur de cette machine.'
  })
export type Boite = z.output<typeof boiteSchema>

/** Why a mailbox could not be read: what its server says, or a key that is not the one of the day it was set. */
export const FAUTES_DE_RELEVE = [
  'nom_introuvable',
  'refusee',
  'sans_reponse',
  'certificat',
  'chiffrement',
  'mot_de_passe',
  'dossier',
  'coupee',
  'cle_changee'
] as const
export type FauteDeReleve = (typeof FAUTES_DE_RELEVE)[number]

/** Why a letter that came is shown to the coordinator, and not acted upon. */
export const RAISONS_DE_GARDER = [
  'adresse_inconnue',
  'autre_expediteur',
  'date_depassee',
  'peut_etre',
  'autre_horaire',
  'trop_tard',
  'reponse_ecrite',
  'retour_inconnu'
] as const
export type RaisonDeGarder = (typeof RAISONS_DE_GARDER)[number]

/** What one reading of the mailbox did: letters seen, answers taken, refusals and delays noted, letters kept for a person. */
export type Releve = { lus: number; reponses: number; refus: number; retards: number; gardes: number }
