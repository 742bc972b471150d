import { error, redirect } from '@sveltejs/kit'
import { ordreDemande } from '#ui/ordre.ts'
import { ordonnerFiches } from '#domaines/actions/commands/fiche.server.ts'
import { fichesDeLAxe } from '#domaines/actions/queries/fiches.server.ts'
import { deplacerAxe, modifierAxe, retirerAxe } from '#domaines/contrats/commands/axes.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { contratSeul, listerAxes } from '#domaines/contrats/queries.server.ts'
import { NATURE_INSTANCE } from '#domaines/instances/libelles.ts'
import { instancesDesAxes } from '#domaines/instances/queries/clsm.server.ts'
import { idDe } from '../../../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const contratId = idDe(params.contrat)
  const axeId = idDe(params.axe)
  if (!peutEcrireContrat(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas de modifier les axes.', { conseil: 'Demandez à la coordination du territoire.' })
  return lire(locals, async (db, perimetre) => {
    const [contrat, axes, fiches, instances] = await Promise.all([
      contratSeul(db, perimetre, contratId),
      listerAxes(db, perimetre, contratId),
      fichesDeLAxe(db, perimetre, contratId, axeId),
      instancesDesAxes(db, perimetre, contratId)
    ])
    const axe = axes.find((candidat) => candidat.id === axeId)
    return contrat && axe
      ? {
          fiches,
          instances: instances.flatMap(({ axeId: sien, nature, ...une }) =>
            sien === axeId ? { ...une, nature: NATURE_INSTANCE[nature] } : []
          ),
          contratVu: { id: contrat.id, intitule: contrat.intitule, niveaux: contrat.niveaux },
          axe,
          axes: axes.map(({ id, parentId, rang, intitule, nature }) => ({ id, parentId, rang, intitule, nature }))
        }
      : null
  })
}

export const actions: Actions = {
  modifier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierAxe(entrer(locals), { ...lireFormulaire(form, ['ages']), id: params.axe } as never)
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}#axes`)
      : repondre(fait, form, 'modifier', direRefusContrat)
  },
  ranger: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await deplacerAxe(entrer(locals), {
      contratId: params.contrat,
      id: params.axe,
      parentId: form.get('parentId'),
      place: 10_000
    })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}/axes`)
      : repondre(fait, form, 'ranger', direRefusContrat)
  },
  fiches: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await ordonnerFiches(entrer(locals), { contratId: params.contrat, axeId: params.axe, ids: ordreDemande(form) })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}/axes/${params.axe}`)
      : repondre(fait, form, 'fiches', direRefusContrat)
  },
  retirer: async ({ request, locals, params }) => {
    const fait = await retirerAxe(entrer(locals), { id: params.axe })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}/axes?retire=${params.axe}`)
      : repondre(fait, await request.formData(), 'retirer', direRefusContrat)
  }
}
