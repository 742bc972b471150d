import { error, fail, redirect } from '@sveltejs/kit'
import { reprendre } from '#platform/depot.server.ts'
import { retenirColonnesContacts } from '#domaines/partenaires/commands/contacts.server.ts'
import { peutImporterContacts } from '#domaines/partenaires/droits.ts'
import { LISTES, type Demande, type Reponse } from '#domaines/partenaires/imports/taches.server.ts'
import { direRefusContacts } from '#domaines/partenaires/libelles/contacts.ts'
import { jugerRolesContacts } from '#domaines/partenaires/regles/contacts/proposer.ts'
import { depuisAdresse, enAdresse, lireRoles } from '#domaines/partenaires/schema/contacts.ts'
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
): Promise<NonNullable<Reponse<T>> | null> {
  const { acteur, perimetre } = entrer(locals)
  if (!peutImporterContacts(acteur))
    error(403, 'Votre rôle ne permet pas d’importer des contacts.', { conseil: 'Demandez à la coordination du territoire.' })
  const octets = await reprendre(dossierDesDonnees(), perimetre, depot)
  const rang = Number(ligne) - 1
  const voulue = { feuille: feuille ?? null, ligne: Number.isSafeInteger(rang) && rang >= 0 ? rang : null }
  return (octets && (await demander(locals, LISTES, tache, { octets, nom }, voulue as Demande<T>))) ?? null
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const lus: Lus = Object.fromEntries(url.searchParams)
  const une = await ouvrir('proposer', locals, lus)
  if (!une) return { lu: null }
  const dit = depuisAdresse(url.searchParams)
  const memes = dit?.roles.length === une.entete.colonnes.length && dit.feuille === une.appariement.feuille
  const fichier = { depot: lus.depot ?? '', nom: lus.nom ?? '' }
  return { lu: { fichier, proposition: memes ? { ...une, appariement: dit } : une } }
}

export const actions: Actions = {
  apparier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const lus: Lus = valeursDe(form)
    const proposition = await ouvrir('trouver', locals, lus)
    const refuser = (erreurs: Record<string, string[]>) =>
      fail(422, { erreurs, valeurs: valeursDe(form), formulaire: 'apparier' })
    if (!proposition) return refuser({ '': ['Le fichier n’est plus là : choisissez-le de nouveau.'] })
    const { entete, appariement } = proposition
    const roles = lireRoles(entete.colonnes.map((_, rang) => lus[`colonne-${rang}`]))
    const fautes = jugerRolesContacts(roles)
    if (fautes.length > 0)
      return refuser(
        Object.fromEntries(fautes.map(({ colonne, faute }) => [`colonne-${colonne ?? 0}`, [direRefusContacts(faute)]]))
      )
    const recopier = lus.recopier === 'oui'
    const colonnes = entete.colonnes.map(({ nom }, rang) => ({ nom, role: roles[rang]! }))
    const retenu = await retenirColonnesContacts(entrer(locals), { colonnes, recopier })
    if (!retenu.ok) return repondre(retenu, form, 'apparier', direRefusContacts)
    const suite = new URLSearchParams({
      depot: lus.depot ?? '',
      nom: lus.nom ?? '',
      ...enAdresse({ ...appariement, ligne: entete.ligne, roles, recopier })
    })
    redirect(303, `/${params.territoire}/partenaires/importer?${suite}`)
  }
}
