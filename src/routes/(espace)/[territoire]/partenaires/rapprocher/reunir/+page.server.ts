import { error, redirect } from '@sveltejs/kit'
import { peutReunir } from '#domaines/partenaires/droits.ts'
import { direRefusReunion } from '#domaines/partenaires/libelles/paires.ts'
import { lireLesDeux } from '#domaines/partenaires/queries/paires.server.ts'
import { sorteDe } from '#domaines/partenaires/schema/paires.ts'
import { reunirPersonnes, reunirStructures } from '#domaines/pilotage/commands/reunir.server.ts'
import { compterMentions } from '#domaines/pilotage/queries/mentions.server.ts'
import { idDuParametre } from '../../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutReunir(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas de réunir des partenaires.', { conseil: 'Demandez à la coordination du territoire.' })
  const sorte = sorteDe(url.searchParams.get('sorte'))
  const [un, autre] = [idDuParametre(url, 'un'), idDuParametre(url, 'autre')]
  if (!un || !autre) return { sorte, deux: null }
  return lire(locals, async (db, perimetre) => {
    const deux = await lireLesDeux(db, perimetre, sorte, un, autre)
    const mentions = await compterMentions(db, perimetre, sorte, [un, autre])
    return { sorte, deux: deux && deux.map((une) => ({ ...une, ...mentions[une.id]! })) }
  })
}

export const actions: Actions = {
  reunir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const sorte = sorteDe(form.get('sorte'))
    const acte = sorte === 'structures' ? reunirStructures : reunirPersonnes
    const fait = await acte(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'reunir', direRefusReunion)
    redirect(
      303,
      `/${params.territoire}/partenaires/rapprocher?sorte=${sorte}&geste=${fait.valeur.geste}&reste=${fait.valeur.id}`
    )
  }
}
