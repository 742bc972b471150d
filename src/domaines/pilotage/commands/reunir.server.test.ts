import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { lecture, type Db, type Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { ajouterFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { distinguerPersonnes, distinguerStructures, rapprocherStructures } from '#domaines/partenaires/commands/paires.server.ts'
import { unePersonne, uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { lirePersonne, lireStructure, listerStructures, structuresParNom } from '#domaines/partenaires/queries.server.ts'
import { lirePaires } from '#domaines/partenaires/queries/paires.server.ts'
import { ajouterActe } from '#domaines/contrats/commands/actes.server.ts'
import { ajouterConvention } from '#domaines/contrats/commands/convention.server.ts'
import { ajouterSignataire } from '#domaines/contrats/commands/signature.server.ts'
import { ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { creerFiche } from '#domaines/actions/commands/fiche.server.ts'
import { ecrireIndicateurs } from '#domaines/actions/commands/indicateurs.server.ts'
import { creerPoste, ecrirePostes } from '#domaines/actions/commands/postes.server.ts'
import { ecrireBudget, ecrireIntervenants } from '#domaines/actions/commands/sections.server.ts'
import { enregistrerVue } from '#domaines/actions/commands/vues.server.ts'
import { compterMentions } from '../queries/mentions.server.ts'
import { lireHistorique } from '../queries/historique.server.ts'
import { listerRetires } from '../queries/retires.server.ts'
import { annulerGeste } from './annuler.server.ts'
import { PAIRES, REFERENCES } from './references.server.ts'
import { reunirPersonnes, reunirStructures } from './reunir.server.ts'

const essai = baseDeTest()
const NOMS = ['CPAM', 'Caisse primaire d’assurance maladie', 'Ville', 'Hôpital']
const GENS = ['Sam Martin', 'Martin Sam', 'Lou Petit']

/** Four structures and three people, named everywhere that they can be, so that merging any two meets what both say. */
async function unTerritoirePlein(db: Tx) {
  const scene = await unTerritoire(db)
  const structures: string[] = []
  for (const nom of NOMS) structures.push(await uneStructure(scene, nom))
  const gens: string[] = []
  for (const nom of GENS) gens.push(await unePersonne(scene, nom, structures[0]!))
  for (const [rang, personneId] of gens.entries())
    reussi(
      await ajouterFonction(scene, {
        personneId,
        structureId: structures[1 + (rang % 3)]!,
        intitule: rang === 1 ? '' : 'directrice',
        debut: '2022'
      })
    )
  const contratId = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
  for (const [rang, structureId] of structures.entries()) {
    reussi(
      await ajouterSignataire(scene, {
        contratId,
        structureId,
        personneId: gens[rang] ?? null,
        role: rang === 1 ? 'porteur' : 'autre'
      })
    )
    reussi(await ajouterConvention(scene, { contratId, structureId, objet: 'Prêt d’un local' }))
    reussi(
      await ajouterActe(scene, {
        contratId,
        nature: 'avenant',
        reference: `avenant n° ${rang}`,
        date: '2024',
        montants: [{ financeur: NOMS[rang]!, montant: '500' }]
      })
    )
    reussi(await creerPoste(scene, { intitule: `Poste ${rang}`, quotite: 1, employeur: NOMS[rang]! }))
    reussi(await enregistrerVue(scene, { nom: `Vue ${rang}`, adresse: `?structure=${structureId}` }))
  }
  for (const titre of ['Bus santé', 'Groupes de parole']) {
    const { id } = reussi(await creerFiche(scene, { titre }))
    const intervenants = NOMS.flatMap((structure, rang) => [
      { role: 'pilote' as const, structure, personne: GENS[rang] ?? '' },
      { role: 'partenaire' as const, structure, detail: rang === 1 ? 'prête un local' : '' }
    ])
    reussi(await ecrireIntervenants(scene, { id, intervenants }))
    reussi(
      await ecrireBudget(scene, { id, financements: NOMS.map((financeur) => ({ financeur, montant: '1 000', annee: 2026 })) })
    )
    reussi(
      await ecrirePostes(scene, {
        id,
        fractions: NOMS.map((financeur, rang) => ({ poste: `Poste ${rang}`, etp: 0.2, financeur }))
      })
    )
    reussi(
      await ecrireIndicateurs(scene, {
        id,
        indicateurs: NOMS.map((detenteur) => ({ intitule: `Vus par ${detenteur}`, detenteur }))
      })
    )
  }
  reussi(await distinguerStructures(scene, { unId: structures[2]!, autreId: structures[1]! }))
  reussi(await distinguerStructures(scene, { unId: structures[0]!, autreId: structures[3]! }))
  reussi(await distinguerPersonnes(scene, { unId: gens[2]!, autreId: gens[0]! }))
  return { scene, structures, gens, contratId }
}

/** Every row of every table of the territory, but the history itself. */
async function tout(db: Tx): Promise<Record<string, unknown>> {
  const tables =
    (await db.execute(sql`select c.relname as nom from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'collectivite_id') and c.relname not in ('changements', 'annonces', 'jetons')
    order by 1`)) as unknown as { nom: string }[]
  const lues: Record<string, unknown> = {}
  for (const { nom } of tables) {
    const [lu] = (await db.execute(
      sql`select coalesce(json_agg(l order by l::text), '[]')::text as lignes from (select to_jsonb(t) as l from ${sql.identifier(nom)} t) x`
    )) as unknown as [{ lignes: string }]
    lues[nom] = lu.lignes
  }
  return lues
}

describe('réunir deux structures ou deux personnes', () => {
  test('aucune clé étrangère vers une structure ou une personne n’est oubliée', async () => {
    const lues = (await lecture(
      (await essai.annule((db) => unTerritoire(db))).perimetre,
      (tx) =>
        tx.execute(sql`select v.relname as vers, d.relname as de,
          (select string_agg(a.attname, ',') from unnest(p.conkey) k(n) join pg_attribute a on a.attrelid = p.conrelid and a.attnum = k.n where a.attname <> 'collectivite_id') as colonne
        from pg_constraint p join pg_class d on d.oid = p.conrelid join pg_class v on v.oid = p.confrelid
        where p.contype = 'f' and v.relname in ('structures', 'personnes') order by 1, 2, 3`),
      essai.base().db as Db
    )) as unknown as { vers: 'structures' | 'personnes'; de: string; colonne: string }[]
    expect(lues.length).toBeGreaterThan(10)
    for (const sorte of ['structures', 'personnes'] as const) {
      const connues = [
        ...REFERENCES[sorte].map(([table, colonne]) => `${table}.${colonne}`),
        `${PAIRES[sorte]}.un_id`,
        `${PAIRES[sorte]}.autre_id`
      ]
      const catalogue = lues.filter(({ vers }) => vers === sorte).map(({ de, colonne }) => `${de}.${colonne}`)
      expect(catalogue.toSorted()).toEqual(connues.toSorted())
    }
  })

  test('tout ce qui nommait celle qui part nomme celle qui reste, une seule fois', () =>
    essai.annule(async (db) => {
      const { scene, structures, gens, contratId } = await unTerritoirePlein(db)
      const [cpam, caisse] = structures as [string, string]
      const fait = await reunirStructures(scene, { unId: cpam, autreId: caisse, garde: 'autre', nom: 'autre' })
      expect(fait).toMatchObject({ ok: true, valeur: { id: caisse } })
      expect((await listerStructures(db, scene.perimetre)).map(({ nom }) => nom)).toEqual([NOMS[1], NOMS[3], NOMS[2]])
      for (const [table, colonne] of REFERENCES.structures) {
        const [{ n }] = (await db.execute(
          sql`select count(*)::int as n from ${sql.identifier(table)} where ${sql.identifier(colonne)} = ${cpam}`
        )) as unknown as [{ n: number }]
        expect([table, n]).toEqual([table, 0])
      }
      const compter = async (requete: ReturnType<typeof sql>) => ((await db.execute(requete)) as unknown as [{ n: number }])[0].n
      expect(
        await compter(
          sql`select count(*)::int as n from signataires where structure_id = ${caisse} and contrat_id = ${contratId} and supprime_le is null`
        )
      ).toBe(1)
      expect(
        await compter(
          sql`select count(*)::int as n from signataires where structure_id = ${caisse} and role = 'porteur' and supprime_le is null`
        )
      ).toBe(1)
      expect(
        await compter(sql`select count(*)::int as n from conventions where structure_id = ${caisse} and supprime_le is null`)
      ).toBe(1)
      expect(
        await compter(sql`select count(*)::int as n from intervenants where structure_id = ${caisse} and role = 'partenaire'`)
      ).toBe(2)
      expect(
        await compter(
          sql`select count(*)::int as n from intervenants where structure_id = ${caisse} and role = 'partenaire' and detail = 'prête un local'`
        )
      ).toBe(2)
      expect(
        await compter(sql`select count(*)::int as n from fonctions where structure_id = ${caisse} and personne_id = ${gens[0]!}`)
      ).toBe(1)
      expect(await compter(sql`select count(*)::int as n from vues where adresse like ${`%${caisse}%`}`)).toBe(2)
      expect(await compterMentions(db, scene.perimetre, 'structures', [caisse, cpam])).toEqual({
        [caisse]: { actions: 2, contrats: 1 },
        [cpam]: { actions: 0, contrats: 0 }
      })
    }))

  test('le nom de celle qui est partie mène encore à celle qui reste : un import qui le dit ne la recrée pas', () =>
    essai.annule(async (db) => {
      const { scene, structures } = await unTerritoirePlein(db)
      const [cpam, caisse, ville] = structures as [string, string, string]
      reussi(await reunirStructures(scene, { unId: cpam, autreId: caisse, garde: 'autre' }))
      expect((await structuresParNom(db, scene.perimetre, ['cpam'])).get('cpam')).toBe(caisse)
      expect(reussi(await assurerStructures(scene, { noms: ['Cpam'] })).creees).toBe(0)
      expect(await lireStructure(db, scene.perimetre, cpam)).toMatchObject({ reunieA: caisse })
      // merged again, both names lead to the last
      reussi(await reunirStructures(scene, { unId: ville, autreId: caisse, garde: 'un' }))
      expect((await structuresParNom(db, scene.perimetre, ['cpam'])).get('cpam')).toBe(ville)
      expect((await listerRetires(db, scene.perimetre, scene.maintenant)).filter(({ table }) => table === 'structures')).toEqual(
        []
      )
    }))

  test.each([
    ['structures', reunirStructures, uneStructure],
    ['personnes', reunirPersonnes, unePersonne]
  ] as const)('des %s réunies : le geste est dans l’historique de celle qui reste, et s’y annule', (_, reunir, inscrire) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [reste, part] = [await inscrire(scene, 'Mission locale'), await inscrire(scene, 'La mission locale')]
      const plusTard = { ...scene, maintenant: new Date(scene.maintenant.getTime() + 60_000) }
      const { geste } = reussi(await reunir(plusTard, { unId: reste, autreId: part, garde: 'un', nom: 'un' }))
      const gestes = async () =>
        (await lireHistorique(db as Tx, scene.perimetre, scene.acteur, reste, 1))!.actes.map(({ geste: un, quoi }) => ({
          un,
          quoi
        }))
      expect((await gestes())[0]).toEqual({ un: geste, quoi: expect.stringContaining('réuni') })
      reussi(await annulerGeste(plusTard, { geste }))
      expect((await gestes()).map(({ un }) => un)).not.toContain(geste)
    })
  )

  test('chaque champ prend la valeur choisie ; sans choix, celle de l’une quand l’autre ne dit rien', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [une, autre] = [await uneStructure(scene, 'CPAM'), await uneStructure(scene, 'Assurance maladie')]
      await db.execute(sql`update structures set sigle = 'AM', courriel = 'a@am.fr', telephone = '3646' where id = ${autre}`)
      await db.execute(sql`update structures set courriel = 'c@cpam.fr' where id = ${une}`)
      reussi(await reunirStructures(scene, { unId: une, autreId: autre, garde: 'un', nom: 'autre', courriel: 'un' }))
      expect(await lireStructure(db, scene.perimetre, une)).toMatchObject({
        nom: 'Assurance maladie',
        sigle: 'AM',
        courriel: 'c@cpam.fr',
        telephone: '3646'
      })
      // the name that nobody bears any more leads to it, whichever of the two it was
      expect((await structuresParNom(db, scene.perimetre, ['cpam'])).get('cpam')).toBe(une)
    }))

  test('réunir puis annuler rend exactement les mêmes lignes, quelles que soient les deux et combien de fois', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            structures: fc.boolean(),
            un: fc.nat(3),
            autre: fc.nat(3),
            garde: fc.constantFrom('un' as const, 'autre' as const),
            nom: fc.constantFrom('un' as const, 'autre' as const)
          }),
          { minLength: 1, maxLength: 4 }
        ),
        (reunions) =>
          essai.annule(async (db) => {
            const { scene, structures, gens } = await unTerritoirePlein(db)
            const passe: { geste: string; avant: unknown }[] = []
            for (const { structures: desStructures, un, autre, ...choix } of reunions) {
              const ids = desStructures ? structures : gens
              const saisie = { unId: ids[un % ids.length]!, autreId: ids[autre % ids.length]!, ...choix }
              const avant = await tout(db)
              const fait = await (desStructures ? reunirStructures : reunirPersonnes)(scene, saisie)
              if (fait.ok) passe.push({ geste: fait.valeur.geste, avant })
              else expect(await tout(db)).toEqual(avant)
            }
            for (const { geste, avant } of passe.toReversed()) {
              expect(await annulerGeste(scene, { geste })).toMatchObject({ ok: true })
              expect(await tout(db)).toEqual(avant)
            }
          })
      ),
      { numRuns: 12 }
    )
  }, 120_000)

  test('deux personnes réunies n’ont plus qu’un parcours, sans fonction dite deux fois', () =>
    essai.annule(async (db) => {
      const { scene, gens } = await unTerritoirePlein(db)
      const [sam, mas] = gens as [string, string]
      reussi(await reunirPersonnes(scene, { unId: sam, autreId: mas, garde: 'un' }))
      const { parcours } = (await lirePersonne(db, scene.perimetre, sam))!
      expect(parcours.map(({ structure, intitule }) => `${structure} ${intitule}`).toSorted()).toEqual([
        'CPAM Directrice',
        'Caisse primaire d’assurance maladie directrice',
        'Ville null'
      ])
      expect(await lirePersonne(db, scene.perimetre, mas)).toMatchObject({ reunieA: sam })
    }))

  test('« ce ne sont pas les mêmes » est retenu, et se reprend', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const [unId, autreId] = [await uneStructure(scene, 'CPAM'), await uneStructure(scene, 'CPAM du Val-d’Oise')]
      const lues = () => lirePaires(db, scene.perimetre, 'structures', 1)
      expect((await lues()).paires).toMatchObject([{ un: { id: unId }, autre: { id: autreId } }])
      reussi(await distinguerStructures(scene, { unId: autreId, autreId: unId }))
      expect(await lues()).toMatchObject({ paires: [], distinctes: [{ auteur: 'coordination@exemple.fr' }] })
      reussi(await rapprocherStructures(scene, { unId, autreId }))
      expect((await lues()).total).toBe(1)
      expect(await distinguerStructures(scene, { unId, autreId: unId })).toMatchObject({ raison: 'la_meme' })
    }))

  test('seule la coordination réunit et distingue ; une structure d’ailleurs n’existe pas ici', () =>
    essai.annule(async (db) => {
      const ailleurs = await unTerritoire(db, { code: '94028' })
      const loin = await uneStructure(ailleurs)
      const scene = await unTerritoire(db)
      const [unId, autreId] = [await uneStructure(scene, 'CPAM'), await uneStructure(scene, 'Ville')]
      for (const role of ['contributeur', 'lecteur', 'elu', 'direction'] as const) {
        const appel: Scene = { ...scene, acteur: await unMembre(scene, role) }
        expect(await reunirStructures(appel, { unId, autreId, garde: 'un' })).toMatchObject({ sorte: 'interdit' })
        expect(await distinguerStructures(appel, { unId, autreId })).toMatchObject({ sorte: 'interdit' })
      }
      expect(await reunirStructures(scene, { unId, autreId: loin, garde: 'un' })).toMatchObject({ sorte: 'introuvable' })
      expect(await reunirStructures(scene, { unId, autreId: unId, garde: 'un' })).toMatchObject({ raison: 'la_meme' })
    }))

  test('deux mille structures se proposent en une requête', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const noms = Array.from(
        { length: 2000 },
        (_, n) =>
          `Association ${['des jardins', 'du lac', 'sportive', 'de la gare'][n % 4]} ${String.fromCharCode(97 + (n % 26))}${n.toString(26)}z`
      )
      reussi(await assurerStructures(scene, { noms }))
      const requetes = await essai.requetesDe(() => lirePaires(db, scene.perimetre, 'structures', 1))
      expect(requetes).toHaveLength(1)
    }))
})
