import { error, redirect } from '@sveltejs/kit'
import { base } from '#platform/db.server.ts'
import { compter } from '#platform/texte.ts'
import { lireAgendaQuiRepond } from '#domaines/instances/imports/agenda-qui-repond.server.ts'
import { ecarterCourrier, oublierBoite, reglerBoite } from '#domaines/partenaires/commands/boites.server.ts'
import { peutReglerBoite } from '#domaines/partenaires/droits.ts'
import { direRefusBoite, direReleve } from '#domaines/partenaires/libelles/boites.ts'
import { releverBoite } from '#domaines/partenaires/jobs/boites.server.ts'
import { lireBoite } from '#domaines/partenaires/queries/boites.server.ts'
import { leCoffre, retoursVusPar } from '../../../../lieu.server.ts'
import { entrer, geste, lire, repondre, valeursDe } from '../../../../session.server.ts'
import { essayer } from './essayer.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const peut = peutReglerBoite(entrer(locals).acteur)
  const { boite, courriers } = await lire(locals, lireBoite)
  return {
    peut,
    reglee: boite !== null,
    // how the mailbox is opened, and who wrote to it, are the coordination's to see
    boite: peut ? boite : null,
    courriers: peut ? courriers : [],
    retours: boite !== null && retoursVusPar(boite.adresse)
  }
}

const ouvrir = (locals: App.Locals) => {
  const appel = entrer(locals)
  if (!peutReglerBoite(appel.acteur))
    error(403, 'Votre rôle ne permet pas de régler la boîte de réception.', {
      conseil: 'Demandez à la coordination du territoire.'
    })
  return appel
}

/** What was typed, but for the password: it is never sent back. */
const sansSecret = (form: FormData) => {
  form.delete('motDePasse')
  return form
}

export const actions: Actions = {
  essayer: async ({ request, locals }) => {
    ouvrir(locals)
    const form = await request.formData()
    const essai = await essayer(locals, form)
    if (!essai.ok) return repondre(essai, sansSecret(form), 'boite', direRefusBoite)
    const dit = `On entre, et le dossier «\u00a0${essai.boite.dossier}\u00a0» a ${compter(essai.messages, 'message')}. Rien n’est encore enregistré.`
    return { essai: dit, valeurs: valeursDe(sansSecret(form)), formulaire: 'boite' }
  },
  regler: async ({ request, locals, params }) => {
    const appel = ouvrir(locals)
    const form = await request.formData()
    const essai = await essayer(locals, form)
    if (!essai.ok) return repondre(essai, sansSecret(form), 'boite', direRefusBoite)
    const { boite, uidValidite, dernierUid } = essai
    const scelle = leCoffre().sceller(boite.motDePasse, appel.perimetre.collectiviteId)
    const fait = await reglerBoite(appel, { ...boite, motDePasse: null, scelle, uidValidite, dernierUid })
    if (!fait.ok) return repondre(fait, sansSecret(form), 'boite', direRefusBoite)
    redirect(303, `/${params.territoire}/reglages/boite`)
  },
  oublier: geste(oublierBoite, { formulaire: 'oublier', dire: direRefusBoite, suite: () => '/reglages/boite' }),
  vu: geste(ecarterCourrier, { formulaire: 'vu', dire: direRefusBoite, suite: () => '/reglages/boite#courriers' }),
  relever: async ({ locals }) => {
    const { perimetre } = ouvrir(locals)
    const releve = await releverBoite(base(), { coffre: leCoffre, agenda: lireAgendaQuiRepond }, perimetre.collectiviteId)
    if (releve === null) return { releve: 'Une relève est déjà en cours\u00a0: revenez dans un instant.' }
    // a fault is said by the page, which has just been told of it
    return { releve: typeof releve === 'string' ? null : direReleve(releve) }
  }
}
