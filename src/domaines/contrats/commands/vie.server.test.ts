import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import { baseDeTest } from '#tests/base.ts'
import { unMembre, unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { histoireDe, leSocle, ouvrirContrat } from '../fixtures.server.ts'
import {
  listerActes,
  listerAxes,
  listerContrats,
  listerFaits,
  listerLiensPrs,
  listerPrs,
  listerReperes
} from '../queries.server.ts'
import { direRefusContrat } from '../libelles.ts'
import { etatAu } from '../regles/etat.ts'
import { ajouterActe, modifierActe, retablirActe, retirerActe } from './actes.server.ts'
import { creerAxe } from './axes.server.ts'
import { changerEtape, modifierContrat } from './contrat.server.ts'
import { noterFait, poserRepere, retablirRepere, retirerFait, retirerRepere } from './journal.server.ts'
import { choisirPrs, inscrirePrs, modifierPrs, relierAxes } from './prs.server.ts'
import { signerContrat } from './signature.server.ts'

const essai = baseDeTest()
const fait = <T>(resultat: { ok: true; valeur: T } | { ok: false }): T => {
  if (!resultat.ok) throw new Error(JSON.stringify(resultat))
  return resultat.valeur
}

/** Cergy's first contract, signed, 2011-2016. */
async function contratSigne(scene: Scene): Promise<string> {
  const id = await ouvrirContrat(scene, { debut: '2011', fin: '2016' })
  await leSocle(scene, id)
  fait(await changerEtape(scene, { id, vers: 'en_relecture' }))
  fait(await signerContrat(scene, { id, signeLe: '2011' }))
  return id
}
const arrete = (contratId: string, reste: object = {}) => ({
  contratId,
  nature: 'prorogation',
  reference: 'arrêté de l’ARS Île-de-France',
  date: 'décembre 2016',
  nouvelleFin: '2019',
  ...reste
})
const etatDe = async (scene: Scene, id: string, jour: string) =>
  etatAu(
    (await listerContrats(scene.db as never, scene.perimetre)).find((contrat) => contrat.id === id)!,
    jour
  )

describe('la prorogation par arrêté', () => {
  test('R-012 · déplace la fin sans nouvelle signature, et garde référence, date et montant', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contratSigne(scene)
      expect(await etatDe(scene, id, '2018-06-01')).toBe('echu')
      expect(await ajouterActe(scene, arrete(id, { montants: [{ montant: '45 000' }] }))).toMatchObject({ ok: true })
      expect(await etatDe(scene, id, '2018-06-01')).toBe('proroge')
      expect(await etatDe(scene, id, '2020-01-01')).toBe('echu')
      expect(await listerActes(db, scene.perimetre, id)).toMatchObject([
        {
          reference: 'arrêté de l’ARS Île-de-France',
          date: '2016-12',
          nouvelleFin: '2019',
          montants: [{ montant: 4_500_000, taxe: 'ht', annee: null, financeur: null }]
        }
      ])
      expect(await listerContrats(db, scene.perimetre)).toMatchObject([{ fin: '2016', signeLe: '2011' }])
    }))

  test('R-012 · celle du dernier arrêté compte ; retiré, la fin d’avant revient ; rétabli, elle compte de nouveau', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contratSigne(scene)
      fait(await ajouterActe(scene, arrete(id, { nouvelleFin: '2018' })))
      const second = fait(await ajouterActe(scene, arrete(id, { date: '2018', nouvelleFin: '2019-03' })))
      const fin = async () => (await listerContrats(db, scene.perimetre))[0]!.finProrogee
      expect(await fin()).toBe('2019-03')
      fait(await modifierActe(scene, { ...arrete(id, { date: '2018', nouvelleFin: '2019-06-30' }), id: second.id }))
      expect(await fin()).toBe('2019-06-30')
      fait(await retirerActe(scene, { id: second.id }))
      expect(await fin()).toBe('2018')
      fait(await retablirActe(scene, { id: second.id }))
      expect(await fin()).toBe('2019-06-30')
      expect((await histoireDe(scene, id)).filter((ligne) => ligne.startsWith('acte.'))).not.toEqual([])
    }))

  test.each([
    [{ nouvelleFin: '' }, 'nouvelle_fin_manque'],
    [{ nouvelleFin: '2016' }, 'nouvelle_fin_trop_tot'],
    [{ date: '2018', nouvelleFin: '2017' }, 'nouvelle_fin_avant_acte'],
    [{ nature: 'avenant' }, 'fin_sans_prorogation']
  ])('R-012 · %j se refuse : %s', (reste, raison) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contratSigne(scene)
      expect(await ajouterActe(scene, arrete(id, reste))).toMatchObject({ sorte: 'refus', raison, champ: 'nouvelleFin' })
      expect(await listerActes(db, scene.perimetre)).toEqual([])
    })
  )

  test('R-012 · un second arrêté qui raccourcirait la fin se refuse, et dit celle qui vaut', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contratSigne(scene)
      fait(await ajouterActe(scene, arrete(id)))
      const rendu = await ajouterActe(scene, arrete(id, { date: '2018', nouvelleFin: '30/06/2019' }))
      expect(rendu).toMatchObject({ sorte: 'refus', raison: 'nouvelle_fin_trop_tot', champ: 'nouvelleFin' })
      const { raison, precisions } = rendu as unknown as { raison: string; precisions: Record<string, unknown> }
      expect(direRefusContrat(raison, precisions)).toMatch(
        /^Une prorogation va plus loin que la fin en vigueur, 2019, par « arrêté de l’ARS Île-de-France »/
      )
      expect(await etatDe(scene, id, '2019-12-31')).toBe('proroge')
    }))

  test.each(['prorogation', 'avenant', 'deliberation'])('R-012 · un acte à venir (%s) se note quand il est pris', (nature) =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await contratSigne(scene)
      const rendu = await ajouterActe(scene, { contratId: id, nature, reference: 'arrêté', date: '1er mars 2035' })
      expect(rendu).toMatchObject({ sorte: 'refus', raison: 'acte_a_venir', champ: 'date' })
      expect(direRefusContrat('acte_a_venir', { date: '2035-03-01' })).toBe(
        'Cet acte est daté du 1er mars 2035 : notez-le quand il sera pris.'
      )
    })
  )

  test('R-022 · avant d’être signé, un contrat ne se proroge pas, mais reçoit une étude d’éligibilité et une délibération', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const id = await ouvrirContrat(scene, { debut: '2011', fin: '2016' })
      expect(await ajouterActe(scene, arrete(id))).toMatchObject({ raison: 'prorogation_sans_signature' })
      for (const nature of ['etude', 'deliberation'])
        fait(await ajouterActe(scene, { contratId: id, nature, reference: 'étude de l’ARS', date: '2018' }))
      expect(await listerActes(db, scene.perimetre, id)).toHaveLength(2)
    }))

  test('R-021 · un avenant se note avec son objet', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await contratSigne(scene)
      fait(
        await ajouterActe(scene, {
          contratId,
          nature: 'avenant',
          reference: 'avenant n° 1',
          date: '2013',
          objet: 'Un axe de plus.'
        })
      )
      expect(await listerActes(db, scene.perimetre)).toMatchObject([
        { nature: 'avenant', objet: 'Un axe de plus.', nouvelleFin: null }
      ])
    }))
})

describe('le journal et les repères', () => {
  test('R-024 · le journal garde ce qui explique le cours du contrat, et une ligne retirée revient par la corbeille', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const contratId = await ouvrirContrat(scene)
      const { id } = fait(await noterFait(scene, { contratId, nature: 'crise', date: 'mars 2020', texte: 'Crise sanitaire.' }))
      expect(await listerFaits(db, scene.perimetre, contratId)).toMatchObject([{ date: '2020-03', texte: 'Crise sanitaire.' }])
      fait(await retirerFait(scene, { id }))
      expect(await listerFaits(db, scene.perimetre)).toEqual([])
      expect(await noterFait(scene, { contratId, nature: 'crise', date: '2020', texte: ' ' })).toMatchObject({ sorte: 'saisie' })
      expect(await noterFait(scene, { contratId, nature: 'crise', date: '2040', texte: 'Demain.' })).toMatchObject({
        raison: 'fait_a_venir',
        champ: 'date'
      })
    }))

  test('R-143 · un projet long se pose sur la frise, se retire et revient', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const projet = { nature: 'projet', intitule: 'Espace Santé', debut: '2014', fin: 'mai 2023' }
      const { id } = fait(await poserRepere(scene, projet))
      fait(await retirerRepere(scene, { id }))
      expect(await listerReperes(db, scene.perimetre)).toEqual([])
      fait(await retablirRepere(scene, { id }))
      expect(await listerReperes(db, scene.perimetre)).toMatchObject([{ intitule: 'Espace Santé', fin: '2023-05' }])
      expect(await poserRepere(scene, { ...projet, fin: '2010' })).toMatchObject({
        sorte: 'saisie',
        champs: { fin: expect.any(Array) }
      })
    }))
})

describe('le projet régional de santé', () => {
  const PRS2 = { sigle: 'PRS2', debut: '2018', fin: '2022', parueLe: 'décembre 2018', axes: '1. Parcours\n4. Agir sur sa santé' }
  const reseau = async (scene: Scene) => {
    const contratId = await ouvrirContrat(scene)
    fait(await creerAxe(scene, { contratId, nature: 'thematique', intitule: 'Santé mentale' } as never))
    const prs2 = fait(await inscrirePrs(scene, PRS2)).id
    const [axe] = await listerAxes(scene.db as never, scene.perimetre, contratId)
    return { contratId, axeId: axe!.id, prs2 }
  }

  test('R-014 · a ses versions, avec leurs axes numérotés ; un numéro donné deux fois se refuse', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      fait(await inscrirePrs(scene, PRS2))
      expect(await inscrirePrs(scene, { ...PRS2, sigle: 'PRS3', axes: '1. Un\n1. Deux' })).toMatchObject({
        raison: 'numero_double'
      })
      expect(await listerPrs(db, scene.perimetre)).toMatchObject([
        { sigle: 'PRS2', parueLe: '2018-12', axes: [{ numero: '1' }, { numero: '4', intitule: 'Agir sur sa santé' }] }
      ])
    }))

  test('R-015 · un axe du contrat se relie par numéro et version ; le titre corrigé garde le lien, le numéro ôté l’ôte', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, axeId, prs2 } = await reseau(scene)
      const quatre = (await listerPrs(db, scene.perimetre))[0]!.axes[1]!.id
      fait(await relierAxes(scene, { contratId, prsId: prs2, liens: [`${axeId}.${quatre}`] }))
      fait(await modifierPrs(scene, { ...PRS2, id: prs2, axes: '4. Agir' }))
      expect(await listerLiensPrs(db, scene.perimetre, contratId)).toMatchObject([{ axeId, prsAxeId: quatre }])
      fait(await modifierPrs(scene, { ...PRS2, id: prs2, axes: '1. Parcours' }))
      expect(await listerLiensPrs(db, scene.perimetre, contratId)).toEqual([])
    }))

  test('R-014 · relier au projet suivant garde les liens au précédent ; un axe d’un autre projet se refuse', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, axeId, prs2 } = await reseau(scene)
      const prs3 = fait(await inscrirePrs(scene, { sigle: 'PRS3', debut: '2023', axes: '2. Parcours coordonnés' })).id
      const [ancien, nouveau] = (await listerPrs(db, scene.perimetre)).map(({ axes }) => axes[0]!.id)
      fait(await relierAxes(scene, { contratId, prsId: prs2, liens: [`${axeId}.${ancien!}`] }))
      fait(await relierAxes(scene, { contratId, prsId: prs3, liens: [`${axeId}.${nouveau!}`] }))
      expect((await listerLiensPrs(db, scene.perimetre, contratId)).map(({ prsAxeId }) => prsAxeId).toSorted()).toEqual(
        [ancien, nouveau].toSorted()
      )
      const relier = (...liens: string[]) => relierAxes(scene, { contratId, prsId: prs3, liens })
      expect(await relier(`${axeId}.${ancien!}`)).toMatchObject({ raison: 'prs_axe_inconnu', champ: 'liens' })
      expect(await relier(`${ancien!}.${nouveau!}`)).toMatchObject({ raison: 'prs_axe_inconnu' })
      expect(await relier('rien')).toMatchObject({ ok: false })
    }))

  test('R-014 · tous les axes se relient d’un coup : ce qui n’est plus coché part, ce qui l’était déjà reste comme il est', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId, axeId, prs2 } = await reseau(scene)
      const [un, quatre] = (await listerPrs(db, scene.perimetre))[0]!.axes.map(({ id }) => id) as [string, string]
      const autre = fait(await creerAxe(scene, { contratId, nature: 'thematique', intitule: 'Habiter' } as never)).id
      const relier = (...liens: string[]) => relierAxes(scene, { contratId, prsId: prs2, liens })
      const lus = async () => await listerLiensPrs(db, scene.perimetre, contratId)
      fait(await relier(`${axeId}.${un}`, `${axeId}.${quatre}`, `${autre}.${quatre}`, `${autre}.${quatre}`))
      const avant = await lus()
      expect(avant).toHaveLength(3)
      fait(await relier(`${axeId}.${un}`, `${autre}.${un}`))
      const apres = await lus()
      expect(apres.map((lien) => `${lien.axeId}.${lien.prsAxeId}`).toSorted()).toEqual(
        [`${axeId}.${un}`, `${autre}.${un}`].toSorted()
      )
      expect(avant).toContainEqual(apres.find((lien) => lien.axeId === axeId))
      fait(await relier())
      expect(await lus()).toEqual([])
    }))

  test('R-011 · un contrat dit à quel projet il se réfère, même pas encore paru', () =>
    essai.annule(async (db) => {
      const scene = await unTerritoire(db)
      const { contratId } = await reseau(scene)
      const prs3 = fait(await inscrirePrs(scene, { sigle: 'PRS3' })).id
      fait(await choisirPrs(scene, { contratId, prsId: prs3 }))
      expect(await listerContrats(db, scene.perimetre)).toMatchObject([{ prsId: prs3 }])
      fait(await choisirPrs(scene, { contratId, prsId: '' }))
      expect(await listerContrats(db, scene.perimetre)).toMatchObject([{ prsId: null }])
    }))
})

test('seule la coordination écrit la vie du contrat, et seulement celle de son territoire', () =>
  essai.annule(async (db) => {
    const ailleurs = await unTerritoire(db, { code: '94028' })
    const scene = await unTerritoire(db)
    const contratId = await contratSigne(scene)
    const actes = (qui: Scene) => [
      () => ajouterActe(qui, arrete(contratId)),
      () => noterFait(qui, { contratId, nature: 'crise', date: '2020', texte: 'x' }),
      () => choisirPrs(qui, { contratId, prsId: '' })
    ]
    for (const role of ROLES.filter((role) => role !== 'coordination'))
      for (const acte of actes({ ...scene, acteur: await unMembre(scene, role) }))
        expect(await acte(), role).toEqual({ ok: false, sorte: 'interdit' })
    for (const acte of actes(ailleurs)) expect(await acte()).toEqual({ ok: false, sorte: 'introuvable' })
    expect(await modifierContrat(scene, { id: contratId, gouvernance: 'Un comité.' })).toMatchObject({ ok: true })
  }))
