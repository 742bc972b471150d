import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { deposer, reprendre } from '#platform/depot.server.ts'
import {
  ajouterVersion,
  joindrePiece,
  modifierPiece,
  retablirPiece,
  retirerPiece
} from '#domaines/actions/commands/pieces.server.ts'
import { direRefusPiece } from '#domaines/actions/libelles/pieces.ts'
import { dossierDesDonnees } from './lieu.server.ts'
import { entrer, geste, lireFormulaire, repondre, type Acte, type Refuse } from './session.server.ts'

type Params = Record<string, string>

/** The file of a form: the one that was sent, or the one that a refusal just before left waiting. */
async function fichierDe(form: FormData, perimetre: Appel['perimetre']) {
  const envoye = form.get('fichier')
  if (envoye instanceof File && envoye.size > 0) return { nom: envoye.name, octets: new Uint8Array(await envoye.arrayBuffer()) }
  const octets = await reprendre(dossierDesDonnees(), perimetre, String(form.get('depot') ?? ''))
  return octets ? { nom: String(form.get('depotNom') ?? ''), octets } : undefined
}

/** An action whose form carries a file. Refused for another reason, the file waits on the server: no browser gives a file back. */
export const avecFichier =
  (
    acte: Acte,
    formulaire: (url: URL) => string,
    saisie: (params: Params, url: URL) => object,
    suite: (params: Params, url: URL) => string,
    dire: (raison: string) => string = direRefusPiece
  ) =>
  async ({ request, locals, params, url }: RequestEvent) => {
    const appel = entrer(locals)
    const form = await request.formData().catch((leve: { status?: number }) => {
      if (leve.status !== 413) throw leve
    })
    if (!form)
      return fail(422, {
        erreurs: { fichier: [dire('fichier_trop_lourd')] },
        valeurs: {},
        formulaire: formulaire(url)
      } satisfies Refuse)
    const fichier = await fichierDe(form, appel.perimetre)
    const dits = params as Params
    const fait: Resultat<unknown, string> = await acte(appel, { ...lireFormulaire(form), ...saisie(dits, url), fichier })
    if (fait.ok) redirect(303, `/${dits.territoire}${suite(dits, url)}`)
    if (fait.sorte === 'refus' && fait.champ !== 'fichier' && fichier) {
      form.set('depot', await deposer(dossierDesDonnees(), appel.perimetre, fichier.octets))
      form.set('depotNom', fichier.nom)
    }
    return repondre(fait, form, formulaire(url), dire)
  }

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** « documents », or « documents-<act> » beside an act: what the address of the form says. */
const ancreDe = (url: URL) => new RegExp(`^documents(?:-(${UUID}))?$`).exec(url.searchParams.get('modifier') ?? '')
const pieceDe = (url: URL) => new RegExp(`^piece-(${UUID})$`).exec(url.searchParams.get('modifier') ?? '')?.[1] ?? ''

/**
 * The five actions of a page about the documents attached to its object: `lieu` names it, `ici` is its address under the territory's. Beside
 * an act of the contract, the address of the form names the act.
 */
export function surLesPieces(lieu: (params: Params) => Record<string, unknown>, ici: (params: Params) => string) {
  const dire = direRefusPiece
  const surUne = (params: Params, url: URL) => `${ici(params)}#piece-${pieceDe(url)}`
  return {
    joindre: avecFichier(
      joindrePiece,
      (url) => ancreDe(url)?.[0] ?? 'documents',
      (params, url) => ({ lieu: { ...lieu(params), ...(ancreDe(url)?.[1] ? { acteId: ancreDe(url)![1] } : {}) } }),
      (params, url) => `${ici(params)}#${ancreDe(url)?.[0] ?? 'documents'}`
    ),
    version: avecFichier(
      ajouterVersion,
      (url) => `version-${pieceDe(url)}`,
      () => ({}),
      surUne
    ),
    'modifier-piece': (event: RequestEvent) =>
      geste(modifierPiece, {
        formulaire: `piece-${pieceDe(event.url)}`,
        dire,
        suite: (params) => surUne(params, event.url)
      })(event),
    'retirer-piece': geste(retirerPiece, {
      formulaire: 'documents',
      dire,
      suite: (params, form) => {
        const acte = String(form.get('acte') ?? '')
        const retrait = new URLSearchParams({ 'piece-retiree': String(form.get('id')), ...(acte ? { acte } : {}) })
        return `${ici(params)}?${retrait}#documents${acte ? `-${acte}` : ''}`
      }
    }),
    'retablir-piece': geste(retablirPiece, { formulaire: 'documents', dire, suite: (params) => `${ici(params)}#documents` })
  }
}
