import { listerFichesPrs } from '#domaines/actions/queries/attaches.server.ts'
import { listerPlaces } from '#domaines/actions/queries/fiches.server.ts'
import { choisirPrs, relierAxe } from '#domaines/contrats/commands/prs.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { contratSeul, listerAxes, listerLiensPrs, listerPrs } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { alignement, attendLePrs } from '#domaines/contrats/regles/prs.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe } from '../../../../../adresse.server.ts'
import { entrer, geste, lire } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const contratId = idDe(params.contrat)
  const lu = await lire(locals, async (db, perimetre) => {
    const [contrat, versions, tous, liens, places, directes] = await Promise.all([
      contratSeul(db, perimetre, contratId),
      listerPrs(db, perimetre),
      listerAxes(db, perimetre, contratId),
      listerLiensPrs(db, perimetre, contratId),
      listerPlaces(db, perimetre, contratId),
      listerFichesPrs(db, perimetre, contratId)
    ])
    return contrat && { contrat, versions, tous, liens, places, directes }
  })
  const thematiques = aplatir(arbreDesAxes(lu.tous.filter(({ nature }) => nature === 'thematique')))
  const transversaux = lu.tous.filter(({ nature }) => nature === 'transversal')
  const axes = [...thematiques, ...transversaux.map((axe, rang) => ({ ...axe, numero: `T${rang + 1}` }))].map(
    ({ id, numero, intitule }) => ({
      id,
      numero,
      intitule,
      actions: lu.places.filter(({ axeId }) => axeId === id).map(({ ficheId }) => ficheId),
      prsAxes: lu.liens.filter(({ axeId }) => axeId === id).map(({ prsAxeId }) => prsAxeId)
    })
  )
  const version = lu.versions.find(({ id }) => id === lu.contrat.prsId) ?? null
  return {
    contratVu: { id: lu.contrat.id, intitule: lu.contrat.intitule },
    versions: lu.versions.map(({ id, sigle }) => ({ id, sigle })),
    version,
    attend: attendLePrs(lu.contrat, version, jourDe(locals.maintenant)),
    axes,
    alignement:
      version &&
      alignement(
        version.id,
        lu.versions.flatMap((une) => une.axes),
        axes,
        lu.directes
      ),
    peutEcrire: peutEcrireContrat(entrer(locals).acteur)
  }
}

const commun = { dire: direRefusContrat, suite: ({ contrat }: Record<string, string>) => `/contrats/${contrat}/prs` }

export const actions: Actions = {
  choisir: geste(choisirPrs, { ...commun, formulaire: 'choisir', ici: ({ contrat }) => ({ contratId: contrat }) }),
  relier: geste(relierAxe, { ...commun, formulaire: 'relier', listes: ['prsAxes'] })
}
