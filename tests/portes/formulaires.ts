import type { Decor } from './decor.ts'
import { formulairesDesEspaces } from './espace.ts'
import { formulairesDesActions } from './formulaires/actions.ts'
import { formulairesDesContrats } from './formulaires/contrats.ts'
import { formulairesDesInstances } from './formulaires/instances.ts'
import { formulairesDesLiens } from './formulaires/liens.ts'
import { formulairesDesPartenaires } from './formulaires/partenaires.ts'
import { formulairesDuTerritoire } from './formulaires/territoire.ts'
import type { Formulaires } from './formulaires/envoi.ts'

/** What a person who has the right would send to each action, room by room. */
export const formulaires = (d: Decor): Formulaires => ({
  ...formulairesDesEspaces(d),
  ...formulairesDesLiens(d),
  ...formulairesDesActions(d),
  ...formulairesDesContrats(d),
  ...formulairesDuTerritoire(d),
  ...formulairesDesPartenaires(d),
  ...formulairesDesInstances(d)
})
