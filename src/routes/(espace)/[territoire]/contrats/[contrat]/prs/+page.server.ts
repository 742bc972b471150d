import { lireAlignement } from '#domaines/actions/queries/alignement.server.ts'
import { choisirPrs, relierAxes } from '#domaines/contrats/commands/prs.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { attendLePrs } from '#domaines/contrats/regles/prs.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../adresse.server.ts'
import { entrer, geste, lire } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { contrat, versions, version, axes, alignement } = await lire(locals, (db, perimetre) =>
    lireAlignement(db, perimetre, idDe(params.contrat))
  )
  return {
    contratVu: { id: contrat.id, intitule: contrat.intitule },
    versions: versions.map(({ id, sigle }) => ({ id, sigle })),
    version,
    attend: attendLePrs(contrat, version, jourDe(locals.maintenant)),
    axes,
    alignement,
    peutEcrire: peutEcrireContrat(entrer(locals).acteur)
  }
}

const commun = {
  dire: direRefusContrat,
  suite: ({ contrat }: Record<string, string>) => `/contrats/${contrat}/prs`,
  ici: ({ contrat }: Record<string, string>) => ({ contratId: contrat })
}

export const actions: Actions = {
  choisir: geste(choisirPrs, { ...commun, formulaire: 'choisir' }),
  relier: geste(relierAxes, { ...commun, formulaire: 'relier', listes: ['liens'] })
}
