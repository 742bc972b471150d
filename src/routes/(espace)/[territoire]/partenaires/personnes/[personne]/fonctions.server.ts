import { redirect } from '@sveltejs/kit'
import { reprendreCorrection, traiterCorrection } from '#domaines/partenaires/commands/corrections.server.ts'
import { direRefusCorrection } from '#domaines/partenaires/libelles/corrections.ts'
import { changerDeStructure } from '#domaines/partenaires/commands/changer.server.ts'
import {
  ajouterFonction,
  modifierFonction,
  retablirFonction,
  retirerFonction
} from '#domaines/partenaires/commands/fonctions.server.ts'
import { effacerProvenance, noterProvenance } from '#domaines/partenaires/commands/provenances.server.ts'
import { direRefusDeChanger } from '#domaines/partenaires/libelles/changement.ts'
import { direRefusProvenance } from '#domaines/partenaires/libelles/provenances.ts'
import { envoyerEspace, renouvelerEspace } from '#domaines/pilotage/commands/espace.server.ts'
import { direRefusEspace } from '#domaines/pilotage/libelles/espace.ts'
import { entrer, geste, lireFormulaire, repondre } from '../../../../../session.server.ts'
import type { Actions } from './$types'

const page = ({ territoire, personne }: { territoire: string; personne: string }, suite: string) =>
  `/${territoire}/partenaires/personnes/${personne}${suite}`

const auParcours = {
  ici: ({ personne }: Record<string, string>) => ({ personneId: personne }),
  suite: ({ personne }: Record<string, string>) => `/partenaires/personnes/${personne}#parcours`
}

const surElle = {
  ici: ({ personne }: Record<string, string>) => ({ id: personne }),
  formulaire: 'espace',
  suite: ({ personne }: Record<string, string>) => `/partenaires/personnes/${personne}#espace`
}

const surUneCorrection = {
  formulaire: 'espace',
  dire: direRefusCorrection,
  suite: ({ personne }: Record<string, string>) => `/partenaires/personnes/${personne}#corrections`
}

export const surSesFonctions: Actions = {
  provenance: geste(noterProvenance, {
    ...auParcours,
    formulaire: 'provenance',
    dire: direRefusProvenance,
    suite: (params) => `/partenaires/personnes/${params.personne}#provenance`
  }),
  'effacer-provenance': geste(effacerProvenance, { ...auParcours, formulaire: 'provenance', dire: String }),
  ajouterFonction: geste(ajouterFonction, { ...auParcours, formulaire: 'fonction', dire: String }),
  changer: geste(changerDeStructure, { ...auParcours, formulaire: 'changer', dire: direRefusDeChanger }),
  modifierFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, String(form.get('id')), String)
    redirect(303, page(params, '#parcours'))
  },
  retirerFonction: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'retrait', String)
    redirect(303, page(params, `?retire=${String(form.get('id'))}`))
  },
  'envoyer-espace': geste(envoyerEspace, { ...surElle, dire: direRefusEspace }),
  'eteindre-espace': geste(renouvelerEspace, { ...surElle, dire: direRefusEspace }),
  'traiter-correction': geste(traiterCorrection, surUneCorrection),
  'reprendre-correction': geste(reprendreCorrection, surUneCorrection),
  retablirFonction: geste(retablirFonction, { ...auParcours, formulaire: 'retrait', dire: String })
}
