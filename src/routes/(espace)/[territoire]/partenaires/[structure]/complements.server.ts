import { effacerProvenance, noterProvenance } from '#domaines/partenaires/commands/provenances.server.ts'
import * as regroupements from '#domaines/partenaires/commands/regroupements.server.ts'
import * as implantations from '#domaines/partenaires/commands/implantations.server.ts'
import { decrireRessource, effacerRessource } from '#domaines/partenaires/commands/ressources.server.ts'
import { direRefusProvenance } from '#domaines/partenaires/libelles/provenances.ts'
import { direRefusRegroupement } from '#domaines/partenaires/libelles/regroupements.ts'
import { geste } from '../../../../session.server.ts'
import type { Actions } from './$types'

const section = (formulaire: string, ancre = formulaire) => ({
  formulaire,
  dire: String,
  ici: ({ structure }: Record<string, string>) => ({ structureId: structure }),
  suite: ({ structure }: Record<string, string>) => `/partenaires/${structure}#${ancre}`
})
const provenance = { ...section('provenance'), dire: direRefusProvenance }
const regroupement = { ...section('regroupement', 'regroupements'), dire: direRefusRegroupement }
/** One place among several: its own id, not that of the structure. */
const place = { ...regroupement, formulaire: (form: FormData) => `regroupement-${String(form.get('id'))}`, ici: () => ({}) }

const lieu = {
  ...section('implantation', 'implantations'),
  formulaire: (form: FormData) => `implantation-${String(form.get('id'))}`,
  ici: () => ({})
}

/** What completes the page of a structure: how it came to be known, what it is part of, what it offers. */
export const surLesComplements: Actions = {
  provenance: geste(noterProvenance, provenance),
  'effacer-provenance': geste(effacerProvenance, provenance),
  regrouper: geste(regroupements.noterRegroupement, regroupement),
  'modifier-regroupement': geste(regroupements.modifierRegroupement, place),
  'retirer-regroupement': geste(regroupements.retirerRegroupement, place),
  implanter: geste(implantations.noterImplantation, section('implantation', 'implantations')),
  'modifier-implantation': geste(implantations.modifierImplantation, lieu),
  'retirer-implantation': geste(implantations.retirerImplantation, lieu),
  ressource: geste(decrireRessource, { ...section('ressource'), listes: ['offres'] }),
  'effacer-ressource': geste(effacerRessource, section('ressource'))
}
