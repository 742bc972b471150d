import { json } from '@sveltejs/kit'
import { base } from '#platform/db.server.ts'
import { version } from '../../../package.json'

/** For whoever watches the service: 200 with the version and the state of the database, 503 when it is out of reach. */
export async function GET() {
  try {
    await Promise.race([
      base().client`select 1`,
      new Promise((_, refuser) => setTimeout(() => refuser(new Error('timeout')), 3000))
    ])
    return json({ etat: 'ok', version, base: 'ok' })
  } catch {
    return json({ etat: 'en panne', version, base: 'injoignable' }, { status: 503 })
  }
}
