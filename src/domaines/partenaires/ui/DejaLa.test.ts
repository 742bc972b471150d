import { expect, test } from 'vitest'
import { render } from 'svelte/server'
import DejaLa from './DejaLa.svelte'

const precisions = { id: '0199a000-0000-7000-8000-000000000001', nom: 'Mission locale' }
const rendre = (retour: { formulaire?: string; precisions?: Record<string, unknown> }) =>
  render(DejaLa, { props: { sous: '/cergy/partenaires', retour } }).body.replace(/<!--.*?-->/g, '')

test('« déjà dans l’annuaire » mène à la page de celle qui y est', () => {
  const html = rendre({ formulaire: '', precisions })
  expect(html).toContain(`<a href="/cergy/partenaires/${precisions.id}">Ouvrir la page de Mission locale</a>`)
})

test('rien n’est dit quand le refus est autre, ou celui d’un autre formulaire de la page', () => {
  expect(rendre({ formulaire: '', precisions: {} })).not.toContain('href')
  expect(rendre({ formulaire: 'recue', precisions })).not.toContain('href')
})
