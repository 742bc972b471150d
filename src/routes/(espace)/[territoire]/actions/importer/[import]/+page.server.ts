import { error } from '@sveltejs/kit'
import { arreterImport } from '#domaines/actions/commands/imports.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { lireImport } from '#domaines/actions/queries/imports.server.ts'
import { etatVu, partFaite, vaEncore } from '#domaines/actions/regles/import.ts'
import { enAdresse } from '#domaines/actions/schema/appariement.ts'
import { direChoixDeCible } from '#domaines/actions/schema/import.ts'
import { idDe } from '../../../../../adresse.server.ts'
import { entrer, geste, lire } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { acteur, maintenant } = entrer(locals)
  if (!peutImporterPlan(acteur))
    error(403, 'Votre rôle ne permet pas d’importer un plan.', { conseil: 'Demandez à la coordination du territoire.' })
  const suivi = await lire(locals, (db, perimetre) => lireImport(db, perimetre, idDe(params.import)))
  const { depot, nom, appariement } = suivi.demande
  const contrat = direChoixDeCible(suivi.demande)
  const retour = { depot, nom, ...(contrat ? { contrat } : {}), ...(appariement ? enAdresse(appariement) : {}) }
  const etat = etatVu(suivi, maintenant)
  const { fait, total, message, arretDemande, lignes } = suivi
  return {
    encore: vaEncore(etat),
    suivi: { etat, nom, lignes, fait, total, message, arretDemande, part: partFaite(suivi), contratId: suivi.contratId },
    retour: `?${new URLSearchParams(retour)}`
  }
}

export const actions: Actions = {
  arreter: geste(arreterImport, {
    formulaire: 'arreter',
    suite: (params) => `/actions/importer/${params.import}`,
    dire: direRefusFiche,
    ici: (params) => ({ id: params.import })
  })
}
