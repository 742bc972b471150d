import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()

test.each(FACONS)(
  'R-101 · %s, une personne part : ce qui tenait à elle est nommé, la note de passation s’écrit, s’imprime, et qui la suit la lit',
  async (facon, contexte, mains) => {
    const { page, finir } = await visite(contexte)
    const { activer, ecrire, choisir, cocher } = mains(page)
    const [quittee, nouvelle, nom] = [`Réseau quitté ${facon}`, `CPTS d’après ${facon}`, `Dana Départ ${facon}`]
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto('/villiers-sur-marne/partenaires/nouvelle')
    await ecrire(page.locator('input[name="nom"]'), quittee)
    await activer(page.getByRole('button', { name: 'Ajouter' }))
    await activer(page.getByRole('link', { name: 'Ajouter une personne' }))
    await ecrire(page.getByLabel('Prénom et nom'), nom)
    await ecrire(page.getByLabel('Depuis'), '2022')
    await activer(page.getByRole('button', { name: 'Ajouter' }))
    await page.getByRole('link', { name: nom }).waitFor()
    const structure = new URL(page.url()).pathname

    // she alone pilots a body
    const comite = `Comité des départs, ${facon}`
    await page.goto('/villiers-sur-marne/instances/nouvelle')
    await ecrire(page.getByLabel('Nom'), comite)
    await cocher(page.getByRole('radio', { name: 'Le CLS pilote' }))
    await activer(page.getByRole('button', { name: 'Créer l’instance' }))
    await page.getByRole('heading', { level: 1, name: comite }).waitFor()
    await activer(page.locator('#composer').getByRole('link', { name: /Modifier/ }))
    await choisir(page.getByLabel('À quel titre').first(), 'Pilote')
    await ecrire(page.getByLabel('Structure').first(), quittee)
    await ecrire(page.getByLabel('Personne').first(), nom)
    await activer(page.getByRole('button', { name: 'Enregistrer' }))
    await page.getByText('Vous avez dit qui siège dans une instance.').waitFor()

    await page.goto('/villiers-sur-marne/partenaires/appuis')
    const ligne = (quoi: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: quoi }) })
    await expect.poll(() => ligne(comite).textContent()).toMatch(new RegExp(`${nom}.*seule personne à la tenir, pilote`, 's'))
    await expect.poll(() => ligne(quittee).textContent()).toContain('seul contact actif')
    await verifierPage(page)
    await activer(ligne(comite).getByRole('link', { name: nom }))
    await page.getByRole('heading', { level: 2, name: 'Ce qui ne passe que par ce contact' }).waitFor()
    await verifierPage(page)

    await activer(page.getByRole('link', { name: 'A changé de structure' }))
    await ecrire(page.getByLabel('Nouvelle structure'), nouvelle)
    await ecrire(page.getByLabel('Depuis'), '20/11/2026')
    await activer(page.getByRole('button', { name: 'Noter le changement' }))
    await page.getByText(`La fonction à « ${quittee} » est terminée`).waitFor()
    await verifierPage(page)

    await page.goto('/villiers-sur-marne')
    const tache = page.getByRole('listitem').filter({ hasText: `${nom} a quitté` })
    await expect
      .poll(() => tache.textContent())
      .toMatch(new RegExp(`1 instance.*${comite}.*plus personne de connu à.*${quittee}`, 's'))
    await verifierPage(page)
    await activer(tache.getByRole('link'))
    await page.getByRole('heading', { level: 1, name: `Note de passation\u00a0: ${nom}` }).waitFor()
    await expect
      .poll(() => page.locator('#faits').textContent())
      .toMatch(new RegExp(`Instances.*${comite}.*personne d’autre n’y est nommé`, 's'))
    await verifierPage(page)
    await ecrire(page.getByLabel('Ce qu’il faut savoir pour prendre la suite'), 'Les dossiers sont au secrétariat.')
    await activer(page.getByRole('button', { name: 'Enregistrer la note' }))
    await page.getByText('Vous avez écrit une note de passation.').waitFor()
    await verifierPage(page)
    // on paper: what was written and the facts, nothing to press
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').innerText()).toMatch(/secrétariat[\s\S]*Comité des départs/)
    expect(await page.getByRole('button', { name: 'Tout est repris' }).count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })

    // who comes next reads it from the page of the structure
    await page.goto(structure)
    await activer(page.locator('#passations').getByRole('link', { name: nom }))
    await expect.poll(() => page.locator('#texte').textContent()).toContain('Les dossiers sont au secrétariat.')
    await activer(page.getByRole('button', { name: 'Tout est repris' }))
    await page.getByText('Tout est repris depuis le').waitFor()
    await verifierPage(page)
    await page.goto('/villiers-sur-marne')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await tache.count()).toBe(0)
    await finir()
  },
  120_000
)
