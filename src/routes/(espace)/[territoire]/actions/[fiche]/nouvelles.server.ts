import { redirect } from '@sveltejs/kit'
import {
  modifierNouvelle,
  noterNouvelle,
  retablirNouvelle,
  retirerNouvelle
} from '#domaines/actions/commands/nouvelles.server.ts'
import { accepterStatut, ecarterStatut } from '#domaines/actions/commands/demandes.server.ts'
import { direRefusDemande, direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { entrer, geste, lireFormulaire, repondre, type Acte } from '../../../../session.server.ts'
import type { Actions } from './$types'

/** An action of the page about one piece of news, or one reading; `suite` is what follows the address of the fiche once it is done. */
export const sur =
  (acte: Acte, formulaire: (id: string) => string, suite: (id: string) => string): Actions[string] =>
  async ({ request, locals, params }) => {
    const form = await request.formData()
    const id = String(form.get('id') ?? '')
    const fait = await acte(entrer(locals), { ...lireFormulaire(form), ficheId: params.fiche })
    return fait.ok
      ? redirect(303, `/${params.territoire}/actions/${params.fiche}${suite(id)}`)
      : repondre(fait, form, formulaire(id), direRefusFiche)
  }

/** What becomes of the status that a pilot proposed. */
const decider = (acte: Acte) =>
  geste(acte, { formulaire: '', dire: direRefusDemande, suite: ({ fiche }) => `/actions/${fiche}#nouvelles` })

export const surLesNouvelles: Actions = {
  accepter: decider(accepterStatut),
  ecarter: decider(ecarterStatut),
  nouvelle: sur(
    noterNouvelle,
    () => 'nouvelle',
    () => '#nouvelles'
  ),
  'modifier-nouvelle': sur(
    modifierNouvelle,
    (id) => `nouvelle-${id}`,
    () => '#nouvelles'
  ),
  'retirer-nouvelle': sur(
    retirerNouvelle,
    () => 'nouvelle',
    (id) => `?retire=${id}#nouvelles`
  ),
  'retablir-nouvelle': sur(
    retablirNouvelle,
    () => 'nouvelle',
    () => '#nouvelles'
  )
}
