import { redirect } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { modifierStructure, retablirStructure, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { noterInvitationRecue } from '#domaines/partenaires/commands/reciprocite.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusReciprocite } from '#domaines/partenaires/libelles/reciprocite.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../session.server.ts'
import { direRefusAnnuaire, equipe } from './equipe.server.ts'
import { surLesComplements } from './complements.server.ts'
import { lireLaPage } from './lecture.server.ts'
import { surLesRelations } from './relations.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const jour = jourDe(entrer(locals).maintenant)
  const { structure, ...lue } = await lire(locals, (db, perimetre) =>
    lireLaPage(db, perimetre, { id: idDe(params.structure), section: sectionDemandee(url) ?? '', jour })
  )
  if (structure.reunieA) redirect(303, `/${params.territoire}/partenaires/${structure.reunieA}`)
  const [id, personneId] = [idDuParametre(url, 'retire'), idDuParametre(url, 'de')]
  return {
    peut: peutTenirAnnuaire(entrer(locals).acteur),
    structure,
    ...lue,
    jour,
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
  ...surLesRelations,
  ...surLesComplements,
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
