import { error, redirect } from '@sveltejs/kit'
import { base } from '#platform/db.server.ts'
import { commencer } from '#domaines/comptes/commands.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { aucunCompteReel } from '#domaines/comptes/queries.server.ts'
import { chercherLieux } from '#domaines/territoires/queries.server.ts'
import { surCetteMachine } from '../../lieu.server.ts'
import { lireFormulaire, poserSession, repondre } from '../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const administrateur = locals.ouverture?.acteur.administrateur === true
  if (!administrateur && !(surCetteMachine() && (await aucunCompteReel(base().db))))
    error(404, 'Ce Tisserand est déjà commencé.', {
      conseil: 'Connectez-vous, ou demandez à la personne qui l’administre de créer votre territoire.'
    })
  const commune = url.searchParams.get('commune') ?? ''
  return {
    courriel: url.searchParams.get('courriel') ?? locals.ouverture?.courriel ?? '',
    commune,
    lieux: await chercherLieux(base().db, commune)
  }
}

const PHRASES: Record<string, string> = {
  deja_commence: 'Un compte existe déjà sur ce Tisserand : connectez-vous.',
  code_inconnu: 'Ce code n’est celui d’aucune commune ni d’aucune intercommunalité.',
  territoire_pris: 'Ce territoire existe déjà ici. Demandez à sa coordination de vous y inviter.'
}

export const actions: Actions = {
  default: async ({ request, cookies, url, locals }) => {
    const acteur = locals.ouverture?.acteur.administrateur ? locals.ouverture.acteur : null
    if (!acteur && !surCetteMachine()) error(404, 'Ce Tisserand est déjà commencé.', {})
    const form = await request.formData()
    const fait = await commencer(
      { db: base().db, acteur: acteur ?? SYSTEME, maintenant: locals.maintenant },
      lireFormulaire(form)
    )
    if (!fait.ok) return repondre(fait, form, '', (raison) => PHRASES[raison] ?? raison)
    if (fait.valeur.session) poserSession(cookies, url, fait.valeur.session)
    redirect(303, `/${fait.valeur.slug}`)
  }
}
