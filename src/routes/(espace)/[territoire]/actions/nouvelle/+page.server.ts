import { error, redirect } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { creerDepuisModele } from '#domaines/actions/commands/modeles.server.ts'
import { lireContenu } from '#domaines/actions/queries/modeles.server.ts'
import { lireOuverture } from '#domaines/actions/queries/ouverture.server.ts'
import { direContenu } from '#domaines/actions/regles/modeles.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { direRefusFiche, PLACE_A_CHOISIR } from '#domaines/actions/libelles/refus.ts'
import { chercheeDuBrouillon, lireProches } from '#domaines/actions/queries/ressemblances.server.ts'
import { lireBrouillon, parleAssez } from '#domaines/actions/schema/brouillon.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { titreDeFiche } from '#domaines/actions/queries/fiches.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutEcrireFiche(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas d’écrire une action.', { conseil: 'Demandez à la coordination du territoire.' })
  const sous = idDuParametre(url, 'sous')
  return lire(locals, async (db, perimetre) => {
    const ouverture = await lireOuverture(db, perimetre, jourDe(locals.maintenant))
    const titre = sous && (await titreDeFiche(db, perimetre, sous))
    const quartiers = titre ? [] : await listerQuartiers(db, perimetre)
    const choix = { modele: url.searchParams.get('modele'), depuis: idDuParametre(url, 'depuis') }
    const contenu = titre ? null : await lireContenu(db, perimetre, choix)
    // what was already written stands before the model
    const brouillon = lireBrouillon(url.searchParams, url.searchParams.has('titre') ? null : contenu)
    return {
      brouillon,
      modele: contenu && { ...choix, titre: contenu.titre, apporte: direContenu(contenu) },
      quartiers: quartiers.map(({ id, nom, nature, generation }) => ({ id, nom, nature, generation })),
      proches:
        !titre && parleAssez(brouillon) ? await lireProches(db, perimetre, chercheeDuBrouillon(brouillon, quartiers)) : null,
      ...ouverture,
      axe: url.searchParams.get('axeId') ?? url.searchParams.get('axe'),
      horsQpv: url.searchParams.get('horsQpv'),
      parent: sous && titre ? { id: sous, titre } : null
    }
  })
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData()
    const { axeId, ...saisie } = lireFormulaire(form, ['thematiques', 'types', 'facettes', 'ages', 'quartiers'])
    // what counts in the contract and what does not is chosen, never by default
    if (axeId === '')
      return repondre({ ok: false, sorte: 'saisie', champs: { axeId: [PLACE_A_CHOISIR] } }, form, '', direRefusFiche)
    const ou = axeId === 'hors' ? { contratId: null } : axeId && axeId !== 'sans' ? { axeId } : {}
    const creer = saisie.modele || saisie.depuis ? creerDepuisModele : creerFiche
    const fait = await creer(entrer(locals), { ...saisie, ...ou })
    return fait.ok ? redirect(303, `/${params.territoire}/actions/${fait.valeur.id}`) : repondre(fait, form, '', direRefusFiche)
  }
}
