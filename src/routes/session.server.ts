import { error, fail, redirect, type Cookies, type RequestEvent } from '@sveltejs/kit'
import type { Appel, Echec, Resultat } from '#platform/commande.server.ts'
import { base, ouvrirLecture, type Tx } from '#platform/db.server.ts'
import { estRangeeVide } from '#platform/saisie.ts'
import { direFait } from '#domaines/pilotage/libelles.ts'
import { DUREES } from '#domaines/comptes/schema.ts'
import type { Perimetre } from '#platform/acteur.ts'

export const COOKIE_SESSION = 'session'

/** Gives the browser its session; `secure` wherever the address is https. */
export function poserSession(cookies: Cookies, url: URL, jeton: string): void {
  cookies.set(COOKIE_SESSION, jeton, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: DUREES.session
  })
}

const COOKIE_PAGE = 'page'

/** Remembers, for an hour, the page that someone wanted before she signed in. */
export function retenirLaPage(cookies: Cookies, url: URL): void {
  cookies.set(COOKIE_PAGE, url.pathname + url.search, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 3600
  })
}

/** That page, once; home when there is none. Only an address of this site is followed. */
export function pageRetenue(cookies: Cookies): string {
  const page = cookies.get(COOKIE_PAGE)
  cookies.delete(COOKIE_PAGE, { path: '/' })
  return page && /^\/[a-z0-9]/i.test(page) ? page : '/'
}

const COOKIE_FAIT = 'fait'

/** Remembers, until the next page, the act that was just done; an act that has no sentence is not told. */
export const noterLeFait =
  (cookies: Cookies, url: URL) =>
  (acte: string): void => {
    if (direFait(acte) === null) return
    cookies.set(COOKIE_FAIT, acte, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: 15
    })
  }

/** What to say of the act that led to this page, once: « Vous avez noté une nouvelle. »; null when none did. */
export function leFait(cookies: Cookies): { texte: string } | null {
  const acte = cookies.get(COOKIE_FAIT)
  if (acte === undefined) return null
  cookies.delete(COOKIE_FAIT, { path: '/' })
  const texte = direFait(acte)
  return texte === null ? null : { texte }
}

/** What a door of a territory acts with; 404 for who is no member of it, so that an address says nothing of what exists. */
export function entrer(
  locals: App.Locals
): Appel & { perimetre: Perimetre; maintenant: Date; acteur: NonNullable<App.Locals['ouverture']>['acteur'] } {
  const { ouverture } = locals
  if (!ouverture?.perimetre)
    error(404, 'Ce territoire n’existe pas, ou vous n’y êtes pas.', {
      conseil: 'Vérifiez l’adresse, ou revenez à vos territoires.'
    })
  const { maintenant, noter } = locals
  return { db: base().db, perimetre: ouverture.perimetre, acteur: ouverture.acteur, maintenant, noter }
}

/** Reads the territory of the page in one read-only transaction, shared by its loads; 404 when the reading answers null. */
export async function lire<T>(locals: App.Locals, requete: (db: Tx, perimetre: Perimetre) => Promise<T | null>): Promise<T> {
  const { perimetre } = entrer(locals)
  locals.lecture ??= ouvrirLecture(perimetre)
  const lu = await locals.lecture((db) => requete(db, perimetre))
  if (lu === null)
    error(404, 'Ceci n’existe pas, ou plus.', {
      conseil: 'Si cela a été retiré, cela peut revenir pendant trente jours.',
      lien: { href: `/${locals.ouverture!.territoire!.slug}/historique/retires`, libelle: 'Ce qui a été retiré' }
    })
  return lu
}

/** A form as it was sent, its empty rows taken out and the others numbered again, so that a refusal finds its row. */
export async function recevoir(request: Request): Promise<FormData> {
  const recu = await request.formData()
  const rangees = new Map<string, Map<string, Record<string, string>>>()
  const propre = new FormData()
  for (const [chemin, valeur] of recu) {
    const [nom, rang, champ] = chemin.split('.') as [string, string?, string?]
    if (rang === undefined || champ === undefined || typeof valeur !== 'string') propre.append(chemin, valeur)
    else {
      const liste = rangees.get(nom) ?? rangees.set(nom, new Map()).get(nom)!
      liste.set(rang, { ...liste.get(rang), [champ]: valeur })
    }
  }
  for (const [nom, liste] of rangees)
    for (const [rang, rangee] of [...liste.values()].filter((rangee) => !estRangeeVide(rangee)).entries())
      for (const [champ, valeur] of Object.entries(rangee)) propre.append(`${nom}.${rang}.${champ}`, valeur)
  return propre
}

/** The fields of a form as a command expects them: « etapes.0.intitule » makes a list of rows, a name given twice a list of values. */
export function lireFormulaire(form: FormData, listes: readonly string[] = []): Record<string, unknown> {
  const lu: Record<string, unknown> = {}
  for (const nom of listes) lu[nom] = []
  for (const [chemin, valeur] of form) {
    if (typeof valeur !== 'string') continue
    const [nom, rang, champ] = chemin.split('.') as [string, string?, string?]
    if (rang !== undefined && champ !== undefined && /^\d{1,4}$/.test(rang)) {
      const rangees = (lu[nom] ??= []) as Record<string, string>[]
      if (Array.isArray(rangees)) (rangees[Number(rang)] ??= {})[champ] = valeur
    } else if (listes.includes(nom)) (lu[nom] as string[]).push(valeur)
    else lu[nom] = valeur
  }
  return lu
}

/** Values of a form as they were typed, to give back with a refusal; boxes of one name are one value a line. */
export function valeursDe(form: FormData): Record<string, string> {
  const valeurs: Record<string, string> = {}
  for (const [nom, valeur] of form)
    if (typeof valeur === 'string') valeurs[nom] = nom in valeurs ? `${valeurs[nom]}\n${valeur}` : valeur
  return valeurs
}

export type Refuse = {
  erreurs: Record<string, string[]>
  valeurs: Record<string, string>
  formulaire: string
  /** what the refusal knows more, for the page that shows it */
  precisions?: Record<string, unknown>
}

/**
 * The answer of a door to what a command did not do: 422 with each refusal beside its field and every value kept,
 * 404 and 403 otherwise. `dire` gives the French sentence of a refusal; « » names the whole form.
 */
export function repondre<R extends string>(
  resultat: Echec<R>,
  form: FormData,
  formulaire: string,
  dire: (raison: R, precisions: Record<string, unknown>) => string
) {
  if (resultat.sorte === 'introuvable') error(404, 'Ceci n’existe pas, ou plus.', {})
  if (resultat.sorte === 'interdit')
    error(403, 'Votre rôle ne le permet pas.', { conseil: 'Demandez à la coordination du territoire.' })
  const erreurs =
    resultat.sorte === 'saisie' ? resultat.champs : { [resultat.champ ?? '']: [dire(resultat.raison, resultat.precisions ?? {})] }
  const precisions = resultat.sorte === 'refus' ? resultat.precisions : undefined
  return fail(422, { erreurs, valeurs: valeursDe(form), formulaire, precisions } satisfies Refuse)
}

/** The section that the page shows as a form: the one that the address asks for, or (without a script) the one just refused. */
export function sectionDemandee(url: URL): string | null {
  const refusee = [...url.searchParams.keys()].find((cle) => cle.startsWith('/'))
  return url.searchParams.get('modifier') ?? refusee?.slice(1) ?? null
}

export type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>

/**
 * The action of a door that is one act with the fields of its form. `ici` adds what the address says (an id), `listes` names the fields that
 * are lists, `suite` the address that follows, under the territory's; a refusal is said beside the fields of `formulaire`.
 */
export const geste =
  (
    acte: Acte,
    options: {
      /** or how the fields of the form tell which of several it is */
      formulaire: string | ((form: FormData) => string)
      suite: (params: Record<string, string>, form: FormData) => string
      dire: (raison: string, precisions: Record<string, unknown>) => string
      ici?: (params: Record<string, string>) => Record<string, unknown>
      listes?: readonly string[]
    }
  ) =>
  async ({ request, locals, params }: RequestEvent) => {
    const form = await request.formData()
    const dits = params as Record<string, string>
    const fait = await acte(entrer(locals), { ...lireFormulaire(form, options.listes), ...options.ici?.(dits) })
    if (fait.ok) redirect(303, `/${dits.territoire}${options.suite(dits, form)}`)
    const { formulaire } = options
    return repondre(fait, form, typeof formulaire === 'string' ? formulaire : formulaire(form), options.dire)
  }
