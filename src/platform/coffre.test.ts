import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ouvrirCoffre } from './coffre.server.ts'

const dossier = mkdtempSync(join(tmpdir(), 'coffre-'))
afterAll(() => rmSync(dossier, { recursive: true, force: true }))
const avec = (cle: string) => ouvrirCoffre({ TISSERAND_CLE: cle, dossier })

test('ce qui est scellé s’ouvre, et ne se lit pas sans la clé', () => {
  const coffre = avec('une-cle-de-l-installation')
  const scelle = coffre.sceller('mot de passe à garder', 'cergy')
  expect(scelle).not.toContain('passe')
  expect(coffre.ouvrir(scelle, 'cergy')).toBe('mot de passe à garder')
  expect(coffre.sceller('mot de passe à garder', 'cergy')).not.toBe(scelle)
  expect(avec('une-autre-cle-de-vingt-signes').ouvrir(scelle, 'cergy')).toBeNull()
})

test('ce qui est scellé pour un territoire ne s’ouvre pas pour un autre, ni une fois touché', () => {
  const coffre = avec('une-cle-de-l-installation')
  const scelle = coffre.sceller('secret', 'cergy')
  expect(coffre.ouvrir(scelle, 'creteil')).toBeNull()
  expect(coffre.ouvrir(`${scelle.slice(0, -2)}AA`, 'cergy')).toBeNull()
  for (const abime of ['', 'c1.', 'c2.abc', 'n’importe quoi']) expect(coffre.ouvrir(abime, 'cergy')).toBeNull()
})

test('sans clé donnée, le dossier des données en garde une, que son propriétaire seul lit, et toujours la même', () => {
  const scelle = ouvrirCoffre({ TISSERAND_CLE: undefined, dossier }).sceller('secret', 'cergy')
  expect(ouvrirCoffre({ TISSERAND_CLE: undefined, dossier }).ouvrir(scelle, 'cergy')).toBe('secret')
  if (process.platform !== 'win32') expect(statSync(join(dossier, 'cle-du-coffre')).mode & 0o777).toBe(0o600)
})
