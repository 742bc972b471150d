import { compter } from '#platform/texte.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { direRefusDAnnuler } from '#domaines/pilotage/libelles.ts'
import { gestesAnnulables } from '#domaines/pilotage/queries/gestes.server.ts'
import { lireHistorique } from '#domaines/pilotage/queries/historique.server.ts'
import { idDe, numeroDePage } from '../../../../adresse.server.ts'
import { entrer, geste, lire } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { acteur, maintenant } = entrer(locals)
  const { objet, total, ...reste } = await lire(locals, async (db, perimetre) => {
    const histoire = await lireHistorique(db, perimetre, acteur, idDe(params.objet), numeroDePage(url))
    const gestes = histoire?.actes.map((acte) => acte.geste) ?? []
    return histoire && { ...histoire, annulables: await gestesAnnulables(db, acteur, gestes, maintenant) }
  })
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

export const actions: Actions = {
  annuler: geste(annulerGeste, {
    formulaire: 'annuler',
    dire: direRefusDAnnuler,
    suite: ({ objet }) => `/historique/${objet}`
  })
}
