import { fail, redirect } from '@sveltejs/kit'
import { base } from '#platform/db.server.ts'
import { entrerEnDemonstration } from '#domaines/comptes/commands.server.ts'
import { aucunCompteReel, territoiresDuCompte } from '#domaines/comptes/queries.server.ts'
import { listerTerritoires } from '#domaines/territoires/queries.server.ts'
import { COMPTES_DE_DEMONSTRATION } from '#domaines/pilotage/fixtures/comptes.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { surCetteMachine } from '../lieu.server.ts'
import { poserSession } from '../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { db } = base()
  if (locals.ouverture) {
    const miens = await territoiresDuCompte(db, locals.ouverture.acteur.compteId)
    if (miens.length === 1 && !url.searchParams.has('tous')) redirect(303, `/${miens[0]!.slug}`)
    return { miens, demonstration: [], peutCommencer: locals.ouverture.acteur.administrateur, connecte: true }
  }
  const territoires = await listerTerritoires(db)
  const ouverte = surCetteMachine() && territoires.every((territoire) => territoire.demonstration)
  const slugs = new Set(territoires.map((territoire) => territoire.slug))
  return {
    miens: [],
    demonstration: ouverte
      ? COMPTES_DE_DEMONSTRATION.filter(({ slug }) => slugs.has(slug)).map(({ slug, territoire }) => ({ slug, territoire }))
      : [],
    peutCommencer: surCetteMachine() && (await aucunCompteReel(db)),
    connecte: false
  }
}

export const actions: Actions = {
  demonstration: async ({ request, cookies, url }) => {
    const slug = String((await request.formData()).get('territoire'))
    const compte = COMPTES_DE_DEMONSTRATION.find((candidat) => candidat.slug === slug)
    if (!compte || !surCetteMachine()) return fail(422, {})
    const entre = await entrerEnDemonstration({ db: base().db, acteur: SYSTEME }, { courriel: compte.courriel })
    if (!entre.ok) return fail(422, {})
    poserSession(cookies, url, entre.valeur.session)
    redirect(303, `/${slug}`)
  }
}
