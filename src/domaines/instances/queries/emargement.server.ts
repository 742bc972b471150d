import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import type { Reponse } from '../schema.ts'

export type InviteALaPorte = {
  id: string
  nom: string
  structure: string | null
  reponse: Reponse | null
  remplacant: string | null
  emargementId: string | null
  la: boolean
}

export type AutreVenu = {
  id: string
  nom: string
  structure: string | null
  /** she wrote her name herself, and nobody looked at it yet */
  aVerifier: boolean
  courriel: string | null
  /** someone of the directory who has this name, and where she works */
  memeNom: { id: string; nom: string; structure: string | null } | null
}

export type Emargement = {
  seanceId: string
  instanceId: string
  instance: string
  territoire: string
  jour: string
  heure: string | null
  duree: number
  lieu: string | null
  annulee: boolean
  exemple: boolean
  cle: string | null
  /** its minutes are validated: they say who came */
  close: boolean
  invites: InviteALaPorte[]
  autres: AutreVenu[]
}

/** Who is awaited at a meeting and who came; null when it is not of this territory. One statement. */
export async function lireEmargement(db: Tx, { collectiviteId }: Perimetre, seanceId: string): Promise<Emargement | null> {
  const [lue] = (await db.execute(sql`
    select s.id as "seanceId", n.id as "instanceId", n.nom as instance, c.nom as territoire, s.jour, s.heure, s.duree, s.lieu, s.annulee_le is not null as annulee,
      s.exemple, s.cle_emargement as cle, exists (select 1 from comptes_rendus r where r.collectivite_id = s.collectivite_id and r.seance_id = s.id and r.valide_le is not null) as close,
      (select coalesce(json_agg(json_build_object('id', i.id, 'nom', coalesce(p.nom, st.nom), 'reponse', i.reponse, 'remplacant', i.remplacant,
          'structure', (select string_agg(h.nom, ', ' order by h.nom) from fonctions f join structures h on h.collectivite_id = f.collectivite_id and h.id = f.structure_id
            where f.collectivite_id = i.collectivite_id and f.personne_id = i.personne_id and f.fin is null),
          'emargementId', e.id, 'la', e.id is not null) order by coalesce(p.cle_nom, st.cle_nom)), '[]')
        from invitations i
          left join personnes p on p.collectivite_id = i.collectivite_id and p.id = i.personne_id
          left join structures st on st.collectivite_id = i.collectivite_id and st.id = i.structure_id
          left join emargements e on e.collectivite_id = i.collectivite_id and e.seance_id = i.seance_id and e.invitation_id = i.id
        where i.collectivite_id = s.collectivite_id and i.seance_id = s.id) as invites,
      (select coalesce(json_agg(json_build_object('id', e.id, 'nom', coalesce(p.nom, e.nom, st.nom), 'structure', coalesce(st.nom, e.structure_dite),
          'aVerifier', e.par_soi and e.personne_id is null, 'courriel', e.courriel,
          'memeNom', (select json_build_object('id', m.id, 'nom', m.nom, 'structure', (select string_agg(h.nom, ', ') from fonctions f
              join structures h on h.collectivite_id = f.collectivite_id and h.id = f.structure_id
              where f.collectivite_id = m.collectivite_id and f.personne_id = m.id and f.fin is null))
            from personnes m where e.personne_id is null and m.collectivite_id = e.collectivite_id and m.supprime_le is null
              and (m.cle_nom = e.cle_nom or lower(m.courriel) = e.courriel) limit 1)) order by e.notee_le, e.id), '[]')
        from emargements e
          left join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
          left join structures st on st.collectivite_id = e.collectivite_id and st.id = e.structure_id
        where e.collectivite_id = s.collectivite_id and e.seance_id = s.id and e.invitation_id is null) as autres
    from seances s
      join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
      join collectivites c on c.id = s.collectivite_id
    where s.collectivite_id = ${collectiviteId} and s.id = ${seanceId} and s.supprime_le is null`)) as unknown as Emargement[]
  return lue ?? null
}
