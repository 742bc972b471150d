import { redirect, type RequestEvent } from '@sveltejs/kit'
import { inscrirePersonne } from '#domaines/partenaires/commands.server.ts'
import { modifierFonction, retablirFonction, retirerFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { direRefusPartenaire } from '#domaines/partenaires/libelles.ts'
import { entrer, geste, lireFormulaire, repondre } from '../../../../session.server.ts'

export const direRefusAnnuaire = (raison: string, dits: Record<string, unknown>) =>
  direRefusPartenaire(raison as 'nom_pris' | 'homonyme', dits)

const aLEquipe = {
  dire: direRefusAnnuaire,
  suite: ({ structure }: Record<string, string>) => `/partenaires/${structure}#equipe`
}

/** The acts on the people of a structure. */
export const equipe = {
  inscrirePersonne: geste(inscrirePersonne, {
    ...aLEquipe,
    formulaire: 'personne',
    ici: ({ structure }) => ({ structureId: structure })
  }),
  modifierFonction: geste(modifierFonction, { ...aLEquipe, formulaire: (form) => String(form.get('id')) }),
  retirerFonction: async ({ request, locals, params }: RequestEvent) => {
    const form = await request.formData()
    const fait = await retirerFonction(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'fonction', String)
    redirect(
      303,
      `/${params.territoire}/partenaires/${params.structure}?retire=${String(form.get('id'))}&de=${fait.valeur.personneId}`
    )
  },
  retablirFonction: geste(retablirFonction, { ...aLEquipe, formulaire: 'fonction' })
}
