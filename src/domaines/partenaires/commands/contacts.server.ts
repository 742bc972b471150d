import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ecrireAppariement, lireAppariement } from '#platform/appariements.server.ts'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { rafraichirStatistiques } from '#platform/statistiques.server.ts'
import { normaliser } from '#platform/texte.ts'
import { peutImporterContacts } from '../droits.ts'
import { lireAnnuaire } from '../queries/annuaire.server.ts'
import { categorieDuType } from '../regles.ts'
import { jugerRolesContacts } from '../regles/contacts/proposer.ts'
import { rapprocherContacts } from '../regles/contacts/rapprocher.ts'
import { ROLES_CONTACT, type ContactsLus, type FonctionAEcrire } from '../schema/contacts.ts'
import { fonctions, personnes, structures } from '../tables.server.ts'

const LOT = 2000

/** Remembers what the columns of a file of contacts hold, for the next one that has the same names. Refusals: `sans_nom`, `deux_fois`. */
export const retenirColonnesContacts = commande('contacts.apparier', {
  saisie: z.object({
    colonnes: z.array(z.object({ nom: z.string(), role: z.enum(ROLES_CONTACT) })),
    recopier: z.boolean()
  }),
  charger: async ({ db, perimetre }, { colonnes }) => ({
    connu: await lireAppariement(
      db,
      perimetre,
      'contacts',
      colonnes.map(({ nom }) => nom)
    )
  }),
  droit: peutImporterContacts,
  regle: (_, { colonnes }) => {
    const [faute] = jugerRolesContacts(colonnes.map(({ role }) => role))
    return faute ? refuser(faute.faute, `colonne-${faute.colonne ?? 0}`) : {}
  },
  agir: (ctx, { connu }, choix) => ecrireAppariement(ctx, 'contacts', connu, choix)
})

/**
 * Brings contacts in: structures, people and their functions, in sets and in one transaction. Answers what was done.
 * Refusal: `contacts_refuses`, with the reader's own sentence.
 */
export const importerContacts = commande('contacts.importer', {
  saisie: z.object({ lus: z.custom<ContactsLus>((valeur) => typeof valeur === 'object' && valeur !== null) }),
  charger: ({ db, perimetre }) => lireAnnuaire(db, perimetre),
  droit: peutImporterContacts,
  regle: (annuaire, { lus }) =>
    lus.refus === null
      ? { differences: rapprocherContacts(lus, annuaire) }
      : refuser('contacts_refuses', 'fichier', { motif: lus.refus }),
  agir: async (ctx, _, __, { differences }) => {
    const ids = new Map(differences.connus)
    for (const une of [...differences.structures, ...differences.personnes]) if (une.id === null) ids.set(une.cle, ctx.nouvelId())
    await creer(ctx, differences, ids)
    const touchees = ({ structures: s, personnes: p }: typeof differences) => [
      ['structures', s] as const,
      ['personnes', p] as const
    ]
    for (const [table, fiches] of touchees(differences))
      await completer(
        ctx,
        table,
        fiches.flatMap(({ id, champs }) => (id === null ? [] : [{ id, champs }]))
      )
    await ecrireFonctions(ctx, differences.fonctions, ids)
    await rafraichirStatistiques(ctx.db, differences.lignes.length)
    return differences
  }
})

type Differences = ReturnType<typeof rapprocherContacts>

async function creer(
  { db, perimetre, maintenant }: CtxTerritoire,
  { structures: s, personnes: p }: Differences,
  ids: ReadonlyMap<string, string>
): Promise<void> {
  const commun = { collectiviteId: perimetre.collectiviteId, creeLe: maintenant }
  const neuves = s.flatMap(({ cle, id, champs: { nom = '', type = 'autre', ...champs } }) =>
    id === null
      ? [{ ...commun, id: ids.get(cle)!, nom, cleNom: normaliser(nom), type, categorie: categorieDuType(type), ...champs }]
      : []
  )
  for (let rang = 0; rang < neuves.length; rang += LOT) await db.insert(structures).values(neuves.slice(rang, rang + LOT))
  const gens = p.flatMap(({ cle, id, champs: { nom = '', ...champs } }) =>
    id === null ? [{ ...commun, id: ids.get(cle)!, nom, cleNom: normaliser(nom), ...champs }] : []
  )
  for (let rang = 0; rang < gens.length; rang += LOT) await db.insert(personnes).values(gens.slice(rang, rang + LOT))
}

/** Columns that an import may complete, by table: the others are never its own. */
const COMPLETEES = {
  structures: { sigle: 'text', type: 'text', siret: 'text', courriel: 'text', telephone: 'text', quartier_id: 'uuid' },
  personnes: { courriel: 'text', telephone: 'text' }
} as const

/** Writes what was empty, all rows in one statement; a field that the file does not say stays as it is. */
async function completer(
  { db, perimetre }: CtxTerritoire,
  table: keyof typeof COMPLETEES,
  fiches: readonly { id: string; champs: Record<string, string | undefined> }[]
): Promise<void> {
  if (fiches.length === 0) return
  const colonnes = Object.entries(COMPLETEES[table])
  const lignes = fiches.map(({ id, champs: { quartierId, ...champs } }) => ({ id, ...champs, quartier_id: quartierId }))
  const ecrites = colonnes.map(
    ([nom]) => sql`${sql.identifier(nom)} = coalesce(n.${sql.identifier(nom)}, t.${sql.identifier(nom)})`
  )
  const lues = [sql`id uuid`, ...colonnes.map(([nom, sorte]) => sql`${sql.identifier(nom)} ${sql.raw(sorte)}`)]
  await db.execute(sql`update ${sql.identifier(table)} t set ${sql.join(ecrites, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) as n(${sql.join(lues, sql`, `)})
    where t.collectivite_id = ${perimetre.collectiviteId} and t.id = n.id`)
}

async function ecrireFonctions(
  { db, perimetre, nouvelId }: CtxTerritoire,
  dites: readonly FonctionAEcrire[],
  ids: ReadonlyMap<string, string>
): Promise<void> {
  const { collectiviteId } = perimetre
  const neuves = dites.flatMap(({ id, personne, structure, intitule }) =>
    id === null
      ? [{ collectiviteId, id: nouvelId(), personneId: ids.get(personne)!, structureId: ids.get(structure)!, intitule }]
      : []
  )
  for (let rang = 0; rang < neuves.length; rang += LOT) await db.insert(fonctions).values(neuves.slice(rang, rang + LOT))
  const nommees = dites.filter(({ id }) => id !== null)
  if (nommees.length > 0)
    await db.execute(sql`update fonctions t set intitule = n.intitule
      from jsonb_to_recordset(${JSON.stringify(nommees)}::jsonb) as n(id uuid, intitule text)
      where t.collectivite_id = ${collectiviteId} and t.id = n.id`)
}
