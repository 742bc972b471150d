import { expect, test } from 'vitest'
import { render } from 'svelte/server'
import Essai from './Formulaire.essai.svelte'
import type { Retour } from './formulaire.ts'

const rendre = (retour: Retour, nom = '') => render(Essai, { props: { retour, nom } }).body.replace(/<!--.*?-->/g, '')
const balise = (html: string, motif: RegExp): string => motif.exec(html)?.[0] ?? ''
const champ = (html: string, nom: string) => balise(html, new RegExp(`<(?:input|select|textarea)[^>]*name="${nom}"[^>]*>`))

test('une erreur est attachée à son champ : le lecteur d’écran la dit quand on y arrive', () => {
  const html = rendre({ erreurs: { titre: ['Le titre manque.'] }, valeurs: { titre: '' } })
  expect(champ(html, 'titre')).toContain('aria-describedby="titre-erreur titre-aide"')
  expect(champ(html, 'titre')).toContain('aria-invalid="true"')
  expect(balise(html, /<p[^>]*id="titre-erreur".*?<\/p>/)).toContain('Le titre manque.')
  expect(champ(html, 'pilote')).not.toContain('aria-invalid')
})

test('sans erreur, un champ ne renvoie qu’à son aide', () => {
  const html = rendre(null)
  expect(champ(html, 'titre')).toContain('aria-describedby="titre-aide"')
  expect(champ(html, 'pilote')).not.toContain('aria-describedby')
})

test('le résumé des erreurs prend le focus sans script et mène à chaque champ, y compris la première case d’un groupe', () => {
  const html = rendre({ erreurs: { titre: ['Le titre manque.'], axes: ['Choisissez un axe.'], '': ['La fiche a changé.'] } })
  expect(balise(html, /<div[^>]*data-resume[^>]*>/)).toMatch(/role="alert".*tabindex="-1".*autofocus/)
  expect(html).toContain('3 points sont à revoir')
  const ids = [...html.matchAll(/<a href="#([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['titre', 'axes'])
  for (const id of ids) expect(html).toMatch(new RegExp(`<input[^>]*id="${id}"`))
})

test('le résumé suit l’ordre des champs, quel que soit celui des refus ; ce qui vaut pour tout vient d’abord', () => {
  const html = rendre({
    erreurs: {
      publier: ['Publiez-la.'],
      etapes: ['Trop d’étapes.'],
      note: ['La note manque.'],
      '': ['La fiche a changé.'],
      titre: ['Le titre manque.']
    },
    valeurs: { titre: '', note: '', pilote: '', 'etapes.0.titre': 'Convention' }
  })
  const resume = balise(html, /<div[^>]*data-resume.*?<\/ul>/s).replace(/<[^>]*>/g, ' ')
  const places = ['La fiche a changé.', 'Le titre manque.', 'La note manque.', 'Trop d’étapes.', 'Publiez-la.'].map((phrase) =>
    resume.indexOf(phrase)
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(0)
})

test('ce qui a été écrit est gardé à la place de ce qui était enregistré', () => {
  const html = rendre({
    erreurs: {},
    valeurs: { titre: 'Nouveau titre', statut: 'fini', axes: '1\n3', note: 'Deux <b>lignes</b>' }
  })
  expect(champ(html, 'titre')).toContain('value="Nouveau titre"')
  expect(html).toMatch(/<option value="fini" selected/)
  expect([...html.matchAll(/name="axes" value="(\d)"[^>]*checked/g)].map(([, v]) => v)).toEqual(['1', '3'])
  expect(html).toContain('Deux &lt;b>lignes&lt;/b></textarea>')
})

test('une case décochée reste décochée quand le formulaire revient, même si elle était enregistrée cochée', () => {
  expect(champ(rendre(null), 'publier')).toContain('checked')
  expect(champ(rendre({ valeurs: { titre: 'x' } }), 'publier')).not.toContain('checked')
  expect(champ(rendre({ valeurs: { publier: 'oui' } }), 'publier')).toContain('checked')
})

test('toutes les lignes renvoyées par un refus sont montrées, en plus de celles enregistrées', () => {
  const lignes = (html: string) => [...html.matchAll(/name="etapes\.(\d+)\.titre"/g)].length
  expect(lignes(rendre(null))).toBe(3)
  expect(lignes(rendre({ valeurs: { 'etapes.5.titre': 'Bilan' } }))).toBe(6)
  expect(champ(rendre({ valeurs: { 'etapes.5.titre': 'Bilan' } }), 'etapes\\.5\\.titre')).toContain('value="Bilan"')
})

test('deux formulaires d’une même page ne mêlent ni leurs erreurs ni leurs identifiants', () => {
  const refus: Retour = { formulaire: 'autre', erreurs: { titre: ['Le titre manque.'] } }
  expect(rendre(refus, 'celui-ci')).not.toContain('Le titre manque.')
  expect(rendre(refus, 'autre')).toContain('id="autre-titre-erreur"')
  expect(rendre(refus)).not.toContain('Le titre manque.')
})

test('ce qui est obligatoire est dit en toutes lettres', () => {
  expect(rendre(null).replace(/<[^>]*>/g, '')).toMatch(/Titre\s\(obligatoire\)/)
})

test('une date imprécise enregistrée s’écrit comme on l’écrit en français', () => {
  expect(champ(rendre(null), 'debut')).toContain('value="30/09/2026"')
  expect(champ(rendre(null), 'jour')).toContain('value="23/11/2026"')
  expect(champ(rendre({ valeurs: { debut: 'bientôt' } }), 'debut')).toContain('value="bientôt"')
})
