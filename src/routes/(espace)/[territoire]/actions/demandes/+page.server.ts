import { redirect } from '@sveltejs/kit'
import { accepterStatut, demanderNouvelles, ecarterStatut } from '#domaines/actions/commands/demandes.server.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { direRefusDemande } from '#domaines/actions/libelles/refus.ts'
import { lireADemander, lireDemandes } from '#domaines/actions/queries/demandes.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** How many actions the page offers at once. */
const OFFERTES = 200

export const load: PageServerLoad = async ({ locals, url }) => {
  const peut = peutEcrireFiche(entrer(locals).acteur)
  const jour = jourDe(locals.maintenant)
  const fiche = idDuParametre(url, 'fiche')
  const choix = fiche
    ? ('une' as const)
    : url.searchParams.get('choix') === 'toutes'
      ? ('toutes' as const)
      : ('silencieuses' as const)
  const lesquelles = fiche ? { ids: [fiche] } : choix === 'toutes' ? choix : { silencieusesLe: jour }
  const lettres = Number(url.searchParams.get('lettres'))
  return lire(locals, async (db, perimetre) => ({
    suivies: await lireDemandes(db, perimetre),
    aDemander: peut
      ? await lireADemander(db, perimetre, lesquelles, OFFERTES)
      : { fiches: [], vivantes: 0, sollicitations: {}, seuil: null, maisons: [] },
    choix,
    jour,
    peut,
    lettres: Number.isInteger(lettres) && lettres > 0 ? lettres : null
  }))
}

const decider = (acte: Acte) =>
  geste(acte, {
    formulaire: '',
    dire: direRefusDemande,
    suite: () => '/actions/demandes'
  })

export const actions: Actions = {
  demander: async ({ request, locals, params }) => {
    const form = await request.formData()
    const { demandes, mot } = lireFormulaire(form)
    // a box that is not ticked leaves its row without an action
    const cochees = (Array.isArray(demandes) ? demandes : []).filter((une: { ficheId?: string } | undefined) => une?.ficheId)
    const fait = await demanderNouvelles(entrer(locals), { demandes: cochees, mot })
    if (fait.ok) redirect(303, `/${params.territoire}/actions/demandes?lettres=${fait.valeur.lettres}`)
    return repondre(fait, form, 'demander', direRefusDemande)
  },
  accepter: decider(accepterStatut),
  ecarter: decider(ecarterStatut)
}
