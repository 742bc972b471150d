import { createHash } from 'node:crypto'
import { error } from '@sveltejs/kit'
import { sql } from 'drizzle-orm'
import { ouvrirLien } from '#domaines/comptes/queries.server.ts'
import { composerFlux } from '#domaines/instances/exports/agenda.server.ts'
import { lireFlux } from '#domaines/instances/queries/agenda.server.ts'
import { base } from '#platform/db.server.ts'
import { jourDe } from '#platform/dates.ts'
import { compterInconnu } from '../../../frein.server.ts'
import type { RequestHandler } from './$types'

const UN_AN = 365 * 86_400_000

/** The calendar that a secret address gives to programs; they ask again every hour, and are told when nothing changed. */
export const GET: RequestHandler = async (event) => {
  const { params, url, locals, request } = event
  const { db } = base()
  const lien = await ouvrirLien(db, params.adresse, 'agenda', locals.maintenant)
  const flux =
    lien &&
    !lien.perime &&
    (await db.transaction(async (tx) => {
      const { collectiviteId } = lien.perimetre
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      return lireFlux(tx, collectiviteId, lien.sujetId, jourDe(new Date(locals.maintenant.getTime() - UN_AN)))
    }))
  if (!flux) {
    compterInconnu(event)
    error(404, 'Cette adresse d’agenda ne s’ouvre pas, ou plus.', {
      conseil:
        'Elle a peut-être été renouvelée ou arrêtée. La page qui l’a donnée en donne une autre : la vôtre, ou « Instances » puis « Agenda » dans Tisserand.'
    })
  }
  const { contenu, modifieLe } = composerFlux(flux, url.origin)
  const etiquette = `"${createHash('sha256').update(contenu).digest('base64url').slice(0, 32)}"`
  const entetes = {
    etag: etiquette,
    ...(modifieLe.getTime() > 0 ? { 'last-modified': modifieLe.toUTCString() } : {}),
    // no one between may keep what a secret address gives
    'cache-control': 'private, no-cache'
  }
  const connues = request.headers
    .get('if-none-match')
    ?.split(',')
    .map((une) => une.trim().replace(/^W\//, ''))
  if (connues?.includes(etiquette)) return new Response(null, { status: 304, headers: entetes })
  return new Response(contenu, {
    headers: {
      ...entetes,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="agenda.ics"'
    }
  })
}
