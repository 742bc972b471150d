import { beforeAll, describe, expect, test } from 'vitest'
import { ecrireClasseur, estLeger } from '#platform/classeur.server.ts'
import { installerBase, lecture } from '#platform/db.server.ts'
import { executerDansUnFil, FilRompu } from '#platform/fil.server.ts'
import { faireDuFichier, type Confiee } from '#platform/taches.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { iciDe, uneHorloge } from '#tests/fil.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { listerAnnuaire } from '../queries/annuaire.server.ts'
import { compterPersonnes } from '../queries.server.ts'
import type { AppariementContacts } from '../schema/contacts.ts'
import { LISTES, type Demande } from './taches.server.ts'

const essai = baseDeTest()
let scene: Scene
beforeAll(async () => {
  scene = await unTerritoire(essai.base().db)
  installerBase(essai.base())
})

const ENTETE = ['Organisme', 'Prénom', 'Nom', 'Fonction', 'E-mail']
const appariement: AppariementContacts = {
  feuille: 'Liste',
  ligne: 0,
  roles: ['structure', 'prenom', 'nom', 'fonction', 'courriel'],
  recopier: false
}
const uneListe = (mot: string, nombre: number) =>
  ecrireClasseur([
    {
      nom: 'Liste',
      lignes: [
        ENTETE,
        ...Array.from({ length: nombre }, (_, rang) => [
          `Structure ${mot} ${rang % 300}`,
          `Alix${rang % 90}`,
          `Nom ${mot}${rang}`,
          'Agente',
          `${mot}${rang}@exemple.fr`
        ])
      ],
      colonnes: ENTETE.map(() => ({ largeur: 20 }))
    }
  ])
const demander = <T extends keyof typeof LISTES.taches>(tache: T, octets: Uint8Array, demande: Demande<T>, nom = 'liste.xlsx') =>
  faireDuFichier(LISTES, tache, iciDe(scene.perimetre, essai.base().db), { octets, nom }, demande)
const combien = async () => (await lecture(scene.perimetre, (tx) => compterPersonnes(tx, scene.perimetre), essai.base().db)).total
const appel = () => ({ acteur: scene.acteur, maintenant: scene.maintenant })

describe('R-093 · une longue liste de contacts se lit et s’importe dans un fil à part', () => {
  test('pendant qu’elle se lit puis s’écrit, la boucle tourne : ce que les autres demandent n’attend pas', async () => {
    const octets = await uneListe('grande', 4_000)
    expect(estLeger(octets)).toBe(false)
    const enLisant = uneHorloge()
    expect(await demander('apercevoir', octets, { appariement })).toMatchObject({
      total: 4_000,
      comptes: { structures: 300, personnes: 4_000, fonctions: 4_000 }
    })
    expect(await enLisant.retard()).toBeLessThan(0.2)
    const enEcrivant = uneHorloge()
    expect(await demander('importer', octets, { appariement, ...appel() })).toEqual({ ok: true, changees: 4_000 })
    expect(await enEcrivant.retard()).toBeLessThan(0.08)
    expect(await combien()).toBe(4_000)
    // the directory that has just grown is read at once, without waiting for the statistics of the database
    const lignes = await lecture(scene.perimetre, (tx) => listerAnnuaire(tx, scene.perimetre), essai.base().db)
    expect(lignes).toHaveLength(4_000)
    expect(await demander('importer', octets, { appariement, ...appel() })).toEqual({ ok: true, changees: 0 })
  }, 120_000)

  test('ici ou dans un fil, une liste est dite de la même façon', async () => {
    const [petite, grande] = [await uneListe('une', 20), await uneListe('une', 3_000)]
    expect([estLeger(petite), estLeger(grande)]).toEqual([true, false])
    const gros = Buffer.concat([Buffer.from('%PDF'), Buffer.alloc(2 ** 20)])
    const sansNoms = Buffer.from('seul\n'.repeat(80_000))
    const voulue = { feuille: null, ligne: null }
    for (const octets of [petite, grande])
      expect(await demander('proposer', octets, voulue)).toMatchObject({
        retenue: false,
        appariement: { roles: appariement.roles }
      })
    for (const octets of [gros, gros.subarray(0, 4_000)])
      expect(await demander('examiner', octets, null, 'liste.pdf')).toContain('n’est pas un tableur')
    for (const tache of ['proposer', 'trouver'] as const)
      expect(await demander(tache, gros.subarray(0, 4_000), voulue, 'liste.pdf')).toBeNull()
    expect(await demander('apercevoir', gros, { appariement }, 'liste.pdf')).toBeNull()
    expect(await demander('importer', gros, { appariement, ...appel() }, 'liste.pdf')).toBeNull()
    for (const octets of [sansNoms, sansNoms.subarray(0, 500)])
      expect(await demander('examiner', octets, null, 'liste.csv')).toContain('Aucune feuille n’a de noms de colonnes')
    const lecteur = { ...appel(), acteur: await unMembre(scene, 'lecteur') }
    for (const octets of [petite, grande])
      expect(await demander('importer', octets, { appariement, ...lecteur })).toEqual({ ok: false, sorte: 'interdit' })
  }, 120_000)

  test('un fil qui casse le dit, et n’a rien écrit', async () => {
    const avant = await combien()
    const confiee: Confiee = {
      adresse: essai.base().adresse,
      collectiviteId: scene.perimetre.collectiviteId,
      tache: 'importer',
      demandes: [
        { octets: await uneListe('cassee', 3_000), nom: 'liste.xlsx' },
        { appariement, ...appel() }
      ]
    }
    await expect(executerDansUnFil(LISTES.fil, confiee, { memoire: 24 })).rejects.toThrow(FilRompu)
    expect(await combien()).toBe(avant)
  }, 60_000)
})
