import { error, redirect } from '@sveltejs/kit'
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks'
import { ouvrirCoffre } from '#platform/coffre.server.ts'
import { ouvrirCourrier } from '#platform/courrier.server.ts'
import { base as laBase } from '#platform/db.server.ts'
import { purgerLesDepots } from '#platform/depot.server.ts'
import { readSettings } from '#platform/env.server.ts'
import { demarrerTravaux } from '#platform/jobs.server.ts'
import { nouvelId } from '#platform/ids.ts'
import { log } from '#platform/log.server.ts'
import { redacteursDesActions, travauxDesActions } from '#domaines/actions/jobs.server.ts'
import { travauxDesComptes } from '#domaines/comptes/jobs.server.ts'
import { ouvrirPage } from '#domaines/comptes/queries.server.ts'
import { lireAgendaQuiRepond } from '#domaines/instances/imports/agenda-qui-repond.server.ts'
import { effacerPartout, redacteursDesEspaces } from '#domaines/pilotage/jobs.server.ts'
import { rappelerPartout, redacteursDesSeances } from '#domaines/instances/jobs.server.ts'
import { releverPartout } from '#domaines/partenaires/jobs/boites.server.ts'
import { reprendreEnvois, travauxDesEnvois } from '#domaines/partenaires/jobs.server.ts'
import { ouvrirProcessus } from './preparation.server.ts'
import { COOKIE_SESSION, noterLeFait, retenirLaPage } from './routes/session.server.ts'

export const init: ServerInit = async () => {
  const settings = readSettings(process.env)
  if (!settings.DATABASE_URL) throw new Error('the server entry gives the address of the database')
  const base = ouvrirProcessus(settings.DATABASE_URL)
  const { db, fermer } = base
  const courrier = ouvrirCourrier(settings)
  const arreter = await demarrerTravaux(settings.DATABASE_URL, {
    ...travauxDesComptes(db, courrier, settings.urlPublique),
    ...travauxDesEnvois(base, {
      courrier,
      domaine: new URL(settings.urlPublique).hostname,
      parMinute: settings.COURRIELS_PAR_MINUTE,
      redacteurs: {
        ...redacteursDesSeances(settings.urlPublique),
        ...redacteursDesActions(settings.urlPublique),
        ...redacteursDesEspaces(settings.urlPublique)
      }
    }),
    ...travauxDesActions(base, settings.dossier)
  })
  await reprendreEnvois(base)
  const reprises = setInterval(
    () => void reprendreEnvois(base).catch((error: unknown) => log().error({ error }, 'letters not taken up')),
    600_000
  ).unref()
  const balayer = () =>
    purgerLesDepots(settings.dossier).catch((error: unknown) => log().error({ error }, 'files left not thrown away'))
  await balayer()
  const balayages = setInterval(() => void balayer(), 3_600_000).unref()
  const rappels = setInterval(
    () => void rappelerPartout(base, new Date()).catch((error: unknown) => log().error({ error }, 'reminders not written')),
    3_600_000
  ).unref()
  const effacements = setInterval(
    () => void effacerPartout(base, new Date()).catch((error: unknown) => log().error({ error }, 'people not erased')),
    3_600_000
  ).unref()
  const relever = () => releverPartout(base, { coffre: () => ouvrirCoffre(settings), agenda: lireAgendaQuiRepond })
  const releves = setInterval(
    () => void relever().catch((error: unknown) => log().error({ error }, 'mailboxes not read')),
    300_000
  ).unref()
  process.once('tisserand:arret' as never, async (fini: () => void) => {
    clearInterval(reprises)
    clearInterval(rappels)
    clearInterval(balayages)
    clearInterval(effacements)
    clearInterval(releves)
    await arreter()
    courrier.fermer()
    await fermer()
    fini()
  })
}

/** What asks for a session: the pages of a territory and its files. */
const PRIVEES = /^\/(?:\(espace\)|fichiers)\//

/** What a secret address opens: the pages and files of a signed link, the link to sign in. */
const SECRETES = /^\/(?:\(lien\)\/|\(public\)\/connexion\/\[jeton\])/

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.maintenant = new Date()
  event.locals.noter = noterLeFait(event.cookies, event.url)
  if (event.url.href.includes('%00')) error(400, 'Cette adresse ne se lit pas.', { conseil: 'Repartez de l’accueil.' })
  // the watch must answer when the database cannot
  const jeton = event.route.id === '/sante' ? undefined : event.cookies.get(COOKIE_SESSION)
  event.locals.ouverture = jeton
    ? await ouvrirPage(laBase().db, jeton, event.params.territoire ?? null, event.locals.maintenant)
    : null
  if (PRIVEES.test(event.route.id ?? '') && !event.locals.ouverture) {
    if (event.request.method === 'GET') retenirLaPage(event.cookies, event.url)
    redirect(303, '/connexion')
  }
  const response = await resolve(event)
  response.headers.set('x-content-type-options', 'nosniff')
  // no other site gets the address; « no-referrer » would also empty the origin of our own forms, which are then refused
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  const secrete = SECRETES.test(event.route.id ?? '')
  if (secrete) response.headers.set('x-robots-tag', 'noindex')
  // an attached document says how it may be kept: it is asked again each time, and never changes
  if ((event.locals.ouverture || secrete) && !response.headers.has('cache-control'))
    response.headers.set('cache-control', 'private, no-store')
  return response
}

export const handleError: HandleServerError = (caught) => {
  if (caught.kind === 'app') return caught.error
  if (caught.kind === 'framework') {
    if (caught.error.status === 404)
      return { message: 'Cette page n’existe pas.', conseil: 'Vérifiez l’adresse, ou repartez de l’accueil.' }
    return { message: 'Cette demande n’a pas pu être comprise.', conseil: 'Revenez en arrière et réessayez.' }
  }
  const reference = nouvelId().slice(-8)
  log().error(
    { error: caught.error, reference, route: caught.event.route.id, method: caught.event.request.method },
    'unexpected error'
  )
  return {
    message: 'Quelque chose n’a pas marché, de notre côté.',
    conseil: 'Rien n’a été enregistré. Réessayez ; si cela revient, donnez cette référence à la personne qui tient Tisserand.',
    reference
  }
}
