import { redirect } from '@sveltejs/kit'
import {
  inscrirePersonne,
  modifierStructure,
  retablirStructure,
  retirerStructure
} from '#domaines/partenaires/commands.server.ts'
import { modifierFonction, retablirFonction, retirerFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusPartenaire } from '#domaines/partenaires/libelles.ts'
import { lireStructure } from '#domaines/partenaires/queries.server.ts'
import { lirePartenariat } from '#domaines/partenaires/queries/partenariat.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre, sectionDemandee } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const section = sectionDemandee(url) ?? ''
  const { structure, ...lu } = await lire(locals, async (db, perimetre) => {
    const structure = await lireStructure(db, perimetre, idDe(params.structure))
    const choix = structure && /^(?:identite|modifier)$/.test(section) ? await listerQuartiers(db, perimetre) : []
    if (!structure) return null
    const partenariat = await lirePartenariat(db, perimetre, structure.id)
    return { structure, partenariat, quartiers: choix.map(({ id, nom }) => ({ id, nom })) }
  })
  if (structure.reunieA) redirect(303, page({ ...params, structure: structure.reunieA }))
  const [id, personneId] = [idDuParametre(url, 'retire'), idDuParametre(url, 'de')]
  return {
    peut: peutTenirAnnuaire(entrer(locals).acteur),
    structure,
    ...lu,
    jour: jourDe(locals.maintenant),
    modifier: url.searchParams.get('modifier') ?? '',
    retiree: id && personneId ? { id, personneId } : null
  }
}

const page = ({ territoire, structure }: { territoire: string; structure: string }, suite = '') =>
  `/${territoire}/partenaires/${structure}${suite}`

const ici = {
  dire: (raison: string, dits: Record<string, unknown>) => direRefusPartenaire(raison as 'nom_pris' | 'homonyme', dits),
  ici: ({ structure }: Record<string, string>) => ({ id: structure }),
  suite: ({ structure }: Record<string, string>) => `/partenaires/${structure}`
}

export const actions: Actions = {
  modifier: geste(modifierStructure, { ...ici, formulaire: 'identite' }),
  retirer: async ({ request, locals, params }) => {
    const fait = await retirerStructure(entrer(locals), { id: params.structure })
    if (!fait.ok) return repondre(fait, await request.formData(), 'retirer', String)
    redirect(303, `/${params.territoire}/partenaires?retire=${params.structure}`)
  },
  retablir: geste(retablirStructure, { ...ici, formulaire: 'retablir' }),
  inscrirePersonne: geste(inscrirePersonne, {
    ...ici,
    formulaire: 'personne',
    ici: ({ structure }) => ({ structureId: structure }),
    suite: ({ structure }) => `/partenaires/${structure}#equipe`
  }),
  modifierFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, String(form.get('id')), String)
    redirect(303, page(params, '#equipe'))
  },
  retirerFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'fonction', String)
    redirect(303, page(params, `?retire=${String(form.get('id'))}&de=${fait.valeur.personneId}`))
  },
  retablirFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'fonction', String)
    redirect(303, page(params, '#equipe'))
  }
}
