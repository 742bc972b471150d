import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { chromium, type Page } from 'playwright-core'
import { unPlan } from '../tests/parcours/plan.ts'
import { suivi } from '../tests/parcours/suivi.ts'
import { launchServer } from '../tests/parcours/serveur.ts'
import { findBrowser } from './browser.ts'

// `node scripts/images-du-guide.ts`: takes again every picture of docs/guide, from the built product and its demonstration.

const DOSSIER = join('docs', 'guide', 'images')
const LARGEUR = 1280
/** Heavier than this, in bytes, a picture slows the guide down for nothing. */
const POIDS_MAX = 150_000

/** A picture: how to get to its page, how many pixels are shown, and from which part of the page (its top when not said). */
type Prise = { nom: string; aller: (page: Page) => Promise<unknown>; hauteur: number; depuis?: string }

/** Enters a territory of the demonstration, opens a page, then follows the first link of each selector. */
const ouvrir =
  (slug: string, chemin: string, liens: string[] = [], suite = '') =>
  async (page: Page) => {
    await page.goto('/')
    await page.locator(`button[value="${slug}"]`).click()
    await page.waitForURL(`**/${slug}`)
    await page.goto(`/${slug}${chemin}`)
    for (const lien of liens) await page.goto((await page.locator(lien).first().getAttribute('href'))!)
    if (suite) await page.goto(page.url() + suite)
  }

const CONTRAT = 'main a[href*="/contrats/0"]'

async function apercevoirUnImport(page: Page): Promise<void> {
  await ouvrir('villiers-sur-marne', '/actions/importer')(page)
  await page.getByLabel(/Votre fichier/).setInputFiles({
    name: 'plan.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await unPlan('Plan santé 2027-2029'))
  })
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('heading', { level: 1, name: /L’import écrirait/ }).waitFor()
}

async function direLesColonnes(page: Page): Promise<void> {
  await ouvrir('villiers-sur-marne', '/actions/importer')(page)
  await page.getByLabel(/Votre fichier/).setInputFiles({
    name: 'suivi de la ville.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeXlsx({ sheets: suivi('Suivi 2026', 'Rubrique maison') }))
  })
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('heading', { level: 1, name: /Que contient chaque colonne/ }).waitFor()
}

async function preparerUneSignature(page: Page): Promise<void> {
  await ouvrir('villiers-sur-marne', '/contrats/nouveau')(page)
  await page.getByLabel(/Intitulé/).fill('Contrat local de santé 2027-2031')
  await page.getByLabel('Début').fill('2027')
  await page.getByLabel('Fin', { exact: true }).fill('2031')
  await page.getByRole('button', { name: 'Ouvrir le contrat' }).click()
  await page.getByRole('link', { name: 'Ce qui manque pour signer' }).click()
  for (const [structure, role] of [
    ['Ville de Villiers-sur-Marne', 'porteur'],
    ['ARS Île-de-France', 'obligatoire'],
    ['Préfecture du Val-de-Marne', 'obligatoire']
  ] as const) {
    await page.getByLabel('Structure').fill(structure)
    await page.getByLabel('Rôle').selectOption(role)
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByRole('cell', { name: structure, exact: true }).waitFor()
  }
  await page.getByRole('button', { name: 'Passer en relecture' }).click()
  await page.getByRole('button', { name: 'Déclarer le contrat signé' }).waitFor()
}

/** From within the territory: the next meeting, or the one that was held. */
async function allerALaSeance(page: Page, tenue = false): Promise<void> {
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Groupe « Accès aux droits et aux soins »' }).click()
  const seances = page.locator('#seances .quand a')
  // what is past is folded
  await page.goto((await (tenue ? seances.last() : seances.first()).getAttribute('href'))!)
  await page.getByRole('heading', { level: 2, name: 'Ordre du jour' }).waitFor()
}

/** A part of the meeting that was held in the demonstration. */
const vivreLaSeance = (suite: string, tenue: boolean) => async (page: Page) => {
  await ouvrir('cergy', '/instances')(page)
  await allerALaSeance(page, tenue)
  await page.goto(page.url() + suite)
}

/** Somebody with an address enters the directory. */
async function inscrire(page: Page, nom: string): Promise<void> {
  await ouvrir('cergy', '/partenaires/personnes/nouvelle')(page)
  await page.getByLabel('Nom').first().fill(nom)
  await page.getByLabel(/Adresse électronique/).fill('camille@exemple.invalid')
  await page.getByRole('button', { name: /Inscrire|Ajouter/ }).click()
  await page.getByRole('heading', { level: 1, name: nom }).waitFor()
}

/** Someone of the directory is invited, and follows the link of her letter. */
async function suivreUneInvitation(page: Page): Promise<void> {
  await inscrire(page, 'Camille Exemple')
  await allerALaSeance(page)
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: '1 personne invitée' }).waitFor()
  await suivreLaLettre(page, 'invitation')
}

/** Someone is asked news of the action that she pilots, and follows the link of her letter. */
async function suivreUneDemande(page: Page): Promise<void> {
  await inscrire(page, 'Dominique Exemple')
  await page.goto('/cergy/actions')
  await page.goto(`${await page.locator('a.titre').first().getAttribute('href')}?modifier=intervenants`)
  const section = page.locator('#intervenants')
  await section.getByLabel('Rôle').last().selectOption({ label: 'Personne pilote' })
  await section.getByLabel('Personne', { exact: true }).last().fill('Dominique Exemple')
  await section.getByRole('button', { name: 'Enregistrer' }).click()
  await section.getByRole('button', { name: 'Enregistrer' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Demander des nouvelles' }).click()
  await page.getByLabel('Un mot à ajouter').fill('Le comité de pilotage se réunit le 9 décembre.')
  await page.getByRole('button', { name: 'Écrire aux pilotes des actions cochées' }).click()
  await page.getByText('1 lettre part').waitFor()
  await suivreLaLettre(page, 'nouvelles')
}

/** The link of the last letter of a kind, as its address says it. */
async function suivreLaLettre(page: Page, sorte: string): Promise<void> {
  await page.goto('/courriels')
  const lettre = page.locator(`a[href*="/${sorte}/"]`).first()
  for (let essai = 0; essai < 20 && (await lettre.count()) === 0; essai++) {
    await page.waitForTimeout(500)
    await page.goto('/courriels')
  }
  // the server took any free port, which its settings do not know
  await page.goto(new URL((await lettre.getAttribute('href'))!).pathname)
}

/** A meeting of today, planned in the plenary of the CLSM; answers its address. */
async function uneSeanceDuJour(page: Page): Promise<string> {
  await page.goto('/cergy/instances')
  await page.getByRole('link', { name: 'Assemblée plénière du CLSM' }).click()
  await page.getByRole('heading', { level: 1, name: 'Assemblée plénière du CLSM' }).waitFor()
  const jour = page.getByLabel('Jour')
  // it stands open where no meeting was ever planned
  if (!(await jour.isVisible())) await page.locator('#seances summary', { hasText: 'Prévoir une séance' }).click()
  await jour.fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel('Durée').fill('2 h')
  await page.getByRole('button', { name: 'Prévoir la séance' }).click()
  await page.getByText('Vous avez prévu une séance').waitFor()
  return (await page.locator('#seances .quand a').first().getAttribute('href'))!
}

/** The questions of a meeting of today, opened so that their link answers. */
async function suivreLesQuestions(page: Page): Promise<void> {
  await ouvrir('cergy', '/instances')(page)
  await page.goto(`${await uneSeanceDuJour(page)}/questions`)
  await page.getByRole('button', { name: 'Ouvrir les questions' }).click()
  const lien = page.getByRole('link', { name: 'La page qu’il ouvre' })
  await page.goto(new URL((await lien.getAttribute('href'))!).pathname)
}

const INVITES = [
  ['CPAM du Val-d’Oise', 'Conseillère en accès aux droits'],
  ['CPTS du territoire', 'Coordinatrice de la CPTS'],
  ['CCAS de Cergy', 'Responsable du pôle social'],
  ['Maisons de quartier', 'Médiateur santé'],
  ['GHT NOVO', 'Cadre de santé']
]

/** Minutes that may leave: somebody who came has an address. */
async function relireUnCompteRendu(page: Page): Promise<void> {
  await ouvrir('cergy', '/partenaires/personnes?recherche=Référente', ['tbody th a'], '?modifier=coordonnees')(page)
  await page.getByLabel('Adresse électronique').fill('referente@exemple.invalid')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('link', { name: 'referente@exemple.invalid' }).waitFor()
  await allerALaSeance(page, true)
  await page.goto(`${page.url()}/compte-rendu`)
}

/** The door of a meeting of today, whose first guests have come. */
async function accueillirAujourdhui(page: Page): Promise<void> {
  await ouvrir('cergy', '/partenaires/importer')(page)
  const lignes = INVITES.map(([structure, nom], rang) => `${structure};${nom};invite${rang}@exemple.invalid`)
  const buffer = Buffer.from(['Structure;Nom;Courriel', ...lignes].join('\n'))
  await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'carnet.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText('lignes reprises dans l’annuaire').waitFor()
  const seance = await uneSeanceDuJour(page)
  await page.goto(seance)
  const choix = page.getByLabel('Tous les partenaires')
  if (!(await choix.isVisible())) await page.locator('#invitations summary', { hasText: 'Inviter' }).click()
  await choix.check()
  await page.getByRole('button', { name: 'Envoyer les invitations' }).click()
  await page.getByRole('heading', { level: 2, name: /personnes? invitées?/ }).waitFor()
  await page.goto(`${seance}/emargement`)
  for (const [, nom] of INVITES.slice(0, 2)) {
    await page.getByRole('button', { name: `Est là : ${nom}` }).click()
    await page.getByRole('button', { name: `Est là : ${nom}` }).waitFor({ state: 'detached' })
  }
  // as one who arrives sees it, from the top
  await page.goto('/cergy')
  await page.goto(`${seance}/emargement`)
}

const PRISES: Prise[] = [
  { nom: 'accueil', hauteur: 660, aller: (page) => page.goto('/') },
  { nom: 'commencer', hauteur: 626, aller: (page) => page.goto('/commencer?courriel=vous@ville.fr&commune=alfortville') },
  { nom: 'importer', hauteur: 820, aller: apercevoirUnImport },
  { nom: 'colonnes', hauteur: 900, aller: direLesColonnes },
  { nom: 'portefeuille', hauteur: 700, aller: ouvrir('cergy', '/actions') },
  { nom: 'fiche', hauteur: 740, aller: ouvrir('cergy', '/actions', ['a.titre']) },
  { nom: 'fiche-modifier', hauteur: 530, depuis: '#textes', aller: ouvrir('cergy', '/actions', ['a.titre'], '?modifier=textes') },
  { nom: 'contrat', hauteur: 780, aller: ouvrir('cergy', '/contrats', [CONTRAT]) },
  { nom: 'axes', hauteur: 640, aller: ouvrir('cergy', '/contrats', [CONTRAT, '#axes a[href$="/axes"]']) },
  { nom: 'signer', hauteur: 740, aller: ouvrir('villiers-sur-marne', '/contrats', [CONTRAT], '/signature') },
  { nom: 'declarer', hauteur: 1010, aller: preparerUneSignature },
  { nom: 'sortir', hauteur: 530, aller: ouvrir('creteil', '/contrats', [CONTRAT]) },
  { nom: 'frise', hauteur: 640, aller: ouvrir('cergy', '/contrats/frise') },
  { nom: 'suites', hauteur: 760, aller: ouvrir('creteil', '/contrats', [CONTRAT], '/suite') },
  { nom: 'budget', hauteur: 760, aller: ouvrir('cergy', '/actions/budget') },
  { nom: 'statuts', hauteur: 700, aller: ouvrir('cergy', '/actions/statuts') },
  { nom: 'calendrier', hauteur: 700, aller: ouvrir('cergy', '/actions/calendrier') },
  { nom: 'matrice', hauteur: 760, aller: ouvrir('cergy', '/actions/matrice') },
  { nom: 'pilotes', hauteur: 700, aller: ouvrir('cergy', '/actions/pilotes') },
  { nom: 'lot', hauteur: 760, aller: ouvrir('cergy', '/actions/lot?champ=priorite&valeur=bas') },
  { nom: 'rapprocher', hauteur: 560, aller: ouvrir('cergy', '/partenaires/rapprocher') },
  { nom: 'reseau', hauteur: 660, depuis: '#dessin', aller: ouvrir('cergy', '/partenaires/reseau?niveau=2') },
  { nom: 'seul-contact', hauteur: 760, aller: ouvrir('cergy', '/partenaires/appuis') },
  { nom: 'offres-et-besoins', hauteur: 760, aller: ouvrir('cergy', '/partenaires/besoins') },
  { nom: 'formations', hauteur: 760, aller: ouvrir('cergy', '/partenaires/formations') },
  { nom: 'rencontres', hauteur: 820, aller: vivreLaSeance('/rencontres', true) },
  { nom: 'agenda', hauteur: 760, aller: ouvrir('cergy', '/instances/agenda') },
  { nom: 'instances', hauteur: 800, aller: ouvrir('cergy', '/instances') },
  {
    nom: 'seance',
    hauteur: 700,
    aller: async (page) => {
      await ouvrir('cergy', '/instances')(page)
      await allerALaSeance(page)
    }
  },
  { nom: 'notes', hauteur: 760, aller: vivreLaSeance('/compte-rendu', false) },
  { nom: 'questions-reponses', hauteur: 820, aller: vivreLaSeance('/questions', true) },
  { nom: 'questions', hauteur: 900, aller: suivreLesQuestions },
  { nom: 'invitation', hauteur: 860, aller: suivreUneInvitation },
  { nom: 'nouvelles', hauteur: 760, aller: suivreUneDemande },
  { nom: 'page-publique', hauteur: 700, aller: (page) => page.goto('/public/cergy') },
  { nom: 'documents', hauteur: 760, aller: ouvrir('cergy', '/reglages/documents') },
  { nom: 'territoire', hauteur: 530, aller: ouvrir('cergy', '/reglages') },
  { nom: 'quartiers', hauteur: 720, aller: ouvrir('cergy', '/reglages/quartiers') },
  // last: the others are without the addresses and the guests that these need
  { nom: 'compte-rendu', hauteur: 700, aller: relireUnCompteRendu },
  { nom: 'presences', hauteur: 720, aller: accueillirAujourdhui }
]

const executablePath = await findBrowser()
if (!executablePath) throw new Error('Aucun navigateur : installez Chrome ou Chromium pour photographier les pages.')
await mkdir(DOSSIER, { recursive: true })
const serveur = await launchServer({ TISSERAND_DEMO: 'oui' })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] })
try {
  for (const { nom, aller, hauteur, depuis } of PRISES) {
    const viewport = { width: LARGEUR, height: hauteur }
    const context = await browser.newContext({
      baseURL: serveur.adresse,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport,
      reducedMotion: 'reduce'
    })
    const page = await context.newPage()
    await aller(page)
    await page.evaluate(async (cible) => {
      await document.fonts.ready
      const haut = cible ? document.querySelector(cible)!.getBoundingClientRect().top + scrollY - 16 : 0
      scrollTo({ top: haut, behavior: 'instant' })
      // a lit button or a caret would say that something is going on
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }, depuis)
    await page.mouse.move(0, 0)
    const chemin = join(DOSSIER, `${nom}.png`)
    await page.screenshot({ path: chemin, animations: 'disabled' })
    const { size } = await stat(chemin)
    console.log(`${chemin} : ${Math.round(size / 1000)} ko${size > POIDS_MAX ? ', trop lourde' : ''}`)
    if (size > POIDS_MAX) process.exitCode = 1
    await context.close()
  }
} finally {
  await browser.close()
  await serveur.stop()
}
