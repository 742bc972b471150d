import { expect, test } from 'vitest'
import type { Tx } from '#platform/db.server.ts'
import { baseDeTest, reussi } from '#tests/base.ts'
import { unTerritoire, type Scene } from '#domaines/comptes/fixtures.server.ts'
import { inscrirePersonne, inscrireStructure } from './commands.server.ts'
import { importerContacts } from './commands/contacts.server.ts'
import { ecrireAnnuaire, FORMATS_D_ANNUAIRE } from './exports.server.ts'
import { apercevoirContacts, lireContactsDuFichier, ouvrirContacts, proposerColonnesContacts } from './imports/contacts.server.ts'
import { listerAnnuaire } from './queries/annuaire.server.ts'

const essai = baseDeTest()

async function lire({ db, perimetre }: Scene, octets: Uint8Array, nom: string) {
  const classeur = await ouvrirContacts(octets, nom)
  if (typeof classeur === 'string') throw new Error(classeur)
  const { appariement } = (await proposerColonnesContacts(db as Tx, perimetre, classeur))!
  const lus = await lireContactsDuFichier(octets, nom, appariement)
  if (typeof lus === 'string') throw new Error(lus)
  return lus
}

test.each([...FORMATS_D_ANNUAIRE.keys()])(
  'R-093 · l’annuaire sorti en .%s et apporté ailleurs dit la même chose ; ramené ici, il ne change rien',
  (format) =>
    essai.annule(async (db) => {
      const ici = await unTerritoire(db)
      const structure = { nom: 'CCAS ; pôle « santé »', sigle: 'CCAS', type: 'ccas', telephone: '01 34 56 78 90' } as const
      const { id: structureId } = reussi(await inscrireStructure(ici, structure))
      reussi(await inscrireStructure(ici, { nom: '=SOMME(A1)', courriel: 'formule@exemple.fr' }))
      const fonction = { structureId, intitule: 'Agente, d’accueil', debut: null }
      reussi(await inscrirePersonne(ici, { nom: 'Zoé L’Hôte', telephone: '+35226123456', ...fonction }))
      reussi(await inscrirePersonne(ici, { nom: 'Sans Maison', courriel: 'seule@exemple.fr', structureId: null }))
      const annuaire = await listerAnnuaire(db as Tx, ici.perimetre)
      expect(annuaire).toHaveLength(3)
      const octets = await ecrireAnnuaire(annuaire, format)
      const rendu = await lire(ici, octets, `annuaire.${format}`)
      const { comptes, refusees } = await apercevoirContacts(db as Tx, ici.perimetre, rendu)
      expect([comptes, refusees]).toMatchObject([{ structures: 0, personnes: 0, completees: 0, fonctions: 0 }, []])
      const ailleurs = await unTerritoire(db, { code: '94028' })
      reussi(await importerContacts(ailleurs, { lus: await lire(ailleurs, octets, `annuaire.${format}`) }))
      expect(await listerAnnuaire(db as Tx, ailleurs.perimetre)).toEqual(annuaire)
    })
)
