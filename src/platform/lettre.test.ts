import { createRawSnippet } from 'svelte'
import { expect, test } from 'vitest'
import { composerLettre } from './lettre.server.ts'

const enTexte = (html: string) => composerLettre(createRawSnippet(() => ({ render: () => html })) as never, {}, 'Objet').texte

test('la lettre en texte tient en 72 colonnes, sans couper une adresse, et sans rien de la page', () => {
  const adresse = `https://sante.exemple.fr/invitation/${'a'.repeat(60)}?reponse=vient`
  const texte = enTexte(
    `<div><p>Bonjour\n   Lou,</p> <p>${'mot '.repeat(40)}</p><ul><li>${'point '.repeat(20)}</li><li><a href="${adresse}&amp;x=1">Je viens</a></li></ul></div>`
  )
  const lignes = texte.split('\n')
  expect(lignes[0]).toBe('Bonjour Lou,')
  expect(lignes.filter((ligne) => ligne.length > 72)).toEqual([`  ${adresse}&x=1`])
  expect(lignes.find((ligne) => ligne.startsWith('  point'))).toBeDefined()
  expect(texte).not.toMatch(/[<>]|&\w+;/)
})

test('la page porte l’objet pour titre, sans que ses signes s’y lisent comme du code', () => {
  const { objet, html } = composerLettre(createRawSnippet(() => ({ render: () => '<p>Bonjour</p>' })) as never, {}, 'A & B <i>')
  expect(objet).toBe('A & B <i>')
  expect(html).toContain('<title>A &amp; B &lt;i&gt;</title>')
})
