import { GROUPES_DE_TYPES } from '../libelles.ts'
import type { TypeStructure } from '../schema.ts'
import type { Secteur } from '../schema/relations.ts'

const PAR_TYPE = new Map(GROUPES_DE_TYPES.flatMap(({ secteur, types }) => types.map((type) => [type, secteur] as const)))

/** The sector of a structure, told by its type. */
export const secteurDe = (type: TypeStructure): Secteur => PAR_TYPE.get(type) ?? 'habitants'
