import type { Component } from 'svelte'
import { render } from 'svelte/server'

/** A Svelte component as the two bodies of a letter: HTML, and the same words as plain text with the addresses of its links. */
export function composerLettre<P extends Record<string, unknown>>(
  composant: Component<P>,
  props: P
): { html: string; texte: string } {
  const { body } = render(composant as Component<Record<string, unknown>>, { props })
  const corps = body.replace(/<!--.*?-->/gs, '')
  const texte = corps
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (_, href: string, mots: string) => `${mots} : ${href}`)
    .replace(/<\/(?:p|h1|ul)>\s*/g, '\n\n')
    .replace(/<\/li>\s*(?=<li)|<br\s*\/?>\s*/g, '\n')
    .replace(/<li[^>]*>/g, '– ')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;|&#160;/g, '\u00a0')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim()
  return {
    html: `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Tisserand</title></head><body>${corps}</body></html>`,
    texte
  }
}
