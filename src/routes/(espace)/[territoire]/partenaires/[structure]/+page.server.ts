import { redirect } from '@sveltejs/kit'
import { modifierStructure, retablirStructure, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { noterInvitationRecue } from '#domaines/partenaires/commands/reciprocite.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusReciprocite } from '#domaines/partenaires/libelles/reciprocite.ts'
import { lireStructure } from '#domaines/partenaires/queries.server.ts'
import { lirePartenariat } from '#domaines/partenaires/queries/partenariat.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../session.server.ts'
import { direRefusAnnuaire, equipe } from './equipe.server.ts'
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
  if (structure.reunieA) redirect(303, `/${params.territoire}/partenaires/${structure.reunieA}`)
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

const ici = {
  dire: direRefusAnnuaire,
  ici: ({ structure }: Record<string, string>) => ({ id: structure }),
  suite: ({ structure }: Record<string, string>) => `/partenaires/${structure}`
}

export const actions: Actions = {
  modifier: geste(modifierStructure, { ...ici, formulaire: 'identite' }),
  retirer: geste(retirerStructure, {
    ...ici,
    formulaire: 'retirer',
    suite: ({ structure }) => `/partenaires?retire=${structure}`
  }),
  retablir: geste(retablirStructure, { ...ici, formulaire: 'retablir' }),
  recue: geste(noterInvitationRecue, {
    formulaire: 'recue',
    dire: direRefusReciprocite,
    ici: ({ structure }) => ({ structureId: structure }),
    suite: ({ structure }) => `/partenaires/${structure}#recues`
  }),
  ...equipe
}
