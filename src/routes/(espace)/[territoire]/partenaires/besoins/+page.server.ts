import * as lesEchanges from '#domaines/partenaires/commands/echanges.server.ts'
import { ecarterRencontre, mettreEnRelation, reprendreRencontre } from '#domaines/partenaires/commands/rencontres.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusEchange } from '#domaines/partenaires/libelles/echanges.ts'
import { lireTableauDEchanges, nomsPourEchange } from '#domaines/partenaires/queries/echanges.server.ts'
import { adresseDesEchanges, lireFiltreEchanges } from '#domaines/partenaires/schema/echanges.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre, numeroDePage } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const peut = peutTenirAnnuaire(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const filtre = lireFiltreEchanges(url.searchParams)
  const page = numeroDePage(url)
  return lire(locals, async (db, perimetre) => ({
    peut,
    jour: jourDe(locals.maintenant),
    tableau: await lireTableauDEchanges(db, perimetre, filtre, page),
    filtre,
    page,
    modifie,
    structure: url.searchParams.get('structure')?.slice(0, 300) ?? null,
    // only an open form needs the names of the territory
    noms: modifie === 'noter' || modifie?.startsWith('echange-') ? await nomsPourEchange(db, perimetre) : null,
    retire: idDuParametre(url, 'retire')
  }))
}

/** The act, then the view it was done from; what was taken off can be brought back there. */
const sur = (acte: Acte, formulaire: string | ((form: FormData) => string), suite: 'retire' | 'echange' | '' = '') =>
  geste(acte, {
    formulaire,
    dire: direRefusEchange,
    listes: ['thematiques', 'facettes'],
    suite: (_, form) => {
      const filtre = lireFiltreEchanges(new URLSearchParams(String(form.get('vue') ?? '')))
      const id = String(form.get('id'))
      return `/partenaires/besoins${adresseDesEchanges(filtre, suite === 'retire' ? { retire: id } : {})}${suite === 'echange' ? `#echange-${id}` : ''}`
    }
  })

const par = (sorte: string) => (form: FormData) => `${sorte}-${String(form.get('id'))}`

export const actions: Actions = {
  noter: sur(lesEchanges.deposerEchange, 'noter'),
  modifier: sur(lesEchanges.modifierEchange, par('echange'), 'echange'),
  etat: sur(lesEchanges.changerEtatEchange, par('etat'), 'echange'),
  retirer: sur(lesEchanges.retirerEchange, 'retirer', 'retire'),
  retablir: sur(lesEchanges.retablirEchange, 'retablir'),
  relier: sur(mettreEnRelation, (form) => `relier-${String(form.get('unId'))}-${String(form.get('autreId'))}`),
  ecarter: sur(ecarterRencontre, 'ecarter'),
  reprendre: sur(reprendreRencontre, 'reprendre')
}
