import type { Component } from 'svelte'
import { render } from 'svelte/server'

/**
 * A Svelte component as the two bodies of a letter: HTML that fits a telephone, and the same words as plain text, in lines of seventy-two signs,
 * with the addresses of its links. The subject is the title of the page, too: it is what a browser that opens the letter shows.
 */
export function composerLettre<P extends Record<string, unknown>>(
  composant: Component<P>,
  props: P,
  objet: string
): { objet: string; html: string; texte: string } {
  const { body } = render(composant as Component<Record<string, unknown>>, { props })
  const corps = body.replace(/<!--.*?-->/gs, '')
  return { objet, html: `${tete(objet)}${corps}</body></html>`, texte: enTexte(corps) }
}

/** Mail programs keep a style on the body, and forget the rest; a long address breaks rather than widen the page. */
const STYLE = 'margin:0;padding:16px;max-width:40rem;font:16px/1.5 sans-serif;overflow-wrap:anywhere'
const tete = (objet: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${enHtml(objet)}</title></head><body style="${STYLE}">`

const enHtml = (texte: string) => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const enTexte = (corps: string): string =>
  corps
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_, href: string, mots: string) => `${mots.trim()}\u00a0: ${href}`)
    .replace(/ ?<\/(?:p|h1|ul)> ?/g, '\n\n')
    .replace(/ ?<\/li> ?(?=<li)| ?<br ?\/?> ?/g, '\n')
    .replace(/ ?<li[^>]*> ?/g, '– ')
    .replace(/<(?:p|h1|ul)[^>]*> ?/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;|&#160;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()
    .split('\n')
    .map((ligne) => replier(ligne.trimEnd()))
    .join('\n')

/** What a terminal of eighty columns shows of an answer that quotes it. */
const COLONNES = 72

/** A line cut between words; what continues a point of a list stands under its words, and an address is never cut. */
function replier(ligne: string): string {
  const retrait = ligne.startsWith('– ') ? '  ' : ''
  const lignes = ['']
  for (const mot of ligne.split(' ')) {
    const encours = lignes.at(-1)!
    if (encours && encours.length + 1 + mot.length > COLONNES) lignes.push(retrait + mot)
    else lignes[lignes.length - 1] = encours ? `${encours} ${mot}` : mot
  }
  return lignes.join('\n')
}
