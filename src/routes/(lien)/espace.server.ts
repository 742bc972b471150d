import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import { lireCompteRendu } from '#domaines/instances/queries/compte-rendu.server.ts'
import type { CompteRendu } from '#domaines/instances/schema/suites.ts'
import { demanderEspace } from '#domaines/pilotage/commands/espace.server.ts'
import { direRefusEspace } from '#domaines/pilotage/libelles/espace.ts'
import { lireEspace } from '#domaines/pilotage/queries/espace.server.ts'
import { jourDe } from '#platform/dates.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import type { Perimetre } from '#platform/acteur.ts'
import { faireAttendre, freinerLien } from '../frein.server.ts'
import { lireFormulaire, repondre, type Acte } from '../session.server.ts'
import { lireAuLien, ouvrirObjet, type Appelant, type Options } from './lien.server.ts'

/** What the link of her own page opens: all that concerns one person (R-160, ADR 0030). */
export const ouvrirEspace = (event: Appelant, jeton: string, options?: Options) =>
  ouvrirObjet(
    event,
    jeton,
    'espace',
    (tx, perimetre, personneId) => lireEspace(tx, perimetre, personneId, jourDe(event.locals.maintenant)),
    ({ nom }) => nom,
    options
  )

/** The minutes that she was sent, from her page; 404 for any others, and when the link is out of date. */
export async function ouvrirSonRendu(
  event: Appelant,
  jeton: string,
  seanceId: string
): Promise<{ appel: Appel & { perimetre: Perimetre }; rendu: CompteRendu }> {
  const { appel, objet, perime } = await ouvrirEspace(event, jeton)
  const sien = !perime && objet.comptesRendus.some((un) => un.seanceId === seanceId)
  const rendu = sien ? await lireAuLien(appel, (tx, perimetre) => lireCompteRendu(tx, perimetre, seanceId)) : null
  if (!rendu)
    error(404, 'Ce compte rendu ne se lit pas d’ici, ou plus.', {
      conseil: 'Revenez à votre page : ceux qui vous ont été envoyés depuis un an y sont.'
    })
  return { appel, rendu }
}

/** An action of her page that is one act on something of hers; `formulaire` is what a refusal is shown beside, `suite` where one goes back. */
export const surSonEspace =
  (acte: Acte, options: { suite: string; dire: (raison: string, precisions: Record<string, unknown>) => string }) =>
  async (event: RequestEvent) => {
    const jeton = event.params.soi!
    const { appel, objet, perime } = await ouvrirEspace(event, jeton)
    if (perime) redirect(303, `/espace/${jeton}`)
    const form = await event.request.formData()
    const saisie = lireFormulaire(form)
    const formulaire = String(saisie.id ?? '')
    const attente = freinerLien(event, `espace ${objet.personneId}`)
    if (attente > 0) return faireAttendre(event, attente, form, formulaire)
    const fait = await acte(appel, saisie)
    if (!fait.ok) return repondre(fait, form, formulaire, options.dire)
    redirect(303, `/espace/${jeton}${options.suite}`)
  }

/**
 * What a person does with her own page, rather than with something on it: her calendar, her link. Gives back what the act gave, or the refusal to
 * show. `perime`: only a link that is out of date does it.
 */
export async function pourSoi<V>(
  event: RequestEvent,
  acte: (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<V, string>>,
  {
    formulaire,
    perime = false,
    dire = direRefusEspace
  }: { formulaire: string; perime?: boolean; dire?: (raison: string) => string }
) {
  const jeton = event.params.soi!
  const ouvert = await ouvrirEspace(event, jeton, { eteint: perime })
  if (ouvert.perime !== perime) redirect(303, `/espace/${jeton}`)
  const form = await event.request.formData()
  const attente = freinerLien(event, `espace ${ouvert.objet.personneId}`)
  if (attente > 0) return { refuse: faireAttendre(event, attente, form, formulaire) }
  const fait = await acte(ouvert.appel, { ...lireFormulaire(form), id: ouvert.objet.personneId })
  return fait.ok ? { valeur: fait.valeur } : { refuse: repondre(fait, form, formulaire, dire) }
}

/** The action of the page of a letter by which who reads it asks for the link of her own page; it leaves to the address that is known of her. */
export const demanderSonEspace =
  (
    ouvrir: (event: Appelant, jeton: string) => Promise<{ appel: Appel; perime: boolean }>,
    parametre: 'jeton' | 'lettre' | 'rappel' | 'demande',
    adresse: string
  ) =>
  async (event: RequestEvent) => {
    const jeton = event.params[parametre]!
    const { appel, perime } = await ouvrir(event, jeton)
    if (perime) redirect(303, `${adresse}/${jeton}`)
    const id = appel.acteur.sorte === 'lien' ? appel.acteur.sujetId : ''
    const form = await event.request.formData()
    const attente = freinerLien(event, id)
    if (attente > 0) return faireAttendre(event, attente, form, 'espace')
    const fait = await demanderEspace(appel, { id })
    if (!fait.ok) return repondre(fait, form, 'espace', direRefusEspace)
    redirect(303, `${adresse}/${jeton}?dit=espace`)
  }
