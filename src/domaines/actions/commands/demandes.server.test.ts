import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { choisirSesCourriels, reglerCourriels } from '#domaines/partenaires/commands/courriels.server.ts'
import { redemanderLettre } from '#domaines/partenaires/commands/lettres.server.ts'
import { personnesParNom } from '#domaines/partenaires/queries.server.ts'
import { reglerTerritoire } from '#domaines/territoires/commands.server.ts'
import { lireTableau } from '#domaines/pilotage/queries/tableau.server.ts'
import { unContrat } from '../fixtures.server.ts'
import { redacteursDesActions } from '../jobs.server.ts'
import { demandesDe, lireADemander, lireDemandes, lireDemandesDeFiche } from '../queries/demandes.server.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { accepterStatut, demanderNouvelles, ecarterStatut, repondreNouvelles } from './demandes.server.ts'
import { modifierFiche, retirerFiche } from './fiche.server.ts'
import { ecrireIntervenants } from './sections.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'

type Lettre = { id: string; personneId: string; courriel: string; objetId: string }
const lettres = async ({ db, perimetre }: Scene) =>
  (await (db as Tx).execute(sql`select id, personne_id as "personneId", courriel, objet_id as "objetId" from envois
    where collectivite_id = ${perimetre.collectiviteId} and nature = 'nouvelles' order by courriel, cree_le`)) as unknown as Lettre[]

/** Three actions, two of them piloted by Lou, the third by Ana, and what it takes to ask and to answer. */
async function troisActions(db: Parameters<typeof unTerritoire>[0]) {
  const scene = await unTerritoire(db)
  const { fiches } = await unContrat(scene, { fichesParAxe: 3 })
  await desContacts(scene, [
    { nom: 'Lou Petit', courriel: 'Lou@exemple.fr', structure: 'CCAS' },
    { nom: 'Ana Roy', courriel: 'ana@exemple.fr', structure: 'Mission locale' }
  ])
  const gens = await personnesParNom(scene.db as Tx, scene.perimetre, ['Lou Petit', 'Ana Roy'])
  const [lou, ana] = [gens.get('lou petit')!, gens.get('ana roy')!]
  for (const [rang, nom] of ['Lou Petit', 'Lou Petit', 'Ana Roy'].entries())
    reussi(await ecrireIntervenants(scene, { id: fiches[rang]!, intervenants: [{ role: 'personne_pilote', personne: nom }] }))
  const demander = (ids: string[], a: string, mot: string | null = null, quand = scene.maintenant) =>
    demanderNouvelles({ ...scene, maintenant: quand }, { demandes: ids.map((ficheId) => ({ ficheId, a: `personne ${a}` })), mot })
  const parLien = (sujetId: string): Scene =>
    ({ ...scene, acteur: { sorte: 'lien', nom: 'Lou Petit', sujetId, role: null, administrateur: false } }) as never
  const fiche = async (id: string) => (await lireFiches(scene.db as Tx, scene.perimetre, { ids: [id] }))[0]!
  const suivies = () => lireDemandes(scene.db as Tx, scene.perimetre)
  return { scene, fiches: fiches as [string, string, string], lou, ana, demander, parLien, fiche, suivies }
}

/** Lou was asked about her two actions; her letter, her page. */
async function louSollicitee(db: Parameters<typeof unTerritoire>[0]) {
  const tout = await troisActions(db)
  reussi(await tout.demander(tout.fiches.slice(0, 2), tout.lou, 'Avant le comité de pilotage.'))
  const [lettre] = await lettres(tout.scene)
  const siennes = async () => (await demandesDe(tout.scene.db as Tx, tout.scene.perimetre, lettre!.id))!
  return {
    ...tout,
    lettre: lettre!,
    siennes,
    lien: tout.parLien(lettre!.id),
    siennesIds: (await siennes()).demandes.map(({ id }) => id)
  }
}

describe('demander des nouvelles', () => {
  test('R-129 · une seule lettre par personne, quel que soit le nombre de ses actions ; elle compte parmi les sollicitations', () =>
    essai.annule(async (db) => {
      const { scene, fiches, lou, ana, demander } = await troisActions(db)
      expect(reussi(await demander(fiches.slice(0, 2), lou))).toEqual({ lettres: 1, actions: 2 })
      reussi(await demander([fiches[2]], ana))
      expect((await lettres(scene)).map(({ courriel }) => courriel)).toEqual(['ana@exemple.fr', 'lou@exemple.fr'])
      const { sollicitations } = await lireADemander(scene.db as Tx, scene.perimetre, 'toutes', 200)
      expect(sollicitations).toEqual({ [lou]: 1, [ana]: 1 })
    }))

  test('R-129 · la même chose ne se redemande pas dans la semaine ; ensuite, elle se redemande sans se doubler', () =>
    essai.annule(async (db) => {
      const { scene, fiches, lou, demander, suivies } = await troisActions(db)
      reussi(await demander([fiches[0]], lou))
      expect(await demander(fiches.slice(0, 2), lou)).toMatchObject({
        raison: 'demande_recente',
        precisions: { titres: ['Action 1.1'] }
      })
      expect(await suivies()).toHaveLength(1)
      reussi(await demander([fiches[0]], lou, 'Une phrase suffit.', new Date('2026-11-30T10:00:00Z')))
      expect(await suivies()).toMatchObject([{ titre: 'Action 1.1', nom: 'Lou Petit', demandeLe: '2026-11-30', reponduLe: null }])
      expect(await lettres(scene)).toHaveLength(2)
    }))

  test('on ne demande qu’à qui pilote, et qui veut bien recevoir ; sinon rien ne part', () =>
    essai.annule(async (db) => {
      const { scene, fiches, lou, ana, demander, suivies } = await troisActions(db)
      expect(await demander([fiches[0]], ana)).toMatchObject({ raison: 'destinataire_inconnu' })
      reussi(await reglerCourriels(scene, { personneId: lou, structureId: null, courriels: 'lecture' }))
      expect(await demander([fiches[0]], lou)).toMatchObject({ raison: 'destinataire_inconnu' })
      expect(await demander([], lou)).toMatchObject({ champs: { demandes: ['Cochez au moins une action.'] } })
      expect([await suivies(), await lettres(scene)]).toEqual([[], []])
    }))

  test.each(ROLES)('« %s » : seules la coordination et les contributrices demandent', (role) =>
    essai.annule(async (db) => {
      const { scene, fiches, lou } = await troisActions(db)
      const acteur = await unMembre(scene, role, 'autre@exemple.fr')
      const fait = await demanderNouvelles({ ...scene, acteur }, { demandes: [{ ficheId: fiches[0], a: `personne ${lou}` }] })
      expect(fait).toMatchObject(['coordination', 'contributeur'].includes(role) ? { ok: true } : { sorte: 'interdit' })
    })
  )

  test('R-076 · les actions silencieuses sont offertes d’abord ; une action finie, jamais', () =>
    essai.annule(async (db) => {
      const { scene, fiches } = await troisActions(db)
      reussi(await modifierFiche(scene, { id: fiches[0], statut: 'en_cours' }))
      reussi(await modifierFiche(scene, { id: fiches[1], statut: 'realise' }))
      const lire = async (lesquelles: Parameters<typeof lireADemander>[2]) =>
        (await lireADemander(scene.db as Tx, scene.perimetre, lesquelles, 200)).fiches.map(({ titre }) => titre)
      expect(await lire('toutes')).toEqual(['Action 1.1', 'Action 1.3'])
      expect(await lire({ silencieusesLe: JOUR })).toEqual([])
      expect(await lire({ silencieusesLe: '2027-03-01' })).toEqual(['Action 1.1'])
    }))
})

describe('la lettre', () => {
  test('nomme les actions, porte le mot, se désinscrit d’un clic ; quand tout est répondu, elle ne part pas', () =>
    essai.annule(async (db) => {
      const { lettre, siennes, lien, siennesIds, scene } = await louSollicitee(db)
      const envoi = {
        ...lettre,
        collectiviteId: scene.perimetre.collectiviteId,
        nature: 'nouvelles' as const,
        structureId: null,
        boite: null
      }
      const { nouvelles: rediger } = redacteursDesActions('https://sante.exemple.fr')
      const ecrite = (await rediger(scene.db as Tx, envoi))!
      expect(ecrite.objet).toBe('Des nouvelles de 2 actions\u202f? Ville de Cergy, santé')
      expect(ecrite.texte).toContain('Action 1.1 (non précisé)')
      expect(ecrite.texte.replaceAll(/\s+/g, ' ')).toContain(
        'Bonjour Lou Petit, Où en sont les 2 actions que vous pilotez dans le contrat local de santé'
      )
      expect(ecrite.texte).toContain('Avant le comité de pilotage.')
      expect(ecrite.entetes).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
      for (const id of siennesIds) reussi(await repondreNouvelles(lien, { id, rien: 'oui' }))
      expect((await siennes()).demandes.every(({ reponduLe }) => reponduLe === JOUR)).toBe(true)
      expect(await rediger(scene.db as Tx, envoi)).toBeNull()
    }))

  test('un lien trop vieux en fait partir un autre, à la même adresse, une fois par heure', () =>
    essai.annule(async (db) => {
      const { lettre, lou, parLien, scene } = await louSollicitee(db)
      const dans = (minutes: number) => ({
        ...parLien(lettre.id),
        maintenant: new Date(scene.maintenant.getTime() + minutes * 60_000)
      })
      for (const minutes of [0, 61, 70]) reussi(await redemanderLettre(dans(minutes), { id: lettre.id }))
      expect((await lettres(scene)).map(({ courriel }) => courriel)).toEqual(['lou@exemple.fr', 'lou@exemple.fr'])
      expect(await redemanderLettre({ ...dans(200), acteur: { ...scene.acteur } }, { id: lettre.id })).toMatchObject({
        sorte: 'interdit'
      })
      // nor does the link of another letter of hers
      const autre = dans(200)
      expect(await redemanderLettre({ ...autre, acteur: parLien(lou).acteur }, { id: lettre.id })).toMatchObject({
        sorte: 'interdit'
      })
    }))

  test('R-122 · par le lien d’une lettre on choisit ce que l’on reçoit, soi-même et personne d’autre', () =>
    essai.annule(async (db) => {
      const { scene, lettre, lou, ana, parLien } = await louSollicitee(db)
      const choix = async () =>
        Object.fromEntries(
          (await db.execute(sql`select id, courriels from personnes`)).map(({ id, courriels }) => [String(id), courriels])
        )
      expect(await choisirSesCourriels(parLien(lettre.id), { id: ana, courriels: 'aucun' })).toMatchObject({ sorte: 'interdit' })
      expect(await choisirSesCourriels(parLien(ana), { id: lettre.id, courriels: 'aucun' })).toMatchObject({ sorte: 'interdit' })
      expect(await choisirSesCourriels(scene, { id: lettre.id, courriels: 'aucun' })).toMatchObject({ sorte: 'interdit' })
      expect(await choix()).toMatchObject({ [lou]: 'tous', [ana]: 'tous' })
      reussi(await choisirSesCourriels(parLien(lettre.id), { id: lettre.id, courriels: 'aucun' }))
      expect(await choix()).toMatchObject({ [lou]: 'aucun', [ana]: 'tous' })
    }))
})

describe('la réponse', () => {
  test('R-076 · entre dans la fiche comme une nouvelle datée, sous le nom de qui répond ; le statut proposé attend', () =>
    essai.annule(async (db) => {
      const { scene, lien, siennesIds, fiche, fiches, suivies } = await louSollicitee(db)
      reussi(await modifierFiche(scene, { id: fiches[0], statut: 'en_cours' }))
      reussi(await repondreNouvelles(lien, { id: siennesIds[0]!, texte: 'Le bus roule.', statut: 'realise' }))
      expect(await fiche(fiches[0])).toMatchObject({
        statut: 'en_cours',
        nouvelles: [{ texte: 'Le bus roule.', date: JOUR, auteur: 'Lou Petit', source: 'réponse à une demande' }]
      })
      expect((await suivies())[0]).toMatchObject({ propose: 'realise', decision: null, texte: 'Le bus roule.' })
      expect(await lireDemandesDeFiche(scene.db as Tx, scene.perimetre, fiches[0])).toHaveLength(1)
      expect(await lireTableau(scene.db as Tx, scene.perimetre, JOUR)).toMatchObject({ statutsProposes: 1 })
    }))

  test('le statut accepté est celui de la fiche ; laissé, la fiche ne change pas ; on ne décide qu’une fois', () =>
    essai.annule(async (db) => {
      const { scene, lien, siennesIds, fiche, fiches } = await louSollicitee(db)
      for (const id of siennesIds) reussi(await repondreNouvelles(lien, { id, texte: 'Fini.', statut: 'realise' }))
      reussi(await accepterStatut(scene, { id: siennesIds[0]! }))
      reussi(await ecarterStatut(scene, { id: siennesIds[1]! }))
      expect([(await fiche(fiches[0])).statut, (await fiche(fiches[1])).statut]).toEqual(['realise', null])
      expect(await ecarterStatut(scene, { id: siennesIds[0]! })).toMatchObject({ raison: 'deja_decide' })
      const lecteur = { ...scene, acteur: await unMembre(scene, 'lecteur', 'autre@exemple.fr') }
      expect(await accepterStatut(lecteur, { id: siennesIds[1]! })).toMatchObject({ sorte: 'interdit' })
    }))

  test('là où le territoire l’a choisi, le statut est pris aussitôt', () =>
    essai.annule(async (db) => {
      const { scene, lien, siennesIds, fiche, fiches, suivies } = await louSollicitee(db)
      reussi(await reglerTerritoire(scene, { statutDOffice: 'oui' }))
      reussi(await repondreNouvelles(lien, { id: siennesIds[0]!, texte: 'Fini.', statut: 'realise' }))
      expect((await fiche(fiches[0])).statut).toBe('realise')
      expect((await suivies()).find(({ id }) => id === siennesIds[0])).toMatchObject({ decision: 'accepte' })
    }))

  test('« rien de nouveau » est une réponse, et ne change aucun statut', () =>
    essai.annule(async (db) => {
      const { lien, siennesIds, fiche, fiches, suivies } = await louSollicitee(db)
      reussi(await repondreNouvelles(lien, { id: siennesIds[0]!, rien: 'oui', statut: 'realise' }))
      expect(await fiche(fiches[0])).toMatchObject({ statut: null, nouvelles: [{ texte: 'Rien de nouveau.' }] })
      expect((await suivies()).map(({ propose }) => propose)).toEqual([null, null])
    }))

  test('vide, elle est refusée avec sa phrase ; corrigée avant toute décision, elle reste une seule nouvelle', () =>
    essai.annule(async (db) => {
      const { scene, lien, siennesIds, fiche, fiches } = await louSollicitee(db)
      const id = siennesIds[0]!
      expect(await repondreNouvelles(lien, { id, texte: ' ' })).toMatchObject({ raison: 'nouvelle_vide', champ: 'texte' })
      reussi(await repondreNouvelles(lien, { id, texte: 'Le bus roule.', statut: 'realise' }))
      reussi(await repondreNouvelles(lien, { id, texte: 'Le bus roule le mardi.' }))
      expect((await fiche(fiches[0])).nouvelles.map(({ texte }) => texte)).toEqual(['Le bus roule le mardi.'])
      expect(await accepterStatut(scene, { id })).toMatchObject({ raison: 'deja_decide' })
      reussi(await repondreNouvelles(lien, { id, texte: 'Fini.', statut: 'realise' }))
      reussi(await accepterStatut(scene, { id }))
      expect(await repondreNouvelles(lien, { id, texte: 'Non.' })).toMatchObject({ raison: 'reponse_close' })
    }))

  test('personne ne répond à la place d’une autre, ni sans lien ; une action retirée n’attend plus rien', () =>
    essai.annule(async (db) => {
      const { scene, lien, siennesIds, siennes, fiches, ana, demander, parLien } = await louSollicitee(db)
      reussi(await demander([fiches[2]], ana))
      const [sienne] = await lettres(scene)
      expect(await repondreNouvelles(parLien(sienne!.id), { id: siennesIds[0]!, texte: 'x' })).toMatchObject({
        sorte: 'interdit'
      })
      expect(await repondreNouvelles(scene, { id: siennesIds[0]!, texte: 'x' })).toMatchObject({ sorte: 'interdit' })
      reussi(await retirerFiche(scene, { id: fiches[0] }))
      expect(await repondreNouvelles(lien, { id: siennesIds[0]!, texte: 'x' })).toMatchObject({ sorte: 'introuvable' })
      expect((await siennes()).demandes.map(({ titre }) => titre)).toEqual(['Action 1.2'])
    }))
})
