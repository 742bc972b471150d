import { sql } from 'drizzle-orm'
import { SYSTEME, type Perimetre } from '../src/platform/acteur.ts'
import { communautes } from '../src/platform/graphe.server.ts'
import { lecture, type Db } from '../src/platform/db.server.ts'
import { inviterMembre } from '../src/domaines/comptes/commands.server.ts'
import { perimetreSysteme } from '../src/domaines/comptes/queries.server.ts'
import { lireReseau } from '../src/domaines/pilotage/queries/reseau.server.ts'
import { composerReseau } from '../src/domaines/pilotage/regles/reseau/composer.ts'
import { creerTerritoire } from '../src/domaines/territoires/commands.server.ts'
import type { Noter } from './mesures.ts'
import { mesurerVue } from './vues.ts'

const TYPES = [
  'commune',
  'ars',
  'cpam',
  'hopital',
  'cpts',
  'etablissement_scolaire',
  'association',
  'association',
  'ccas',
  'medico_social'
]

/** What a network of that size is made of: structures of ten types, bodies of twenty seats, ten years of meetings, actions and their money. */
async function peupler(db: Db, { collectiviteId }: Perimetre, structures: number): Promise<void> {
  const [instances, fiches] = [Math.round(structures / 12), Math.round(structures * 0.6)]
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    const ici = sql`${collectiviteId}::uuid`
    // the same rank gives the same id: what refers to a row needs no reading
    const id = (sorte: string, rang: ReturnType<typeof sql>) =>
      sql`overlay(overlay(md5(${sorte} || ${collectiviteId} || (${rang})::text) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid`
    await tx.execute(sql`insert into structures (collectivite_id, id, nom, cle_nom, type, cree_le)
      select ${ici}, ${id('s', sql`n`)}, 'Partenaire ' || n, 'partenaire ' || n, (${sql.param(TYPES)}::text[])[1 + n % 10], now() from generate_series(1, ${structures}::int) n`)
    await tx.execute(sql`insert into instances (collectivite_id, id, nom, cle_nom, nature, mandat_debut, cree_le)
      select ${ici}, ${id('i', sql`n`)}, 'Groupe ' || n, 'groupe ' || n, 'groupe', (2016 + n % 4)::text, now() from generate_series(1, ${instances}::int) n`)
    await tx.execute(sql`insert into sieges (collectivite_id, id, instance_id, rang, role, structure_id)
      select ${ici}, gen_random_uuid(), ${id('i', sql`n`)}, k, 'membre', ${id('s', sql`1 + (n * 11 + k * (1 + n % 3)) % ${structures}::int`)}
      from generate_series(1, ${instances}::int) n, generate_series(1, 20) k`)
    await tx.execute(sql`insert into seances (collectivite_id, id, instance_id, jour, duree, cree_le)
      select ${ici}, ${id('m', sql`n || '-' || an || '-' || m`)}, ${id('i', sql`n`)}, (2016 + an) || '-0' || (2 + m * 4) || '-15', 120, now()
      from generate_series(1, ${instances}::int) n, generate_series(0, 10) an, generate_series(0, 1) m`)
    await tx.execute(sql`insert into invitations (collectivite_id, id, seance_id, structure_id, courriel, reponse, cree_le)
      select ${ici}, gen_random_uuid(), ${id('m', sql`n || '-' || an || '-' || m`)}, ${id('s', sql`1 + (n * 11 + k * (1 + n % 3)) % ${structures}::int`)}, 'p@exemple.fr',
        case when (n + k + an) % 3 = 0 then 'absent' else 'vient' end, now()
      from generate_series(1, ${instances}::int) n, generate_series(0, 10) an, generate_series(0, 1) m, generate_series(1, 12) k`)
    await tx.execute(sql`insert into fiches (collectivite_id, id, rang, titre, cle_titre, debut, publics, ages, milieux, ottawa, cree_le, modifie_le)
      select ${ici}, ${id('f', sql`n`)}, n, 'Action ' || n, 'action ' || n, (2016 + n % 10)::text, '{}', '{}', '{}', '{}', now(), now() from generate_series(1, ${fiches}::int) n`)
    await tx.execute(sql`insert into intervenants (collectivite_id, id, fiche_id, role, structure_id, rang)
      select ${ici}, gen_random_uuid(), ${id('f', sql`n`)}, case k when 0 then 'pilote' else 'partenaire' end, ${id('s', sql`1 + (n * 7 + k * k * 5) % ${structures}::int`)}, k
      from generate_series(1, ${fiches}::int) n, generate_series(0, 3) k`)
    await tx.execute(sql`insert into financements (collectivite_id, id, fiche_id, rang, structure_id, etat)
      select ${ici}, gen_random_uuid(), ${id('f', sql`n`)}, k, ${id('s', sql`1 + (n * 3 + k * 9) % ${structures}::int`)}, 'accorde'
      from generate_series(1, ${fiches}::int, 3) n, generate_series(0, 1) k`)
  })
}

/**
 * How long the whole network of a territory takes, in milliseconds, half of five times: read by its one statement, then all that is computed
 * from it (links, measures, communities, drawing, ten years), on its whole past; and how many links that is.
 */
async function mesurerReseau(db: Db, perimetre: Perimetre): Promise<{ lu: number; calcule: number; liens: number }> {
  const [lus, calcules]: [number[], number[]] = [[], []]
  let liens = 0
  for (let fois = 0; fois < 5; fois++) {
    const debut = performance.now()
    const matiere = await lecture(perimetre, (tx) => lireReseau(tx, perimetre, '2026-11-22'), db)
    lus.push(performance.now() - debut)
    const encore = performance.now()
    const demande = { niveau: 1 as const, secteur: null, quand: 'tout' as const, structure: null, page: 1 }
    liens = composerReseau(matiere, demande, '2026-11-22', communautes).liens
    calcules.push(performance.now() - encore)
  }
  for (const suite of [lus, calcules]) suite.sort((a, b) => a - b)
  return { lu: lus[2]!, calcule: calcules[2]!, liens }
}

/** The page of a hundred structures and ten years of meetings, then all that is computed for a thousand; the cookie is that of « banc@exemple.fr ». */
export async function mesurerLesReseaux(db: Db, adresse: string, cookie: string, noter: Noter): Promise<void> {
  const cent = await creerTerritoire({ db, acteur: SYSTEME }, { code: '95018', demonstration: true })
  if (!cent.ok) throw new Error('network')
  const lesCent = perimetreSysteme(cent.valeur.id)
  await inviterMembre(
    { db, perimetre: lesCent, acteur: SYSTEME },
    { courriel: 'banc@exemple.fr', role: 'coordination', demonstration: true, prevenir: false }
  )
  await peupler(db, lesCent, 100)
  await db.execute('select rafraichir_statistiques()')
  const reseauDeCent = await mesurerVue(`${adresse}/${cent.valeur.slug}/partenaires/reseau?quand=tout`, cookie)
  noter(
    'page du réseau, 100 structures et dix ans de réunions',
    `p50 ${reseauDeCent.p50.toFixed(0)} ms, p95 ${reseauDeCent.p95.toFixed(0)} ms`,
    `moins de 300 ms ; ${(reseauDeCent.html / 1024).toFixed(0)} Ko de HTML (${(reseauDeCent.comprime / 1024).toFixed(0)} comprimés)`,
    reseauDeCent.p95 < 300
  )
  const milleLieu = await creerTerritoire({ db, acteur: SYSTEME }, { code: '95585', demonstration: true })
  const lesMille = perimetreSysteme(milleLieu.ok ? milleLieu.valeur.id : '')
  await peupler(db, lesMille, 1000)
  await db.execute('select rafraichir_statistiques()')
  const reseau = await mesurerReseau(db, lesMille)
  noter(
    'mesures du réseau de 1 000 structures',
    `lu en ${reseau.lu.toFixed(0)} ms, calculé en ${reseau.calcule.toFixed(0)} ms`,
    `moins d’une seconde ; ${reseau.liens.toLocaleString('fr-FR')} liens, leurs mesures, leurs communautés, leur dessin et dix ans`,
    reseau.lu + reseau.calcule < 1000
  )
}
