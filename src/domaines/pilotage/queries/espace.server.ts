import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { DateFloue } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import { demandesEnJson } from '#domaines/actions/queries/demandes.server.ts'
import { SES_ACTIONS, type ActionSienne } from '#domaines/actions/queries/les-siennes.server.ts'
import type { DemandesRecues } from '#domaines/actions/schema/demandes.ts'
import {
  SES_COMPTES_RENDUS,
  sesInvitations,
  sesQuestions,
  SON_AGENDA,
  type CompteRenduRecu,
  type InvitationSienne,
  type QuestionsOuvertes
} from '#domaines/instances/queries/les-siennes.server.ts'
import { SES_TACHES } from '#domaines/instances/queries/taches.server.ts'
import type { TachesDUnePersonne } from '#domaines/instances/schema/suites.ts'
import { sollicite } from '#domaines/partenaires/queries/sollicitations.server.ts'
import { SES_CORRECTIONS } from '#domaines/partenaires/queries/corrections.server.ts'
import type { CorrectionProposee } from '#domaines/partenaires/schema/corrections.ts'
import type { NatureEchange } from '#domaines/partenaires/schema/echanges.ts'
import type { EtatEnvoi } from '#domaines/partenaires/schema/envois.ts'
import type { OffreRessource } from '#domaines/partenaires/schema/ressources.ts'
import type { Courriels } from '#domaines/partenaires/schema.ts'

/** A structure where she holds a function today, as the directory has it. */
export type StructureSienne = {
  id: string
  nom: string
  fonctions: string[]
  courriel: string | null
  telephone: string | null
  offres: OffreRessource[]
  pourQui: string | null
  joindre: string | null
  lieux: { id: string; nom: string | null; adresse: string | null; jours: string | null }[]
  echanges: { id: string; nature: NatureEchange; titre: string; jusque: DateFloue | null }[]
}

/** What the page of a person gathers (R-160): hers only, and nothing that was taken away. */
export type Espace = {
  personneId: string
  nom: string
  courriel: string | null
  telephone: string | null
  courriels: Courriels
  territoire: string
  coordination: string | null
  sollicitations: number
  /** since when her calendar has an address; null: it has none */
  agendaLe: string | null
  invitations: InvitationSienne[]
  taches: TachesDUnePersonne['taches']
  demandes: DemandesRecues['demandes']
  actions: ActionSienne[]
  comptesRendus: CompteRenduRecu[]
  questions: QuestionsOuvertes[]
  structures: StructureSienne[]
  corrections: CorrectionProposee[]
}

const SES_STRUCTURES = sql`(select coalesce(json_agg(json_build_object('id', h.id, 'nom', h.nom, 'courriel', h.courriel, 'telephone', h.telephone,
    'fonctions', (select coalesce(json_agg(o.intitule order by o.intitule), '[]') from fonctions o
      where o.collectivite_id = h.collectivite_id and o.structure_id = h.id and o.personne_id = p.id and o.fin is null and o.intitule is not null),
    'offres', coalesce(r.offres, '{}'), 'pourQui', r.pour_qui, 'joindre', r.joindre,
    'lieux', (select coalesce(json_agg(json_build_object('id', l.id, 'nom', l.nom, 'adresse', l.adresse, 'jours', l.jours) order by l.cree_le, l.id), '[]')
      from implantations l where l.collectivite_id = h.collectivite_id and l.structure_id = h.id and l.supprime_le is null),
    'echanges', (select coalesce(json_agg(json_build_object('id', x.id, 'nature', x.nature, 'titre', x.titre, 'jusque', x.jusque) order by x.cle_titre, x.id), '[]')
      from echanges x where x.collectivite_id = h.collectivite_id and x.structure_id = h.id and x.supprime_le is null and x.etat in ('ouverte', 'en_cours')))
    order by h.cle_nom, h.id), '[]')
  from structures h left join ressources r on r.collectivite_id = h.collectivite_id and r.structure_id = h.id
  where h.collectivite_id = p.collectivite_id and h.supprime_le is null
    and exists (select 1 from fonctions o where o.collectivite_id = h.collectivite_id and o.structure_id = h.id and o.personne_id = p.id and o.fin is null))`

/** The page of a person on a day; null when she is not of this territory, or was taken out of the directory. One statement. */
export async function lireEspace(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  personneId: string,
  jour: string
): Promise<Espace | null> {
  const [lu] = (await db.execute(sql`
    select p.id as "personneId", p.nom, p.courriel, p.telephone, p.courriels, c.nom as territoire,
      (select count(*)::int from envois d where d.collectivite_id = p.collectivite_id and d.personne_id = p.id and ${sollicite('d')}) as sollicitations,
      (select k.courriel from adhesions d join comptes k on k.id = d.compte_id where d.collectivite_id = p.collectivite_id and d.role = 'coordination'
        and d.supprime_le is null order by d.cree_le limit 1) as coordination,
      ${SON_AGENDA} as "agendaLe", ${sesInvitations(jour)} as invitations, ${SES_TACHES} as taches,
      ${demandesEnJson(sql`d.collectivite_id = p.collectivite_id and d.personne_id = p.id`)} as demandes,
      ${SES_ACTIONS} as actions, ${SES_COMPTES_RENDUS} as "comptesRendus", ${sesQuestions(jour)} as questions, ${SES_STRUCTURES} as structures, ${SES_CORRECTIONS} as corrections
    from personnes p join collectivites c on c.id = p.collectivite_id
    where p.collectivite_id = ${collectiviteId} and p.id = ${personneId} and p.supprime_le is null`)) as unknown as Espace[]
  return lu ?? null
}

/** To whom the letter of a page goes; null once she was taken out of the directory. One statement. */
export async function lireDestinataireDEspace(
  db: Tx,
  { collectiviteId }: Pick<Perimetre, 'collectiviteId'>,
  personneId: string
): Promise<Pick<Espace, 'nom' | 'territoire' | 'coordination'> | null> {
  const [lu] = (await db.execute(sql`
    select p.nom, c.nom as territoire, (select k.courriel from adhesions d join comptes k on k.id = d.compte_id
        where d.collectivite_id = p.collectivite_id and d.role = 'coordination' and d.supprime_le is null order by d.cree_le limit 1) as coordination
    from personnes p join collectivites c on c.id = p.collectivite_id
    where p.collectivite_id = ${collectiviteId} and p.id = ${personneId} and p.supprime_le is null`)) as unknown as Pick<
    Espace,
    'nom' | 'territoire' | 'coordination'
  >[]
  return lu ?? null
}

/** What the page of a person in the directory says of her own page. */
export type EspaceVu = {
  /** the last link that was sent, and where that letter is; null: none yet */
  lien: { le: string; etat: EtatEnvoi; motif: string | null } | null
  corrections: CorrectionProposee[]
}

/** The last link of her page that was sent to a person, and what she says is wrong. One statement. */
export async function lireEspaceVu(db: Tx, { collectiviteId }: Perimetre, personneId: string): Promise<EspaceVu> {
  const [lu] = (await db.execute(sql`
    select ${SES_CORRECTIONS} as corrections,
      (select json_build_object('le', to_char(e.cree_le at time zone 'Europe/Paris', 'YYYY-MM-DD'), 'etat', e.etat, 'motif', e.motif) from envois e
        where e.collectivite_id = p.collectivite_id and e.personne_id = p.id and e.nature = 'espace' order by e.cree_le desc, e.id desc limit 1) as lien
    from personnes p where p.collectivite_id = ${collectiviteId} and p.id = ${personneId}`)) as unknown as EspaceVu[]
  return lu!
}
