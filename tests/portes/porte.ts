import { globSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from 'vitest'
import { handle } from '../../src/hooks.server.ts'

// Doors called as a browser calls them: `handle` of the hooks finds the session, then the load, the action or the method answers.

type Acte = (event: never) => unknown
type Module = { load?: Acte; actions?: Record<string, Acte> } & Record<string, unknown>
export type Porte = { nom: string; route: string; actes: Map<string, Acte> }

// the doors read the settings when they are loaded
export const donnees = mkdtempSync(join(tmpdir(), 'tisserand-portes-'))
process.env.TISSERAND_DONNEES = donnees
afterAll(() => rm(donnees, { recursive: true, force: true }))

const VERBES = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback']

function actesDe(module: Module): Map<string, Acte> {
  const actes = new Map<string, Acte>()
  if (module.load) actes.set('load', module.load)
  for (const [nom, acte] of Object.entries(module.actions ?? {})) actes.set(`?/${nom}`, acte)
  for (const verbe of VERBES) if (module[verbe]) actes.set(verbe, module[verbe] as Acte)
  return actes
}

/** Every door that is on the disk: « [territoire]/actions » for a page, « [territoire]/+layout » for what surrounds pages. */
export const PORTES: Porte[] = await Promise.all(
  globSync('src/routes/**/+*.ts')
    .toSorted()
    .map(async (fichier) => {
      const dossier = dirname(fichier)
        .replaceAll('\\', '/')
        .replace(/^src\/routes\/?/, '')
      const court = dossier.replace(/(?:^|\/)\(\w+\)/g, '').replace(/^\//, '')
      return {
        nom: fichier.includes('+layout') ? `${court}/+layout` : court || '/',
        route: `/${dossier}`,
        actes: actesDe((await import(resolve(fichier))) as Module)
      }
    })
).then((portes) => portes.filter(({ actes }) => actes.size > 0))

export const porte = (nom: string): Porte => PORTES.find((candidate) => candidate.nom === nom)!

/** What surrounds a page, the outermost first. */
export const autourDe = ({ route }: Porte): Porte[] =>
  PORTES.filter(({ nom, route: autour }) => nom.endsWith('/+layout') && `${route}/`.startsWith(`${autour}/`))

export type Formulaire = Record<string, string | File | string[]>
export type Visite = {
  jeton: string | null
  params: Record<string, string>
  /** what follows the address: « ?modifier=titre » */
  suite?: string
  form?: Formulaire
  /** the address of who asks */
  machine?: string
}
type Rendu = { sorte: 'rendu'; valeur: unknown } | { sorte: 'renvoi'; vers: string } | { sorte: 'erreur'; statut: number }

function evenement({ route }: Porte, acte: string, { jeton, params, suite = '', form, machine = '127.0.0.1' }: Visite) {
  const chemin = route.replace(/\/\([a-z]+\)/g, '').replace(/\[(\w+)\]/g, (_, nom: string) => params[nom] ?? nom)
  const url = new URL(`http://127.0.0.1:3000${chemin || '/'}${suite}`)
  const corps = new FormData()
  for (const [nom, valeur] of Object.entries(form ?? {})) for (const un of [valeur].flat()) corps.append(nom, un)
  const envoi = acte.startsWith('?/') ? { method: 'POST', body: corps } : {}
  const entetes: Record<string, string> = {}
  const gardes = new Map(jeton ? [['session', jeton]] : [])
  const cookies = {
    get: (nom: string) => gardes.get(nom),
    set: (nom: string, valeur: string) => void gardes.set(nom, valeur),
    delete: (nom: string) => void gardes.delete(nom)
  }
  return {
    request: new Request(url, envoi),
    url,
    params,
    locals: {} as App.Locals,
    cookies,
    route: { id: route },
    gardes,
    getClientAddress: () => machine,
    setHeaders: (dits: Record<string, string>) => void Object.assign(entetes, dits),
    entetes
  }
}

async function issue(agir: () => Promise<unknown>): Promise<Rendu> {
  try {
    return { sorte: 'rendu', valeur: await agir() }
  } catch (leve) {
    const { status, location } = leve as { status?: number; location?: string }
    if (location !== undefined) return { sorte: 'renvoi', vers: location }
    if (status !== undefined) return { sorte: 'erreur', statut: status }
    throw leve
  }
}

/** Calls one act of a door alone; what surrounds the page is read only if the act asks for it. */
export async function pousser(
  visee: Porte,
  acte: string,
  visite: Visite
): Promise<Rendu & { gardes: Map<string, string>; entetes: Record<string, string> }> {
  const event = evenement(visee, acte, visite)
  const parent = async () => {
    const lus = await Promise.all(autourDe(visee).map(({ actes }) => actes.get('load')!(event as never)))
    return Object.assign({}, ...lus) as unknown
  }
  let valeur: unknown
  const resolve = async () => {
    valeur = await visee.actes.get(acte)!({ ...event, parent } as never)
    return valeur instanceof Response ? valeur : new Response(null, { headers: event.entetes })
  }
  const rendu = await issue(() => Promise.resolve(handle({ event, resolve } as never)))
  // what the hooks add is on the answer; a door that throws has none, and keeps what it said
  const entetes = rendu.sorte === 'rendu' ? Object.fromEntries((rendu.valeur as Response).headers) : event.entetes
  return { ...(rendu.sorte === 'rendu' ? { ...rendu, valeur } : rendu), gardes: event.gardes, entetes }
}

/** A whole page as it opens: the session, then the page and all that surrounds it, as the server reads them. */
export async function ouvrir(visee: Porte, acte: 'load' | 'GET', visite: Visite): Promise<unknown> {
  const event = evenement(visee, acte, visite)
  const resolve = async () => {
    const autour = acte === 'load' && !visee.nom.endsWith('/+layout') ? autourDe(visee) : []
    const lus = Promise.all(autour.map(async ({ actes }) => actes.get('load')!(event as never)))
    const parent = async () => Object.assign({}, ...(await lus)) as unknown
    await Promise.all([lus, visee.actes.get(acte)!({ ...event, parent } as never)])
    return new Response()
  }
  return handle({ event, resolve } as never)
}

/** The word of a line of the table: oui, non (403), entrer (sent to sign in), renvoi (a reading that sends elsewhere), or a status. */
export function dire(acte: string, rendu: Rendu): string {
  if (rendu.sorte === 'renvoi') return rendu.vers === '/connexion' ? 'entrer' : acte.startsWith('?/') ? 'oui' : 'renvoi'
  if (rendu.sorte === 'erreur') return rendu.statut === 403 ? 'non' : String(rendu.statut)
  const { status } = (rendu.valeur ?? {}) as { status?: number }
  return status === undefined || status === 200 ? 'oui' : String(status)
}
