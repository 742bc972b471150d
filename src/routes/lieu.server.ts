import { ouvrirCoffre, type Coffre } from '#platform/coffre.server.ts'
import { retoursVus } from '#platform/courrier.server.ts'
import { readSettings } from '#platform/env.server.ts'

const settings = readSettings(process.env)

/** True when only this machine can open the product: what shows secrets for convenience is allowed there, and nowhere else. */
export const surCetteMachine = (): boolean => settings.loopback && settings.URL_PUBLIQUE === undefined

/** Whether letters stay in a folder of this machine, because no mail server is set. */
export const sansCourrier = (): boolean => settings.SMTP_HOTE === undefined

/** The outbox is read only there, and only when no mail server sends the letters. */
export const boiteVisible = (): boolean => surCetteMachine() && sansCourrier()

export const dossierDesDonnees = (): string => settings.dossier

/** Where the secrets of the installation are kept. */
export const leCoffre = (): Coffre => ouvrirCoffre(settings)

/** Whether the refusals of our letters come back to this address. */
export const retoursVusPar = (adresse: string): boolean => retoursVus(settings.SMTP_EXPEDITEUR, adresse)
