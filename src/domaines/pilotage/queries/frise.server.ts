import { eq } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { listerProjetsLongs } from '#domaines/actions/queries/projets.server.ts'
import {
  listerActes,
  listerContrats,
  listerFaits,
  listerProgrammes,
  listerPrs,
  listerReperes
} from '#domaines/contrats/queries.server.ts'
import { etatAu } from '#domaines/contrats/regles/etat.ts'
import { listerMandats } from '#domaines/instances/queries.server.ts'
import { composerFrise, type Frise } from '../regles/frise.ts'

/** The line of time of a territory on a day; null when nothing has a date. */
export async function lireFrise(db: Tx, perimetre: Perimetre, jour: string): Promise<Frise | null> {
  const [contrats, prs, poses, mandats, actes, faits, programmes, projets, [territoire]] = await Promise.all([
    listerContrats(db, perimetre),
    listerPrs(db, perimetre),
    listerReperes(db, perimetre),
    listerMandats(db, perimetre),
    listerActes(db, perimetre),
    listerFaits(db, perimetre),
    listerProgrammes(db, perimetre),
    listerProjetsLongs(db, perimetre),
    db.select({ asvDepuis: collectivites.asvDepuis }).from(collectivites).where(eq(collectivites.id, perimetre.collectiviteId))
  ])
  return composerFrise({
    jour,
    asvDepuis: territoire!.asvDepuis,
    contrats: contrats.map((contrat) => ({ ...contrat, etat: etatAu(contrat, jour) })),
    prs: prs.map(({ sigle, debut, fin, parueLe }) => ({ sigle, debut, fin, paruLe: parueLe })),
    reperes: [...poses, ...mandats.map((mandat) => ({ ...mandat, nature: 'mandat' as const }))],
    programmes,
    projets,
    actes,
    faits
  })
}
