import { communautes } from '#platform/graphe.server.ts'
import { jourDe } from '#platform/dates.ts'
import { peutNommerNiveaux } from '#domaines/partenaires/droits.ts'
import { NIVEAUX, SECTEURS } from '#domaines/partenaires/schema/relations.ts'
import { lireReseau } from '#domaines/pilotage/queries/reseau.server.ts'
import { composerReseau } from '#domaines/pilotage/regles/reseau/composer.ts'
import type { Quand } from '#domaines/pilotage/regles/reseau/liens.ts'
import { entrer, lire } from '../../../../session.server.ts'
import { idDuParametre, numeroDePage } from '../../../../adresse.server.ts'
import type { PageServerLoad } from './$types'

const quandDe = (texte: string | null): Quand =>
  texte === 'tout' ? 'tout' : /^(?:19|20)\d\d$/.test(texte ?? '') ? Number(texte) : null

export const load: PageServerLoad = async ({ locals, url }) => {
  const { acteur, maintenant } = entrer(locals)
  const jour = jourDe(maintenant)
  const demande = {
    niveau: NIVEAUX.find((niveau) => String(niveau) === url.searchParams.get('niveau')) ?? 1,
    secteur: SECTEURS.find((secteur) => secteur === url.searchParams.get('secteur')) ?? null,
    quand: quandDe(url.searchParams.get('quand')),
    structure: idDuParametre(url, 'structure'),
    page: numeroDePage(url)
  }
  const matiere = await lire(locals, (db, perimetre) => lireReseau(db, perimetre, jour))
  return { peut: peutNommerNiveaux(acteur), demande, reseau: composerReseau(matiere, demande, jour, communautes) }
}
