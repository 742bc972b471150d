import { error, fail, redirect } from '@sveltejs/kit'
import { deposer } from '#platform/depot.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { PLANS } from '#domaines/actions/imports/taches.server.ts'
import { FIL_ROMPU } from '#domaines/actions/libelles/imports.ts'
import { demander } from '../../../../fichier.server.ts'
import { dossierDesDonnees } from '../../../../lieu.server.ts'
import { entrer } from '../../../../session.server.ts'
import type { Actions } from './$types'

/** Keeps the file that a person brings, and sends her to its preview, or first to what its columns hold. */
export const deposerPlan: Actions[string] = async ({ request, locals, params }) => {
  const { perimetre, acteur } = entrer(locals)
  const form = await request.formData()
  const fichier = form.get('fichier')
  const contrat = String(form.get('contrat') ?? '')
  const refuser = (motif: string) => fail(422, { erreurs: { fichier: [motif] }, valeurs: { contrat }, formulaire: 'deposer' })
  if (!peutImporterPlan(acteur)) error(403, 'Votre rôle ne permet pas d’importer un plan.')
  // a browser sends a file without name nor bytes when none was chosen
  if (!(fichier instanceof File) || (fichier.size === 0 && fichier.name === ''))
    return refuser('Choisissez le fichier de votre plan d’action.')
  if (fichier.size === 0)
    return refuser(
      'Ce fichier est vide\u00a0: il ne contient rien, pas même une ligne. Vérifiez qu’il est bien enregistré, puis choisissez-le de nouveau.'
    )
  const octets = new Uint8Array(await fichier.arrayBuffer())
  const lu = { octets, nom: fichier.name }
  const examen = await demander(locals, PLANS, 'examiner', lu, undefined, () => ({ refus: FIL_ROMPU }))
  if ('refus' in examen) return refuser(examen.refus)
  const depot = await deposer(dossierDesDonnees(), perimetre, octets)
  const suite = new URLSearchParams({ depot, nom: fichier.name, ...(contrat ? { contrat } : {}) })
  redirect(303, examen.libre ? `/${params.territoire}/actions/importer/colonnes?${suite}` : `?${suite}`)
}
