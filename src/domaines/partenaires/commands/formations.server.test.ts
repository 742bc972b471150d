import { expect, test } from 'vitest'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unMembre, unTerritoire } from '#domaines/comptes/fixtures.server.ts'
import { inscrireStructure } from '../commands.server.ts'
import { lireFormations } from '../queries/formations.server.ts'
import { aToucher } from '../regles/formations.ts'
import { modifierFormation, noterFormation, retablirFormation, retirerFormation } from './formations.server.ts'

const essai = baseDeTest()
const donnee = { sens: 'donnee', intitule: 'Santé et logement', date: '03/2026', participants: '12', heures: '3' }

test('R-137 · une formation donnée dit quels services elle a touchés, et lesquels restent à toucher', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const service = async (nom: string) => reussi(await inscrireStructure(scene, { nom, interne: true })).id
    const [creches, sports] = [await service('Service des crèches'), await service('Service des sports')]
    const lues = () => lireFormations(db, scene.perimetre)
    const restent = async () => aToucher((await lues()).services, '2026-11-22').map(({ nom }) => nom)
    expect(await restent()).toEqual(['Service des crèches', 'Service des sports'])
    const { id } = reussi(await noterFormation(scene, { ...donnee, services: [creches, creches] }))
    expect((await lues()).formations).toMatchObject([{ participants: 12, heures: 3, services: [{ nom: 'Service des crèches' }] }])
    expect(await restent()).toEqual(['Service des sports'])
    reussi(await modifierFormation(scene, { ...donnee, id, services: sports, participants: '' }))
    expect((await lues()).formations[0]).toMatchObject({ participants: null, services: [{ id: sports }] })
    expect(await restent()).toEqual(['Service des crèches'])
    reussi(await retirerFormation(scene, { id }))
    expect(await restent()).toHaveLength(2)
    reussi(await retablirFormation(scene, { id }))
    expect(await restent()).toEqual(['Service des crèches'])
  }))

test('R-131 · une formation suivie dit ce que la coordination y a travaillé ; elle ne touche aucun service', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    const id = reussi(await inscrireStructure(scene, { nom: 'Service santé', interne: true })).id
    const suivie = {
      sens: 'suivie',
      intitule: 'Coordonner un CLS',
      organisme: 'CNFPT et IREPS Grand Est',
      date: '2025',
      heures: '21'
    }
    reussi(await noterFormation(scene, { ...suivie, competences: ['reunion', 'reseau'], services: [id] }))
    const { formations, services } = await lireFormations(db, scene.perimetre)
    expect(formations).toMatchObject([{ organisme: 'CNFPT et IREPS Grand Est', competences: ['reseau', 'reunion'] }])
    expect(services).toMatchObject([{ derniere: null }])
  }))

test('une formation à venir, sans intitulé, pour un service inconnu ou par un lecteur ne se note pas', () =>
  essai.annule(async (db) => {
    const scene = await unTerritoire(db)
    expect(await noterFormation(scene, { ...donnee, date: '2027' })).toMatchObject({ raison: 'formation_a_venir', champ: 'date' })
    expect(await noterFormation(scene, { ...donnee, intitule: ' ', participants: 'dix' })).toMatchObject({
      champs: { intitule: expect.anything(), participants: ['Le nombre de participants se dit en chiffres.'] }
    })
    expect(await noterFormation(scene, { ...donnee, services: [crypto.randomUUID()] })).toMatchObject({ sorte: 'introuvable' })
    const lecteur = await unMembre(scene, 'lecteur')
    expect(await noterFormation({ ...scene, acteur: lecteur }, donnee)).toMatchObject({ sorte: 'interdit' })
  }))
