import { afterAll, beforeAll, expect, test } from 'vitest'
import { importerCarnet, lienDans, net, ouvrirFacteur } from './facteur.ts'
import { launchServer, type Serveur } from './serveur.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const PERSONNES = 200
let facteur: Awaited<ReturnType<typeof ouvrirFacteur>>
let serveur: Serveur
beforeAll(async () => {
  facteur = await ouvrirFacteur()
  serveur = await launchServer({ TISSERAND_DEMO: 'oui', SMTP_HOTE: '127.0.0.1', SMTP_PORT: String(facteur.port) })
}, 120_000)
afterAll(async () => {
  await serveur.stop()
  await facteur.fermer()
})

const enFrancais = (jours: number) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(Date.now() + jours * 86_400_000)
  )
const recues = (objet: RegExp) => facteur.lettres.filter((lettre) => objet.test(net(lettre)))
const lien = (adresse: string, sorte: string) => {
  const lettre = facteur.lettres.findLast((une) => une.a === adresse && net(une).includes(`/${sorte}/`))!
  return lienDans(lettre, `${sorte}/[\\w-]+`, serveur.adresse)
}

test('R-121, R-123, R-124 · un groupe de travail, de sa création à son compte rendu lu par les deux cents personnes invitées', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse, attendues: /net::ERR_INTERNET_DISCONNECTED/ })
  await entrerChez(page, 'cergy')
  await importerCarnet(page, PERSONNES, 85)

  await page.goto('/cergy/instances/nouvelle')
  await page.getByLabel('Nom').fill('Groupe sommeil')
  await page.getByRole('button', { name: 'Créer l’instance' }).click()
  await page.getByRole('heading', { level: 1, name: 'Groupe sommeil' }).waitFor()
  await page.getByLabel('Jour').fill(enFrancais(0))
  await page.getByLabel('Heure').fill('14 h')
  await page.getByLabel('Durée').fill('2 h')
  await page.getByLabel('Lieu').fill('Espace Santé')
  await page.getByRole('button', { name: 'Prévoir la séance' }).click()
  await page.locator('#seances li a').first().click()
  await page.getByRole('link', { name: 'Modifier : Ordre du jour' }).click()
  await page.getByLabel('Qui se présente').nth(1).fill('CCAS de Cergy')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Vous avez écrit l’ordre du jour').waitFor()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await expect.poll(() => recues(/Invitation/).length, { timeout: 90_000 }).toBeGreaterThanOrEqual(PERSONNES)

  // three answers, without an account nor a script
  const sansScript = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const repondre = async (n: number, bouton: RegExp) => {
    await sansScript.page.goto(lien(`partenaire${n}@exemple.fr`, 'invitation'))
    await sansScript.page.getByRole('button', { name: bouton }).click()
  }
  await repondre(1, /Je viens/)
  await repondre(2, /Je viens/)
  await repondre(3, /Je ne peux pas venir/)

  // at the door
  await page.getByRole('link', { name: 'Présences' }).click()
  await page.getByRole('heading', { level: 1, name: '2 personnes attendues, aucune encore là' }).waitFor()
  await verifierPage(page)
  await page.getByRole('button', { name: 'Est là : Partenaire 1', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '1 personne là, dont 1 sur 2 attendues' }).waitFor()
  await page.getByLabel('Nom ou structure').fill('partenaire 150')
  await page.getByRole('button', { name: 'Est là : Partenaire 150' }).click()
  await page.getByRole('heading', { level: 1, name: '2 personnes là, dont 1 sur 2 attendues' }).waitFor()
  await page.getByLabel('Prénom et nom').fill('Noé Blanc')
  await page.getByLabel('Structure', { exact: true }).fill('Mission locale')
  await page.getByLabel('Adresse électronique').fill('noe@exemple.fr')
  await page.getByLabel('Elle est d’accord pour entrer dans l’annuaire').check()
  await page.getByRole('button', { name: 'Noter sa présence' }).click()
  await page.getByRole('heading', { level: 2, name: '1 personne venue en plus' }).waitFor()
  await page.getByRole('button', { name: 'Faire le code' }).click()
  await page.getByRole('img', { name: /Code à photographier/ }).waitFor()
  await verifierPage(page)

  // the code on the wall, from a telephone
  const adresse = page.url().replace(/\?.*|#.*/, '')
  await page.goto(`${adresse.replace('/emargement', '')}/projection`)
  await verifierPage(page)
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Lancer le temps' }).click()
  await expect.poll(() => page.getByRole('timer').textContent()).not.toMatch(/:00$/)
  await verifierPage(page)
  await page.goto(`${adresse.replace('/emargement', '')}/feuille`)
  await page.getByRole('rowheader', { name: 'Partenaire 2' }).waitFor()
  await page.getByRole('button', { name: 'Imprimer cette page' }).waitFor()
  await verifierPage(page)

  // what is said is kept as it is typed, and while the connection is down
  await page.goto(`${adresse.replace('/emargement', '')}/compte-rendu`)
  const notes = page.getByLabel('Notes :').first()
  await notes.fill('Le bus du sommeil roule depuis mardi.')
  await page.getByText('Enregistré.').waitFor()
  await page.context().setOffline(true)
  await notes.fill('Le bus du sommeil roule depuis mardi. Trente passages.')
  await page.getByText('vos notes sont gardées sur cet appareil').waitFor({ timeout: 10_000 })
  await page.context().setOffline(false)
  await page.getByText('Enregistré.').waitFor({ timeout: 20_000 })
  await page.reload()
  await expect.poll(() => page.getByLabel('Notes :').first().inputValue()).toContain('Trente passages.')

  await page.getByLabel('En une phrase').fill('Le bus passera aussi le jeudi.')
  await page.getByRole('button', { name: 'Noter', exact: true }).click()
  await page.locator('#conclusions li p').getByText('Le bus passera aussi le jeudi.').waitFor()
  await page.getByLabel('Ce qui est à faire').fill('Demander une place de stationnement')
  await page.getByLabel('Qui s’en charge').fill('Partenaire 1')
  await page.getByLabel('Pour quel jour').fill(enFrancais(3))
  await page.getByRole('button', { name: 'Confier' }).click()
  await page.locator('#taches li p').getByText('Partenaire 1').waitFor()
  await page.getByLabel('Son titre').fill('Bus du sommeil du jeudi')
  await page.getByRole('button', { name: 'Ouvrir sa fiche' }).click()
  await page.locator('#naissances').getByRole('link', { name: 'Bus du sommeil du jeudi' }).waitFor()
  await verifierPage(page)

  await page.getByText('Valider fixe le texte, et n’envoie rien.').waitFor()
  await page.getByRole('button', { name: 'Valider le compte rendu' }).click()
  await page.getByRole('button', { name: 'Envoyer le compte rendu' }).click()
  await page.getByText(/Envoyé à 201 adresses/).waitFor()
  await verifierPage(page)
  await expect.poll(() => recues(/Lire le compte rendu/).length, { timeout: 90_000 }).toBe(PERSONNES + 1)
  expect(net(facteur.lettres.findLast(({ a }) => a === 'partenaire1@exemple.fr')!)).toMatch(/Demander une place de stationnement/)

  // read by who could not come; what was promised is closed by a click
  await sansScript.page.goto(lien('partenaire3@exemple.fr', 'compte-rendu'))
  await sansScript.page.getByText('Le bus passera aussi le jeudi.').waitFor()
  expect(await sansScript.page.textContent('main')).toContain('Noé Blanc (Mission locale)')
  const pdf = await fetch(`${sansScript.page.url()}/compte-rendu.pdf`)
  expect([
    pdf.status,
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString()
  ]).toEqual([200, '%PDF-'])
  // without a script nothing is counted; with one, the page says that it is being read
  const lecteur = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 } })
  const compte = lecteur.page.waitForResponse((reponse) => reponse.url().endsWith('?/lu'))
  await lecteur.page.goto(lien('partenaire4@exemple.fr', 'compte-rendu'))
  expect((await compte).status()).toBe(200)
  await lecteur.finir()
  await page.goto('/cergy/instances/taches')
  await page.getByRole('heading', { level: 1, name: '3 tâches en cours, dont 2 en retard' }).waitFor()
  await page.getByRole('button', { name: /Rappeler à 1 personne/ }).click()
  await expect.poll(() => recues(/Il vous reste|Vous vous étiez chargé/).length, { timeout: 30_000 }).toBe(1)
  await sansScript.page.goto(lien('partenaire1@exemple.fr', 'taches'))
  await sansScript.page.getByRole('button', { name: /C’est fait/ }).click()
  await sansScript.page.getByRole('heading', { level: 1, name: 'Tout est fait, merci' }).waitFor()
  await sansScript.finir()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: '2 tâches en cours, dont 2 en retard' }).waitFor()
  await verifierPage(page)

  // the action remembers where it was born
  await page.goto('/cergy/actions?q=jeudi')
  await page.getByRole('link', { name: 'Bus du sommeil du jeudi' }).first().click()
  await page.getByRole('link', { name: /née à « Groupe sommeil »/ }).click()
  await page.getByText(/ouvert 1 fois depuis les courriels\. .*restée quelques secondes/).waitFor()
  await finir()
}, 240_000)

test('R-124 · le code de la salle note une personne sans script, au téléphone, et ne dit rien de qui est venu', async () => {
  const { page, finir } = await visite({ chez: serveur.adresse })
  await entrerChez(page, 'cergy')
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe sommeil' }).click()
  await page.locator('#seances li a').first().click()
  // validated minutes say who came: they are opened again first
  await page.getByRole('link', { name: 'Présences' }).click()
  await page.getByText('Le compte rendu est validé').waitFor()
  await page.getByRole('link', { name: 'rouvrez-le' }).click()
  await page.getByRole('button', { name: 'Le rouvrir pour le corriger' }).click()
  await page.getByRole('button', { name: 'Le rouvrir pour le corriger' }).waitFor({ state: 'detached' })
  await page.goto(page.url().replace(/\/compte-rendu.*/, '/emargement'))
  await page.getByRole('heading', { level: 1, name: /personnes là/ }).waitFor()
  const avant = page.url()
  const code = (await page.getByRole('link', { name: 'La page qu’il ouvre' }).getAttribute('href'))!
  const telephone = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await telephone.page.goto(code.replace(/^https?:\/\/[^/]+/, serveur.adresse))
  expect(await telephone.page.textContent('main')).not.toContain('Partenaire')
  await telephone.page.getByLabel('Prénom et nom').fill('Partenaire 2')
  await telephone.page.getByLabel('Adresse électronique').fill('partenaire2@exemple.fr')
  await telephone.page.getByRole('button', { name: 'Noter ma présence' }).click()
  await telephone.page.getByText('C’est noté, bienvenue').waitFor()
  await telephone.finir()
  const avecScript = await visite({ chez: serveur.adresse, viewport: { width: 360, height: 740 } })
  await avecScript.page.goto(code.replace(/^https?:\/\/[^/]+/, serveur.adresse))
  await verifierPage(avecScript.page)
  await avecScript.finir()
  await page.goto(avant)
  await page.getByRole('heading', { level: 1, name: '4 personnes là, dont 2 sur 2 attendues' }).waitFor()

  // once the minutes are validated the code offers nothing that would be refused
  await page.goto(avant.replace(/\/emargement.*/, '/compte-rendu'))
  await page.getByRole('button', { name: 'Valider le compte rendu' }).click()
  await page.getByRole('button', { name: 'Envoyer le compte rendu' }).waitFor()
  const apres = await visite({ chez: serveur.adresse, javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await apres.page.goto(code.replace(/^https?:\/\/[^/]+/, serveur.adresse))
  await apres.page.getByText('Les présences de cette séance sont closes').waitFor()
  expect(await apres.page.getByRole('button', { name: 'Noter ma présence' }).count()).toBe(0)
  await apres.finir()
  await finir()
})
