import { jourDe } from '#platform/dates.ts'
import { listerAxes, listerContrats } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes, nomDuNiveau } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { guideDe } from '#domaines/contrats/regles/transversaux.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { lireMatrice } from '#domaines/actions/queries/matrice.server.ts'
import { PAR_PAGE } from '#domaines/actions/queries/portefeuille.server.ts'
import { lireVueMatrice } from '#domaines/actions/schema/matrice.ts'
import { entrer, lire } from '../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVueMatrice(url.searchParams)
  const { acteur } = entrer(locals)
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const contrats = await listerContrats(db, perimetre)
    const contrat = contrats.find((candidat) => candidat.id === vue.contrat) ?? contratCourant(contrats, jour)
    const lus = contrat ? await listerAxes(db, perimetre, contrat.id) : []
    const arbre = aplatir(arbreDesAxes(lus.filter((axe) => axe.nature === 'thematique')))
    const transversaux = lus
      .filter((axe) => axe.nature === 'transversal')
      .map((axe) => ({ id: axe.id, intitule: axe.intitule, question: axe.question, ...guideDe(axe) }))
    const sous = arbre.find(({ id }) => id === vue.axe)
    const matrice =
      contrat && transversaux.length > 0
        ? await lireMatrice(db, perimetre, {
            contratId: contrat.id,
            axes: arbre,
            transversaux: transversaux.map(({ id }) => id),
            // an axis holds the actions of all that is under it
            sous: sous && aplatir([sous]).map(({ id }) => id),
            moment: vue.moment,
            manque: vue.manque === 'oui',
            page: vue.page
          })
        : null
    return {
      vue: { ...vue, axe: sous?.id },
      contrat: contrat && { id: contrat.id, intitule: contrat.intitule },
      matrice,
      pages: Math.max(1, Math.ceil((matrice?.total ?? 0) / PAR_PAGE)),
      transversaux,
      axes: arbre.map(({ id, numero, intitule, profondeur }) => ({
        id,
        numero,
        intitule,
        niveau: nomDuNiveau(contrat!.niveaux, profondeur)
      })),
      contrats: contrats.map(({ id, intitule }) => ({ id, intitule })),
      peut: { ecrireFiche: peutEcrireFiche(acteur), ecrireContrat: peutEcrireContrat(acteur) }
    }
  })
}
