import { describe, expect, test } from 'vitest'
import { normaliser } from '#platform/texte.ts'
import type { Invite, ReponseDAgenda } from '../schema/reponses-d-agenda.ts'
import { devinerInvite, juger, type Autour } from './reponse-d-agenda.ts'

const le = (heure: string) => new Date(`2026-11-22T${heure}:00Z`)
const LOU: Invite = {
  id: 'i',
  courriel: 'Lou@cpts.fr',
  nom: 'Lou Petit',
  reponse: null,
  remplacant: null,
  reponduLe: null,
  aConfirmer: false,
  creeLe: le('08:00')
}
const OUI: ReponseDAgenda = {
  uid: 'seance',
  version: 1,
  ecriteLe: le('10:00'),
  participation: 'ACCEPTED',
  autreHoraire: false,
  courriel: 'lou@cpts.fr',
  nom: 'Lou Petit',
  delegueA: null,
  delegueDe: null,
  ecritePar: null
}
const jugee = (agenda: Partial<ReponseDAgenda> = {}, autour: Partial<Autour> = {}) =>
  juger(
    { ...OUI, ...agenda },
    { invites: [LOU], version: 1, expediteur: 'lou@cpts.fr', douteux: false, recuLe: le('10:05'), ...autour }
  )
const connue = (dit: Partial<Invite>) => ({ invites: [{ ...LOU, ...dit }] })

describe('R-090 · ce que devient la réponse d’un agenda', () => {
  test('accepter, c’est venir ; décliner, ne pas venir', () => {
    expect(jugee()).toMatchObject({ sorte: 'prendre', reponse: 'vient', remplacant: null, quand: le('10:00') })
    expect(jugee({ participation: 'DECLINED' })).toMatchObject({ sorte: 'prendre', reponse: 'absent' })
  })
  test('déléguer, c’est envoyer quelqu’un, nommé', () => {
    const delegueA = { courriel: 'paul@cpts.fr', nom: 'Paul Durand' }
    expect(jugee({ participation: 'DELEGATED', delegueA })).toMatchObject({ reponse: 'remplace', remplacant: 'Paul Durand' })
    expect(jugee({ participation: 'DELEGATED', delegueA: { ...delegueA, nom: null } })).toMatchObject({
      remplacant: 'paul@cpts.fr'
    })
  })
  test('qui dit venir à sa place est cru quand elle l’a dit elle-même', () => {
    const paul = { courriel: 'paul@cpts.fr', nom: 'Paul Durand', delegueDe: 'lou@cpts.fr' }
    const dePaul = { expediteur: 'paul@cpts.fr' }
    expect(jugee(paul, dePaul)).toMatchObject({ sorte: 'garder', raison: 'autre_expediteur' })
    const envoyee = connue({ reponse: 'remplace', remplacant: 'paul@cpts.fr', reponduLe: le('09:00') })
    expect(jugee(paul, { ...dePaul, ...envoyee })).toMatchObject({
      sorte: 'prendre',
      reponse: 'remplace',
      remplacant: 'Paul Durand'
    })
    expect(jugee({ ...paul, participation: 'DECLINED' }, { ...dePaul, ...envoyee })).toMatchObject({ sorte: 'garder' })
  })
  test('un autre horaire proposé n’est pas une réponse : la coordination le voit, avec ce qu’elle en dit', () => {
    const autre = { autreHoraire: true } as const
    expect(jugee({ ...autre, participation: 'NEEDS-ACTION' })).toMatchObject({ raison: 'autre_horaire', reponse: null })
    expect(jugee({ ...autre, participation: 'DECLINED' })).toMatchObject({ raison: 'autre_horaire', reponse: 'absent' })
    expect(jugee(autre, { expediteur: 'farceur@ailleurs.fr' })).toMatchObject({ raison: 'autre_expediteur' })
    expect(jugee({ ...autre, courriel: 'x@ailleurs.fr' })).toMatchObject({ raison: 'adresse_inconnue' })
    expect(jugee({ ...autre, version: 0 })).toMatchObject({ raison: 'date_depassee' })
  })
  test('« peut-être » n’est pas une réponse : la coordination le voit', () =>
    expect(jugee({ participation: 'TENTATIVE' })).toMatchObject({ sorte: 'garder', raison: 'peut_etre', reponse: null }))
  test('un agenda qui ne dit rien n’apprend rien', () =>
    expect(jugee({ participation: 'NEEDS-ACTION' })).toEqual({ sorte: 'ignorer' }))
  test('une adresse qui n’est pas invitée n’est pas prise', () =>
    expect(jugee({ courriel: 'l.petit@autre.fr' }, { invites: [], expediteur: 'l.petit@autre.fr' })).toMatchObject({
      sorte: 'garder',
      raison: 'adresse_inconnue',
      reponse: 'vient'
    }))
  test('un autre qui écrit en son nom n’est pas cru, sauf s’il dit écrire pour elle', () => {
    expect(jugee({}, { expediteur: 'quelquun@ailleurs.fr' })).toMatchObject({ sorte: 'garder', raison: 'autre_expediteur' })
    expect(jugee({}, { expediteur: null })).toMatchObject({ raison: 'autre_expediteur' })
    expect(jugee({}, { douteux: true })).toMatchObject({ raison: 'autre_expediteur' })
    expect(jugee({ ecritePar: 'accueil@cpts.fr' }, { expediteur: 'accueil@cpts.fr' })).toMatchObject({ sorte: 'prendre' })
  })
  test('répondre à la date d’avant le changement ne vaut pas pour la nouvelle', () => {
    expect(jugee({ version: 0 })).toMatchObject({ sorte: 'garder', raison: 'date_depassee' })
    expect(jugee({ version: 2 })).toMatchObject({ sorte: 'prendre' })
  })
  test('plus vieille que ce qu’elle a dit en dernier, elle est laissée', () => {
    const depuis = connue({ reponse: 'absent', reponduLe: le('10:01') })
    expect(jugee({}, depuis)).toEqual({ sorte: 'ignorer' })
    expect(jugee({ ecriteLe: le('10:02') }, depuis)).toMatchObject({ sorte: 'prendre', reponse: 'vient', quand: le('10:02') })
  })
  test('dite deux fois, elle n’écrit rien la seconde', () =>
    expect(jugee({}, connue({ reponse: 'vient', reponduLe: le('10:00') }))).toEqual({ sorte: 'ignorer' }))
  test('un agenda mal à l’heure ne répond ni avant d’être invité, ni plus tard que l’arrivée de sa lettre', () => {
    expect(jugee({ ecriteLe: new Date('1970-01-01') })).toMatchObject({ quand: le('08:00') })
    expect(jugee({ ecriteLe: new Date('2099-01-01') })).toMatchObject({ quand: le('10:05') })
    expect(jugee({ ecriteLe: null })).toMatchObject({ quand: le('10:05') })
  })
  test('on devine de qui elle est quand un seul invité porte ce nom', () => {
    const gens = [{ nom: 'Lou Petit' }, { nom: 'Ana Roy' }, { nom: 'Ana Roy' }]
    const memeNom = (a: string, b: string) => normaliser(a) === normaliser(b)
    expect(devinerInvite('lou  PETIT', gens, memeNom)).toBe(gens[0])
    expect(devinerInvite('Ana Roy', gens, memeNom)).toBeNull()
    expect(devinerInvite(null, gens, memeNom)).toBeNull()
  })
})
