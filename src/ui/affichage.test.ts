import { createRawSnippet } from 'svelte'
import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import Bouton from './Bouton.svelte'
import Entete from './Entete.svelte'
import Icone from './Icone.svelte'
import Jauge from './Jauge.svelte'
import Message from './Message.svelte'
import Pagination from './Pagination.svelte'
import Sigle from './Sigle.svelte'
import Tableau from './Tableau.svelte'

const texte = (dit: string) => createRawSnippet(() => ({ render: () => `<span>${dit}</span>` }))
const net = (html: string) => html.replace(/<!--.*?-->/g, '')
const dit = (html: string) =>
  net(html)
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

test('un bouton qui a une adresse est un lien, et un bouton sinon', () => {
  expect(net(render(Bouton, { props: { href: '/actions', children: texte('Voir') } }).body)).toMatch(/^<a [^>]*href="\/actions"/)
  expect(net(render(Bouton, { props: { name: 'reponse', value: 'vient', children: texte('Je viens') } }).body)).toMatch(
    /^<button [^>]*type="submit" name="reponse" value="vient"/
  )
})

test('un bouton muet garde ses mots pour qui écoute', () => {
  const { body } = render(Bouton, { props: { muet: true, icone: 'haut', children: texte('Monter') } })
  expect(body).toMatch(/class="vu[^"]*">(?:<!--.*?-->)*<span>Monter/)
})

test('une icône ne se lit pas à voix haute, sauf si un titre le demande', () => {
  expect(dit(render(Icone, { props: { nom: 'fait' } }).body)).toBe('')
  expect(render(Icone, { props: { nom: 'fait' } }).body).toContain('aria-hidden="true"')
  expect(dit(render(Icone, { props: { nom: 'fait', titre: 'répondu' } }).body)).toBe('répondu')
})

test('la jauge se dit en mots et ses parts remplissent exactement la barre', () => {
  const parts = [
    { ton: 'ok', nombre: 2, libelle: 'réalisées' },
    { ton: 'trame', nombre: 0, libelle: 'en retard' },
    { ton: 'neutre', nombre: 2, libelle: 'à venir' }
  ] as const
  const { body } = render(Jauge, { props: { parts } })
  expect(body).toContain('aria-label="2 réalisées, 2 à venir"')
  expect([...body.matchAll(/x="([\d.]+)" width="([\d.]+)"/g)].map(([, x, largeur]) => [Number(x), Number(largeur)])).toEqual([
    [0, 49.1],
    [50, 50]
  ])
  expect(render(Jauge, { props: { parts: [] } }).body).toContain('aria-label="rien encore"')
})

test('un sigle s’explique par un bouton qui ouvre sa bulle sans script', () => {
  const { body } = render(Sigle, { props: { sigle: 'CLS', developpe: 'contrat local de santé' } })
  const [, cible] = /popovertarget="([^"]+)"/.exec(body)!
  expect(body).toMatch(new RegExp(`id="${cible}" popover="auto"`))
  expect(dit(body)).toContain('contrat local de santé')
})

test('seul un message d’alerte interrompt la lecture', () => {
  expect(render(Message, { props: { ton: 'alerte' } }).body).toContain('role="alert"')
  expect(render(Message, { props: { ton: 'ok' } }).body).toContain('role="status"')
})

test('une colonne triée le dit, et les autres offrent leur tri par un lien', () => {
  const colonnes = [
    { cle: 'a', libelle: 'Action', trie: 'desc', lienTri: '?tri=a' },
    { cle: 'b', libelle: 'Budget', nombre: true, lienTri: '?tri=b' },
    { cle: 'c', libelle: 'Pilote' }
  ] as const
  const { body } = render(Tableau, { props: { legende: 'Actions', colonnes, children: texte('') } })
  const [tete] = /<thead.*<\/thead>/s.exec(body)!
  expect([...tete.matchAll(/<th [^>]*>/g)].map(([th]) => /aria-sort="(\w+)"/.exec(th)?.[1])).toEqual([
    'descending',
    undefined,
    undefined
  ])
  expect([...tete.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['?tri=a', '?tri=b'])
  expect(body).toMatch(/<caption[^>]*>Actions<\/caption>/)
})

test('un tableau qui défile de côté s’atteint au clavier', () => {
  expect(render(Tableau, { props: { legende: 'Croisements', cartes: false, children: texte('') } }).body).toMatch(
    /<section[^>]* aria-label="Croisements" tabindex="0"/
  )
})

test('la pagination montre la première, la dernière, les voisines et la page où l’on est', () => {
  const { body } = render(Pagination, { props: { page: 5, pages: 9, adresse: (page: number) => `?page=${page}` } })
  expect([...body.matchAll(/href="\?page=(\d)"/g)].map(([, page]) => page)).toEqual(['4', '1', '4', '6', '9', '6'])
  expect(dit(/<span[^>]*aria-current="page".*?<\/span>.*?<\/span>/s.exec(body)![0])).toContain('5')
  expect(dit(render(Pagination, { props: { page: 1, pages: 1, adresse: String } }).body)).toBe('')
})

test('l’en-tête donne le titre à la page et au document, et dit le chemin', () => {
  const { head, body } = render(Entete, {
    props: { titre: '34 actions, dont 3 sans nouvelles', chemin: [{ href: '/cls', libelle: 'CLS' }] }
  })
  expect(head).toContain('<title>34 actions, dont 3 sans nouvelles · Tisserand</title>')
  expect(body).toMatch(/<nav[^>]*aria-label="Fil d’Ariane"/)
  expect(dit(/<h1.*<\/h1>/s.exec(body)![0])).toBe('34 actions, dont 3 sans nouvelles')
})
