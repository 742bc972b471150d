import { redirect } from '@sveltejs/kit'
import { modifierPersonne, retablirPersonne, retirerPersonne } from '#domaines/partenaires/commands.server.ts'
import { changerDeStructure } from '#domaines/partenaires/commands/changer.server.ts'
import {
  ajouterFonction,
  modifierFonction,
  retablirFonction,
  retirerFonction
} from '#domaines/partenaires/commands/fonctions.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusDeChanger } from '#domaines/partenaires/libelles/changement.ts'
import { lirePersonne, nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { idDe, idDuParametre } from '../../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre, sectionDemandee } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Sections where a structure is chosen, as the address asks for them or as a refusal without a script leaves them. */
const AVEC_STRUCTURES = ['fonction', 'ajouterFonction', 'changer']

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const modifier = url.searchParams.get('modifier') ?? ''
  const lu = await lire(locals, async (db, perimetre) => {
    const personne = await lirePersonne(db, perimetre, idDe(params.personne))
    if (!personne) return null
    const structures = AVEC_STRUCTURES.includes(sectionDemandee(url) ?? '') ? await nomsDesStructures(db, perimetre) : []
    return {
      peut: peutTenirAnnuaire(entrer(locals).acteur),
      personne,
      structures,
      modifier,
      retiree: idDuParametre(url, 'retire')
    }
  })
  if (lu.personne.reunieA) redirect(303, page({ ...params, personne: lu.personne.reunieA }))
  return lu
}

const page = ({ territoire, personne }: { territoire: string; personne: string }, suite = '') =>
  `/${territoire}/partenaires/personnes/${personne}${suite}`

const auParcours = {
  ici: ({ personne }: Record<string, string>) => ({ personneId: personne }),
  suite: ({ personne }: Record<string, string>) => `/partenaires/personnes/${personne}#parcours`
}

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
  ajouterFonction: geste(ajouterFonction, { ...auParcours, formulaire: 'fonction', dire: String }),
  changer: geste(changerDeStructure, { ...auParcours, formulaire: 'changer', dire: direRefusDeChanger }),
  modifierFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, String(form.get('id')), String)
    redirect(303, page(params, '#parcours'))
  },
  retirerFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'retrait', String)
    redirect(303, page(params, `?retire=${String(form.get('id'))}`))
  },
  retablirFonction: geste(retablirFonction, { ...auParcours, formulaire: 'retrait', dire: String })
}
