import { error, fail, redirect } from '@sveltejs/kit'
import { deposer, jeter, reprendre } from '#platform/depot.server.ts'
import { peutImporterContacts } from '#domaines/partenaires/droits.ts'
import { LISTES } from '#domaines/partenaires/imports/taches.server.ts'
import { direRefusContacts, FIL_ROMPU } from '#domaines/partenaires/libelles/contacts.ts'
import { depuisAdresse, enAdresse } from '#domaines/partenaires/schema/contacts.ts'
import { demander } from '../../../../fichier.server.ts'
import { dossierDesDonnees } from '../../../../lieu.server.ts'
import { entrer, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

const PERDU = 'Le fichier n’est plus là : choisissez-le de nouveau.'

/** The list that an address or a form names, and how it is read; null when it is gone, or no longer says it. */
async function listeDe(locals: App.Locals, lus: { get(nom: string): unknown }) {
  const { acteur, perimetre } = entrer(locals)
  if (!peutImporterContacts(acteur))
    error(403, 'Votre rôle ne permet pas d’importer des contacts.', { conseil: 'Demandez à la coordination du territoire.' })
  const [depot, nom] = [String(lus.get('depot') ?? ''), String(lus.get('nom') ?? '')]
  const [appariement, octets] = [depuisAdresse(lus), await reprendre(dossierDesDonnees(), perimetre, depot)]
  return appariement && octets
    ? { fichier: { octets, nom }, appariement, suite: { depot, nom, ...enAdresse(appariement) } }
    : null
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const liste = await listeDe(locals, url.searchParams)
  if (!liste) return { apercu: null, perdu: url.searchParams.has('depot') || url.searchParams.get('perdu') === 'oui' }
  const { fichier, appariement, suite } = liste
  const vu = await demander(locals, LISTES, 'apercevoir', fichier, { appariement })
  return vu ? { apercu: { ...vu, nom: fichier.nom, suite }, perdu: false } : { apercu: null, perdu: true }
}

export const actions: Actions = {
  deposer: async ({ request, locals, params }) => {
    const { acteur, perimetre } = entrer(locals)
    if (!peutImporterContacts(acteur)) error(403, 'Votre rôle ne permet pas d’importer des contacts.')
    const fichier = (await request.formData()).get('fichier')
    const refuser = (motif: string) => fail(422, { erreurs: { fichier: [motif] }, valeurs: {}, formulaire: 'deposer' })
    // a form sent without a file sends one that has no name
    if (!(fichier instanceof File) || fichier.name === '') return refuser('Choisissez le fichier de vos contacts.')
    const lu = { octets: new Uint8Array(await fichier.arrayBuffer()), nom: fichier.name }
    const motif = await demander(locals, LISTES, 'examiner', lu, null, () => FIL_ROMPU)
    if (motif !== null) return refuser(motif)
    const depot = await deposer(dossierDesDonnees(), perimetre, lu.octets)
    redirect(303, `/${params.territoire}/partenaires/importer/colonnes?${new URLSearchParams({ depot, nom: lu.nom })}`)
  },
  importer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const liste = await listeDe(locals, form)
    const { acteur, perimetre, maintenant } = entrer(locals)
    const demande = liste && { appariement: liste.appariement, acteur, maintenant }
    const fait = demande && (await demander(locals, LISTES, 'importer', liste.fichier, demande))
    if (!fait) return fail(422, { erreurs: { '': [PERDU] }, valeurs: {}, formulaire: 'importer' })
    if (!fait.ok) return repondre(fait, form, 'importer', direRefusContacts)
    await jeter(dossierDesDonnees(), perimetre, liste.suite.depot)
    redirect(303, `/${params.territoire}/partenaires?importe=${fait.changees}`)
  }
}
