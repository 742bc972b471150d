import { error, redirect } from '@sveltejs/kit'
import { modifierPersonne, retablirPersonne, retirerPersonne } from '#domaines/partenaires/commands.server.ts'
import { peutEffacer, peutTenirAnnuaire, peutTenirVolontaires } from '#domaines/partenaires/droits.ts'
import { lirePersonne, nomsDeLAnnuaire, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { lireProvenanceDe } from '#domaines/partenaires/queries/provenances.server.ts'
import { listerPassations } from '#domaines/partenaires/queries/passations.server.ts'
import { lireAppuis } from '#domaines/pilotage/queries/appuis.server.ts'
import { lireSort } from '#domaines/pilotage/queries/effacement.server.ts'
import { lireEspaceVu } from '#domaines/pilotage/queries/espace.server.ts'
import { appuisUniques } from '#domaines/pilotage/regles/appuis.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre, sectionDemandee } from '../../../../../session.server.ts'
import { surSonEffacement } from './effacement.server.ts'
import { surSesFonctions } from './fonctions.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Sections where a structure is chosen, as the address asks for them or as a refusal without a script leaves them. */
const AVEC_STRUCTURES = ['fonction', 'ajouterFonction', 'changer']

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const modifier = url.searchParams.get('modifier') ?? ''
  const lu = await lire(locals, async (db, perimetre) => {
    const personne = await lirePersonne(db, perimetre, idDe(params.personne))
    if (!personne) return null
    // residents who volunteered are the coordination's to know
    if (personne.habitante && !peutTenirVolontaires(entrer(locals).acteur))
      error(403, 'Votre rôle ne le permet pas.', { conseil: 'Demandez à la coordination du territoire.' })
    const jour = jourDe(locals.maintenant)
    const appuis = appuisUniques(await lireAppuis(db, perimetre, jour))
    const structures = AVEC_STRUCTURES.includes(sectionDemandee(url) ?? '') ? await nomsDesStructures(db, perimetre) : []
    return {
      peut: peutTenirAnnuaire(entrer(locals).acteur),
      peutEffacer: peutEffacer(entrer(locals).acteur),
      sort: await lireSort(db, perimetre, personne.id),
      personne,
      structures,
      jour,
      appuis: appuis.filter(({ personneId }) => personneId === personne.id),
      provenance: await lireProvenanceDe(db, perimetre, personne.id),
      noms: sectionDemandee(url) === 'provenance' ? await nomsDeLAnnuaire(db, perimetre) : [],
      espace: await lireEspaceVu(db, perimetre, personne.id),
      passations: await listerPassations(db, perimetre, { sorte: 'personne', id: personne.id }),
      modifier,
      retiree: idDuParametre(url, 'retire')
    }
  })
  if (lu.personne.reunieA) redirect(303, page({ ...params, personne: lu.personne.reunieA }))
  return lu
}

const page = ({ territoire, personne }: { territoire: string; personne: string }, suite = '') =>
  `/${territoire}/partenaires/personnes/${personne}${suite}`

export const actions: Actions = {
  modifier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierPersonne(entrer(locals), { ...lireFormulaire(form), id: params.personne })
    if (!fait.ok) return repondre(fait, form, 'coordonnees', String)
    redirect(303, page(params))
  },
  retirer: async ({ request, locals, params }) => {
    const fait = await retirerPersonne(entrer(locals), { id: params.personne })
    if (!fait.ok) return repondre(fait, await request.formData(), 'retirer', String)
    redirect(303, `/${params.territoire}/partenaires/personnes?retire=${params.personne}`)
  },
  retablir: async ({ request, locals, params }) => {
    const fait = await retablirPersonne(entrer(locals), { id: params.personne })
    if (!fait.ok) return repondre(fait, await request.formData(), 'retablir', String)
    redirect(303, page(params))
  },
  ...surSesFonctions,
  ...surSonEffacement
}
