import { peutTenirAnnuaire } from '#domaines/partenaires/droits.ts'
import { lirePassation } from '#domaines/partenaires/queries/passations.server.ts'
import * as passation from '#domaines/pilotage/commands/passation.server.ts'
import { lireReleveDuJour } from '#domaines/pilotage/queries/releve.server.ts'
import { jourDe } from '#platform/dates.ts'
import { idDe, idDuParametre } from '../../../../../../../adresse.server.ts'
import { entrer, geste, lire, type Acte } from '../../../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [personneId, structureId] = [idDe(params.personne), idDe(params.structure)]
  return lire(locals, async (db, perimetre) => {
    const passation = await lirePassation(db, perimetre, personneId, structureId)
    if (!passation) return null
    const jour = jourDe(locals.maintenant)
    return {
      peut: peutTenirAnnuaire(entrer(locals).acteur),
      personneId,
      structureId,
      passation,
      releve: passation.note ? null : await lireReleveDuJour(db, perimetre, { personneId, structureId }, jour),
      modifier: url.searchParams.get('modifier') === 'ecrire',
      retiree: passation.note ? null : idDuParametre(url, 'retire')
    }
  })
}

const sur = (acte: Acte, formulaire: string, retire = false) =>
  geste(acte, {
    formulaire,
    dire: String,
    ici: ({ personne, structure }) => ({ personneId: personne, structureId: structure }),
    suite: ({ personne, structure }, form) =>
      `/partenaires/personnes/${personne}/passation/${structure}${retire ? `?retire=${String(form.get('id'))}` : ''}`
  })

export const actions: Actions = {
  ecrire: sur(passation.ecrirePassation, 'ecrire'),
  reprendre: sur(passation.reprendrePassation, 'reprendre'),
  rouvrir: sur(passation.rouvrirPassation, 'rouvrir'),
  retirer: sur(passation.retirerPassation, 'retirer', true),
  retablir: sur(passation.retablirPassation, 'retablir')
}
