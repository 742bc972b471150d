import * as recues from '#domaines/partenaires/commands/reciprocite.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusReciprocite } from '#domaines/partenaires/libelles/reciprocite.ts'
import { nomsDesStructures } from '#domaines/partenaires/queries.server.ts'
import { ilYA } from '#domaines/partenaires/regles/reciprocite.ts'
import { FENETRES } from '#domaines/partenaires/schema/reciprocite.ts'
import { lireReciprocite } from '#domaines/pilotage/queries/reciprocite.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

const fenetre = (dite: unknown) => FENETRES.find((mois) => String(mois) === dite) ?? 24

export const load: PageServerLoad = async ({ locals, url }) => {
  const peut = peutTenirAnnuaire(entrer(locals).acteur)
  const modifie = peut ? sectionDemandee(url) : null
  const jour = jourDe(locals.maintenant)
  const mois = fenetre(url.searchParams.get('mois'))
  return lire(locals, async (db, perimetre) => ({
    peut,
    jour,
    mois,
    reciprocite: await lireReciprocite(db, perimetre, ilYA(mois, jour), jour),
    // only an open form needs the names of the territory
    noms: modifie ? (await nomsDesStructures(db, perimetre)).map(({ nom }) => nom) : [],
    modifie,
    retire: idDuParametre(url, 'retire')
  }))
}

const sur = (acte: Acte, formulaire: string | ((form: FormData) => string), retire = false) =>
  geste(acte, {
    formulaire,
    dire: direRefusReciprocite,
    suite: (_, form) =>
      `/partenaires/reciprocite?mois=${fenetre(form.get('mois'))}${retire ? `&retire=${String(form.get('id'))}` : '#recues'}`
  })

export const actions: Actions = {
  noter: sur(recues.noterInvitationRecue, 'noter'),
  modifier: sur(recues.modifierInvitationRecue, (form) => `recue-${String(form.get('id'))}`),
  retirer: sur(recues.retirerInvitationRecue, 'retirer', true),
  retablir: sur(recues.retablirInvitationRecue, 'retablir')
}
