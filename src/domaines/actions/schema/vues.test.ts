import { describe, expect, test } from 'vitest'
import { ROLES, SYSTEME, type Membre, type Role } from '#platform/acteur.ts'
import { peutGarderVue, peutPartagerVue, peutRetirerVue } from '../droits.ts'
import { COLONNES_PAR_DEFAUT } from './portefeuille.ts'
import { adresseGardee, vueGardeeSchema } from './vues.ts'

describe('une vue gardée', () => {
  test.each([
    ['', ''],
    ['?', ''],
    ['?q=&statut=bloque&quartier=', '?statut=bloque'],
    ['?statut=bloque&grouper=pilote&page=3', '?grouper=pilote&statut=bloque'],
    ['?grouper=pilote&statut=bloque', '?grouper=pilote&statut=bloque'],
    ['?col=statut&col=fin&/garder-vue=&retire=x&vue-retiree=y', '?col=statut&col=fin'],
    ['/calendrier?an=2026', '/calendrier?an=2026'],
    ['?statut=jamais_vu&inconnu=1&silence=oui', '?silence=oui'],
    [`?q=&grouper=axe&silence=oui&${COLONNES_PAR_DEFAUT.map((nom) => `col=${nom}`).join('&')}`, '?silence=oui'],
    ['?q=m%C3%A9diation+%26+cafés', '?q=m%C3%A9diation+%26+caf%C3%A9s']
  ])('« %s » se garde sous une seule forme, sans ce qui ne dit que l’instant', (adresse, gardee) => {
    expect(adresseGardee(adresse)).toBe(gardee)
    expect(adresseGardee(gardee)).toBe(gardee)
  })

  test.each([
    'https://ailleurs.fr/',
    '//ailleurs.fr',
    '/../contrats',
    '/nouvelle',
    '/importer',
    '/calendrier/',
    '/Calendrier',
    'javascript:alert(1)',
    '?statut=bloque#ailleurs',
    '\\\\ailleurs.fr',
    '/01a20186-0024-71e3-9d30-a3bf85bbfa4b'
  ])('« %s » n’est pas une vue des actions', (adresse) => {
    expect(adresseGardee(adresse)).toBeNull()
    expect(vueGardeeSchema.safeParse({ nom: 'Ma vue', adresse }).success).toBe(false)
  })

  test('a un nom, et n’est partagée que si on le demande', () => {
    expect(vueGardeeSchema.parse({ nom: ' En retard ', adresse: '?statut=en_retard' })).toEqual({
      nom: 'En retard',
      adresse: '?statut=en_retard',
      partagee: false
    })
    expect(vueGardeeSchema.parse({ nom: 'x', adresse: '', partagee: 'oui' }).partagee).toBe(true)
    expect(vueGardeeSchema.safeParse({ nom: ' ', adresse: '' }).success).toBe(false)
    expect(vueGardeeSchema.safeParse({ nom: 'x', adresse: `?q=${'a'.repeat(2_000)}` }).success).toBe(false)
  })
})

describe('qui peut', () => {
  const membre = (role: Role | null, compteId = 'moi'): Membre => ({
    sorte: 'membre',
    compteId,
    nom: 'Alix',
    role,
    administrateur: false
  })

  test('chaque membre garde ses vues ; coordination, direction et contributeurs les partagent', () => {
    expect(ROLES.filter((role) => peutGarderVue(membre(role)))).toEqual(ROLES)
    expect(ROLES.filter((role) => peutPartagerVue(membre(role)))).toEqual(['coordination', 'direction', 'contributeur'])
    for (const personne of [SYSTEME, membre(null)]) {
      expect(peutGarderVue(personne)).toBe(false)
      expect(peutPartagerVue(personne)).toBe(false)
    }
  })

  test('on retire la sienne ; la coordination retire aussi celles que tous voient', () => {
    const [mienne, partagee, privee] = [
      { compteId: 'moi', partagee: false },
      { compteId: 'autre', partagee: true },
      { compteId: 'autre', partagee: false }
    ]
    for (const role of ROLES) {
      expect(peutRetirerVue(membre(role), mienne), role).toBe(true)
      expect(peutRetirerVue(membre(role), partagee), role).toBe(role === 'coordination')
      expect(peutRetirerVue(membre(role), privee), role).toBe(false)
    }
  })
})
