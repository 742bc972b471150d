import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cellule, Classeur } from '#platform/classeur.ts'
import { normaliser } from '#platform/texte.ts'
import { ROLES_CONTACT, depuisAdresse, enAdresse, type AnnuaireConnu, type DifferencesContacts } from '../../schema/contacts.ts'
import { lireContacts } from './lire.ts'
import { jugerRolesContacts, proposerContacts, reconnaitreContact } from './proposer.ts'
import { rapprocherContacts } from './rapprocher.ts'
import { lireCourriel, lireSiret, lireTelephone, lireType, sansCivilite } from './valeurs.ts'

const classeur = (...lignes: Cellule[][]): Classeur => ({
  base1904: false,
  signes: [],
  feuilles: [{ nom: 'Contacts', lignes, fusions: [], masquee: false }]
})
const lire = (...lignes: Cellule[][]) => {
  const dit = classeur(...lignes)
  return lireContacts(dit, proposerContacts(dit)!.appariement)
}
const VIDE: AnnuaireConnu = {
  structures: [],
  personnes: [],
  fonctions: [],
  autresStructures: [],
  autresPersonnes: [],
  quartiers: [{ id: 'q1', nom: 'Axe Majeur' }]
}
const CPAM = {
  id: 's1',
  nom: 'CPAM du Val-d’Oise',
  sigle: null,
  type: 'cpam',
  siret: null,
  courriel: null,
  telephone: null,
  quartierId: null
} as const

/** The directory once these differences are written. */
function ecrire(annuaire: AnnuaireConnu, differences: DifferencesContacts): AnnuaireConnu {
  const neuf = structuredClone(annuaire)
  const ids = new Map(differences.connus)
  const poser = (liste: { id: string }[], vide: object, dites: readonly { cle: string; id: string | null; champs: object }[]) => {
    for (const { cle, id, champs } of dites) {
      if (id !== null)
        Object.assign(
          liste.find((une) => une.id === id)!,
          champs
        )
      else {
        ids.set(cle, `${cle}-${liste.length}`)
        liste.push({ ...vide, ...champs, id: ids.get(cle)! })
      }
    }
  }
  const sansRien = { sigle: null, siret: null, courriel: null, telephone: null, quartierId: null }
  poser(neuf.structures, sansRien, differences.structures)
  poser(neuf.personnes, { courriel: null, telephone: null }, differences.personnes)
  for (const { id, personne, structure, intitule } of differences.fonctions)
    if (id !== null) neuf.fonctions.find((une) => une.id === id)!.intitule = intitule
    else
      neuf.fonctions.push({
        id: `f${neuf.fonctions.length}`,
        personneId: ids.get(personne)!,
        structureId: ids.get(structure)!,
        intitule
      })
  return neuf
}

describe('R-093 · ce que disent les cases d’un fichier de contacts', () => {
  test.each([
    ['Marie.Durand@CPAM.fr', 'marie.durand@cpam.fr'],
    ['Marie Durand <marie@cpam.fr>', 'marie@cpam.fr'],
    ['mailto:marie@cpam.fr.', 'marie@cpam.fr'],
    ['marie@cpam', null],
    ['marie chez cpam.fr', null]
  ])('« %s » donne l’adresse %s', (texte, attendue) => expect(lireCourriel(texte).courriel).toBe(attendue))

  test('une case de deux adresses garde la première et dit l’autre', () =>
    expect(lireCourriel('a@b.fr ; c@d.fr')).toEqual({ courriel: 'a@b.fr', autres: ['c@d.fr'], illisible: false }))

  test.each([
    ['0134567890', '01 34 56 78 90'],
    ['134567890', '01 34 56 78 90'],
    ['+33 (0)1.34.56.78.90', '01 34 56 78 90'],
    ['06 12 34 56 78 / 01-34-56-78-90', '06 12 34 56 78 / 01 34 56 78 90'],
    ['3646', '3646'],
    ['à demander', null]
  ])('« %s » donne le numéro %s', (texte, attendu) => expect(lireTelephone(texte)).toBe(attendu))

  test('un SIRET a quatorze chiffres, avec ou sans espaces', () => {
    expect(lireSiret('219 501 277 00015')).toBe('21950127700015')
    expect(lireSiret('219501277')).toBeNull()
  })

  test('un type se lit par son nom, par son sigle ou par ses mots ; un mot inconnu n’en est pas un', () => {
    expect(lireType('Associations')).toBe('association')
    expect(lireType('CPTS')).toBe('cpts')
    expect(lireType('Établissement scolaire')).toBe('etablissement_scolaire')
    expect(lireType('truc')).toBeNull()
  })

  test('« M. » et « Mme » ne font pas partie du nom', () => {
    expect(sansCivilite('Mme Marie Durand')).toBe('Marie Durand')
    expect(sansCivilite('M. et Mme')).not.toBe('')
    expect(sansCivilite('Dr Sam Martin')).toBe('Dr Sam Martin')
    expect(sansCivilite('Mireille')).toBe('Mireille')
  })
})

describe('R-093 · reconnaître les colonnes', () => {
  test.each([
    ['Organisme', 'structure'],
    ['E-mail', 'courriel'],
    ['Mail générique de la structure', 'courriel_structure'],
    ['Tél. portable', 'telephone'],
    ['PRÉNOM', 'prenom'],
    ['Fonctoin', 'fonction'],
    ['Observations', 'ignorer']
  ])('« %s » : %s', (nom, role) => expect(reconnaitreContact(nom).role).toBe(role))

  test('« Nom » seul est celui de la structure, « Nom » à côté d’une structure est celui de la personne', () => {
    const roles = (...noms: string[]) =>
      proposerContacts(
        classeur(
          noms,
          noms.map(() => 'x')
        )
      )!.appariement.roles
    expect(roles('Nom', 'Mail')).toEqual(['structure', 'courriel'])
    expect(roles('Structure', 'Nom', 'Mail')).toEqual(['structure', 'nom_complet', 'courriel'])
    expect(roles('Nom', 'Prénom')).toEqual(['nom', 'prenom'])
  })

  test('il faut un nom de structure ou de personne, et chacun une seule fois', () => {
    expect(jugerRolesContacts(['courriel'])).toEqual([{ colonne: null, faute: 'sans_nom' }])
    expect(jugerRolesContacts(['structure', 'structure'])).toEqual([{ colonne: 1, faute: 'deux_fois' }])
    expect(jugerRolesContacts(['structure', 'telephone', 'telephone'])).toEqual([])
  })

  test('un appariement voyage dans une adresse et en revient', () => {
    const dit = { feuille: 'Été', ligne: 2, roles: ['structure', 'ignorer', 'courriel'] as const, recopier: true }
    expect(depuisAdresse(new URLSearchParams(enAdresse({ ...dit, roles: [...dit.roles] })))).toEqual(dit)
    expect(depuisAdresse(new URLSearchParams({ colonnes: 'n’importe' }))).toBeNull()
  })
})

describe('R-093 · lire les lignes', () => {
  test('une ligne qui ne nomme personne est refusée, avec son numéro et pourquoi ; les autres sont lues', () => {
    const lus = lire(
      ['Structure', 'Prénom', 'Nom', 'Mail', 'Ville'],
      ['CCAS', 'Sam', 'Martin', 'sam@ccas.fr', null],
      [null, null, null, 'seul@exemple.fr', null],
      [null, null, null, null, 'Cergy'],
      [null, null, null, null, null]
    )
    expect(lus.lignes).toHaveLength(1)
    expect(lus.refusees.map(({ ligne, motif }) => [ligne, motif])).toEqual([
      [
        3,
        'Cette ligne donne l’adresse seul@exemple.fr sans dire de qui elle est. Écrivez le nom de la personne ou de la structure.'
      ],
      [4, 'Cette ligne ne nomme ni structure ni personne.']
    ])
  })

  test('l’adresse d’une ligne sans personne est celle de la structure', () => {
    const [ligne] = lire(['Structure', 'Contact', 'Mail', 'Tél'], ['CCAS', null, 'accueil@ccas.fr', 134567890]).lignes
    expect(ligne).toMatchObject({ personne: null, structure: { courriel: 'accueil@ccas.fr', telephone: '01 34 56 78 90' } })
  })

  test('une valeur illisible est laissée et dite, sans perdre la ligne', () => {
    const lus = lire(['Structure', 'Mail', 'SIRET'], ['CCAS', 'accueil@', '123'])
    expect(lus.lignes).toHaveLength(1)
    expect(lus.remarques.map(({ ligne, colonne }) => [ligne, colonne])).toEqual([
      [2, 'Mail'],
      [2, 'SIRET']
    ])
  })

  test('une structure laissée vide est celle du dessus quand on le dit', () => {
    const dit = classeur(['Structure', 'Contact'], ['CCAS', 'Sam'], [null, 'Lou'])
    const { appariement } = proposerContacts(dit)!
    expect(lireContacts(dit, appariement).lignes[1]!.structure).toBeNull()
    expect(lireContacts(dit, { ...appariement, recopier: true }).lignes[1]!.structure!.nom).toBe('CCAS')
  })
})

describe('R-093 · rapprocher de l’annuaire', () => {
  const CONNU: AnnuaireConnu = {
    ...VIDE,
    structures: [{ ...CPAM }],
    personnes: [{ id: 'p1', nom: 'Marie Durand', courriel: 'marie@cpam.fr', telephone: null }],
    autresStructures: [{ id: 's1', nom: 'Caisse primaire 95' }]
  }

  test('ce qui est vide ici est complété, ce qui est écrit reste et l’écart est dit', () => {
    const faites = rapprocherContacts(
      lire(
        ['Structure', 'Téléphone de la structure', 'Prénom et nom', 'Mail', 'Tél', 'Fonction', 'Quartier'],
        ['cpam du val-d’oise', '3646', 'M. DURAND Marie', 'MARIE@cpam.fr', '0600000000', 'Directrice', 'axe majeur'],
        ['CPAM du Val-d’Oise', '01 00 00 00 00', null, null, null, null, 'Ailleurs']
      ),
      CONNU
    )
    expect(faites.structures).toEqual([
      { cle: 's1', id: 's1', champs: { telephone: '36 46'.replace(' ', ''), quartierId: 'q1' } }
    ])
    expect(faites.personnes).toEqual([{ cle: 'p1', id: 'p1', champs: { telephone: '06 00 00 00 00' } }])
    expect(faites.fonctions).toEqual([{ id: null, personne: 'p1', structure: 's1', intitule: 'Directrice' }])
    expect(faites.remarques.map(({ ligne, motif }) => [ligne, motif])).toEqual([
      [3, 'Le quartier « Ailleurs » n’est pas dans les réglages du territoire : il n’est pas repris.'],
      [3, 'Le téléphone de « CPAM du Val-d’Oise » est ici 3646, et le fichier dit 01 00 00 00 00 : ce qui est écrit ici reste.']
    ])
  })

  test('le nom d’une structure réunie à une autre mène à celle qui reste', () => {
    const faites = rapprocherContacts(lire(['Structure', 'Sigle'], ['Caisse primaire 95', 'CPAM']), CONNU)
    expect(faites.structures).toEqual([{ cle: 's1', id: 's1', champs: { sigle: 'CPAM' } }])
  })

  test('une adresse partagée ne fait pas une seule personne de deux noms', () => {
    const faites = rapprocherContacts(lire(['Contact', 'Mail'], ['Sam Martin', 'marie@cpam.fr']), CONNU)
    expect(faites.personnes).toMatchObject([{ id: null, champs: { nom: 'Sam Martin' } }])
    expect(faites.remarques[0]!.motif).toContain('aussi celle de Marie Durand')
  })

  test('nom et prénom se retrouvent dans les deux sens', () => {
    const connu = { ...VIDE, personnes: [{ id: 'p1', nom: 'DURAND Marie', courriel: null, telephone: null }] }
    const faites = rapprocherContacts(lire(['Nom', 'Prénom', 'Mail'], ['Durand', 'Marie', 'm@d.fr']), connu)
    expect(faites.personnes).toEqual([{ cle: 'p1', id: 'p1', champs: { courriel: 'm@d.fr' } }])
  })

  const mot = fc.constantFrom(
    'CCAS',
    'Cpam',
    'Marie Durand',
    'durand marie',
    'Sam',
    'a@b.fr',
    'A@B.fr',
    'c@d.fr',
    '0612345678',
    'Axe majeur',
    'Directrice',
    'médecin'
  )
  const cellule: fc.Arbitrary<Cellule> = fc.oneof(
    { weight: 4, arbitrary: mot },
    { weight: 2, arbitrary: fc.constant(null) },
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double(),
    fc.boolean(),
    fc.constant({ date: '2026-01-01' })
  )
  const lignes = fc.array(fc.array(cellule, { maxLength: 8 }), { minLength: 1, maxLength: 12 })
  const roles = fc.array(fc.constantFrom(...ROLES_CONTACT), { maxLength: 8 })

  test('quelles que soient les cases, rien ne casse, et le même fichier deux fois ne change rien', () => {
    fc.assert(
      fc.property(lignes, roles, fc.boolean(), fc.nat(3), (cases, dits, recopier, ligne) => {
        const dit = classeur(...cases)
        proposerContacts(dit, { feuille: null, ligne })
        const lus = lireContacts(dit, { feuille: 'Contacts', ligne, roles: dits, recopier })
        const premiere = rapprocherContacts(lus, VIDE)
        const seconde = rapprocherContacts(lus, ecrire(VIDE, premiere))
        expect([seconde.structures, seconde.personnes, seconde.fonctions]).toEqual([[], [], []])
        expect(seconde.lignes.every(({ inchangee }) => inchangee)).toBe(true)
        const cles = ecrire(VIDE, premiere).structures.map(({ nom }) => normaliser(nom))
        expect(new Set(cles).size).toBe(cles.length)
      }),
      { numRuns: 400 }
    )
  })

  test('quelles que soient les cases sous les bonnes colonnes, le même fichier deux fois ne change rien', () => {
    const entete = ['Structure', 'Prénom', 'Nom', 'Mail', 'Tél', 'Fonction', 'Quartier', 'SIRET']
    fc.assert(
      fc.property(lignes, (cases) => {
        const lus = lire(
          entete,
          entete.map(() => 'x'),
          ...cases
        )
        const premiere = rapprocherContacts(lus, VIDE)
        const seconde = rapprocherContacts(lus, ecrire(VIDE, premiere))
        expect([seconde.structures, seconde.personnes, seconde.fonctions]).toEqual([[], [], []])
      }),
      { numRuns: 400 }
    )
  })
})
