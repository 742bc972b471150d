import { listerPlaces } from '#domaines/actions/queries/fiches.server.ts'
import { listerPieces } from '#domaines/actions/queries/pieces.server.ts'
import { changerEtape, modifierContrat, retirerContrat } from '#domaines/contrats/commands/contrat.server.ts'
import { proposerTransversaux } from '#domaines/contrats/commands/axes.server.ts'
import { relierProgrammes } from '#domaines/contrats/commands/programmes.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { compterVie, lireContrat, nomDuRetire } from '#domaines/contrats/queries.server.ts'
import { instancesDesAxes } from '#domaines/instances/queries/clsm.server.ts'
import { listerStructures } from '#domaines/partenaires/queries.server.ts'
import { idDe, idDuParametre } from '../../../../adresse.server.ts'
import { surLesPieces } from '../../../../pieces.server.ts'
import { entrer, geste, lire, sectionDemandee, type Acte } from '../../../../session.server.ts'
import { surLesConventions } from './conventions.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const contratId = idDe(params.contrat)
  const peutEcrire = peutEcrireContrat(entrer(locals).acteur)
  const modifie = peutEcrire ? sectionDemandee(url) : null
  const retire = idDuParametre(url, 'retire')
  const { contrat, places, structures, retiree, instances, pieces, ...reste } = await lire(locals, async (db, perimetre) => {
    const contrat = await lireContrat(db, perimetre, contratId)
    return (
      contrat && {
        contrat,
        places: await listerPlaces(db, perimetre, contratId),
        instances: await instancesDesAxes(db, perimetre, contratId),
        pieces: await listerPieces(db, perimetre, { contratId }),
        ...(await compterVie(db, perimetre, contrat)),
        structures: modifie === 'convention' ? await listerStructures(db, perimetre) : [],
        retiree: retire && (await nomDuRetire(db, perimetre, retire))
      }
    )
  })
  const parAxe = Object.fromEntries([...Map.groupBy(places, ({ axeId }) => axeId ?? '')].map(([id, lues]) => [id, lues.length]))
  return {
    contratLu: contrat,
    parAxe,
    fiches: places.length,
    ...reste,
    instancesParAxe: Object.fromEntries(Map.groupBy(instances, ({ axeId }) => axeId)),
    pieces: pieces.filter(({ acteId }) => acteId === null),
    pieceRetiree: idDuParametre(url, 'piece-retiree'),
    structures: structures.map(({ id, nom }) => ({ id, nom })),
    modifie,
    retiree: retire && retiree ? { id: retire, nom: retiree } : null,
    peutEcrire
  }
}

const ici = ({ contrat }: Record<string, string>) => `/contrats/${contrat}`

/** An act on this contract, whose id the act calls `champ`; back to the section that it changed. */
const surLeContrat = (acte: Acte, champ: 'id' | 'contratId', section: string, listes?: string[]) =>
  geste(acte, {
    listes,
    formulaire: section,
    dire: direRefusContrat,
    ici: ({ contrat }) => ({ [champ]: contrat }),
    suite: (params) => `${ici(params)}#${section}`
  })

/** The sections of the page that change what the contract says of itself. */
const PARTIES = ['bref', 'preambule', 'gouvernance', 'references', 'signature']

export const actions: Actions = {
  ...Object.fromEntries(PARTIES.map((partie) => [partie, surLeContrat(modifierContrat, 'id', partie)])),
  ...surLesPieces(({ contrat }) => ({ contratId: contrat }), ici),
  etape: surLeContrat(changerEtape, 'id', 'bref'),
  programmes: surLeContrat(relierProgrammes, 'contratId', 'programmes', ['programmes']),
  transversaux: surLeContrat(proposerTransversaux, 'contratId', 'transversaux'),
  ...surLesConventions,
  retirer: geste(retirerContrat, {
    formulaire: '',
    dire: direRefusContrat,
    ici: ({ contrat }) => ({ id: contrat }),
    suite: ({ contrat }) => `/contrats?retire=${contrat}`
  })
}
