import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const GENS = [
  ['Ana Express', 'CPAM du Val-d’Oise'],
  ['Lou Express', 'CCAS de Cergy'],
  ['Noé Express', 'GHT NOVO'],
  ['Sam Express', 'CPAM du Val-d’Oise'],
  ['Zoé Express', 'Mission locale']
] as const

test.each(FACONS)(
  'R-099 · %s, les rencontres express d’une séance se composent, s’impriment, se notent, et se défont d’un geste',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, cocher, ecrire } = tenir(page)
    // each way has its own year, and its own meeting
    const annee = 2050 + FACONS.findIndex(([dite]) => dite === facon)
    await entrerChez(page, 'cergy')
    await page.goto('/cergy/instances')
    await activer(page.getByRole('link', { name: 'Conseil citoyen' }))
    await page.getByRole('heading', { level: 1, name: 'Conseil citoyen' }).waitFor()
    const pli = page.locator('#seances details').filter({ has: page.getByLabel('Jour') })
    if ((await pli.getAttribute('open')) === null) await activer(pli.locator('summary'))
    await ecrire(page.getByLabel('Jour'), `12/05/${annee}`)
    await activer(page.getByRole('button', { name: 'Prévoir la séance' }))
    await activer(page.getByRole('link', { name: new RegExp(`^\\S+ 12 mai ${annee}`) }))
    await activer(page.getByRole('link', { name: 'rencontres express', exact: true }))
    await page.getByRole('heading', { level: 1, name: 'Rencontres express' }).waitFor()
    await verifierPage(page)

    const personne = (rang: number) => page.getByRole('group', { name: `Personne ${rang}`, exact: true })
    for (const [rang, [nom, structure]] of GENS.entries()) {
      await ecrire(personne(rang + 1).getByLabel('Son nom'), `${nom} ${annee}`)
      await ecrire(personne(rang + 1).getByLabel('Sa structure'), structure)
    }
    await ecrire(page.getByLabel('Combien de tours'), '6')
    await activer(page.getByRole('button', { name: 'Composer les tours' }))
    // five people cannot have six rounds: it is said, and nothing of what was typed is lost
    await page.getByText('deux d’entre elles se reverraient').first().waitFor()
    await expect.poll(() => personne(5).getByLabel('Son nom').inputValue()).toBe(`Zoé Express ${annee}`)
    await ecrire(page.getByLabel('Combien de tours'), '3')
    await activer(page.getByRole('button', { name: 'Composer les tours' }))
    await page.getByRole('heading', { level: 1, name: /5\spersonnes, 3\stours de 5\sminutes/ }).waitFor()
    await page.getByText('toutes entre personnes qui ne se connaissaient pas').waitFor()
    await expect.poll(() => page.getByText('se repose').count()).toBe(3)
    await verifierPage(page)

    const premiere = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Tour 1' }) })
      .getByRole('listitem')
    await activer(premiere.getByRole('link', { name: /^Noter/ }).first())
    await ecrire(page.getByLabel('Ce qu’elles se sont promis'), 'Une permanence commune')
    for (const rang of [0, 1]) await cocher(page.getByLabel('donne ses coordonnées').nth(rang))
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByRole('heading', { level: 2, name: '1 promesse à suivre' }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Coordonnées à transmettre' }).waitFor()
    await activer(page.getByRole('button', { name: /^C’est fait/ }))
    await page.getByRole('heading', { level: 2, name: '1 promesse, tenue' }).waitFor()
    await verifierPage(page)

    await activer(page.getByRole('link', { name: 'Badges et feuilles de tours' }))
    await page.getByRole('heading', { level: 1, name: '5 badges et leurs feuilles' }).waitFor()
    await expect.poll(() => page.getByRole('table').count()).toBe(5)
    // on a telephone, whom one meets has more than half of the sheet
    const pleine = page.viewportSize()!
    await page.setViewportSize({ width: 360, height: 740 })
    const largeur = () =>
      page
        .locator('tbody td:nth-child(3)')
        .first()
        .evaluate((avec) => avec.getBoundingClientRect().width)
    await expect.poll(largeur).toBeGreaterThanOrEqual(170)
    await page.setViewportSize(pleine)
    await verifierPage(page)
    await page.goBack()

    // someone leaves after the first round: what is noted in it stays, the rest is composed anew, and can be undone
    await activer(page.getByRole('link', { name: 'Recomposer' }))
    await tenir(page).decocher(page.getByLabel(`Zoé Express ${annee}`))
    await activer(page.getByRole('button', { name: 'Composer les tours' }))
    await page.getByText('recomposez plutôt à partir du tour 2').first().waitFor()
    await tenir(page).choisir(page.getByLabel('Ce qui change'), 'Depuis le tour 2')
    await activer(page.getByRole('button', { name: 'Composer les tours' }))
    await page.getByRole('heading', { level: 1, name: /4\spersonnes, 3\stours/ }).waitFor()
    await activer(page.getByRole('button', { name: 'Revenir à ce qu’il y avait avant' }))
    await page.getByRole('heading', { level: 1, name: /5\spersonnes, 3\stours/ }).waitFor()

    // the rounds that remain are held by tables of three at most
    await activer(page.getByRole('link', { name: 'Recomposer' }))
    await tenir(page).choisir(page.getByLabel('Comment on se rencontre'), 'Par tables de cinq')
    await tenir(page).choisir(page.getByLabel('Ce qui change'), 'Depuis le tour 2')
    await activer(page.getByRole('button', { name: 'Composer les tours' }))
    await page.getByText('tiendrait à une seule table').first().waitFor()
    await tenir(page).choisir(page.getByLabel('Comment on se rencontre'), 'Par tables de trois')
    await activer(page.getByRole('button', { name: 'Composer les tours' }))
    await page.getByRole('heading', { level: 1, name: /5\spersonnes par tables de trois, 3\stours/ }).waitFor()
    await page.getByText('personnes déjà vues à un autre tour').first().waitFor()
    const deuxieme = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Tour 2' }) })
      .getByRole('listitem')
    await activer(deuxieme.getByRole('link', { name: /^Noter/ }).first())
    for (const rang of [0, 1, 2])
      await cocher(page.getByRole('group', { name: 'Qui donne ses coordonnées à la table' }).getByRole('checkbox').nth(rang))
    await ecrire(page.getByLabel('Quoi', { exact: true }).first(), 'Un annuaire commun')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Dites entre qui.').first().waitFor()
    await page.getByLabel('Entre qui').first().selectOption({ index: 1 })
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByRole('heading', { level: 2, name: '2 promesses à suivre, 1 tenue' }).waitFor()
    await activer(page.getByRole('link', { name: 'Badges et feuilles de tours' }))
    await page.getByRole('heading', { level: 1, name: '5 badges et leurs feuilles' }).waitFor()
    await verifierPage(page)
    await finir()
  },
  120_000
)
