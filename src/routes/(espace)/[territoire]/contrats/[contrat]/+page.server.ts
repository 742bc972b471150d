import { redirect } from '@sveltejs/kit'
import { listerPlaces } from '#domaines/actions/queries/fiches.server.ts'
import { changerEtape, modifierContrat, retirerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { proposerTransversaux } from '#domaines/contrats/commands/axes.server.ts'
import { ajouterConvention, retirerConvention } from '#domaines/contrats/commands/signature.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { lireContrat } from '#domaines/contrats/queries.server.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre, sectionDemandee } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const contratId = idDe(params.contrat)
  const peutEcrire = peutEcrireContrat(entrer(locals).acteur)
  const modifie = peutEcrire ? sectionDemandee(url) : null
  const { contrat, places, structures } = await lire(locals, async (db, perimetre) => {
    const contrat = await lireContrat(db, perimetre, contratId)
    return (
      contrat && {
        contrat,
        places: await listerPlaces(db, perimetre, contratId),
        structures: modifie === 'convention' ? await listerStructures(db, perimetre) : []
      }
    )
  })
  const parAxe: Record<string, number> = {}
  for (const { axeId } of places) parAxe[axeId ?? ''] = (parAxe[axeId ?? ''] ?? 0) + 1
  return {
    contratLu: contrat,
    parAxe,
    fiches: places.length,
    structures: structures.map(({ id, nom }) => ({ id, nom })),
    modifie,
    peutEcrire
  }
}

type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>
const avec =
  (acte: Acte, champ: 'id' | 'contratId', section: string): Actions[string] =>
  async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await acte(entrer(locals), { ...lireFormulaire(form), [champ]: params.contrat })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}#${section}`)
      : repondre(fait, form, section, direRefusContrat)
  }

export const actions: Actions = {
  bref: avec(modifierContrat, 'id', 'bref'),
  preambule: avec(modifierContrat, 'id', 'preambule'),
  gouvernance: avec(modifierContrat, 'id', 'gouvernance'),
  references: avec(modifierContrat, 'id', 'references'),
  signature: avec(modifierContrat, 'id', 'signature'),
  etape: avec(changerEtape, 'id', 'bref'),
  transversaux: avec(proposerTransversaux, 'contratId', 'transversaux'),
  convention: avec(ajouterConvention, 'contratId', 'convention'),
  'retirer-convention': async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerConvention(entrer(locals), lireFormulaire(form))
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}#convention`)
      : repondre(fait, form, 'convention', direRefusContrat)
  },
  retirer: async ({ request, locals, params }) => {
    const fait = await retirerContrat(entrer(locals), { id: params.contrat })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats?retire=${params.contrat}`)
      : repondre(fait, await request.formData(), '', direRefusContrat)
  }
}
