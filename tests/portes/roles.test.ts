import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'drizzle-orm'
import { ROLES } from '#platform/acteur.ts'
import { installerBase, type Db, type Tx } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { ROLES_DU_TABLEAU, unDecor, type Decor } from './decor.ts'
import { formulaires } from './formulaires.ts'
import { dire, porte, PORTES, pousser } from './porte.ts'
import { TABLEAU } from './tableau.ts'

const LIGNES = Object.entries(TABLEAU).flatMap(([nom, actes]) =>
  Object.entries(actes).map(([acte, attendu]) => [nom, acte, attendu] as const)
)

const essai = baseDeTest()
let decor: Decor
beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
}, 180_000)

/** What the door answers to one of them, and how many changes the history then has; everything is undone. */
const demander = (nom: string, acte: string, qui: string, ou: Record<string, string> = {}) =>
  essai.annule(async (tx: Tx) => {
    installerBase({ ...essai.base(), db: tx as unknown as Db })
    try {
      if (nom.includes('/importer')) await decor.redeposer()
      const envoi = formulaires(decor)[`${nom}${acte}`]
      const rendu = nom.includes('/fiches/') ? `${decor.fiche}.docx` : `${decor.contrat}.json`
      const fichier = nom.includes('/pieces/') ? decor.version : rendu
      const params = { ...decor.params, fichier, ...envoi?.params, ...ou }
      const repondu = await pousser(porte(nom), acte, { jeton: decor.jetons[qui]!, params, form: envoi?.form })
      await tx.execute(sql`select set_config('app.collectivite', ${decor.scene.perimetre.collectiviteId}, true)`)
      const [{ n }] = (await tx.execute(sql`select count(*)::int as n from changements`)) as unknown as [{ n: number }]
      return { mot: dire(acte, repondu), changements: n, gardes: repondu.gardes }
    } finally {
      installerBase(essai.base())
    }
  })

test('chaque porte, et chacun de ses actes, a sa ligne dans le tableau et son envoi', () => {
  expect(Object.fromEntries(Object.entries(TABLEAU).map(([nom, actes]) => [nom, Object.keys(actes).toSorted()]))).toEqual(
    Object.fromEntries(PORTES.map(({ nom, actes }) => [nom, [...actes.keys()].toSorted()]))
  )
  const envois = LIGNES.filter(([, acte]) => acte.startsWith('?/')).map(([nom, acte]) => `${nom}${acte}`)
  expect(Object.keys(formulaires(decor)).toSorted()).toEqual(envois.toSorted())
  expect(ROLES_DU_TABLEAU).toEqual(ROLES)
})

const TOUS = [...ROLES_DU_TABLEAU, 'etranger', 'personne']
const estPrivee = (nom: string) => /^(?:\[|fichiers)/.test(nom)
/** Actions that answer without a change in the history: the file is kept, or shown, until the import; a job is stopped; a letter leaves again; of a mailbox, or of an opening, no history is kept. */
const SANS_ECRITURE =
  /\?\/(?:deposer|apercevoir|arreter|renvoyer|arrive|lu|redemander|oublier|vu|relever|espace|envoyer-espace|eteindre-espace)$/
/** Who follows a signed link writes, whoever she is: the link is the proof. */
const ecritPar = (nom: string) => estPrivee(nom) || /^(?:invitation|presence|compte-rendu|taches|nouvelles|espace)\//.test(nom)

describe('coordination, direction, élu, contributeur, lecteur, un autre territoire, personne', () => {
  test.each(LIGNES)('%s %s : %s', async (nom, acte, attendu) => {
    const avant = (await demander('sante', 'GET', 'personne')).changements
    const mots: string[] = []
    const ecrivains: string[] = []
    for (const qui of TOUS) {
      const { mot, changements } = await demander(nom, acte, qui)
      mots.push(mot)
      if (changements > avant) ecrivains.push(qui)
    }
    expect(mots.join(' ')).toBe(estPrivee(nom) ? `${attendu} 404 entrer` : attendu)
    const ecrit = ecritPar(nom) && acte.startsWith('?/') && !SANS_ECRITURE.test(acte)
    const voulus = ecrit ? TOUS.filter((_, rang) => mots[rang] === 'oui') : []
    expect(ecrivains).toEqual(voulus)
  })
})

test('qui n’est pas entré retrouve ensuite la page qu’il voulait, mais aucun envoi n’est rejoué', async () => {
  expect((await demander('[territoire]/actions', 'load', 'personne')).gardes.get('page')).toBe('/cergy/actions')
  expect((await demander('[territoire]/actions', '?/retablir', 'personne')).gardes.get('page')).toBeUndefined()
})

describe('la coordination d’un autre territoire, entrée chez elle', () => {
  test.each(LIGNES.filter(([nom]) => estPrivee(nom)))('n’atteint rien d’ici : %s %s', async (nom, acte) => {
    const avant = (await demander('sante', 'GET', 'personne')).changements
    const { mot, changements } = await demander(nom, acte, 'etranger', { territoire: 'creteil' })
    expect(changements).toBe(avant)
    // what it names belongs to nobody: her own directory, in that format
    if (/\[(?!territoire|tableur)/.test(nom)) expect(mot).toBe('404')
    else if (acte === 'load') expect(mot).toBe('oui')
  })
})
