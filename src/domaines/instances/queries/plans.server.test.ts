import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { lecture, type Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { distribuer } from '#domaines/partenaires/jobs.server.ts'
import { tousLesRedacteurs } from '#tests/envois/redacteurs.ts'
import { relancerInvites } from '../commands/invitations.server.ts'
import { prevoirSeance } from '../commands/seances.server.ts'
import { uneInstance } from '../fixtures.server.ts'
import { lireEmargement } from './emargement.server.ts'
import { aInviter, lireConvocation, lireInvitation } from './invitations.server.ts'
import { vieEnSeance } from './presences.server.ts'
import { lireRencontres } from './rencontres.server.ts'

const essai = baseDeTest()
const PERSONNES = 100
const SEANCES = 300
let scene: Scene
let seance: string
let instance: string
let gens: { personne: string; structure: string }
let uneLettre: string

/** Thirty thousand invitations, letters and presences: three hundred meetings over three years, to which the same hundred people came. */
beforeAll(async () => {
  const { db } = essai.base()
  scene = await unTerritoire(db, { maintenant: new Date() })
  const contacts = Array.from({ length: PERSONNES }, (_, n) => ({
    nom: `Partenaire ${n}`,
    courriel: `p${n}@exemple.fr`,
    structure: `Structure ${n % 20}`
  }))
  await desContacts(scene, contacts)
  instance = await uneInstance(scene)
  seance = reussi(await prevoirSeance(scene, { instanceId: instance, jour: '2031-12-09', duree: '2 h' })).id
  const { collectiviteId } = scene.perimetre
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    await tx.execute(sql`insert into seances (collectivite_id, id, instance_id, jour, duree, version, exemple, cree_le)
      select collectivite_id, gen_random_uuid(), instance_id, to_char(now() - make_interval(days => n * 3), 'YYYY-MM-DD'), 120, 0, false, cree_le
      from seances, generate_series(1, ${SEANCES - 1}) n where id = ${seance}`)
    await tx.execute(sql`insert into invitations (collectivite_id, id, seance_id, personne_id, courriel, cree_le, reponse, repondu_le)
      select s.collectivite_id, gen_random_uuid(), s.id, p.id, p.courriel, s.jour::date, case when s.id <> ${seance} then 'vient' end, s.jour::date from seances s, personnes p`)
    await tx.execute(sql`insert into envois (collectivite_id, id, nature, objet_id, personne_id, courriel, sollicite, etat, cree_le, remis_le)
      select collectivite_id, gen_random_uuid(), 'invitation', seance_id, personne_id, courriel, true, 'parti', cree_le, cree_le from invitations`)
    await tx.execute(sql`insert into emargements (collectivite_id, id, seance_id, personne_id, structure_id, invitation_id, par_soi, notee_le)
      select i.collectivite_id, gen_random_uuid(), i.seance_id, i.personne_id, f.structure_id, i.id, false, i.cree_le from invitations i
      join fonctions f on f.personne_id = i.personne_id`)
    ;[gens] = (await tx.execute(
      sql`select personne_id as personne, structure_id as structure from fonctions limit 1`
    )) as unknown as [typeof gens]
    const [lettre] = (await tx.execute(sql`select id from envois limit 1`)) as unknown as [{ id: string }]
    uneLettre = lettre.id
  })
  const proprietaire = (await import('postgres')).default(essai.adresse('proprietaire'), { max: 1, onnotice: () => {} })
  await proprietaire`vacuum analyze invitations, envois, emargements, seances, personnes, fonctions, structures`
  await proprietaire.end()
}, 180_000)

const ici = <T>(lire: (db: Tx) => Promise<T>) => lecture(scene.perimetre, lire, essai.base().db)

/** The plans of what an act sends that names one of these tables, as the connections of the product make them: for any value. */
async function plansDe(agir: () => Promise<unknown>): Promise<string> {
  const requetes = (await essai.requetesDe(agir)).filter((requete) => /\b(?:envois|invitations|emargements)\b/.test(requete))
  expect(requetes.length).toBeGreaterThan(0)
  return essai.base().client.begin(async (client) => {
    await client`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`
    // `explain (generic_plan)` is of PostgreSQL 16: a prepared statement says the same on 15
    await client`set local plan_cache_mode = force_generic_plan`
    const plans: string[] = []
    for (const [rang, requete] of requetes.entries()) {
      const parametres = Math.max(0, ...[...requete.matchAll(/\$(\d+)/g)].map(([, numero]) => Number(numero)))
      const valeurs = parametres > 0 ? `(${Array.from({ length: parametres }, () => 'null').join(', ')})` : ''
      await client.unsafe(`prepare plan_${rang} as ${requete}`)
      for (const ligne of await client.unsafe(`explain execute plan_${rang}${valeurs}`))
        plans.push(String(Object.values(ligne)[0]))
      await client.unsafe(`deallocate plan_${rang}`)
    }
    return plans.join('\n')
  })
}
const SANS_BALAYAGE = /Seq Scan on (?:envois|invitations|emargements)\b/

describe('sur 30 000 invitations, lettres et présences, les index servent', () => {
  test('il y en a bien trente mille', async () => {
    const [compte] = (await ici((db) =>
      db.execute(
        sql`select (select count(*) from invitations)::int as i, (select count(*) from envois)::int as e, (select count(*) from emargements)::int as p`
      )
    )) as unknown as [Record<string, number>]
    expect(Object.values(compte).every((nombre) => nombre >= 30_000)).toBe(true)
  })

  test('R-090 · la page d’une séance : ses invitations, ses lettres, ce qui est arrivé à son sujet', async () => {
    const plan = await plansDe(() => ici((db) => lireConvocation(db, scene.perimetre, seance)))
    expect(plan).toMatch(/invitations_une_par_(?:personne|structure)/)
    expect(plan).toMatch(/envois_par_objet/)
    expect(plan).not.toMatch(SANS_BALAYAGE)
  })
  test('R-129 · les sollicitations de douze mois d’une personne, pour sa lettre et pour sa page', async () => {
    const laquelle = { seanceId: seance, personneId: gens.personne, structureId: null }
    const plan = await plansDe(() => ici((db) => lireInvitation(db, scene.perimetre.collectiviteId, laquelle)))
    expect(plan).toMatch(/envois_par_personne/)
    expect(plan).toMatch(/invitations_une_par_personne/)
    expect(plan).not.toMatch(SANS_BALAYAGE)
  })
  test('R-091 · qui inviter encore', async () => {
    const plan = await plansDe(() => ici((db) => aInviter(db, scene.perimetre, seance, instance, 'tous')))
    expect(plan).not.toMatch(SANS_BALAYAGE)
  })
  test('R-090 · qui relancer', async () => {
    const plan = await plansDe(async () => reussi(await relancerInvites(scene, { id: seance })))
    expect(plan).toMatch(/invitations_une_par_(?:personne|structure)/)
    expect(plan).not.toMatch(SANS_BALAYAGE)
  })
  test('R-090 · la prochaine lettre à envoyer', async () => {
    const courrier = { boite: null, envoyer: async () => {}, fermer: () => {} }
    const redacteurs = tousLesRedacteurs(async () => null)
    const reglages = { courrier, domaine: 'exemple.fr', parMinute: 60_000, redacteurs }
    const plan = await plansDe(() => distribuer(essai.base(), reglages, scene.perimetre.collectiviteId))
    expect(plan).toMatch(/Index Scan using envois_a_faire/)
    expect(plan).not.toMatch(SANS_BALAYAGE)
  })
  test('R-124 · les présences à une séance, celles d’une structure, celles d’une personne', async () => {
    expect(await plansDe(() => ici((db) => lireEmargement(db, scene.perimetre, seance)))).not.toMatch(SANS_BALAYAGE)
    expect(await plansDe(() => ici((db) => lireRencontres(db, scene.perimetre, seance)))).not.toMatch(SANS_BALAYAGE)
    const plan = await plansDe(() => ici((db) => vieEnSeance(db, scene.perimetre, gens.structure)))
    expect(plan).toMatch(/emargements_par_structure/)
    const presences = sql`select seance_id from emargements where collectivite_id = ${scene.perimetre.collectiviteId} and personne_id = ${gens.personne}`
    expect(await plansDe(() => ici((db) => db.execute(presences)))).toMatch(/emargements_(?:une_)?par_personne/)
  })
  test('R-090 · la lettre qu’un refus rend, par son identifiant', async () => {
    expect(uneLettre).toBeDefined()
    const plan = await plansDe(() =>
      ici((db) =>
        db.execute(
          sql`select id from envois where collectivite_id = ${scene.perimetre.collectiviteId} and id in ${[uneLettre, uneLettre]} order by id desc limit 1`
        )
      )
    )
    expect(plan).toMatch(/envois_collectivite_id_id_pk/)
  })
})
