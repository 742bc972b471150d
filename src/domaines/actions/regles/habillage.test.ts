import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REFUS_FICHIER, type RaisonFichier } from '#platform/fichiers.ts'
import { ETATS_CONTRAT, type EtatContrat } from '#domaines/contrats/schema.ts'
import { direRefusHabillage, REGLE_DU_LOGO } from '../libelles/habillage.ts'
import { CHAPITRES, HABILLAGE_D_ORIGINE, LOGO, type Chapitre } from '../schema/habillage.ts'
import {
  chapitresImprimes,
  direHabillage,
  direObligation,
  ecartesDe,
  estDOrigine,
  fauteDesChapitres,
  jugerLogo,
  ordreComplet,
  textesDeCouverture
} from './habillage.ts'

const SIGNES: EtatContrat[] = ['signe', 'en_vigueur', 'proroge', 'echu']
const imprimes = (chapitres: readonly Chapitre[], ecartes: readonly Chapitre[], etat: EtatContrat = 'elaboration') =>
  chapitresImprimes({ chapitres, ecartes }, etat)

describe('les chapitres du contrat imprimé', () => {
  test('sans choix du territoire, ils viennent dans l’ordre d’un contrat signé', () => {
    const d_origine = CHAPITRES.filter((chapitre) => chapitre !== 'alignement')
    for (const etat of ETATS_CONTRAT) expect(chapitresImprimes(HABILLAGE_D_ORIGINE, etat)).toEqual(d_origine)
    expect(estDOrigine(HABILLAGE_D_ORIGINE)).toBe(true)
  })

  test('R-014 · la réponse au projet régional ne s’imprime que là où le territoire l’a remise, même s’il a rangé avant qu’elle existe', () => {
    const avant: Chapitre[] = ['axes', 'transversaux', 'preambule', 'references', 'gouvernance', 'signataires', 'sigles']
    expect(ecartesDe(avant, ['sigles'])).toEqual(['sigles', 'alignement'])
    expect(ordreComplet(avant).slice(0, 3)).toEqual(['axes', 'transversaux', 'alignement'])
    expect(imprimes(avant, ecartesDe(avant, []))).not.toContain('alignement')
    const apres = ordreComplet(avant)
    expect(imprimes(apres, ecartesDe(apres, []))).toEqual(apres)
    expect(estDOrigine({ chapitres: CHAPITRES, ecartes: [] })).toBe(false)
  })

  test('un chapitre laissé de côté ne s’imprime pas, les autres gardent l’ordre choisi', () => {
    const ordre: Chapitre[] = ['axes', 'preambule', 'sigles', 'references', 'gouvernance', 'transversaux', 'signataires']
    expect(imprimes(ordre, ecartesDe(ordre, ['sigles', 'gouvernance']))).toEqual([
      'axes',
      'preambule',
      'references',
      'transversaux',
      'signataires'
    ])
    expect(estDOrigine({ chapitres: ordre, ecartes: [] })).toBe(false)
    expect(estDOrigine({ chapitres: CHAPITRES, ecartes: ['sigles'] })).toBe(false)
  })

  test('les axes et leurs fiches actions sont le contrat : ils s’impriment toujours, et les écarter est refusé', () => {
    for (const etat of ETATS_CONTRAT) expect(imprimes(CHAPITRES, ['axes'], etat)).toContain('axes')
    expect(fauteDesChapitres(CHAPITRES, ['axes'])).toBe('chapitre_obligatoire')
    expect(direRefusHabillage('chapitre_obligatoire')).toMatch(/ne peut pas manquer\.$/)
  })

  test('les signataires peuvent manquer à un projet, jamais à un contrat signé', () => {
    for (const etat of ETATS_CONTRAT)
      expect(imprimes(CHAPITRES, ['signataires'], etat).includes('signataires'), etat).toBe(SIGNES.includes(etat))
    expect(fauteDesChapitres(CHAPITRES, ['signataires'])).toBeNull()
    expect([direObligation('axes'), direObligation('signataires'), direObligation('sigles')]).toEqual([
      'toujours là',
      'toujours là une fois le contrat signé',
      null
    ])
  })

  test('un ordre où un chapitre manque, ou revient, est refusé', () => {
    expect(fauteDesChapitres(CHAPITRES.slice(1), [])).toBe('ordre_incomplet')
    expect(fauteDesChapitres([...CHAPITRES, 'axes'], [])).toBe('ordre_incomplet')
    expect(fauteDesChapitres([...CHAPITRES.slice(1), 'axes'], [])).toBe('ordre_incomplet')
  })

  test('quoi qu’on ait gardé, chaque chapitre est là une fois, les obligatoires toujours, et rien n’est imprimé deux fois', () => {
    const liste = fc.array(fc.constantFrom(...CHAPITRES), { maxLength: 12 })
    fc.assert(
      fc.property(liste, liste, fc.constantFrom(...ETATS_CONTRAT), (dits, ecartes, etat) => {
        expect(ordreComplet(dits).toSorted()).toEqual(CHAPITRES.toSorted())
        const vus = imprimes(dits, ecartes, etat)
        expect(new Set(vus).size).toBe(vus.length)
        expect(vus).toContain('axes')
        if (SIGNES.includes(etat)) expect(vus).toContain('signataires')
        const libres = CHAPITRES.filter((chapitre) => chapitre !== 'axes' && chapitre !== 'signataires')
        for (const chapitre of libres) expect(vus.includes(chapitre)).toBe(!ecartes.includes(chapitre))
        // those that are said keep their order
        const suite = [...new Set(dits)].filter((chapitre) => vus.includes(chapitre))
        expect(vus.filter((chapitre) => suite.includes(chapitre))).toEqual(suite)
      }),
      { numRuns: 2000 }
    )
  })
})

describe('les textes de la couverture', () => {
  const de = (surtitre: string | null, ligne: string | null, mention: string | null = null) =>
    textesDeCouverture({ surtitre, ligne }, { territoire: 'Ville de Cergy', mention })

  test('le nom du territoire y est toujours, une seule fois', () => {
    expect(de(null, null).surtitre).toBe('Ville de Cergy')
    expect(de('Direction de la santé', null).surtitre).toBe('Direction de la santé\nVille de Cergy')
    expect(de('VILLE DE CERGY, direction de la santé', null).surtitre).toBe('VILLE DE CERGY, direction de la santé')
  })

  test('la ligne sous le titre ne répète pas ce que la couverture dit déjà d’un projet', () => {
    expect(de(null, 'document de travail', 'Document de travail').ligne).toBeNull()
    expect(de(null, 'Document de travail', null).ligne).toBe('Document de travail')
    expect(de(null, 'Version du comité', 'Document de travail').ligne).toBe('Version du comité')
  })
})

describe('le logo', () => {
  const image = (largeur: number, hauteur: number, genre: 'png' | 'jpeg' | 'webp' = 'png') => ({
    genre,
    taille: { largeur, hauteur },
    jeu: null
  })

  test('une image PNG ou JPEG, ni trop petite ni trop grande, convient', () => {
    expect(jugerLogo(image(900, 300), 40_000)).toEqual({ genre: 'png', largeur: 900, hauteur: 300 })
    expect(jugerLogo(image(LOGO.petit, 200, 'jpeg'), LOGO.poids)).toMatchObject({ genre: 'jpeg' })
    expect(jugerLogo(image(LOGO.grand, LOGO.grand), 1)).toMatchObject({ largeur: LOGO.grand })
  })

  test.each([
    ['un dessin SVG', 'fichier_page' as const, 10, 'logo_dessin'],
    ['une image WebP', image(900, 300, 'webp'), 10, 'logo_format'],
    ['un PDF', { genre: 'pdf' as const, taille: null, jeu: null }, 10, 'logo_format'],
    ['une image TIFF', 'fichier_image' as const, 10, 'logo_format'],
    ['un programme', 'fichier_programme' as const, 10, 'logo_format'],
    ['un fichier vide', 'fichier_vide' as const, 0, 'fichier_vide'],
    ['une image abîmée', 'fichier_abime' as const, 10, 'fichier_abime'],
    ['plus de 2 Mo', image(900, 300), LOGO.poids + 1, 'logo_lourd'],
    ['plus de 25 Mo', 'fichier_trop_lourd' as const, 10, 'logo_lourd'],
    ['299 pixels', image(299, 200), 10, 'logo_petit'],
    ['3 001 pixels', image(200, 3001), 10, 'logo_grand'],
    ['un filet de 2 000 pixels sur 100', image(2000, 100), 10, 'logo_allonge']
  ])('%s : refus, avec une phrase qui dit quoi faire', (_, lu, poids, raison) => {
    expect(jugerLogo(lu, poids)).toBe(raison)
    expect(direRefusHabillage(raison)).toMatch(/\.$/)
    expect(direRefusHabillage(raison)).not.toMatch(/pas possible ici/)
  })

  test('chaque refus d’un fichier devient celui d’un logo', () => {
    for (const raison of Object.keys(REFUS_FICHIER) as RaisonFichier[])
      expect(direRefusHabillage(String(jugerLogo(raison, 1)))).not.toMatch(/pas possible ici/)
  })

  test('ses limites se lisent avant de choisir, et la page dit où l’on en est', () => {
    for (const mot of ['PNG', 'JPEG', '2\u00a0Mo', '300', '3\u202f000']) expect(REGLE_DU_LOGO).toContain(mot)
    expect(direHabillage(HABILLAGE_D_ORIGINE, false)).toBe('Vos documents n’ont pas encore de logo')
    expect(direHabillage({ ...HABILLAGE_D_ORIGINE, ecartes: ['sigles'] }, true)).toMatch(/dans votre ordre/)
  })
})
