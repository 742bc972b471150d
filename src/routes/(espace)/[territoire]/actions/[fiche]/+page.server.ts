import { jourDe } from '#platform/dates.ts'
import { peutEcrireFiche, peutMontrerAuPublic } from '#domaines/actions/droits.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { retirerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { lireAttaches, lireOffreDeLiens } from '#domaines/actions/queries/attaches.server.ts'
import { seanceDeNaissance } from '#domaines/instances/queries/ordre-du-jour.server.ts'
import { lireDemandesDeFiche } from '#domaines/actions/queries/demandes.server.ts'
import { lirePageFiche } from '#domaines/actions/queries/page.server.ts'
import { lireProches } from '#domaines/actions/queries/ressemblances.server.ts'
import { lireProgramme } from '#domaines/actions/queries/programme.server.ts'
import { vueDeDepart } from '#domaines/actions/schema/matrice.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../session.server.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { surLesPieces } from '../../../../pieces.server.ts'
import { surLesNouvelles } from './nouvelles.server.ts'
import { surLePublic } from './presentation.server.ts'
import { surLesProches } from './proches.server.ts'
import { surLesReleves } from './releves.server.ts'
import { surLesSections } from './sections.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { acteur } = entrer(locals)
  const modifie = sectionDemandee(url)
  const peutEcrire = peutEcrireFiche(acteur)
  const peutMontrer = peutMontrerAuPublic(acteur)
  const id = idDe(params.fiche)
  const jour = jourDe(locals.maintenant)
  const page = await lire(locals, async (db, perimetre) => {
    const lue = await lirePageFiche(db, perimetre, id, jour, peutEcrire ? modifie : null, idDuParametre(url, 'contrat'))
    if (!lue) return null
    // a sub-action goes with its action: it is compared with nothing
    const proches = lue.parent ? null : lireProches(db, perimetre, { ...lue.fiche, soi: id })
    const [rattachement, attaches, offre, voisines, naissance, demandes] = await Promise.all([
      lireProgramme(db, perimetre, id, jour),
      lireAttaches(db, perimetre, id),
      peutEcrire && modifie === 'liens' ? lireOffreDeLiens(db, perimetre, id) : null,
      proches,
      seanceDeNaissance(db, perimetre, id),
      lireDemandesDeFiche(db, perimetre, id)
    ])
    return { ...lue, rattachement, attaches, offre, proches: voisines, naissance, demandes }
  })
  return {
    ...page,
    modifie: peutEcrire || peutMontrer ? modifie : null,
    moment: url.searchParams.get('moment'),
    axeVise: url.searchParams.get('axe'),
    retiree: idDuParametre(url, 'retire'),
    pieceRetiree: idDuParametre(url, 'piece-retiree'),
    releveRetire: idDuParametre(url, 'releve-retire'),
    distinguee: idDuParametre(url, 'distinguee'),
    depuis: vueDeDepart(url.searchParams.get('depuis')),
    peutEcrire,
    peutInscrire: peutEcrireContrat(acteur),
    peutMontrer
  }
}

export const actions: Actions = {
  ...surLesNouvelles,
  ...surLesReleves,
  ...surLesProches,
  ...surLePublic,
  ...surLesPieces(
    ({ fiche }) => ({ ficheId: fiche }),
    ({ fiche }) => `/actions/${fiche}`
  ),
  ...surLesSections,
  retirer: geste(retirerFiche, {
    formulaire: 'retirer',
    dire: direRefusFiche,
    ici: ({ fiche }) => ({ id: fiche }),
    suite: ({ fiche }) => `/actions?retire=${fiche}`
  })
}
