import { compter } from '#platform/texte.ts'
import { lireHistorique } from '#domaines/pilotage/queries/historique.server.ts'
import { idDe, numeroDePage } from '../../../../adresse.server.ts'
import { lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { objet, total, ...reste } = await lire(locals, (db, perimetre) =>
    lireHistorique(db, perimetre, idDe(params.objet), numeroDePage(url))
  )
  const nom = objet.nom ?? 'un objet retiré'
  return {
    ...reste,
    titre: `Historique\u00a0: ${nom}`,
    chapeau: `${compter(total, 'changement')}, du plus récent au plus ancien.`,
    chemin: objet.page
      ? [{ href: `/${params.territoire}${objet.page}`, libelle: nom }]
      : [{ href: `/${params.territoire}/historique`, libelle: 'Historique du territoire' }]
  }
}
