import { peutImporterContacts, peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import {
  compterStructures,
  nomDeLaStructure,
  PAR_PAGE,
  pageDeStructures,
  type FiltreStructures
} from '#domaines/partenaires/queries.server.ts'
import { couvertureDesCategories } from '#domaines/partenaires/regles.ts'
import { CATEGORIES_STRUCTURE, TYPES_STRUCTURE } from '#domaines/partenaires/schema.ts'
import { compterMentions } from '#domaines/pilotage/queries/mentions.server.ts'
import { entrer, lire } from '../../../session.server.ts'
import { idDuParametre, numeroDePage } from '../../../adresse.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const parmi = <V extends string>(nom: string, valeurs: readonly V[]) =>
    valeurs.find((valeur) => valeur === url.searchParams.get(nom))
  const place = parmi('interne', ['oui', 'non'])
  const filtre: FiltreStructures = {
    recherche: url.searchParams.get('recherche')?.trim().slice(0, 100) || undefined,
    type: parmi('type', TYPES_STRUCTURE),
    categorie: parmi('categorie', [...CATEGORIES_STRUCTURE, 'sans']),
    interne: place && place === 'oui'
  }
  const page = numeroDePage(url)
  const importe = url.searchParams.get('importe') ?? ''
  const retire = idDuParametre(url, 'retire')
  const lu = await lire(locals, async (db, perimetre) => {
    const retenues = await pageDeStructures(db, perimetre, filtre, page)
    const ids = retenues.lignes.map(({ id }) => id)
    const mentions = await compterMentions(db, perimetre, 'structures', ids)
    return {
      total: retenues.total,
      lignes: retenues.lignes.map((ligne) => ({ ...ligne, actions: mentions[ligne.id]!.actions })),
      comptes: await compterStructures(db, perimetre),
      retiree: retire ? await nomDeLaStructure(db, perimetre, retire) : null
    }
  })
  const somme = (comptes: typeof lu.comptes) => comptes.reduce((total, compte) => total + compte.nombre, 0)
  return {
    peut: peutTenirAnnuaire(entrer(locals).acteur),
    peutImporter: peutImporterContacts(entrer(locals).acteur),
    importees: /^\d{1,6}$/.test(importe) ? Number(importe) : null,
    lignes: lu.lignes,
    retenues: lu.total,
    page,
    pages: Math.ceil(lu.total / PAR_PAGE),
    filtre,
    total: somme(lu.comptes),
    internes: somme(lu.comptes.filter((compte) => compte.interne)),
    sansCategorie: somme(lu.comptes.filter((compte) => compte.categorie === null)),
    categories: couvertureDesCategories(lu.comptes),
    retiree: lu.retiree ? { id: retire!, nom: lu.retiree } : null
  }
}
