import { redirect } from '@sveltejs/kit'
import { jourDe } from '#platform/dates.ts'
import { peutEcrireFiche } from '#domaines/actions/droits.ts'
import { direRefusFiche } from '#domaines/actions/libelles.ts'
import * as actes from '#domaines/actions/commands/fiche.server.ts'
import * as sections from '#domaines/actions/commands/sections.server.ts'
import { lirePageFiche } from '#domaines/actions/queries/page.server.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { entrer, lire, lireFormulaire, recevoir, repondre, sectionDemandee } from '../../../../session.server.ts'
import { idDe } from '../../../../adresse.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { acteur } = entrer(locals)
  const modifie = sectionDemandee(url)
  const peutEcrire = peutEcrireFiche(acteur)
  const page = await lire(locals, (db, perimetre) =>
    lirePageFiche(db, perimetre, idDe(params.fiche), jourDe(locals.maintenant), peutEcrire ? modifie : null)
  )
  return {
    ...page,
    modifie: peutEcrire ? modifie : null,
    moment: url.searchParams.get('moment'),
    axeVise: url.searchParams.get('axe'),
    peutEcrire
  }
}

type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>

/** Each section of the page, the act that writes it, and its fields that are lists. */
const SECTIONS: Record<string, [acte: Acte, listes?: string[]]> = {
  titre: [actes.modifierFiche],
  textes: [actes.modifierFiche],
  bref: [actes.modifierFiche, ['ages', 'ottawa']],
  suivi: [actes.modifierFiche],
  objectifs: [sections.ecrireObjectifs, ['objectifs']],
  intervenants: [sections.ecrireIntervenants, ['intervenants']],
  quartiers: [sections.ecrireQuartiers, ['quartiers']],
  etapes: [sections.ecrireEtapes, ['etapes']],
  budget: [sections.ecrireBudget, ['financements']],
  indicateurs: [sections.ecrireIndicateurs, ['indicateurs']],
  releve: [sections.releverIndicateur],
  reponse: [sections.repondreTransversal],
  place: [(appel, saisie) => (saisie.axeId === 'hors' ? actes.oterDuContrat(appel, saisie) : actes.placerFiche(appel, saisie))]
}

export const actions: Actions = {
  ...Object.fromEntries(
    Object.entries(SECTIONS).map(([section, [acte, listes = []]]): [string, Actions[string]] => [
      section,
      async ({ request, locals, params }) => {
        const form = await recevoir(request)
        const fait = await acte(entrer(locals), { ...lireFormulaire(form, listes), id: params.fiche })
        return fait.ok
          ? redirect(303, `/${params.territoire}/actions/${params.fiche}#${section}`)
          : repondre(fait, form, section === 'releve' ? `releve-${String(form.get('indicateurId'))}` : section, direRefusFiche)
      }
    ])
  ),
  retirer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await actes.retirerFiche(entrer(locals), { id: params.fiche })
    return fait.ok
      ? redirect(303, `/${params.territoire}/actions?retire=${params.fiche}`)
      : repondre(fait, form, 'retirer', direRefusFiche)
  }
}
