import { expect, test } from 'vitest'
import { readSettings, SettingsError } from './env.server.ts'

test('sans réglage, le produit n’écoute que cette machine', () => {
  expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', loopback: true, urlPublique: 'http://127.0.0.1:3000' })
  expect(readSettings({ HOST: '0.0.0.0' }).loopback).toBe(false)
})

test('chaque faute de réglage est dite en français, avec son nom, et toutes à la fois', () => {
  const lire = () =>
    readSettings({ PORT: 'quatre-vingts', TISSERAND_DEMO: 'peut-être', DATABASE_URL: 'mysql://ici', URL_PUBLIQUE: 'sante.fr' })
  expect(lire).toThrow(SettingsError)
  for (const nom of ['PORT', 'TISSERAND_DEMO', 'DATABASE_URL', 'URL_PUBLIQUE']) expect(lire).toThrow(nom)
})

test('une adresse de migration sans adresse de base est refusée', () => {
  expect(() => readSettings({ DATABASE_URL_MIGRATIONS: 'postgres://a@b/c' })).toThrow('ne va pas sans DATABASE_URL')
})
