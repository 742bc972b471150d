import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

/** A territory that no other journey counts; each journey has an action of its own there, and looks at no other. */
const CHEZ = '/paris-vallee-de-la-marne/actions'
const AXE = 'Soutenir l’offre de santé sur le territoire'

test.each(FACONS)(
  '%s, l’argent et une part de poste se disent sur une fiche, se lisent par axe, et ce qui est compté deux fois se voit',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, choisir, ecrire } = tenir(page)
    await entrerChez(page, 'paris-vallee-de-la-marne')
    const titre = `Maraude santé, budget dit ${facon}`
    await page.goto(`${CHEZ}/nouvelle`)
    await ecrire(page.getByLabel(/Titre de l’action/), titre)
    const place = page.getByLabel(/^Place dans/)
    await choisir(place, (await place.locator('option', { hasText: AXE }).textContent())!.trim())
    await activer(page.getByRole('button', { name: 'Créer l’action' }))
    await page.getByRole('heading', { level: 1, name: titre }).waitFor()

    const argent = page.locator('#budget')
    await activer(argent.getByRole('link', { name: /Modifier/ }))
    const financement = page.getByRole('group', { name: 'Financement 1' })
    await ecrire(financement.getByLabel('Financeur'), 'Fondation de la marche')
    await ecrire(financement.getByLabel('Année'), '2026')
    await ecrire(financement.getByLabel('Montant'), '10 000')
    await choisir(financement.getByLabel('État'), 'Accordé')
    await activer(argent.getByRole('button', { name: 'Enregistrer' }))
    await argent.getByText('accordé', { exact: true }).waitFor()

    const postes = page.locator('#postes')
    await activer(postes.getByRole('link', { name: /Modifier/ }))
    const part = page.getByRole('group', { name: 'Part de poste 1' })
    await ecrire(part.getByLabel('Poste'), `Médiatrice ${facon}`)
    await ecrire(part.getByLabel(/Part de temps plein/), 'un mi-temps')
    await ecrire(part.getByLabel('Année'), '2026')
    await ecrire(part.getByLabel('Payé par'), 'Fondation de la marche')
    await ecrire(part.getByLabel('Montant'), '6 000')
    await activer(postes.getByRole('button', { name: 'Enregistrer' }))
    await postes.getByRole('link', { name: /Écrivez une part de temps plein/ }).waitFor()
    await expect.poll(() => part.getByLabel('Payé par').inputValue()).toBe('Fondation de la marche')
    await verifierPage(page)
    await ecrire(part.getByLabel(/Part de temps plein/), '0,6')
    await activer(postes.getByRole('button', { name: 'Enregistrer' }))
    await postes.getByText('0,6\u00a0ETP').waitFor()
    await argent.getByText(/6\s000\s€ peut-être comptés deux fois/).waitFor()
    await verifierPage(page)

    await page.goto(`${CHEZ}/budget?an=2026&q=${encodeURIComponent(titre)}`)
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toMatch(/10\s000\s€ accordés en 2026\s; 6\s000\s€ peut-être comptés deux fois/)
    const parAxe = page.getByRole('table', { name: /par axe/ })
    await expect
      .poll(() => parAxe.getByRole('row').filter({ hasText: AXE }).textContent())
      .toMatch(/10\s000\s€.*6\s000\s€.*0,6\sETP/s)
    await expect
      .poll(() => page.locator('#a-verifier').textContent())
      .toContain('Fondation de la marche finance l’action et une part de poste')
    await verifierPage(page)

    const panneau = page.locator('#postes')
    await activer(panneau.getByRole('link', { name: `Modifier le poste Médiatrice ${facon}` }))
    await ecrire(panneau.getByLabel('Quotité'), '0,5')
    await ecrire(panneau.getByLabel('Employeur'), 'Ville de Chelles')
    await activer(panneau.getByRole('button', { name: 'Enregistrer' }))
    const poste = panneau.getByRole('listitem').filter({ hasText: `Médiatrice ${facon}` })
    await poste.getByText('réparti à 0,6\u00a0ETP sur 0,5 en 2026').waitFor()
    expect(new URL(page.url()).searchParams.get('q'), 'la vue est gardée').toBe(titre)
    await activer(panneau.getByRole('link', { name: `Modifier le poste Médiatrice ${facon}` }))
    await activer(panneau.getByRole('button', { name: /Retirer ce poste/ }))
    await panneau.getByText('Le poste a été retiré').waitFor()
    await verifierPage(page)
    await activer(panneau.getByRole('button', { name: 'Rétablir' }))
    await poste.first().waitFor()
    await finir()
  }
)

test('le budget annoncé, les cinq états et ce qui reste à trouver se lisent par axe, sans élargir la page, de 360 à 1440 px', async () => {
  const { page, finir } = await visite()
  await entrerChez(page, 'paris-vallee-de-la-marne')
  const titre = 'Cabine mobile, cinq états'
  await page.goto(`${CHEZ}/nouvelle`)
  await page.getByLabel(/Titre de l’action/).fill(titre)
  const place = page.getByLabel(/^Place dans/)
  await place.selectOption((await place.locator('option', { hasText: AXE }).textContent())!.trim())
  await page.getByRole('button', { name: 'Créer l’action' }).click()
  await page.getByRole('heading', { level: 1, name: titre }).waitFor()
  await page
    .locator('#budget')
    .getByRole('link', { name: /Modifier/ })
    .click()
  await page.getByLabel(/Budget prévisionnel/).fill('1 200 000')
  for (const [rang, etat] of ['Prévu', 'Demandé', 'Accordé', 'Versé', 'Consommé'].entries()) {
    const ligne = page.getByRole('group', { name: `Financement ${rang + 1}`, exact: true })
    if ((await ligne.count()) === 0) await page.locator('#budget').getByRole('button', { name: 'Encore une ligne' }).click()
    await ligne.getByLabel('Financeur').fill('Fondation de la marche')
    await ligne.getByLabel('Année').fill('2026')
    await ligne.getByLabel('Montant').fill('123 456,50')
    await ligne.getByLabel('État').selectOption(etat)
  }
  await page.locator('#budget').getByRole('button', { name: 'Enregistrer' }).click()
  await page.locator('#budget').getByText('consommé', { exact: true }).waitFor()
  const postes = page.locator('#postes')
  await postes.getByRole('link', { name: /Modifier/ }).click()
  const part = page.getByRole('group', { name: 'Part de poste 1' })
  await part.getByLabel('Poste').fill('Chauffeur de la cabine')
  await part.getByLabel(/Part de temps plein/).fill('0,6')
  await part.getByLabel('Année').fill('2026')
  await part.getByLabel('Payé par').fill('Fondation de la marche')
  await part.getByLabel('Montant').fill('26 000')
  await postes.getByRole('button', { name: 'Enregistrer' }).click()
  await postes.getByText('0,6\u00a0ETP').waitFor()

  await page.goto(`${CHEZ}/budget?q=${encodeURIComponent(titre)}`)
  // granted, paid and spent are one sum that moves on: it is found once
  await page.getByRole('heading', { level: 1, name: /^1\s076\s543,50\s€ à trouver sur 1\s200\s000\s€ annoncés/ }).waitFor()
  await page.getByText(/123\s456,50\s€ sont trouvés \(accordés, versés ou consommés\)/).waitFor()
  const rangee = page
    .getByRole('table', { name: /par axe/ })
    .getByRole('row')
    .filter({ hasText: AXE })
  expect(await rangee.getByRole('cell').allTextContents()).toMatchObject({ length: 11 })
  for (const largeur of [1440, 1280, 1024, 768, 360]) {
    await page.setViewportSize({ width: largeur, height: 900 })
    for (const nom of ['par axe', 'par financeur']) {
      const cadre = page.getByRole('region', { name: new RegExp(nom) })
      await cadre.focus()
      expect(await cadre.evaluate((element) => document.activeElement === element)).toBe(true)
    }
    await verifierPage(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${largeur} px`).toBeLessThanOrEqual(largeur)
  }
  await finir()
})

test.each(FACONS)(
  '%s, un indicateur se définit, se relève, se corrige, et sa courbe dit son chemin',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ attendues: /422/, ...contexte })
    const { activer, choisir, ecrire } = tenir(page)
    await entrerChez(page, 'paris-vallee-de-la-marne')
    await page.goto(`${CHEZ}/nouvelle`)
    await ecrire(page.getByLabel(/Titre de l’action/), `Maraude santé, mesurée ${facon}`)
    await activer(page.getByRole('button', { name: 'Créer l’action' }))
    const indicateurs = page.locator('#indicateurs')
    await activer(indicateurs.getByRole('link', { name: /Modifier/ }))
    const un = page.getByRole('group', { name: 'Indicateur 1' })
    await ecrire(un.getByLabel('Indicateur', { exact: true }), 'Personnes rencontrées')
    await ecrire(un.getByLabel('Visé'), '100')
    await activer(un.locator('summary'))
    await ecrire(un.getByLabel('Définition'), 'Chaque personne compte une fois par soir.')
    await choisir(un.getByLabel('Nature'), 'Résultat')
    await choisir(un.getByLabel('Relevé'), 'Chaque mois')
    await ecrire(un.getByLabel('Qui tient le chiffre'), 'Fondation de la marche')
    await verifierPage(page)
    await activer(indicateurs.getByRole('button', { name: 'Enregistrer' }))
    await indicateurs.getByText('100 visés').waitFor()
    await expect.poll(() => indicateurs.textContent()).toContain('chiffre tenu par Fondation de la marche')

    for (const [date, valeur] of [
      ['03/2025', '20'],
      ['06/2025', '450']
    ] as const) {
      const releves = await indicateurs.getByRole('rowheader').count()
      await activer(indicateurs.locator('summary', { hasText: 'Relever une valeur' }))
      await ecrire(indicateurs.getByLabel('Date'), date)
      await ecrire(indicateurs.getByLabel('Valeur', { exact: true }), valeur)
      await activer(indicateurs.getByRole('button', { name: 'Relever' }))
      await indicateurs.getByRole('rowheader').nth(releves).waitFor()
      // what follows starts from the page as it is read again
      await page.reload()
    }
    await indicateurs.getByText('cible atteinte').waitFor()
    await activer(indicateurs.getByRole('link', { name: 'Corriger le relevé de juin 2025' }))
    await ecrire(indicateurs.getByRole('row').getByLabel('Valeur', { exact: true }), 'beaucoup')
    await activer(indicateurs.getByRole('button', { name: 'Enregistrer' }))
    await indicateurs.getByRole('link', { name: /Écrivez un nombre/ }).waitFor()
    await ecrire(indicateurs.getByRole('row').getByLabel('Valeur', { exact: true }), '45')
    await activer(indicateurs.getByRole('button', { name: 'Enregistrer' }))
    await indicateurs.getByText(/45\s% du chemin vers la cible/).waitFor()
    await indicateurs
      .getByRole('img', { name: 'Personnes rencontrées\u00a0: 2 valeurs de 20 (mars 2025) à 45 (juin 2025), cible 100.' })
      .waitFor()
    await expect.poll(() => indicateurs.getByText('relevé attendu depuis le 31 juillet 2025').count()).toBe(1)
    await verifierPage(page)

    await activer(indicateurs.getByRole('link', { name: 'Corriger le relevé de mars 2025' }))
    await activer(indicateurs.getByRole('button', { name: /Retirer ce relevé/ }))
    await indicateurs.getByText('Le relevé a été retiré.').waitFor()
    await expect.poll(() => indicateurs.getByRole('img').count()).toBe(0)
    await verifierPage(page)
    await activer(indicateurs.getByRole('button', { name: 'Rétablir' }))
    await indicateurs.getByRole('rowheader', { name: 'mars 2025' }).waitFor()
    await finir()
  }
)
