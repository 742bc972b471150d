import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { baseDeTest } from '#tests/base.ts'
import { ROLE_APPLICATION } from './db.server.ts'

const essai = baseDeTest()
let proprietaire: postgres.Sql
beforeAll(() => {
  proprietaire = postgres(essai.adresse('proprietaire'), { max: 1, onnotice: () => {} })
})
afterAll(() => proprietaire.end())

/** Tables with the tenant's column that are no territory's object: why each is apart. */
const A_PART = {
  /** also holds what has no territory; written once, never changed */
  annonces: 'row-level security without the composite key',
  /** read through narrow functions only; the territory is a detail of the token */
  jetons: 'no direct reading'
}
/** Tables whose changes leave no history: the history itself, who is on a page for a minute, the progress of a job, the bytes of files, where a letter is, the secrets of a mailbox and what came to it, what nobody in particular answered. */
const SANS_HISTOIRE = [
  'changements',
  'presences',
  'imports_de_plan',
  'fichiers_morceaux',
  'envois',
  'lectures',
  'boites',
  'courriers',
  'reponses_anonymes',
  'recueils'
]

type Fautes = string[]
type Requete = postgres.Sql | postgres.TransactionSql

/** Everything that makes a territory's table a territory's, read from the catalogue; one line for each fault. */
async function fautes(sql: Requete): Promise<Fautes> {
  const apart = Object.keys(A_PART)
  const tables = await sql<
    { nom: string; active: boolean; forcee: boolean; regles: number; histoire: number; cle: string[] | null }[]
  >`
    select c.relname as nom, c.relrowsecurity as active, c.relforcerowsecurity as forcee,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) like '%collectivite_courante()%'
        and pg_get_expr(p.polwithcheck, p.polrelid) like '%collectivite_courante()%') as regles,
      (select count(*)::int from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'noter_changements'::regproc and t.tgenabled = 'O') as histoire,
      (select array_agg(a.attname order by k.rang)::text[] from pg_constraint p cross join unnest(p.conkey) with ordinality k(numero, rang)
        join pg_attribute a on a.attrelid = p.conrelid and a.attnum = k.numero where p.conrelid = c.oid and p.contype = 'p') as cle
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'collectivite_id' and not a.attisdropped)`
  const duTerritoire = tables.filter(({ nom }) => !apart.includes(nom))
  const noms = new Set(duTerritoire.map(({ nom }) => nom))
  const trouvees: Fautes = []
  for (const { nom, active, forcee, regles, histoire, cle } of duTerritoire) {
    if (!active) trouvees.push(`${nom}: row-level security is off`)
    if (!forcee) trouvees.push(`${nom}: row-level security is not forced on the owner`)
    if (regles !== 1) trouvees.push(`${nom}: ${regles} tenant policies`)
    if (cle?.[0] !== 'collectivite_id') trouvees.push(`${nom}: primary key does not begin with the tenant`)
    if (histoire !== (SANS_HISTOIRE.includes(nom) ? 0 : 3)) trouvees.push(`${nom}: ${histoire} history triggers`)
  }
  const liens = await sql<{ nom: string; de: string; vers: string; colonnes: string[]; suppression: string; videes: number }[]>`
    select p.conname as nom, d.relname as de, v.relname as vers, p.confdeltype as suppression, coalesce(cardinality(p.confdelsetcols), 0) as videes,
      (select array_agg(a.attname)::text[] from unnest(p.conkey) k(numero) join pg_attribute a on a.attrelid = p.conrelid and a.attnum = k.numero) as colonnes
    from pg_constraint p join pg_class d on d.oid = p.conrelid join pg_class v on v.oid = p.confrelid where p.contype = 'f' and p.connamespace = 'public'::regnamespace`
  for (const { nom, de, vers, colonnes, suppression, videes } of liens) {
    if (noms.has(de) && noms.has(vers) && !colonnes.includes('collectivite_id'))
      trouvees.push(`${nom}: a reference that could leave the territory`)
    if (['n', 'd'].includes(suppression) && videes === 0) trouvees.push(`${nom}: ON DELETE would empty the tenant too`)
  }
  const index = await sql<{ nom: string; table: string; premiere: string | null }[]>`
    select i.relname as nom, t.relname as table, a.attname as premiere
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid join pg_am m on m.oid = i.relam
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0] where m.amname = 'btree' and t.relnamespace = 'public'::regnamespace`
  for (const { nom, table, premiere } of index)
    if (noms.has(table) && premiere !== 'collectivite_id' && !HORS_TERRITOIRE.includes(nom))
      trouvees.push(`${nom}: index that does not begin with the tenant`)
  return trouvees.sort()
}

/** Indexes that answer a question asked outside any territory. */
const HORS_TERRITOIRE = ['adhesions_par_compte']

describe('les cloisons entre territoires', () => {
  test('chaque table d’un territoire est fermée, tient son territoire dans ses clés et écrit son histoire', async () => {
    expect(await fautes(proprietaire)).toEqual([])
  })

  test('les tables mises à part existent toujours, et sont fermées elles aussi', async () => {
    const lues = await proprietaire<
      { nom: string; active: boolean }[]
    >`select relname as nom, relrowsecurity as active from pg_class where relname = any(${Object.keys(A_PART)}) and relkind = 'r' order by 1`
    expect(lues.map(({ nom }) => nom)).toEqual(Object.keys(A_PART).sort())
    expect(lues.find(({ nom }) => nom === 'annonces')).toMatchObject({ active: true })
    const [droits] =
      await proprietaire`select has_table_privilege(${ROLE_APPLICATION}, 'jetons', 'select') or has_table_privilege(${ROLE_APPLICATION}, 'jetons', 'update') as lit`
    expect(droits).toMatchObject({ lit: false })
  })

  test.each([
    ['alter table quartiers disable row level security', 'quartiers: row-level security is off'],
    ['alter table quartiers no force row level security', 'quartiers: row-level security is not forced on the owner'],
    ['drop policy cloison on quartiers', 'quartiers: 0 tenant policies'],
    ['drop trigger noter_retraits on quartiers', 'quartiers: 2 history triggers'],
    ['alter table quartiers disable trigger noter_ajouts', 'quartiers: 2 history triggers'],
    [
      'create table essais (collectivite_id uuid not null, id uuid primary key)',
      'essais: primary key does not begin with the tenant'
    ],
    [
      'alter table structures add constraint seul unique (id); alter table fonctions add constraint lien foreign key (structure_id) references structures (id)',
      'lien: a reference that could leave the territory'
    ],
    [
      'alter table places add constraint lien foreign key (collectivite_id, axe_id) references axes on delete set null',
      'lien: ON DELETE would empty the tenant too'
    ],
    ['create index mal_range on quartiers (nom)', 'mal_range: index that does not begin with the tenant']
  ])('la faute « %s » est vue', async (ordre, attendue) => {
    class Defaire extends Error {}
    let vues: Fautes = []
    await proprietaire
      .begin(async (tx) => {
        await tx.unsafe(ordre)
        vues = await fautes(tx)
        throw new Defaire()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Defaire)) throw error
      })
    expect(vues).toContain(attendue)
  })
})

describe('le rôle de l’application', () => {
  test('il n’est ni superutilisateur, ni au-dessus des cloisons, ni propriétaire de rien', async () => {
    const [role] =
      await proprietaire`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = ${ROLE_APPLICATION}`
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false })
    const possedes =
      await proprietaire`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = ${ROLE_APPLICATION}`
    expect([...possedes]).toEqual([])
    expect(await essai.base().client`select current_user as qui`).toMatchObject([{ qui: ROLE_APPLICATION }])
  })

  test.each(['update changements set acteur_nom = acteur_nom', 'delete from changements', 'truncate changements'])(
    'il ne peut pas « %s » : l’histoire ne se réécrit pas',
    async (ordre) => {
      await expect(essai.base().client.unsafe(ordre)).rejects.toMatchObject({ code: '42501' })
    }
  )
})
