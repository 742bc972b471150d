import type { Component } from 'svelte'
import { expect, test } from 'vitest'
import { composerLettre } from '#platform/lettre.server.ts'
import Connexion from '#domaines/comptes/courriels/Connexion.svelte'
import Invitation from '#domaines/comptes/courriels/Invitation.svelte'
import LettreDeContacts from '#domaines/instances/courriels/LettreDeContacts.svelte'
import LettreDeCompteRendu from '#domaines/instances/courriels/LettreDeCompteRendu.svelte'
import LettreDeSeance from '#domaines/instances/courriels/LettreDeSeance.svelte'
import LettreDeTaches from '#domaines/instances/courriels/LettreDeTaches.svelte'
import LettreDEspace from '#domaines/pilotage/courriels/LettreDEspace.svelte'
import { visites } from './visite.ts'

const visite = visites()

// words as long as they come, and addresses that do not break by themselves
const LIEN = `https://sante.une-agglomeration-au-nom-vraiment-tres-long.exemple.fr/invitation/${'aB3_'.repeat(12)}`
const COURRIEL = 'coordination.du.contrat.local.de.sante@une-agglomeration-au-nom-vraiment-tres-long.exemple.fr'
const LONG = 'Interprofessionnalité/pluridisciplinarité/intersectorialité'
const invitation = {
  id: 'i',
  seanceId: 's',
  nom: 'Marie-Antoinette de La Rochefoucauld-Liancourt',
  personneId: 'p',
  structureId: null,
  reponse: null,
  remplacant: null,
  reponduLe: null,
  territoire: 'Communauté d’agglomération Saint-Quentin-en-Yvelines',
  instance: `Groupe « ${LONG} »`,
  mission: null,
  jour: '2031-12-09',
  heure: '14:00',
  duree: 120,
  lieu: 'Espace Santé, 2 place de la Mairie, salle du rez-de-chaussée',
  capacite: 45,
  objet: LONG,
  annulee: false,
  motifAnnulation: 'La salle est inondée.',
  version: 0,
  exemple: false,
  points: [{ temps: 'presentation', intitule: 'Une structure', structure: LONG, detail: null }],
  reponses: [],
  sollicitations: 0,
  courriels: 'tous',
  coordination: COURRIEL
}
const tache = {
  id: 't',
  texte: `Écrire à ${COURRIEL}`,
  personneId: 'p',
  faiteLe: null,
  echeance: '2031-12-20',
  instance: invitation.instance,
  jour: '2031-12-09'
}
const rendu = { ...invitation, conclusions: [{ id: 'c', sorte: 'decision', texte: `Ouvrir ${LIEN}` }], taches: [tache] }

const deLaSeance = (nature: string) => [nature, LettreDeSeance, { nature, invitation, lien: LIEN }] as const
const LETTRES: readonly (readonly [nom: string, composant: unknown, props: Record<string, unknown>])[] = [
  ['lien pour entrer', Connexion, { lien: LIEN, minutes: 15 }],
  ['accès d’un membre', Invitation, { lien: LIEN, territoire: invitation.territoire, par: COURRIEL, adresse: LIEN }],
  ...['invitation', 'rappel', 'mise_a_jour', 'annulation', 'place'].map(deLaSeance),
  ['compte rendu', LettreDeCompteRendu, { rendu, nom: invitation.nom, personneId: 'p', lien: LIEN, coordination: COURRIEL }],
  [
    'lien de sa page',
    LettreDEspace,
    { nom: invitation.nom, territoire: invitation.territoire, coordination: COURRIEL, lien: LIEN, jours: 200 }
  ],
  [
    'tâches',
    LettreDeTaches,
    {
      siennes: {
        personneId: 'p',
        nom: invitation.nom,
        territoire: invitation.territoire,
        coordination: COURRIEL,
        taches: [tache]
      },
      lien: LIEN
    }
  ],
  [
    'contacts échangés',
    LettreDeContacts,
    {
      lettre: {
        ...invitation,
        contacts: [
          { nom: invitation.nom, structure: LONG, fonction: LONG, courriel: COURRIEL, telephone: '01 02 03 04 05' },
          { nom: LONG, structure: null, fonction: null, courriel: null, telephone: null }
        ],
        promesses: [{ avec: invitation.nom, texte: `Écrire à ${COURRIEL}` }]
      },
      lien: LIEN
    }
  ]
]

test.each(LETTRES)(
  'R-090 · la lettre « %s » se lit à 320 px, en grands caractères aussi, sans déborder',
  async (nom, composant, props) => {
    const { page, finir } = await visite({ viewport: { width: 320, height: 640 } })
    const objet = `Objet de « ${nom} » & suite`
    const { html } = composerLettre(composant as Component<Record<string, unknown>>, props, objet)
    await page.setContent(html)
    expect(await page.title()).toBe(objet)
    const debord = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await debord()).toBeLessThanOrEqual(0)
    const taille = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('p')!).fontSize))
    expect(taille).toBeGreaterThanOrEqual(16)
    // what a finger aims at is not the line beside it
    const liens = await page.locator('li a').evaluateAll((tous) => tous.map((lien) => lien.getBoundingClientRect().top))
    for (const [rang, haut] of liens.slice(1).entries()) expect(haut - liens[rang]!).toBeGreaterThanOrEqual(24)
    const reponses = await page
      .locator('a[href*="?reponse="]')
      .evaluateAll((tous) => tous.map((lien) => lien.getBoundingClientRect().height))
    expect(reponses).toHaveLength(['invitation', 'rappel'].includes(nom) ? 4 : 0)
    for (const hauteur of reponses) expect(hauteur).toBeGreaterThanOrEqual(44)
    await page.addStyleTag({ content: 'body { font-size: 32px !important }' })
    expect(await debord()).toBeLessThanOrEqual(0)
    await finir()
  }
)
