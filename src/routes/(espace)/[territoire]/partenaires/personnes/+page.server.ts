import { peutReunir, peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { compterPersonnes, nomDeLaPersonne, PAR_PAGE, pageDePersonnes } from '#domaines/partenaires/queries.server.ts'
import { idDuParametre, numeroDePage } from '../../../../adresse.server.ts'
import { entrer, lire } from '../../../../session.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const recherche = url.searchParams.get('recherche')?.trim().slice(0, 100) ?? ''
  const page = numeroDePage(url)
  const retire = idDuParametre(url, 'retire')
  return lire(locals, async (db, perimetre) => {
    const { lignes, total: retenues } = await pageDePersonnes(db, perimetre, recherche, page)
    const comptes = await compterPersonnes(db, perimetre)
    const nom = retire && (await nomDeLaPersonne(db, perimetre, retire))
    return {
      peut: peutTenirAnnuaire(entrer(locals).acteur),
      peutReunir: peutReunir(entrer(locals).acteur),
      lignes,
      retenues,
      page,
      pages: Math.ceil(retenues / PAR_PAGE),
      recherche,
      ...comptes,
      retiree: nom ? { id: retire, nom } : null
    }
  })
}
