import { redirect } from '@sveltejs/kit'
import { listerPlaces } from '#domaines/actions/queries/fiches.server.ts'
import { changerEtape, modifierContrat, retirerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { proposerTransversaux } from '#domaines/contrats/commands/axes.server.ts'
import { ajouterConvention, retablirConvention, retirerConvention } from '#domaines/contrats/commands/convention.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { compterVie, lireContrat, nomDuRetire } from '#domaines/contrats/queries.server.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre, sectionDemandee } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const contratId = idDe(params.contrat)
  const peutEcrire = peutEcrireContrat(entrer(locals).acteur)
  const modifie = peutEcrire ? sectionDemandee(url) : null
  const retire = idDuParametre(url, 'retire')
  const { contrat, places, structures, retiree, prs, vie } = await lire(locals, async (db, perimetre) => {
    const contrat = await lireContrat(db, perimetre, contratId)
    return (
      contrat && {
        contrat,
        places: await listerPlaces(db, perimetre, contratId),
        ...(await compterVie(db, perimetre, contrat)),
        structures: modifie === 'convention' ? await listerStructures(db, perimetre) : [],
        retiree: retire && (await nomDuRetire(db, perimetre, retire))
      }
    )
  })
  const parAxe: Record<string, number> = {}
  for (const { axeId } of places) parAxe[axeId ?? ''] = (parAxe[axeId ?? ''] ?? 0) + 1
  return {
    contratLu: contrat,
    parAxe,
    fiches: places.length,
    prs,
    vie,
    structures: structures.map(({ id, nom }) => ({ id, nom })),
    modifie,
    retiree: retire && retiree ? { id: retire, nom: retiree } : null,
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

async function surConvention(
  acte: Acte,
  request: Request,
  locals: App.Locals,
  params: { territoire: string; contrat: string },
  suite: (id: unknown) => string
) {
  const form = await request.formData()
  const fait = await acte(entrer(locals), lireFormulaire(form))
  return fait.ok
    ? redirect(303, `/${params.territoire}/contrats/${params.contrat}${suite(form.get('id'))}`)
    : repondre(fait, form, 'convention', direRefusContrat)
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
  'retirer-convention': ({ request, locals, params }) =>
    surConvention(retirerConvention, request, locals, params, (id) => `?retire=${id}#convention`),
  'retablir-convention': ({ request, locals, params }) =>
    surConvention(retablirConvention, request, locals, params, () => '#convention'),
  retirer: async ({ request, locals, params }) => {
    const fait = await retirerContrat(entrer(locals), { id: params.contrat })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats?retire=${params.contrat}`)
      : repondre(fait, await request.formData(), '', direRefusContrat)
  }
}
