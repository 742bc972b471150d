import { error, fail, redirect } from '@sveltejs/kit'
import { deposer, reprendre } from '#platform/depot.server.ts'
import { importerContacts } from '#domaines/partenaires/commands/contacts.server.ts'
import { peutImporterContacts } from '#domaines/partenaires/droits.ts'
import { apercevoirContacts, lireContactsDuFichier, ouvrirContacts } from '#domaines/partenaires/imports/contacts.server.ts'
import { direRefusContacts } from '#domaines/partenaires/libelles/contacts.ts'
import { proposerContacts } from '#domaines/partenaires/regles/contacts/proposer.ts'
import { depuisAdresse, enAdresse } from '#domaines/partenaires/schema/contacts.ts'
import { dossierDesDonnees } from '../../../../lieu.server.ts'
import { entrer, lire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

const PERDU = 'Le fichier n’est plus là : choisissez-le de nouveau.'

/** The contacts of the file that an address or a form names; null when it is gone, or no longer says how it is read. */
async function contactsDe(locals: App.Locals, lus: { get(nom: string): unknown }) {
  const { acteur, perimetre } = entrer(locals)
  if (!peutImporterContacts(acteur))
    error(403, 'Votre rôle ne permet pas d’importer des contacts.', { conseil: 'Demandez à la coordination du territoire.' })
  const [depot, nom] = [String(lus.get('depot') ?? ''), String(lus.get('nom') ?? '')]
  if (depot === '') return { demande: false, contacts: null } as const
  const [appariement, octets] = [depuisAdresse(lus), await reprendre(dossierDesDonnees(), perimetre, depot)]
  const contacts = appariement && octets && (await lireContactsDuFichier(octets, nom, appariement))
  if (!contacts || typeof contacts === 'string') return { demande: true, contacts: null } as const
  return { demande: true, contacts, suite: { depot, nom, ...enAdresse(appariement) } } as const
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { demande, contacts, suite } = await contactsDe(locals, url.searchParams)
  if (!contacts) return { apercu: null, perdu: demande || url.searchParams.get('perdu') === 'oui' }
  const vu = await lire(locals, (db, perimetre) => apercevoirContacts(db, perimetre, contacts))
  return { apercu: { ...vu, nom: suite.nom, suite }, perdu: false }
}

export const actions: Actions = {
  deposer: async ({ request, locals, params }) => {
    const { acteur, perimetre } = entrer(locals)
    if (!peutImporterContacts(acteur)) error(403, 'Votre rôle ne permet pas d’importer des contacts.')
    const fichier = (await request.formData()).get('fichier')
    const refuser = (motif: string) => fail(422, { erreurs: { fichier: [motif] }, valeurs: {}, formulaire: 'deposer' })
    if (!(fichier instanceof File) || fichier.size === 0) return refuser('Choisissez le fichier de vos contacts.')
    const octets = new Uint8Array(await fichier.arrayBuffer())
    const classeur = await ouvrirContacts(octets, fichier.name)
    if (typeof classeur === 'string') return refuser(classeur)
    if (!proposerContacts(classeur))
      return refuser(
        'Aucune feuille n’a de noms de colonnes. Mettez « Structure », « Nom », « Courriel »… sur une ligne, puis recommencez.'
      )
    const depot = await deposer(dossierDesDonnees(), perimetre, octets)
    redirect(303, `/${params.territoire}/partenaires/importer/colonnes?${new URLSearchParams({ depot, nom: fichier.name })}`)
  },
  importer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const { contacts } = await contactsDe(locals, form)
    if (!contacts) return fail(422, { erreurs: { '': [PERDU] }, valeurs: {}, formulaire: 'importer' })
    const fait = await importerContacts(entrer(locals), { lus: contacts })
    if (!fait.ok) return repondre(fait, form, 'importer', direRefusContacts)
    redirect(303, `/${params.territoire}/partenaires?importe=${fait.valeur.lignes.filter(({ inchangee }) => !inchangee).length}`)
  }
}
