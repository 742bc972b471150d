import { beforeAll, describe, expect, test } from 'vitest'
import { installerBase } from '#platform/db.server.ts'
import { POIDS_MAX } from '#platform/fichiers.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unPdf, unPng } from '#tests/parcours/fichiers.ts'
import { joindrePiece, retirerPiece } from '#domaines/actions/commands/pieces.server.ts'
import { handle } from '../../src/hooks.server.ts'
import { unDecor, type Decor } from './decor.ts'
import { porte, pousser, type Formulaire } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 60_000)

const PORTE = 'fichiers/[territoire]/pieces/[fichier]'
const FICHE = '[territoire]/actions/[fiche]'

async function joindre(nom: string, octets: Uint8Array) {
  const dit = { lieu: { ficheId: decor.fiche }, texteAlternatif: 'Un bus.', fichier: { nom, octets } }
  return reussi(await joindrePiece(decor.scene, dit))
}
/** What a reader of the territory receives, as the browser does: through the hooks. */
async function recevoir(version: string, entetes: Record<string, string> = {}): Promise<Response> {
  const url = new URL(`http://127.0.0.1:3000/fichiers/cergy/pieces/${version}`)
  const params = { territoire: 'cergy', fichier: version }
  const cookies = { get: () => decor.jetons.lecteur }
  const event = {
    request: new Request(url, { headers: entetes }),
    url,
    params,
    cookies,
    locals: {},
    route: { id: porte(PORTE).route }
  }
  const resolve = async (event: unknown) => (await porte(PORTE).actes.get('GET')!(event as never)) as Response
  return (await handle({ event, resolve } as never)) as Response
}
const envoyer = async (acte: string, form: Formulaire, suite = '') => {
  const rendu = await pousser(porte(FICHE), acte, { jeton: decor.jetons.contributeur!, params: decor.params, form, suite })
  return rendu as {
    sorte: string
    vers?: string
    valeur?: { status: number; data: { erreurs: object; valeurs: Record<string, string> } }
  }
}

describe('un document se reçoit tel qu’il a été envoyé', () => {
  test('octet pour octet, avec son nom, même accentué, et sans que le navigateur devine autre chose', async () => {
    const octets = unPdf('Arrêté')
    const { version } = await joindre('Arrêté « 2026 ».pdf', octets)
    const recu = await recevoir(version)
    expect(Buffer.from(await recu.arrayBuffer()).equals(octets)).toBe(true)
    expect(Object.fromEntries(recu.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(octets.length),
      'content-disposition': `inline; filename="Arrete  2026 .pdf"; filename*=UTF-8''Arr%C3%AAt%C3%A9%20%C2%AB%202026%20%C2%BB.pdf`,
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache'
    })
  })

  test.each([
    ['affiche.png', unPng(4, 3), 'image/png', 'inline'],
    ['notes.txt', new TextEncoder().encode('Séance'), 'text/plain; charset=utf-8', 'inline'],
    ['vieux.txt', Uint8Array.from([0x53, 0xe9, 0x61]), 'text/plain; charset=windows-1252', 'inline'],
    ['budget.csv', new TextEncoder().encode('a;b'), 'text/csv; charset=utf-8', 'attachment']
  ])('%s est enfermé : ni script, ni lien vers ailleurs', async (nom, octets, type, sorte) => {
    const recu = await recevoir((await joindre(nom, octets)).version)
    expect(recu.headers.get('content-type')).toBe(type)
    expect(recu.headers.get('content-disposition')).toMatch(new RegExp(`^${sorte}; filename="${nom}"`))
    expect(recu.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox$/)
    await recu.body?.cancel()
  })

  test('ce que le navigateur a déjà n’est pas renvoyé', async () => {
    const { version } = await joindre('a.pdf', unPdf('a'))
    const etag = (await recevoir(version)).headers.get('etag')!
    const recu = await recevoir(version, { 'if-none-match': etag })
    expect([recu.status, recu.body]).toEqual([304, null])
    expect((await recevoir(version, { 'if-none-match': '"autre"' })).status).toBe(200)
  })

  test('retiré, il ne se reçoit plus', async () => {
    const { id, version } = await joindre('b.pdf', unPdf('b'))
    reussi(await retirerPiece(decor.scene, { id }))
    await expect(recevoir(version)).rejects.toMatchObject({ status: 404 })
    await expect(recevoir('rien')).rejects.toMatchObject({ status: 404 })
  })
})

describe('un document s’envoie', () => {
  const image = new File([unPng(4, 3) as BlobPart], 'affiche.png')
  const depuis = '?/joindre&modifier=documents'

  test('refusé pour une autre raison, le fichier attend : il n’est pas à choisir de nouveau', async () => {
    const refus = await envoyer('?/joindre', { fichier: image, intitule: 'L’affiche' }, depuis)
    expect(refus.valeur).toMatchObject({ status: 422, data: { formulaire: 'documents', valeurs: { intitule: 'L’affiche' } } })
    const { depot, depotNom } = refus.valeur!.data.valeurs as { depot: string; depotNom: string }
    expect(depotNom).toBe('affiche.png')
    const suite = { fichier: new File([], ''), depot, depotNom, texteAlternatif: 'Un bus.' }
    expect(await envoyer('?/joindre', suite, depuis)).toMatchObject({ vers: `/cergy/actions/${decor.fiche}#documents` })
  })

  test('un fichier interdit ou trop lourd est dit à côté de son champ, et n’attend pas', async () => {
    const lourd = new Uint8Array(POIDS_MAX + 1)
    lourd.set(unPdf('x'))
    for (const [octets, mot] of [
      [new TextEncoder().encode('<html>'), /page web/],
      [lourd, /dépasse 25\u00a0Mo/]
    ] as const) {
      const { valeur } = await envoyer('?/joindre', { fichier: new File([octets as BlobPart], 'x.pdf') }, depuis)
      expect(valeur).toMatchObject({ status: 422, data: { erreurs: { fichier: [expect.stringMatching(mot)] } } })
      expect(valeur!.data.valeurs).not.toHaveProperty('depot')
    }
    const { valeur } = await envoyer('?/joindre', { intitule: 'Rien' }, depuis)
    expect(valeur).toMatchObject({ data: { erreurs: { fichier: ['Choisissez un fichier.'] }, valeurs: { intitule: 'Rien' } } })
  })

  test('plus gros que ce que le serveur lit, il est refusé par la même phrase', async () => {
    const event = { url: new URL('http://x/?/joindre&modifier=documents'), params: decor.params, locals: {} as App.Locals }
    const request = { formData: () => Promise.reject(Object.assign(new Error('Payload Too Large'), { status: 413 })) }
    const cookies = { get: () => decor.jetons.contributeur }
    let valeur: unknown
    const resolve = async (event: unknown) => {
      valeur = await porte(FICHE).actes.get('?/joindre')!(event as never)
      return new Response()
    }
    await handle({ event: { ...event, request, cookies, route: { id: porte(FICHE).route } }, resolve } as never)
    expect(valeur).toMatchObject({
      status: 422,
      data: { formulaire: 'documents', erreurs: { fichier: [expect.stringContaining('25\u00a0Mo')] } }
    })
  })
})
