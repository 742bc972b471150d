import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-097, R-098 · %s, une offre et un besoin se notent, se rapprochent, se mettent en relation et aboutissent',
  async (facon, contexte, mains) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, ecrire, cocher, choisir } = mains(page)
    const [donne, cherche] = [`Ludothèque ${facon}`, `Crèche ${facon}`]
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/partenaires/besoins')
    await verifierPage(page)
    const noter = async (nature: string, titre: string, structure: string) => {
      await activer(page.getByRole('link', { name: 'Noter une offre ou un besoin' }).first())
      await choisir(page.getByLabel('C’est'), nature)
      await ecrire(page.getByLabel('De quelle structure'), structure)
      await activer(page.getByRole('button', { name: 'Noter', exact: true }))
      await page.getByRole('link', { name: 'Le titre manque.' }).waitFor()
      await verifierPage(page)
      expect(await page.getByLabel('De quelle structure').inputValue()).toBe(structure)
      await ecrire(page.getByLabel('En quelques mots'), titre)
      await activer(page.locator('summary', { hasText: 'ce qui permet de rapprocher' }))
      await cocher(page.getByRole('checkbox', { name: 'Parentalité' }))
      await activer(page.getByRole('button', { name: 'Noter', exact: true }))
      await page.getByRole('heading', { level: 3, name: titre }).waitFor()
    }
    await noter('Offre (ce qu’un partenaire met à disposition des autres)', `Des jeux ${facon}`, donne)
    await noter('Besoin (ce qui lui manque, et qu’un autre a peut-être)', `Jouer avec les parents ${facon}`, cherche)

    const paire = page.locator('#rapprochements').getByRole('listitem').filter({ hasText: donne })
    await expect.poll(() => paire.first().textContent()).toContain('En commun\u00a0: Parentalité')
    await verifierPage(page)
    await activer(paire.first().locator('summary'))
    await ecrire(paire.first().getByLabel('Mis en relation le'), '2099')
    await activer(paire.first().getByRole('button', { name: 'Noter la mise en relation' }))
    await paire
      .first()
      .getByRole('link', { name: /Cette date est à venir/ })
      .waitFor()
    await verifierPage(page)
    await ecrire(paire.first().getByLabel('Mis en relation le'), '20/11/2026')
    await ecrire(paire.first().getByLabel('Note'), 'au téléphone')
    await activer(paire.first().getByRole('button', { name: 'Noter la mise en relation' }))
    await page.getByText('Vous avez noté une mise en relation.').waitFor()
    const carte = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Des jeux ${facon}` }) })
    await expect
      .poll(() => carte.textContent())
      .toMatch(/En cours.*Mis en relation avec\s+Crèche.*le\s+20 novembre 2026.*au téléphone/s)
    await verifierPage(page)

    await activer(carte.getByRole('link', { name: /Dire où on en est/ }))
    await choisir(carte.getByLabel('Où en est-on'), 'A abouti')
    await activer(carte.getByRole('button', { name: 'Enregistrer' }))
    await carte.getByRole('link', { name: /Dites en une phrase/ }).waitFor()
    await ecrire(carte.getByLabel('Ce que cela a donné'), 'Trois malles prêtées.')
    await activer(carte.getByRole('button', { name: 'Enregistrer' }))
    await expect.poll(() => carte.count()).toBe(0)

    await page.goto('/villiers-sur-marne/partenaires/besoins?etat=aboutie')
    await activer(carte.getByRole('link', { name: donne }))
    await page.getByText('1 terminé').waitFor()
    await verifierPage(page)
    await activer(page.locator('summary', { hasText: '1 terminé' }))
    await page.getByText('Trois malles prêtées.').waitFor()
    await finir()
  },
  120_000
)

test('R-098 · sans script, un rapprochement s’écarte et se propose à nouveau, une entrée se retire et revient', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires/besoins')
  const proposes = page.locator('#rapprochements')
  await expect.poll(() => proposes.getByRole('heading').textContent()).toBe('2 rapprochements possibles')
  await proposes
    .getByRole('button', { name: /Pas un rapprochement/ })
    .first()
    .click()
  await expect.poll(() => proposes.getByRole('heading').textContent()).toBe('1 rapprochement possible')
  await page.getByText('1 rapprochement écarté').click()
  await page.getByRole('button', { name: 'Proposer à nouveau' }).click()
  await expect.poll(() => proposes.getByRole('heading').textContent()).toBe('2 rapprochements possibles')
  const titre = 'Une marche santé au départ des Linandes'
  await page.getByRole('link', { name: `Modifier : ${titre}` }).click()
  await page.getByRole('button', { name: /Retirer \(on peut/ }).click()
  await page.getByText('L’échange a été retiré.').waitFor()
  expect(await page.getByRole('heading', { name: titre }).count()).toBe(0)
  await page.getByRole('button', { name: 'Rétablir' }).click()
  await page.getByRole('heading', { name: titre }).waitFor()
  await finir()
})

test('R-103, R-104 · au téléphone, une invitation se note depuis la page du partenaire ; manquée, elle alerte, et se corrige', async () => {
  const { page, finir } = await visite({ viewport: { width: 360, height: 740 }, hasTouch: true, attendues: /422/ })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/partenaires?recherche=NOVO')
  await page.getByRole('link', { name: 'GHT NOVO' }).tap()
  await page.getByRole('link', { name: 'Noter une invitation' }).tap()
  const recues = page.locator('#recues')
  await recues.getByLabel('Quelle réunion').fill('Portes ouvertes de la maison des femmes')
  await recues.locator('input[name="date"]').fill('10/11/2026')
  await recues.getByLabel('Qui y est allé', { exact: true }).selectOption({ label: 'Personne n’y est allé' })
  await recues.getByRole('button', { name: 'Noter' }).tap()
  await recues.getByRole('link', { name: /Dites pourquoi personne/ }).waitFor()
  expect(await recues.getByLabel('Quelle réunion').inputValue()).toBe('Portes ouvertes de la maison des femmes')
  await verifierPage(page)
  await recues.getByLabel('Si personne n’y est allé, pourquoi').fill('Grippe.')
  await recues.getByRole('button', { name: 'Noter' }).tap()
  await expect
    .poll(() => recues.getByRole('listitem').first().textContent())
    .toMatch(/maison des femmes.*personne n’y est allé.*Grippe/s)
  await verifierPage(page)

  await recues.getByRole('link', { name: 'La réciprocité avec chaque partenaire' }).tap()
  const alertes = page.locator('#alertes')
  await expect.poll(() => alertes.textContent()).toMatch(/GHT NOVO.*1 fois sur 2.*maison des femmes/s)
  await verifierPage(page)
  await page.getByRole('link', { name: /Modifier : Portes ouvertes de la maison des femmes/ }).tap()
  const ouverte = page.getByRole('listitem').filter({ has: page.getByLabel('Quelle réunion') })
  await verifierPage(page)
  await ouverte.getByLabel('Qui y est allé', { exact: true }).selectOption({ label: 'Quelqu’un y est allé pour nous' })
  await ouverte.getByRole('button', { name: 'Enregistrer' }).tap()
  await expect.poll(() => alertes.textContent()).not.toContain('GHT NOVO')
  const ligne = page.getByRole('row').filter({ hasText: 'GHT NOVO' })
  await expect.poll(() => ligne.textContent()).toContain('2 fois sur 2')
  await page.getByRole('link', { name: '36 mois' }).tap()
  await page.waitForURL('**mois=36')
  await expect.poll(() => alertes.textContent()).toContain('Conseil départemental')
  await finir()
})
