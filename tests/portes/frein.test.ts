import { beforeAll, describe, expect, test } from 'vitest'
import { installerBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { unDecor, type Decor } from './decor.ts'
import { porte, pousser } from './porte.ts'

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

/** The status of each of so many calls, in their order. */
async function insister(fois: number, appeler: (rang: number) => ReturnType<typeof pousser>) {
  const rendus: { statut: number; entetes: Record<string, string>; dit: string }[] = []
  for (let rang = 0; rang < fois; rang++) {
    const rendu = await appeler(rang)
    const valeur =
      rendu.sorte === 'rendu'
        ? (rendu.valeur as { status?: number; data?: { erreurs?: Record<string, string[]> } } | undefined)
        : undefined
    const statut = rendu.sorte === 'erreur' ? rendu.statut : rendu.sorte === 'renvoi' ? 303 : (valeur?.status ?? 200)
    rendus.push({ statut, entetes: rendu.entetes, dit: valeur?.data?.erreurs?.['']?.[0] ?? '' })
  }
  return rendus
}

describe('les liens signés n’acceptent pas qu’on insiste', () => {
  const repondre = (machine: string) => () =>
    pousser(porte('invitation/[jeton]'), '?/repondre', {
      jeton: null,
      params: decor.params,
      form: { reponse: 'vient', remplacant: 'Paul' },
      machine
    })

  test('quarante réponses de suite par un lien passent, la suivante attend, d’où qu’elle vienne, et le dit', async () => {
    const rendus = await insister(41, (rang) => repondre(`10.0.0.${rang}`)())
    expect(new Set(rendus.slice(0, 40).map(({ statut }) => statut))).toEqual(new Set([303]))
    // the seconds that the forty took are taken off
    expect(rendus[40]).toMatchObject({ statut: 429, entetes: { 'retry-after': expect.stringMatching(/^(?:[1-9]|1[0-5])$/) } })
    expect(rendus[40]!.dit).toMatch(/^Trop de demandes à la suite\s: réessayez dans \d+ secondes?\. Rien n’est perdu\.$/)
  })

  test('une machine qui essaie des adresses au hasard est priée d’attendre ; une autre ne le sent pas', async () => {
    const essayer = (chemin: string, acte: 'load' | 'GET', machine: string) => (rang: number) =>
      pousser(porte(chemin), acte, { jeton: null, params: { jeton: `invente-${rang}`, adresse: `invente-${rang}` }, machine })
    const rendus = await insister(61, essayer('invitation/[jeton]', 'load', '10.1.0.1'))
    expect(new Set(rendus.slice(0, 60).map(({ statut }) => statut))).toEqual(new Set([404]))
    expect(rendus[60]).toMatchObject({ statut: 429, entetes: { 'retry-after': expect.stringMatching(/^(?:[1-9]|10)$/) } })
    const [agenda] = await insister(1, essayer('agenda/[adresse].ics', 'GET', '10.1.0.1'))
    expect(agenda!.statut, 'ce qui est compté l’est pour tous les liens').toBe(429)
    const [autre] = await insister(1, essayer('invitation/[jeton]', 'load', '10.1.0.2'))
    expect(autre!.statut).toBe(404)
  })

  test('qui demande sans fin à entrer attend aussi, que l’adresse soit connue ou non : rien ne s’en déduit', async () => {
    const demander = (courriel: string) => (rang: number) =>
      pousser(porte('connexion'), '?/default', { jeton: null, params: {}, form: { courriel }, machine: `10.2.0.${rang}` })
    const connue = await insister(11, demander('invite@exemple.fr'))
    const inconnue = await insister(11, demander('personne@exemple.fr'))
    expect(connue.map(({ statut }) => statut)).toEqual([...Array<number>(10).fill(200), 429])
    expect(inconnue).toEqual(connue)
  })
})
