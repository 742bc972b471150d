import * as lesAmbassadeurs from '#domaines/partenaires/commands/ambassadeurs.server.ts'
import { peutTenirAnnuaire, peutTenirVolontaires } from '#domaines/partenaires/droits.ts'
import { direRefusAmbassadeur } from '#domaines/partenaires/libelles/ambassadeurs.ts'
import { lireAmbassades } from '#domaines/partenaires/queries/ambassadeurs.server.ts'
import { nomsPourEchange } from '#domaines/partenaires/queries/echanges.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const peut = peutTenirAnnuaire(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  return lire(locals, async (db, perimetre) => ({
    peut,
    peutVoirVolontaires: peutTenirVolontaires(entrer(locals).acteur),
    jour: jourDe(locals.maintenant),
    ambassades: await lireAmbassades(db, perimetre),
    modifie,
    quartier: idDuParametre(url, 'quartier'),
    // only the open form needs the names of the territory
    noms: modifie === 'inscrire' ? (await nomsPourEchange(db, perimetre)).personnes : [],
    retire: idDuParametre(url, 'retire')
  }))
}

const sur = (acte: Acte, formulaire: string | ((form: FormData) => string), retire = false) =>
  geste(acte, {
    formulaire,
    dire: direRefusAmbassadeur,
    suite: (_, form) => `/partenaires/ambassadeurs${retire ? `?retire=${String(form.get('id'))}` : ''}`
  })

export const actions: Actions = {
  inscrire: sur(lesAmbassadeurs.inscrireAmbassadeur, 'inscrire'),
  modifier: sur(lesAmbassadeurs.modifierAmbassadeur, (form) => `ambassadeur-${String(form.get('id'))}`),
  accord: sur(lesAmbassadeurs.retirerAccord, 'accord'),
  retirer: sur(lesAmbassadeurs.retirerAmbassadeur, 'retirer', true),
  retablir: sur(lesAmbassadeurs.retablirAmbassadeur, 'retablir')
}
