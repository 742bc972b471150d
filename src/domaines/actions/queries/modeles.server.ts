import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { contenuDeLaFiche, contenuDuModele } from '../regles/modeles.ts'
import type { ContenuModele } from '../schema/contenu-modele.ts'
import { MODELES } from '../schema/modeles.ts'
import type { Statut, Thematique } from '../schema/mots.ts'
import { lireFiches } from './fiches.server.ts'
import { choisies } from './selection.server.ts'

/** What a model brings, a shipped one or an action of the territory; null when there is no such model. */
export async function lireContenu(
  db: Tx,
  perimetre: Perimetre,
  { modele, depuis }: { modele: string | null; depuis: string | null }
): Promise<ContenuModele | null> {
  const livre = MODELES.find(({ cle }) => cle === modele)
  if (livre) return contenuDuModele(livre)
  const [fiche] = depuis ? await lireFiches(db, perimetre, { ids: [depuis] }) : []
  return fiche ? contenuDeLaFiche(fiche) : null
}

export type ActionModele = {
  id: string
  titre: string
  statut: Statut | null
  thematiques: Thematique[]
  /** the last contract that it stood in */
  contrat: string | null
  exemple: boolean
}

const PAR_PAGE = 30

/** The actions of the territory to start from, present and past, by title, thirty a page, in one statement. */
export async function listerActionsModeles(
  db: Tx,
  { collectiviteId }: Perimetre,
  { recherche, page }: { recherche: string; page: number }
): Promise<{ actions: ActionModele[]; total: number; pages: number }> {
  const [lu] = (await db.execute(sql`
    with toutes as materialized (
      select f.id, f.titre, f.cle_titre, f.statut, f.thematiques, f.exemple ${choisies(collectiviteId, null, { recherche: recherche || undefined })}
    ),
    page as (select * from toutes order by cle_titre, id limit ${PAR_PAGE} offset ${(page - 1) * PAR_PAGE})
    select (select count(*)::int from toutes) as total,
      (select coalesce(json_agg(json_build_object('id', p.id, 'titre', p.titre, 'statut', p.statut, 'thematiques', p.thematiques, 'exemple', p.exemple,
          'contrat', (select c.intitule from places pl join contrats c on c.collectivite_id = pl.collectivite_id and c.id = pl.contrat_id and c.supprime_le is null
            where pl.collectivite_id = ${collectiviteId} and pl.fiche_id = p.id order by c.debut desc nulls last limit 1)) order by p.cle_titre, p.id), '[]') from page p) as actions`)) as unknown as {
    total: number
    actions: ActionModele[]
  }[]
  return { ...lu!, pages: Math.max(1, Math.ceil(lu!.total / PAR_PAGE)) }
}
