import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ROLES } from '#platform/acteur.ts'
import type { Db, Tx } from '#platform/db.server.ts'
import { lireFichier } from '#platform/fichiers.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unPdf, unPng } from '#tests/parcours/fichiers.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterActe, retirerActe } from '#domaines/contrats/commands/actes.server.ts'
import { histoireDe } from '#domaines/contrats/fixtures.server.ts'
import { annulerGeste } from '#domaines/pilotage/commands/annuler.server.ts'
import { lireHistorique } from '#domaines/pilotage/queries/historique.server.ts'
import { listerRetires } from '#domaines/pilotage/queries/retires.server.ts'
import { contratEnJson } from '../exports/json.ts'
import { unContrat } from '../fixtures.server.ts'
import { lireDossier } from '../queries/dossier.server.ts'
import { listerPieces, trouverVersion } from '../queries/pieces.server.ts'
import { retirerFiche } from './fiche.server.ts'
import { ajouterVersion, joindrePiece, modifierPiece, retablirPiece, retirerPiece } from './pieces.server.ts'

const essai = baseDeTest()
const PDF = { nom: 'Convention signée.pdf', octets: unPdf('Convention') }
const PNG = { nom: 'affiche.png', octets: unPng(40, 30) }
const INTROUVABLE = { ok: false, sorte: 'introuvable' }

/** A territory with a contract, an act of it and an action. */
async function unDossier(db: Tx | Db) {
  const scene = await unTerritoire(db as Tx)
  const contrat = await unContrat(scene)
  const acte = reussi(
    await ajouterActe(scene, { contratId: contrat.id, nature: 'avenant', reference: 'avenant n° 1', date: '2026' })
  )
  return { scene, contratId: contrat.id, acteId: acte.id, ficheId: contrat.fiches[0]! }
}
const piecesDe = (scene: Scene, ficheId: string) => listerPieces(scene.db as Tx, scene.perimetre, { fiches: [ficheId] })
const octetsGardes = async (db: Tx | Db) =>
  Number(
    ((await db.execute(sql`select coalesce(sum(length(octets)), 0) as n from fichiers_morceaux`)) as never as [{ n: string }])[0]
      .n
  )

describe('les documents joints', () => {
  test('un document se joint à une action, à un contrat, à un acte ; chacun retrouve les siens', () =>
    essai.annule(async (db) => {
      const { scene, contratId, acteId, ficheId } = await unDossier(db)
      reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF, nature: 'convention' }))
      reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PNG, intitule: 'L’affiche', texteAlternatif: 'Un bus.' }))
      reussi(await joindrePiece(scene, { lieu: { contratId }, fichier: PDF }))
      reussi(await joindrePiece(scene, { lieu: { contratId, acteId }, fichier: PDF, nature: 'acte' }))
      expect(await piecesDe(scene, ficheId)).toMatchObject([
        {
          intitule: 'L’affiche',
          texteAlternatif: 'Un bus.',
          versions: [{ numero: 1, nomFichier: 'affiche.png', genre: 'png', largeur: 40, hauteur: 30, taille: PNG.octets.length }]
        },
        {
          intitule: 'Convention signée',
          nature: 'convention',
          texteAlternatif: null,
          versions: [{ genre: 'pdf', largeur: null, auteur: scene.acteur.nom, le: '2026-11-22' }]
        }
      ])
      const duContrat = await listerPieces(db, scene.perimetre, { contratId })
      expect(duContrat.map((piece) => piece.acteId)).toEqual([acteId, null])
    }))

  test('une nouvelle version ne remplace pas l’ancienne : elles se suivent, et chacune se relit', () =>
    essai.annule(async (db) => {
      const { scene, ficheId } = await unDossier(db)
      const { id, version } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      const suite = { nom: 'Convention v2.pdf', octets: unPdf('Convention modifiée') }
      const seconde = reussi(await ajouterVersion(scene, { id, fichier: suite, note: 'Article 3 corrigé' }))
      expect((await piecesDe(scene, ficheId))[0]!.versions).toMatchObject([
        { id: seconde.version, numero: 2, nomFichier: 'Convention v2.pdf', note: 'Article 3 corrigé' },
        { id: version, numero: 1, nomFichier: 'Convention signée.pdf', note: null }
      ])
      const lues = await Promise.all([version, seconde.version].map((une) => trouverVersion(db, scene.perimetre, une)))
      expect(lues.map((une) => une!.taille)).toEqual([PDF.octets.length, suite.octets.length])
      expect(lues[0]!.empreinte).toMatch(/^[0-9a-f]{64}$/)
      expect(await ajouterVersion(scene, { id, fichier: { ...suite, nom: 'autre nom.pdf' } })).toMatchObject({
        raison: 'version_identique',
        champ: 'fichier'
      })
    }))

  test('une image dit ce qu’elle montre, à l’ajout, à la correction et quand une version en devient une', () =>
    essai.annule(async (db) => {
      const { scene, ficheId } = await unDossier(db)
      const manque = { raison: 'texte_alternatif_manque', champ: 'texteAlternatif' }
      expect(await joindrePiece(scene, { lieu: { ficheId }, fichier: PNG, texteAlternatif: ' ' })).toMatchObject(manque)
      const { id } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      expect(await ajouterVersion(scene, { id, fichier: PNG })).toMatchObject(manque)
      reussi(await ajouterVersion(scene, { id, fichier: PNG, texteAlternatif: 'Un bus.' }))
      expect(await modifierPiece(scene, { id, intitule: 'Affiche', texteAlternatif: '' })).toMatchObject(manque)
      reussi(await modifierPiece(scene, { id, intitule: 'Affiche', nature: 'communication', texteAlternatif: 'Un bus bleu.' }))
      expect(await piecesDe(scene, ficheId)).toMatchObject([{ intitule: 'Affiche', texteAlternatif: 'Un bus bleu.' }])
    }))

  test('un fichier refusé, ou qui manque, est dit à côté de son champ ; il n’en reste pas un octet', () =>
    essai.annule(async (db) => {
      const { scene, ficheId } = await unDossier(db)
      const svg = { nom: 'photo.png', octets: new TextEncoder().encode('<svg onload="alert(1)"/>') }
      expect(await joindrePiece(scene, { lieu: { ficheId }, fichier: svg })).toMatchObject({
        raison: 'fichier_page',
        champ: 'fichier'
      })
      expect(await joindrePiece(scene, { lieu: { ficheId } })).toMatchObject({ champs: { fichier: ['Choisissez un fichier.'] } })
      expect(await octetsGardes(db)).toBe(0)
    }))

  test('le même fichier joint deux fois n’est gardé qu’une fois', () =>
    essai.annule(async (db) => {
      const { scene, contratId, ficheId } = await unDossier(db)
      reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      reussi(await joindrePiece(scene, { lieu: { contratId }, fichier: { ...PDF, nom: 'copie.pdf' } }))
      expect(await octetsGardes(db)).toBe(PDF.octets.length)
    }))

  test('un document se retire et revient, avec ses versions ; il attend parmi ce qui a été retiré', () =>
    essai.annule(async (db) => {
      const { scene, contratId, ficheId } = await unDossier(db)
      const { id, version } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      const autre = reussi(await joindrePiece(scene, { lieu: { contratId }, fichier: PDF }))
      reussi(await retirerPiece(scene, { id }))
      reussi(await retirerPiece(scene, { id: autre.id }))
      expect(await piecesDe(scene, ficheId)).toEqual([])
      expect(await trouverVersion(db, scene.perimetre, version)).toBeNull()
      expect(await ajouterVersion(scene, { id, fichier: PNG, texteAlternatif: 'x' })).toMatchObject(INTROUVABLE)
      const retires = await listerRetires(db, scene.perimetre, scene.maintenant)
      expect(retires.map(({ table }) => table).toSorted()).toEqual(['pieces', 'pieces_du_contrat'])
      reussi(await retablirPiece(scene, { id }))
      expect(await piecesDe(scene, ficheId)).toHaveLength(1)
      expect(await trouverVersion(db, scene.perimetre, version)).not.toBeNull()
    }))

  test('l’historique raconte les documents, sans leurs octets ; un geste s’annule, et l’annulation aussi', () =>
    essai.annule(async (db) => {
      const { scene, ficheId } = await unDossier(db)
      const { id } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      reussi(await ajouterVersion(scene, { id, fichier: { nom: 'v2.pdf', octets: unPdf('v2') } }))
      expect((await histoireDe(scene, ficheId)).filter((ligne) => ligne.startsWith('piece.'))).toEqual([
        `piece.joindre pieces ${scene.acteur.nom}`,
        `piece.joindre pieces_versions ${scene.acteur.nom}`,
        `piece.ajouter_version pieces_versions ${scene.acteur.nom}`
      ])
      const [{ lourd }] = (await db.execute(
        sql`select max(length(apres::text)) as lourd from changements where objet_table like 'pieces%'`
      )) as never as [{ lourd: number }]
      expect(lourd).toBeLessThan(1000)
      const dernier = async () => (await lireHistorique(db, scene.perimetre, scene.acteur, ficheId, 1))!.actes[0]!
      expect(await dernier()).toMatchObject({ geste: expect.any(String) })
      reussi(await annulerGeste(scene, { geste: (await dernier()).geste! }))
      expect((await piecesDe(scene, ficheId))[0]!.versions.map(({ numero }) => numero)).toEqual([1])
      reussi(await annulerGeste(scene, { geste: (await dernier()).geste! }))
      expect((await piecesDe(scene, ficheId))[0]!.versions.map(({ numero }) => numero)).toEqual([2, 1])
    }))

  test('qui écrit l’action joint ses documents ; ceux du contrat et de ses actes sont à la coordination', () =>
    essai.annule(async (db) => {
      const { scene, contratId, acteId, ficheId } = await unDossier(db)
      const { id } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      const duContrat = reussi(await joindrePiece(scene, { lieu: { contratId }, fichier: PDF }))
      for (const role of ROLES) {
        const en = { ...scene, acteur: { ...scene.acteur, role } }
        const dit = (oui: boolean) => (oui ? { ok: true } : { ok: false, sorte: 'interdit' })
        const [deFiche, deContrat] = [dit(role === 'coordination' || role === 'contributeur'), dit(role === 'coordination')]
        expect(await joindrePiece(en, { lieu: { ficheId }, fichier: PDF }), role).toMatchObject(deFiche)
        expect(await joindrePiece(en, { lieu: { contratId }, fichier: PDF }), role).toMatchObject(deContrat)
        expect(await joindrePiece(en, { lieu: { contratId, acteId }, fichier: PDF }), role).toMatchObject(deContrat)
        expect(await modifierPiece(en, { id, intitule: 'x' }), role).toMatchObject(deFiche)
        expect(await modifierPiece(en, { id: duContrat.id, intitule: 'x' }), role).toMatchObject(deContrat)
      }
    }))

  test('d’un autre territoire, d’une action retirée ou d’un acte retiré, rien ne se joint ni ne se relit', () =>
    essai.annule(async (db) => {
      const { scene, contratId, acteId, ficheId } = await unDossier(db)
      const { id, version } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      const deLActe = reussi(await joindrePiece(scene, { lieu: { contratId, acteId }, fichier: PDF }))
      const ailleurs = await unTerritoire(db, { code: '94028' })
      expect(await joindrePiece(ailleurs, { lieu: { ficheId }, fichier: PDF })).toMatchObject(INTROUVABLE)
      expect(await joindrePiece(ailleurs, { lieu: { contratId }, fichier: PDF })).toMatchObject(INTROUVABLE)
      expect(await ajouterVersion(ailleurs, { id, fichier: PNG, texteAlternatif: 'x' })).toMatchObject(INTROUVABLE)
      expect(await retirerPiece(ailleurs, { id })).toMatchObject(INTROUVABLE)
      expect(await trouverVersion(db, ailleurs.perimetre, version)).toBeNull()
      reussi(await retirerFiche(scene, { id: ficheId }))
      reussi(await retirerActe(scene, { id: acteId }))
      expect(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF })).toMatchObject(INTROUVABLE)
      expect(await joindrePiece(scene, { lieu: { contratId, acteId }, fichier: PDF })).toMatchObject(INTROUVABLE)
      expect(await trouverVersion(db, scene.perimetre, version)).toBeNull()
      expect(await trouverVersion(db, scene.perimetre, deLActe.version)).toBeNull()
    }))

  test('le contrat en JSON nomme les documents de ses actions', () =>
    essai.annule(async (db) => {
      const { scene, contratId, ficheId } = await unDossier(db)
      reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: PDF }))
      const json = contratEnJson((await lireDossier(db, scene.perimetre, contratId, '2026-11-22'))!)
      expect(json).toContain('"fichier": "Convention signée.pdf"')
      expect(json).not.toContain('empreinte')
    }))
})

describe('les octets d’un document', () => {
  const lourd = new Uint8Array(1_300_000).map((_, rang) => (rang * 31) % 251)
  lourd.set(PDF.octets)

  test('reviennent tels quels, morceau par morceau', async () => {
    const { db } = essai.base()
    const { scene, ficheId } = await unDossier(db)
    const { version } = reussi(await joindrePiece(scene, { lieu: { ficheId }, fichier: { nom: 'lourd.pdf', octets: lourd } }))
    const lu = await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
      return trouverVersion(tx, scene.perimetre, version)
    })
    const flux = lireFichier(scene.perimetre, lu!.empreinte, lu!.taille, db)
    const morceaux = await Array.fromAsync(flux as unknown as AsyncIterable<Uint8Array>)
    expect(morceaux).toHaveLength(3)
    expect(Buffer.concat(morceaux).equals(lourd)).toBe(true)
  })

  test('ne restent pas quand l’acte échoue après les avoir reçus', async () => {
    const { db } = essai.base()
    const { scene, ficheId } = await unDossier(db)
    const compter = () =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.collectivite', ${scene.perimetre.collectiviteId}, true)`)
        return octetsGardes(tx)
      })
    const avant = await compter()
    const octets = lourd.toReversed()
    octets.set(PDF.octets)
    await expect(
      db.transaction(async (tx) => {
        reussi(await joindrePiece({ ...scene, db: tx }, { lieu: { ficheId }, fichier: { nom: 'x.pdf', octets } }))
        expect(await octetsGardes(tx)).toBe(avant + octets.length)
        await tx.execute(sql`select 1/0`)
      })
    ).rejects.toThrow()
    expect(await compter()).toBe(avant)
  })

  test('ne se changent plus, et un autre territoire ne les voit pas', async () => {
    const { db } = essai.base()
    await expect(db.execute(sql`update fichiers_morceaux set rang = 9`)).rejects.toThrow()
    expect(await octetsGardes(db)).toBe(0)
  })
})
