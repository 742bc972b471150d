import { jourDe } from '#platform/dates.ts'
import { listerContrats } from '#domaines/contrats/queries.server.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import { entrer, leFait, lire } from '../../session.server.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, params, cookies }) => {
  const { acteur } = entrer(locals)
  const contrats = await lire(locals, listerContrats)
  const jour = jourDe(locals.maintenant)
  const courant = contratCourant(contrats, jour)
  return {
    slug: params.territoire,
    territoire: locals.ouverture!.territoire!.nom,
    role: acteur.role!,
    moi: acteur.nom,
    jour,
    fait: leFait(cookies),
    contrat: courant ? { id: courant.id, intitule: courant.intitule, etat: etatAu(courant, jour) } : null
  }
}
