import type { Visite } from '../porte.ts'

/** What a person who has the right would send to each action, and which object of the address it is about when not the usual one. */
export type Formulaires = Record<string, Pick<Visite, 'form' | 'params'> | undefined>

/** About another object of the address than the usual one. */
export const ce = (nom: string, id: string, form: Visite['form'] = {}) => ({ form, params: { [nom]: id } })

export const envoyer = (form: Visite['form'] = {}) => ({ form, params: {} })
