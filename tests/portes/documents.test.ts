import { beforeAll, describe, expect, test } from 'vitest'
import { installerBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unPdf, unPng } from '#tests/parcours/fichiers.ts'
import { CHAPITRES, LOGO } from '#domaines/actions/schema/habillage.ts'
import { unDecor, type Decor } from './decor.ts'
import { porte, pousser, type Formulaire } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 60_000)

const PORTE = '[territoire]/reglages/documents'
type Rendu = {
  sorte: string
  vers?: string
  valeur?: { status: number; data: { formulaire: string; erreurs: Record<string, string[]>; valeurs: Record<string, string> } }
}
const envoyer = async (acte: string, form: Formulaire) =>
  (await pousser(porte(PORTE), acte, { jeton: decor.jetons.coordination!, params: decor.params, form })) as Rendu
const fichier = (octets: Uint8Array, nom = 'logo.png') => new File([octets as BlobPart], nom)
const lire = async () => {
  const rendu = await pousser(porte(PORTE), 'load', { jeton: decor.jetons.lecteur!, params: decor.params })
  return (
    rendu as {
      valeur: { peut: boolean; habillage: { chapitres: string[]; ecartes: string[]; logo: { nomFichier: string } | null } }
    }
  ).valeur
}

describe('un logo s’envoie', () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  test.each([
    ['un SVG, même nommé logo.png', svg, 'logo.png', /dessin SVG/],
    ['un PDF', unPdf('Logo'), 'logo.png', /PNG ou en JPEG/],
    ['une image trop petite', unPng(120, 80), 'logo.png', /flou/],
    ['une image trop grande', unPng(3001, 400), 'logo.png', /plus grand que nécessaire/],
    ['une image trop lourde', Buffer.concat([unPng(600, 200), Buffer.alloc(LOGO.poids)]), 'logo.png', /dépasse 2\sMo/],
    ['une image coupée', unPng(600, 200).subarray(0, 300), 'logo.png', /abîmée/]
  ])('%s est refusé à côté de son champ, et ce qui est écrit reste', async (_, octets, nom, phrase) => {
    const { valeur } = await envoyer('?/logo', { fichier: fichier(octets, nom), texteAlternatif: 'Logo de Cergy' })
    expect(valeur).toMatchObject({
      status: 422,
      data: {
        formulaire: 'logo',
        erreurs: { fichier: [expect.stringMatching(phrase)] },
        valeurs: { texteAlternatif: 'Logo de Cergy' }
      }
    })
    expect(valeur!.data.valeurs).not.toHaveProperty('depot')
  })

  test('sans sa phrase il attend, et n’est pas à choisir de nouveau ; puis il se reçoit tel quel', async () => {
    const octets = unPng(800, 300)
    const refus = await envoyer('?/logo', { fichier: fichier(octets, 'Logo Été.png'), texteAlternatif: ' ' })
    expect(refus.valeur).toMatchObject({
      status: 422,
      data: { erreurs: { texteAlternatif: [expect.stringMatching(/ne le voient pas/)] } }
    })
    const { depot, depotNom } = refus.valeur!.data.valeurs as { depot: string; depotNom: string }
    const suite = await envoyer('?/logo', { fichier: new File([], ''), depot, depotNom, texteAlternatif: 'Logo' })
    expect(suite.vers).toBe('/cergy/reglages/documents#logo')
    const recu = (await pousser(porte('fichiers/[territoire]/logo'), 'GET', {
      jeton: decor.jetons.lecteur!,
      params: decor.params
    })) as {
      valeur: Response
    }
    expect(Buffer.from(await recu.valeur.arrayBuffer()).equals(octets)).toBe(true)
    expect(Object.fromEntries(recu.valeur.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringContaining('Logo%20%C3%89t%C3%A9.png'),
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/)
    })
  })

  test('retiré, il ne se reçoit plus ; son geste annulé, il revient', async () => {
    const { vers } = await envoyer('?/retirer-logo', {})
    const geste = new URL(`http://x${vers!}`).searchParams.get('retire')!
    const recevoir = () =>
      pousser(porte('fichiers/[territoire]/logo'), 'GET', { jeton: decor.jetons.lecteur!, params: decor.params }) as Promise<{
        statut?: number
        valeur?: Response
      }>
    expect((await recevoir()).statut).toBe(404)
    expect((await envoyer('?/annuler', { geste })).vers).toBe('/cergy/reglages/documents#logo')
    const revenu = await recevoir()
    expect(revenu.valeur?.status).toBe(200)
    await revenu.valeur?.body?.cancel()
  })
})

describe('les chapitres se rangent', () => {
  const ordre = [...CHAPITRES]
  test('sans script : une place plus haut, de côté, remis ; l’adresse revient sur le chapitre', async () => {
    expect((await envoyer('?/chapitres', { ordre, monter: 'sigles' })).vers).toBe('/cergy/reglages/documents#chapitre-sigles')
    expect((await lire()).habillage.chapitres.slice(-2)).toEqual(['sigles', 'signataires'])
    await envoyer('?/chapitres', { ordre, ecartes: ['sigles'], basculer: 'gouvernance' })
    expect((await lire()).habillage).toMatchObject({ chapitres: CHAPITRES, ecartes: ['sigles', 'gouvernance'] })
    await envoyer('?/chapitres', { ordre, ecartes: ['sigles', 'gouvernance'], basculer: 'sigles' })
    expect((await lire()).habillage.ecartes).toEqual(['gouvernance'])
    await envoyer('?/chapitres', { ordre })
    expect((await lire()).habillage.ecartes).toEqual([])
  })

  test('un envoi forgé qui écarte les axes, oublie un chapitre ou en invente un est refusé', async () => {
    for (const form of [
      { ordre, basculer: 'axes' },
      { ordre: ordre.slice(1) },
      { ordre: [...ordre, 'annexes'] },
      { ordre, ecartes: ['annexes'] }
    ] as Formulaire[])
      expect((await envoyer('?/chapitres', form)).valeur).toMatchObject({ status: 422, data: { formulaire: 'chapitres' } })
    expect(await lire()).toMatchObject({ peut: false, habillage: { chapitres: CHAPITRES, ecartes: [] } })
  })
})

test('« Voir le document » ouvre le PDF sur place ; le lien de téléchargement le garde', async () => {
  for (const [suite, sorte] of [
    ['?voir', 'inline'],
    ['', 'attachment']
  ]) {
    const params = { ...decor.params, fichier: `${decor.contrat}.pdf` }
    const rendu = await pousser(porte('fichiers/[territoire]/contrats/[fichier]'), 'GET', {
      jeton: decor.jetons.lecteur!,
      params,
      suite
    })
    const { headers } = (rendu as unknown as { valeur: Response }).valeur
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${sorte};`))
  }
})
