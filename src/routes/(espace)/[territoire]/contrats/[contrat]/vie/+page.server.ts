import { listerPieces } from '#domaines/actions/queries/pieces.server.ts'
import { ajouterActe, modifierActe, retablirActe, retirerActe } from '#domaines/contrats/commands/actes.server.ts'
import { noterFait, retablirFait, retirerFait } from '#domaines/contrats/commands/journal.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import { contratSeul, listerActes, listerFaits } from '#domaines/contrats/queries.server.ts'
import { idDe, idDuParametre } from '../../../../../adresse.server.ts'
import { surLesPieces } from '../../../../../pieces.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const contratId = idDe(params.contrat)
  const peutEcrire = peutEcrireContrat(entrer(locals).acteur)
  const lu = await lire(locals, async (db, perimetre) => {
    const [contrat, actes, faits, pieces, structures] = await Promise.all([
      contratSeul(db, perimetre, contratId),
      listerActes(db, perimetre, contratId),
      listerFaits(db, perimetre, contratId),
      listerPieces(db, perimetre, { contratId }),
      peutEcrire ? listerStructures(db, perimetre) : []
    ])
    return contrat && { contratLu: contrat, actes, faits, pieces, structures: structures.map(({ nom }) => nom) }
  })
  return {
    ...lu,
    modifie: sectionDemandee(url),
    pieceRetiree: idDuParametre(url, 'piece-retiree'),
    acteTouche: idDuParametre(url, 'acte'),
    corrige: idDuParametre(url, 'corriger'),
    retire: idDuParametre(url, 'retire'),
    sorte: url.searchParams.get('sorte') === 'fait' ? ('fait' as const) : ('acte' as const),
    peutEcrire
  }
}

const avec = (acte: Acte, formulaire: string, sorte?: 'acte' | 'fait') =>
  geste(acte, {
    formulaire,
    dire: direRefusContrat,
    ici: ({ contrat }) => ({ contratId: contrat }),
    suite: ({ contrat }, form) => `/contrats/${contrat}/vie${sorte ? `?retire=${String(form.get('id'))}&sorte=${sorte}` : ''}`
  })

export const actions: Actions = {
  ...surLesPieces(
    ({ contrat }) => ({ contratId: contrat }),
    ({ contrat }) => `/contrats/${contrat}/vie`
  ),
  acte: avec(ajouterActe, 'acte'),
  corriger: avec(modifierActe, 'corriger'),
  'retirer-acte': avec(retirerActe, '', 'acte'),
  'retablir-acte': avec(retablirActe, 'retablir'),
  fait: avec(noterFait, 'fait'),
  'retirer-fait': avec(retirerFait, '', 'fait'),
  'retablir-fait': avec(retablirFait, '')
}
