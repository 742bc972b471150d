import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import { vitrineDEssai } from './essai.ts'
import { PAGES } from './vitrine.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { html: htmlDe, sur } = vitrineDEssai()

describe.each(PAGES)('la page « %s »', (nom) => {
  test('est un HTML valide, sans style ni script dans le texte', async () => {
    const html = htmlDe(nom)
    // svelte writes void elements and empty attributes its own way: the form is not the substance
    const regles = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-inline-style': 'error',
        'long-title': 'off'
      }
    })
    const bilan = await regles.validateString(html)
    expect(
      bilan.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line, column, selector }) => `${ruleId} ${message} ${line}:${column} ${selector}`)
      )
    ).toEqual([])
    expect(html).not.toMatch(/ style=|<style| onclick=|javascript:/)
  })

  test.each([
    { width: 1440, colorScheme: 'light' },
    { width: 768, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' }
  ] as const)('n’a aucun défaut relevé par axe à $width px en $colorScheme', async ({ width, colorScheme }) => {
    await sur(nom, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, async (page) => {
      await page.addScriptTag({ content: AXE })
      const fautes = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
        ).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        })
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      })
      expect(fautes).toEqual([])
    })
  })

  test('se lit sans défiler de côté à 320 px, soit à 400 % de zoom', async () => {
    await sur(nom, { viewport: { width: 320, height: 640 } }, async (page) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    })
  })

  test('offre des cibles de 44 px, hors des liens pris dans une phrase', async () => {
    await sur(nom, { viewport: { width: 360, height: 800 } }, async (page) => {
      const petites = await page.evaluate(() => {
        const hauteur = (el: Element) =>
          Math.max(el.getBoundingClientRect().height, (el.closest('label') ?? el).getBoundingClientRect().height)
        return [
          ...document.querySelectorAll(
            'main :is(button, summary, select, input:not([type=hidden]), textarea, a), header :is(button, a)'
          )
        ]
          .filter(
            (el) =>
              el.checkVisibility() &&
              (!/^(inline|inline-block)$/.test(getComputedStyle(el).display) || el.matches('input, select'))
          )
          .filter((el) => !el.matches('a[class*=pastille]') && hauteur(el) < 43.5)
          .map((el) => `${Math.round(hauteur(el))} ${el.outerHTML.slice(0, 90)}`)
      })
      expect(petites).toEqual([])
    })
  })

  test('arrête les mouvements pour qui l’a demandé', async () => {
    await sur(nom, { reducedMotion: 'reduce' }, async (page) => {
      expect(
        await page.evaluate(
          () => [...document.querySelectorAll('*')].filter((el) => getComputedStyle(el).transitionDuration !== '0s').length
        )
      ).toBe(0)
    })
  })
})
