import * as lesChartes from '#domaines/partenaires/commands/chartes.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusCharte } from '#domaines/partenaires/libelles/chartes.ts'
import { listerChartes } from '#domaines/partenaires/queries/chartes.server.ts'
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
    jour: jourDe(locals.maintenant),
    chartes: await listerChartes(db, perimetre),
    // only an open form needs the names of the territory
    noms: modifie ? await nomsPourEchange(db, perimetre) : null,
    modifie,
    retire: idDuParametre(url, 'retire')
  }))
}

const sur = (acte: Acte, formulaire: string | ((form: FormData) => string), retire = false) =>
  geste(acte, {
    formulaire,
    dire: direRefusCharte,
    suite: (_, form) => `/partenaires/chartes${retire ? `?retire=${String(form.get('id'))}` : ''}`
  })

export const actions: Actions = {
  noter: sur(lesChartes.noterCharte, 'noter'),
  modifier: sur(lesChartes.modifierCharte, (form) => `charte-${String(form.get('id'))}`),
  renouveler: sur(lesChartes.renouvelerCharte, 'renouveler'),
  retirer: sur(lesChartes.retirerCharte, 'retirer', true),
  retablir: sur(lesChartes.retablirCharte, 'retablir')
}
