import { error, fail, redirect } from '@sveltejs/kit'
import { ajouterQuartiers } from '#domaines/territoires/commands.server.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { REFUS_GEOJSON } from '#domaines/territoires/libelles.ts'
import { lireTerritoire, listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { apercevoirQuartiers, enQuartier } from '#domaines/territoires/regles/apercu.ts'
import { lireQuartiersGeojson } from '#domaines/territoires/regles/geojson.ts'
import { entrer, lire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

const ouvrir = (locals: App.Locals) => {
  const appel = entrer(locals)
  if (!peutReglerTerritoire(appel.acteur))
    error(403, 'Votre rôle ne permet pas d’importer des quartiers.', { conseil: 'Demandez à la coordination du territoire.' })
  return appel
}

export const load: PageServerLoad = ({ locals }) => void ouvrir(locals)

const refuser = (formulaire: string, champ: string, phrase: string) =>
  fail(422, { erreurs: { [champ]: [phrase] }, valeurs: {}, formulaire })

export const actions: Actions = {
  apercevoir: async ({ request, locals }) => {
    ouvrir(locals)
    const fichier = (await request.formData()).get('fichier')
    if (!(fichier instanceof File) || fichier.size === 0)
      return refuser('apercevoir', 'fichier', 'Choisissez un fichier GeoJSON sur votre ordinateur.')
    const lu = lireQuartiersGeojson(await fichier.text())
    if (!lu.ok) return refuser('apercevoir', 'fichier', REFUS_GEOJSON[lu.refus])
    const { quartiers, territoire } = await lire(locals, async (db, perimetre) => ({
      quartiers: await listerQuartiers(db, perimetre),
      territoire: await lireTerritoire(db, perimetre)
    }))
    return { apercu: apercevoirQuartiers(lu.quartiers, lu.ecartes, quartiers, territoire.communes) }
  },
  importer: async ({ request, locals, params }) => {
    const appel = ouvrir(locals)
    const form = await request.formData()
    const lu = lireQuartiersGeojson(String(form.get('lus')))
    if (!lu.ok) return refuser('apercevoir', 'fichier', REFUS_GEOJSON[lu.refus])
    const choisis = new Set(form.getAll('choisis').map(Number))
    const liste = form.get('liste')
    const sinon = liste === '2015' || liste === '2024' ? liste : 'quartier'
    const quartiers = lu.quartiers.filter((_, rang) => choisis.has(rang)).map((quartier) => enQuartier(quartier, sinon))
    if (quartiers.length === 0) redirect(303, `/${params.territoire}/reglages/quartiers`)
    const fait = await ajouterQuartiers(appel, { quartiers })
    if (!fait.ok) return repondre(fait, form, 'apercevoir', String)
    redirect(
      303,
      `/${params.territoire}/reglages/quartiers?ajoutes=${fait.valeur.ajoutes.length}&completes=${fait.valeur.completes.length}`
    )
  }
}
