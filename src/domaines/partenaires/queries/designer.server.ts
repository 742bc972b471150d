import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { normaliser } from '#platform/texte.ts'
import { designee, type Designation, type Candidate } from '../regles/designer.ts'
import { personnesParNom } from '../queries.server.ts'

/** Whom of the directory somebody means: by a name, by « name, house » where several bear it, by an address, by the name she had before a merge. */
export async function designer(db: Tx, perimetre: Perimetre, dite: string): Promise<Designation> {
  const [nom = '', ...reste] = dite.split(',')
  const candidates = (await db.execute(sql`select p.id, p.nom, p.cle_nom as "cleNom", p.courriel,
      (select coalesce(json_agg(s.nom order by s.cle_nom), '[]') from fonctions f join structures s on s.collectivite_id = f.collectivite_id and s.id = f.structure_id
        where f.collectivite_id = p.collectivite_id and f.personne_id = p.id and f.fin is null) as maisons
    from personnes p where p.collectivite_id = ${perimetre.collectiviteId} and p.supprime_le is null
      and (p.cle_nom in (${normaliser(dite)}, ${normaliser(nom)}) or lower(p.courriel) = ${dite.trim().toLowerCase()})
    order by p.cree_le, p.id limit 50`)) as unknown as Candidate[]
  const trouvee = designee(dite, candidates)
  if (trouvee || reste.length > 0) return trouvee
  const id = (await personnesParNom(db, perimetre, [dite])).get(normaliser(dite))
  return id ? { id } : null
}
