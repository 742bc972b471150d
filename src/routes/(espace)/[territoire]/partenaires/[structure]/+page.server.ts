import { redirect } from '@sveltejs/kit'
import { vieEnSeance } from '#domaines/instances/queries/presences.server.ts'
import { jourDe } from '#platform/dates.ts'
import { modifierStructure, retablirStructure, retirerStructure } from '#domaines/partenaires/commands.server.ts'
import { noterInvitationRecue } from '#domaines/partenaires/commands/reciprocite.server.ts'
import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { direRefusReciprocite } from '#domaines/partenaires/libelles/reciprocite.ts'
import { lireStructure, nomsDeLAnnuaire } from '#domaines/partenaires/queries.server.ts'
import { lireProvenanceDe } from '#domaines/partenaires/queries/provenances.server.ts'
import { communesDIci } from '#domaines/partenaires/queries/implantations.server.ts'
import { listerPassations } from '#domaines/partenaires/queries/passations.server.ts'
import { relationsDe } from '#domaines/partenaires/queries/relations.server.ts'
import { lireReseau } from '#domaines/pilotage/queries/reseau.server.ts'
import { liensDe } from '#domaines/pilotage/regles/reseau/constater.ts'
import { fenetreDe } from '#domaines/pilotage/regles/reseau/liens.ts'
import { lirePartenariat } from '#domaines/partenaires/queries/partenariat.server.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { entrer, geste, lire, sectionDemandee } from '../../../../session.server.ts'
import { direRefusAnnuaire, equipe } from './equipe.server.ts'
import { surLesComplements } from './complements.server.ts'
import { surLesRelations } from './relations.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const section = sectionDemandee(url) ?? ''
  const jour = jourDe(entrer(locals).maintenant)
  const { structure, quartiers, vie, partenariat, passations, provenance, noms, communes, ...liens } = await lire(
    locals,
    async (db, perimetre) => {
      const id = idDe(params.structure)
      const structure = await lireStructure(db, perimetre, id)
      if (!structure) return null
      const choix = /^(?:identite|modifier|implant.*|modifier-implantation)$/.test(section)
        ? await listerQuartiers(db, perimetre)
        : []
      const { echelle, ...matiere } = await lireReseau(db, perimetre, jour, id)
      const autres = matiere.structures.filter((autre) => autre.id !== id).map(({ id, nom }) => ({ id, nom }))
      const constates = matiere.faits.filter(({ nature }) => nature !== 'declaree')
      return {
        structure,
        communes: choix.length > 0 || section.startsWith('implant') ? await communesDIci(db, perimetre) : [],
        partenariat: await lirePartenariat(db, perimetre, id),
        provenance: await lireProvenanceDe(db, perimetre, id),
        noms: /^(?:regrouper|regroupement)$/.test(section)
          ? autres.map(({ nom }) => nom)
          : section === 'provenance'
            ? await nomsDeLAnnuaire(db, perimetre)
            : [],
        passations: await listerPassations(db, perimetre, { sorte: 'structure', id }),
        vie: await vieEnSeance(db, perimetre, id),
        quartiers: choix.map(({ id, nom }) => ({ id, nom })),
        relations: await relationsDe(db, perimetre, id),
        echelle,
        constatees: liensDe(id, { ...matiere, faits: constates }, fenetreDe('tout', jour)),
        choix: /^(?:declarer-)?relation$/.test(section) ? autres : []
      }
    }
  )
  if (structure.reunieA) redirect(303, `/${params.territoire}/partenaires/${structure.reunieA}`)
  const [id, personneId] = [idDuParametre(url, 'retire'), idDuParametre(url, 'de')]
  return {
    peut: peutTenirAnnuaire(entrer(locals).acteur),
    structure,
    quartiers,
    vie,
    liens,
    partenariat,
    passations,
    provenance,
    noms,
    communes,
    jour,
    modifier: url.searchParams.get('modifier') ?? '',
    retiree: id && personneId ? { id, personneId } : null
  }
}

const ici = {
  dire: direRefusAnnuaire,
  ici: ({ structure }: Record<string, string>) => ({ id: structure }),
  suite: ({ structure }: Record<string, string>) => `/partenaires/${structure}`
}

export const actions: Actions = {
  ...surLesRelations,
  ...surLesComplements,
  modifier: geste(modifierStructure, { ...ici, formulaire: 'identite' }),
  retirer: geste(retirerStructure, {
    ...ici,
    formulaire: 'retirer',
    suite: ({ structure }) => `/partenaires?retire=${structure}`
  }),
  retablir: geste(retablirStructure, { ...ici, formulaire: 'retablir' }),
  recue: geste(noterInvitationRecue, {
    formulaire: 'recue',
    dire: direRefusReciprocite,
    ici: ({ structure }) => ({ structureId: structure }),
    suite: ({ structure }) => `/partenaires/${structure}#recues`
  }),
  ...equipe
}
