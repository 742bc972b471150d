import { produireFeuilles } from '#domaines/instances/exports/feuilles.server.ts'
import { TYPES_DE_FICHIER } from '#domaines/actions/exports/produire.server.ts'
import { idDe } from '../../../../../adresse.server.ts'
import { joindre } from '../../../../fichier.server.ts'
import { lire } from '../../../../../session.server.ts'
import type { RequestHandler } from './$types'

/** What is printed for the express meetings of a meeting: a sheet by round, a slip and a badge for each person. */
export const GET: RequestHandler = async ({ params, locals }) =>
  joindre(await lire(locals, (db, perimetre) => produireFeuilles(db, perimetre, idDe(params.seance))), TYPES_DE_FICHIER.pdf)
