/** What a letter to a partner is about. */
export const NATURES_ENVOI = [
  'invitation',
  'rappel',
  'mise_a_jour',
  'annulation',
  'place',
  'compte_rendu',
  'taches',
  'nouvelles',
  'espace',
  'contacts'
] as const
export type NatureEnvoi = (typeof NATURES_ENVOI)[number]

/** A house asked, with all who work there, as often as the territory means to ask one; `gens`: its id and theirs. */
export type MaisonChargee = { id: string; nom: string; sollicitations: number; gens: string[] }

/** Those that ask something of somebody's time, whatever they carry. */
export const SOLLICITATIONS = ['invitation', 'rappel', 'nouvelles'] as const satisfies readonly NatureEnvoi[]

/**
 * Where a letter is: to send, being handed over, gone, refused by the server of the person, or in doubt (the product stopped while handing it
 * over: nobody knows whether it went, and it is not sent again blindly).
 */
export const ETATS_ENVOI = ['pret', 'en_vol', 'parti', 'refuse', 'doute'] as const
export type EtatEnvoi = (typeof ETATS_ENVOI)[number]
