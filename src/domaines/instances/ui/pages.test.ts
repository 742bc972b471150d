import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import PageAgenda from './PageAgenda.svelte'
import PageEmargement from './PageEmargement.svelte'
import PageFeuilles from './PageFeuilles.svelte'
import PageMessages from './PageMessages.svelte'
import PageProjection from './PageProjection.svelte'
import RienAuProgramme from './RienAuProgramme.svelte'
import SectionOrdreDuJour from './SectionOrdreDuJour.svelte'
import SectionSorties from './SectionSorties.svelte'

/** What a page says, without its tags; its props are a few fields of what the queries give. */
const dire = (composant: unknown, props: Record<string, unknown>) =>
  render(composant as Component<Record<string, unknown>>, { props })
    .body.replace(/<!--.*?-->/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const point = {
  temps: 'thematique',
  minutes: 30,
  structureId: null,
  structure: null,
  technique: null,
  detail: null,
  demande: null
}
const seance = (...points: object[]) => ({
  id: 's',
  instanceId: 'i',
  instance: 'Groupe',
  jour: '2031-12-09',
  heure: '14:00',
  duree: 120,
  objet: null,
  points: points.map((un, rang) => ({ ...point, id: `p${rang}`, ...un }))
})

test('R-094 · sous un point, ce qui se dit est séparé par des points médians, jamais précédé d’un seul', () => {
  const lu = (un: object) =>
    dire(SectionOrdreDuJour, {
      slug: 'cergy',
      seance: seance(un),
      modifie: null,
      peutEcrire: false,
      retour: null,
      structures: []
    })
  expect(lu({ intitule: 'Travail sur le thème', technique: 'speed_meeting' })).toMatch(/Travail sur le thème Rencontres express/)
  expect(lu({ intitule: 'Un parcours', structureId: 'x', structure: 'CPTS', technique: 'speed_meeting' })).toMatch(
    /Un parcours Travail sur le thème · CPTS · Rencontres express/
  )
})

test('R-094 · à projeter, un point qui porte le nom de son temps ne le dit qu’une fois', () => {
  const lu = (un: object) => dire(PageProjection, { slug: 'cergy', seance: seance(un), code: null, questions: null, rang: 1 })
  expect(lu({ temps: 'suivi', intitule: 'Des nouvelles des actions' }).match(/Des nouvelles des actions/g)).toHaveLength(1)
  expect(lu({ temps: 'suivi', intitule: 'Où en est le bus santé' })).toMatch(/Des nouvelles des actions ?Où en est/)
})

test('R-094 · un ordre du jour vide se rappelle à qui invite, avec de quoi l’écrire', () => {
  expect(dire(RienAuProgramme, { points: 0 })).toMatch(/encore vide.*partira sans programme\. L’écrire d’abord/)
  expect(dire(RienAuProgramme, { points: 1 })).toBe('')
})

test('R-099 · un badge ne dit pas « Autre structure »', () => {
  const inscrits = ['autre', 'cpts', null].map((secteur, rang) => ({
    id: `x${rang}`,
    numero: rang + 1,
    nom: `Personne ${rang}`,
    structure: `Structure ${rang}`,
    secteur,
    present: true
  }))
  const lu = dire(PageFeuilles, { slug: 'cergy', seance: seance(), rencontres: { inscrits, paires: [] } })
  expect(lu).not.toContain('Autre structure')
  expect(lu).toMatch(/Structure 1 Communauté professionnelle/)
})

test('le mois d’avant et le mois d’après portent chacun leur flèche, de son côté', () => {
  const agenda = { seances: [], instances: [], abonnements: [], personnes: [] }
  const lu = dire(PageAgenda, {
    slug: 'cergy',
    jour: '2026-11-23',
    agenda,
    mois: '2026-11',
    instance: null,
    adresse: null,
    retour: null
  })
  expect(lu).toMatch(/‹ ?Octobre 2026 .*Décembre 2026 ?›/)
})

test('R-117 · sans tâche, un groupe n’a pas fait « 0 sur 0 » tâches', () => {
  const sorties = { decisions: [], fiches: [], presentations: [], seances: 2, depuis: null, taches: 0, faites: 0 }
  expect(dire(SectionSorties, { slug: 'cergy', instance: 'i', sorties })).not.toMatch(/sur 0|tâches faites/)
  expect(dire(SectionSorties, { slug: 'cergy', instance: 'i', sorties: { ...sorties, taches: 3, faites: 1 } })).toContain(
    '1 sur 3'
  )
})

test('R-122 · qui a demandé à être effacé·e ne choisit plus ce qu’elle reçoit', () => {
  const props = {
    nom: 'Lou Petit',
    territoire: 'Cergy',
    courriels: 'tous',
    sollicitations: 1,
    coordination: 'sante@exemple.fr',
    revenir: { href: '/', libelle: 'Revenir' },
    dit: null,
    retour: null
  }
  const interets = { depuis: '2026-01-01T00:00:00Z', effacerLe: null, groupes: [] }
  expect(dire(PageMessages, { ...props, interets })).toMatch(/Je veux recevoir.*Être effacé·e/)
  const lu = dire(PageMessages, { ...props, interets: { ...interets, effacerLe: '2026-11-30' } })
  expect(lu).not.toMatch(/Je veux recevoir|Enregistrer mon choix|Être effacé·e/)
  expect(lu).toContain('de chez nous. Si c’est une erreur')
})

test('R-124 · qui s’est noté·e avec le code se lit sans dire si c’est un homme ou une femme', () => {
  const venu = { id: 'v', nom: 'Paul Passant', structure: null, courriel: null, aVerifier: true, memeNom: null }
  const emargement = { ...seance(), seanceId: 's', annulee: false, invites: [], autres: [venu] }
  const props = {
    slug: 'cergy',
    jour: '2031-12-09',
    code: null,
    adresse: null,
    recherche: '',
    structures: [],
    peut: true,
    retour: null
  }
  expect(dire(PageEmargement, { ...props, emargement })).toMatch(/Paul Passant Noté·e avec le code/)
})
