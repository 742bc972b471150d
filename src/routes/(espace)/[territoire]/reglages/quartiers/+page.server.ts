import { redirect } from '@sveltejs/kit'
import { ajouterQuartiers, modifierQuartier, retablirQuartier, retirerQuartier } from '#domaines/territoires/commands.server.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { REFUS_QUARTIER } from '#domaines/territoires/libelles.ts'
import { listerContours, listerQuartiers, nomDuQuartier } from '#domaines/territoires/queries.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const retire = idDuParametre(url, 'retire')
  const nombre = (nom: string) => Math.max(0, Math.trunc(Number(url.searchParams.get(nom)) || 0))
  return lire(locals, async (db, perimetre) => {
    const nom = retire && (await nomDuQuartier(db, perimetre, retire))
    return {
      peut: peutReglerTerritoire(entrer(locals).acteur),
      modifier: url.searchParams.get('modifier') ?? '',
      quartiers: await listerQuartiers(db, perimetre),
      contours: await listerContours(db, perimetre),
      retire: nom ? { id: retire, nom } : null,
      importes: url.searchParams.has('ajoutes') ? { ajoutes: nombre('ajoutes'), completes: nombre('completes') } : null
    }
  })
}

export const actions: Actions = {
  ajouter: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await ajouterQuartiers(entrer(locals), { quartiers: [lireFormulaire(form)] })
    if (!fait.ok)
      return repondre(fait.sorte === 'saisie' ? { ...fait, champs: sansRang(fait.champs) } : fait, form, 'nouveau', String)
    redirect(303, `/${params.territoire}/reglages/quartiers?ajoutes=${fait.valeur.ajoutes.length}`)
  },
  modifier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierQuartier(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, String(form.get('id')), (raison) => REFUS_QUARTIER[raison])
    redirect(303, `/${params.territoire}/reglages/quartiers#${String(form.get('id'))}`)
  },
  retirer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerQuartier(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'retirer', String)
    redirect(303, `/${params.territoire}/reglages/quartiers?retire=${String(form.get('id'))}`)
  },
  retablir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirQuartier(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'retirer', String)
    redirect(303, `/${params.territoire}/reglages/quartiers`)
  }
}

/** « quartiers.0.nom » → « nom »: the form of a single quartier. */
const sansRang = (champs: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(champs).map(([champ, phrases]) => [champ.replace(/^quartiers\.0\./, ''), phrases]))
