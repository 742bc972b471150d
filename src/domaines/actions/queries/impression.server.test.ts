import { beforeAll, describe, expect, test } from 'vitest'
import { lecture } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { proposerTransversaux } from '#domaines/contrats/commands/axes.server.ts'
import { desAxes, ouvrirContrat } from '#domaines/contrats/fixtures.server.ts'
import { listerAxes } from '#domaines/contrats/queries.server.ts'
import { creerFiche, retirerFiche } from '../commands/fiche.server.ts'
import { repondreTransversal } from '../commands/sections.server.ts'
import type { Dossier, FicheDossier } from '../schema/dossier.ts'
import { lireVue } from '../schema/portefeuille.ts'
import { lireDossier } from './dossier.server.ts'
import { choisirFiches, lireChoisies, lireFicheImprimee } from './impression.server.ts'

const essai = baseDeTest()
const JOUR = '2026-11-22'
let scene: Scene
let contratId: string
const ids: Record<string, string> = {}

const creer = async (titre: string, ou: { axeId?: string; parentId?: string } = {}) => {
  ids[titre] = reussi(await creerFiche(scene, { titre, ...ou })).id
}
const lire = <T>(requete: (db: Parameters<typeof choisirFiches>[0]) => Promise<T>) =>
  lecture(scene.perimetre, requete, essai.base().db)
const selection = (demande = '') =>
  lire(async (db) => {
    const choix = await choisirFiches(db, scene.perimetre, lireVue(new URLSearchParams(demande)), JOUR)
    return choix && (await lireChoisies(db, scene.perimetre, { ...choix, depuis: 1, jour: JOUR }))
  })
const seule = (titre: string) => lire((db) => lireFicheImprimee(db, scene.perimetre, ids[titre]!, JOUR))
const titres = (fiches: readonly FicheDossier[] = []) => fiches.map((fiche) => `${fiche.numero ?? '–'} ${fiche.titre}`)

beforeAll(async () => {
  scene = await unTerritoire(essai.base().db, { maintenant: new Date(`${JOUR}T10:00:00Z`) })
  contratId = await ouvrirContrat(scene, { debut: '2023', fin: '2028' })
  const [soins, mentale] = await desAxes(scene, contratId, ['Accès aux soins', 'Santé mentale'])
  reussi(await proposerTransversaux(scene, { contratId }))
  await creer('Groupes de parole', { axeId: mentale })
  await creer('Bus santé', { axeId: soins })
  await creer('Former les équipes', { parentId: ids['Bus santé'] })
  await creer('Conduire la nuit', { parentId: ids['Bus santé'] })
  await creer('Marche du dimanche')
  await creer('Retirée', { axeId: soins })
  reussi(await retirerFiche(scene, { id: ids['Retirée']! }))
  reussi(await retirerFiche(scene, { id: ids['Conduire la nuit']! }))
  const axes = await lire((db) => listerAxes(db, scene.perimetre, contratId))
  const transversal = axes.find(({ nature }) => nature === 'transversal')!.id
  const reponse = { id: ids['Bus santé'], axeId: transversal, moment: 'conception', texte: 'Oui.' } as const
  reussi(await repondreTransversal(scene, reponse as never))
}, 60_000)

describe('une fiche à imprimer', () => {
  test('elle est la même, numéro et sous-actions compris, que dans le dossier entier de son contrat', async () => {
    const dossier = (await lire((db) => lireDossier(db, scene.perimetre, contratId, JOUR))) as Dossier
    const lue = await seule('Bus santé')
    expect(lue?.fiche).toEqual(dossier.axes[0]!.fiches[0])
    expect(titres([lue!.fiche])).toEqual(['1.1 Bus santé'])
    expect(titres(lue!.fiche.sousActions)).toEqual(['– Former les équipes'])
    expect(lue?.cadre.contrat).toMatchObject({ intitule: dossier.contrat.intitule, etat: dossier.contrat.etat })
    expect(lue?.cadre.transversaux).toMatchObject(dossier.transversaux)
  })

  test('hors de tout contrat, ou retirée, elle n’a pas d’en-tête où s’imprimer', async () => {
    expect(await seule('Marche du dimanche')).toBeNull()
    expect(await seule('Retirée')).toBeNull()
  })
})

describe('les fiches choisies', () => {
  test('elles viennent dans l’ordre du portefeuille, hors contrat à la fin, sans celles qui sont retirées', async () => {
    const lue = await selection()
    expect(titres(lue?.fiches)).toEqual(['1.1 Bus santé', '2.1 Groupes de parole', '– Marche du dimanche'])
    expect(titres(lue?.fiches[0]?.sousActions)).toEqual(['– Former les équipes'])
    expect(lue).toMatchObject({ total: 3, jour: JOUR })
    expect(titres((await selection('tri=titre&sens=desc&grouper=aucun'))?.fiches)).toEqual([
      '– Marche du dimanche',
      '2.1 Groupes de parole',
      '1.1 Bus santé'
    ])
  })

  test('les filtres et la page de l’adresse : les uns choisissent, l’autre ne coupe rien ; rien à sortir est un refus', async () => {
    expect(titres((await selection('dans=hors'))?.fiches)).toEqual(['– Marche du dimanche'])
    expect(titres((await selection('q=parole&page=4'))?.fiches)).toEqual(['2.1 Groupes de parole'])
    expect(await selection('q=introuvable')).toBeNull()
  })

  test('R-063 · les réponses d’une fiche trouvent leur axe transversal', async () => {
    const lue = (await selection('q=bus'))!
    expect(lue.transversaux.map(({ id }) => id)).toContain(lue.fiches[0]!.reponses[0]!.axe)
  })
})
