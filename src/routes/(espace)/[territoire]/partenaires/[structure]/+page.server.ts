import { redirect } from '@sveltejs/kit'
import { vieEnSeance } from '#domaines/instances/queries/presences.server.ts'
import { jourDe } from '#platform/dates.ts'
import { modifierStructure, retablirStructure, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusPartenaire } from '#domaines/partenaires/libelles.ts'
import { lireStructure } from '#domaines/partenaires/queries.server.ts'
import { relationsDe } from '#domaines/partenaires/queries/relations.server.ts'
import { lireReseau } from '#domaines/pilotage/queries/reseau.server.ts'
import { liensDe } from '#domaines/pilotage/regles/reseau/constater.ts'
import { fenetreDe } from '#domaines/pilotage/regles/reseau/liens.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { entrer, lire, lireFormulaire, repondre, sectionDemandee } from '../../../../session.server.ts'
import { surLEquipe } from './equipe.server.ts'
import { surLesRelations } from './relations.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const section = sectionDemandee(url) ?? ''
  const jour = jourDe(entrer(locals).maintenant)
  const { structure, quartiers, vie, ...liens } = await lire(locals, async (db, perimetre) => {
    const id = idDe(params.structure)
    const structure = await lireStructure(db, perimetre, id)
    if (!structure) return null
    const choix = /^(?:identite|modifier)$/.test(section) ? await listerQuartiers(db, perimetre) : []
    const { echelle, ...matiere } = await lireReseau(db, perimetre, jour, id)
    const constates = matiere.faits.filter(({ nature }) => nature !== 'declaree')
    return {
      structure,
      vie: await vieEnSeance(db, perimetre, id),
      quartiers: choix.map(({ id, nom }) => ({ id, nom })),
      relations: await relationsDe(db, perimetre, id),
      echelle,
      constatees: liensDe(id, { ...matiere, faits: constates }, fenetreDe('tout', jour)),
      choix: /^(?:declarer-)?relation$/.test(section)
        ? matiere.structures.filter((autre) => autre.id !== id).map(({ id, nom }) => ({ id, nom }))
        : []
    }
  })
  if (structure.reunieA) redirect(303, page({ ...params, structure: structure.reunieA }))
  const [id, personneId] = [idDuParametre(url, 'retire'), idDuParametre(url, 'de')]
  return {
    peut: peutTenirAnnuaire(entrer(locals).acteur),
    structure,
    quartiers,
    vie,
    liens,
    modifier: url.searchParams.get('modifier') ?? '',
    retiree: id && personneId ? { id, personneId } : null
  }
}

const page = ({ territoire, structure }: { territoire: string; structure: string }) => `/${territoire}/partenaires/${structure}`

export const actions: Actions = {
  ...surLesRelations,
  ...surLEquipe,
  modifier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierStructure(entrer(locals), { ...lireFormulaire(form), id: params.structure })
    if (!fait.ok) return repondre(fait, form, 'identite', direRefusPartenaire)
    redirect(303, page(params))
  },
  retirer: async ({ request, locals, params }) => {
    const fait = await retirerStructure(entrer(locals), { id: params.structure })
    if (!fait.ok) return repondre(fait, await request.formData(), 'retirer', String)
    redirect(303, `/${params.territoire}/partenaires?retire=${params.structure}`)
  },
  retablir: async ({ request, locals, params }) => {
    const fait = await retablirStructure(entrer(locals), { id: params.structure })
    if (!fait.ok) return repondre(fait, await request.formData(), 'retablir', direRefusPartenaire)
    redirect(303, page(params))
  }
}
