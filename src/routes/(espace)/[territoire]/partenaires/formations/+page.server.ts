import * as lesFormations from '#domaines/partenaires/commands/formations.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusFormation } from '#domaines/partenaires/libelles/formations.ts'
import { lireFormations } from '#domaines/partenaires/queries/formations.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const peut = peutTenirAnnuaire(entrer(locals).acteur)
  return lire(locals, async (db, perimetre) => ({
    peut,
    jour: jourDe(locals.maintenant),
    lues: await lireFormations(db, perimetre),
    modifie: peut ? sectionDemandee(url) : null,
    service: idDuParametre(url, 'service'),
    retire: idDuParametre(url, 'retire')
  }))
}

const sur = (acte: Acte, formulaire: string | ((form: FormData) => string), retire = false) =>
  geste(acte, {
    formulaire,
    listes: ['services', 'competences'],
    dire: direRefusFormation,
    suite: (_, form) => `/partenaires/formations${retire ? `?retire=${String(form.get('id'))}` : ''}`
  })

export const actions: Actions = {
  noter: sur(lesFormations.noterFormation, 'noter'),
  modifier: sur(lesFormations.modifierFormation, (form) => `formation-${String(form.get('id'))}`),
  retirer: sur(lesFormations.retirerFormation, 'retirer', true),
  retablir: sur(lesFormations.retablirFormation, 'retablir')
}
