import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-129 · %s, le territoire dit son seuil, et qui l’a atteint est nommé avant l’envoi suivant',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite({ ...contexte, attendues: /422/ })
    const { activer, ecrire } = tenir(page)
    const annee = 2070 + FACONS.findIndex(([dite]) => dite === facon)
    await entrerChez(page, 'creteil')
    await page.goto('/creteil/reglages?modifier=reglages')
    await ecrire(page.getByLabel('Sollicitations d’une personne à ne pas dépasser'), '0')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Une sollicitation par an au moins.').first().waitFor()
    await ecrire(page.getByLabel('Sollicitations d’une personne à ne pas dépasser'), '1')
    await ecrire(page.getByLabel('Sollicitations d’une structure à ne pas dépasser'), '1')
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText(/pas plus de 1\s+par personne et 1\s+par structure, en douze mois/).waitFor()
    await verifierPage(page)

    // a person with an address, a group, two meetings: the second would ask her once too often
    const nom = `Personne du seuil ${annee}`
    await page.goto('/creteil/partenaires/personnes/nouvelle')
    await ecrire(page.getByLabel('Prénom et nom'), nom)
    await page.getByLabel('Structure').selectOption({ label: 'Ville de Créteil' })
    await ecrire(page.getByLabel('Adresse électronique'), `seuil${annee}@exemple.fr`)
    await activer(page.getByRole('button', { name: 'Ajouter à l’annuaire' }))
    await page.getByRole('heading', { level: 1, name: nom }).waitFor()
    await page.goto('/creteil/instances/nouvelle')
    await ecrire(page.getByLabel(/^Nom/), `Groupe du seuil ${annee}`)
    await activer(page.getByRole('button', { name: /Créer/ }).last())
    await page.getByRole('heading', { level: 1, name: `Groupe du seuil ${annee}` }).waitFor()
    const ici = page.url().split(/[?#]/)[0]!
    for (const [mois, dit] of [
      ['03', 'mars'],
      ['09', 'septembre']
    ]) {
      await page.goto(ici)
      const pli = page.locator('#seances details').filter({ has: page.getByLabel('Jour') })
      if ((await pli.getAttribute('open')) === null) await activer(pli.locator('summary'))
      await ecrire(page.getByLabel('Jour'), `12/${mois}/${annee}`)
      await activer(page.getByRole('button', { name: 'Prévoir la séance' }))
      await activer(page.getByRole('link', { name: new RegExp(`^\\S+ 12 ${dit} ${annee}`) }))
      await page.getByRole('button', { name: 'Envoyer les invitations' }).waitFor()
      if (mois === '03') {
        expect(await page.getByText(`${nom} (1)`).count()).toBe(0)
        await activer(page.getByRole('button', { name: 'Envoyer les invitations' }))
        await page.getByText('Vous avez invité à une séance.').waitFor()
      } else {
        await page.getByText(`${nom} (1)`).waitFor()
        await page.getByText(/au nombre que vous voulez ne pas dépasser/).waitFor()
        await page.getByText(/Ville de Créteil \(\d+\)/).waitFor()
        await verifierPage(page)
      }
    }
    await finir()
  },
  120_000
)
