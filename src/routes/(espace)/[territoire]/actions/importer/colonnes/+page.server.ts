import { error, fail, redirect } from '@sveltejs/kit'
import { reprendre } from '#platform/depot.server.ts'
import { retenirAppariement } from '#domaines/actions/commands/appariements.server.ts'
import { peutImporterPlan } from '#domaines/actions/droits.ts'
import { PLANS, type Demande, type Reponse } from '#domaines/actions/imports/taches.server.ts'
import { direRefusFiche } from '#domaines/actions/libelles/refus.ts'
import { jugerRoles } from '#domaines/actions/regles/plan/libre.ts'
import { depuisAdresse, enAdresse, lireRoles } from '#domaines/actions/schema/appariement.ts'
import { demander } from '../../../../../fichier.server.ts'
import { dossierDesDonnees } from '../../../../../lieu.server.ts'
import { entrer, repondre, valeursDe } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

type Lus = Partial<Record<string, string>>

/** The file of an address or of a form, and where in it the columns are to be read; null when it is gone. */
async function ouvrir<T extends 'proposer' | 'trouver'>(
  tache: T,
  locals: App.Locals,
  { depot = '', nom = '', feuille, ligne }: Lus
): Promise<{ proposition: NonNullable<Reponse<T>>; nom: string } | null> {
  const { acteur, perimetre } = entrer(locals)
  if (!peutImporterPlan(acteur))
    error(403, 'Votre rôle ne permet pas d’importer un plan.', { conseil: 'Demandez à la coordination du territoire.' })
  const octets = await reprendre(dossierDesDonnees(), perimetre, depot)
  const rang = Number(ligne) - 1
  const voulue = { feuille: feuille ?? null, ligne: Number.isSafeInteger(rang) && rang >= 0 ? rang : null }
  const proposition = octets && (await demander(locals, PLANS, tache, { octets, nom }, voulue as Demande<T>))
  return proposition && { proposition, nom }
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const lus: Lus = Object.fromEntries(url.searchParams)
  const ouvert = await ouvrir('proposer', locals, lus)
  if (!ouvert) return { lu: null }
  const { proposition, nom } = ouvert
  const { appariement, entete } = proposition
  const dit = depuisAdresse(url.searchParams)
  const memes = dit?.roles.length === entete.colonnes.length && dit.feuille === appariement.feuille
  const fichier = { depot: lus.depot ?? '', nom, contrat: lus.contrat ?? '' }
  return { lu: { fichier, proposition: { ...proposition, appariement: memes ? dit : appariement } } }
}

export const actions: Actions = {
  apparier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const lus: Lus = valeursDe(form)
    const ouvert = await ouvrir('trouver', locals, lus)
    const refuser = (erreurs: Record<string, string[]>) =>
      fail(422, { erreurs, valeurs: valeursDe(form), formulaire: 'apparier' })
    if (!ouvert) return refuser({ '': ['Le fichier n’est plus là : choisissez-le de nouveau.'] })
    const { entete, appariement } = ouvert.proposition
    const roles = lireRoles(entete.colonnes.map((_, rang) => lus[`colonne-${rang}`]))
    const fautes = jugerRoles(roles)
    if (fautes.length > 0)
      return refuser(Object.fromEntries(fautes.map(({ colonne, faute }) => [`colonne-${colonne ?? 0}`, [direRefusFiche(faute)]])))
    const recopier = lus.recopier === 'oui'
    const colonnes = entete.colonnes.map(({ nom }, rang) => ({ nom, role: roles[rang]! }))
    const retenu = await retenirAppariement(entrer(locals), { colonnes, recopier })
    if (!retenu.ok) return repondre(retenu, form, 'apparier', direRefusFiche)
    const titre = lus.titre?.trim() || appariement.titre
    const suite = new URLSearchParams(enAdresse({ ...appariement, ligne: entete.ligne, roles, recopier, titre }))
    for (const cle of ['depot', 'nom', 'contrat']) if (lus[cle]) suite.set(cle, lus[cle])
    redirect(303, `/${params.territoire}/actions/importer?${suite}`)
  }
}
