import { arreterAbonnement, renouvelerAbonnement, sAbonner } from '#domaines/instances/commands/abonnements.server.ts'
import { direRefusAgenda } from '#domaines/instances/libelles/agenda.ts'
import { lireAgenda } from '#domaines/instances/queries/agenda.server.ts'
import { lireMois, MOIS_MONTRES, moisVoisin } from '#domaines/instances/regles/agenda.ts'
import { jourDe } from '#platform/dates.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { compteId } = entrer(locals).acteur
  const mois = lireMois(url.searchParams.get('mois'), jourDe(locals.maintenant))
  const instance = idDuParametre(url, 'instance')
  const [de, avant] = [`${mois}-01`, `${moisVoisin(mois, MOIS_MONTRES)}-01`]
  const agenda = await lire(locals, (db, perimetre) => lireAgenda(db, perimetre, { compteId, de, avant, instance }))
  return { agenda, mois, instance }
}

type Donnant = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<{ jeton: string }, string>>

/** The secret is shown once, in the answer itself: an address that bore it would stay in the history of the browser. */
const montrer =
  (acte: Donnant, formulaire: string) =>
  async ({ request, locals, url }: RequestEvent) => {
    const form = await request.formData()
    const fait = await acte(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, formulaire, direRefusAgenda)
    return { formulaire: 'adresse', adresse: `${url.origin}/agenda/${fait.valeur.jeton}.ics` }
  }

export const actions: Actions = {
  abonner: montrer(sAbonner, 'abonner'),
  renouveler: montrer(renouvelerAbonnement, 'renouveler'),
  fermer: geste(arreterAbonnement, {
    formulaire: 'fermer',
    dire: direRefusAgenda,
    suite: () => '/instances/agenda#abonnements'
  })
}
