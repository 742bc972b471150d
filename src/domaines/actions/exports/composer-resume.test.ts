import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composerResume } from './composer-resume.ts'
import { composerPageDeSignature } from './composer-signatures.ts'
import { axeDEssai, dossierDEssai, ficheDEssai, RIEN } from './dossier-d-essai.ts'
import { titres, cartes, tableaux, sous } from './blocs-d-essai.ts'

describe('le résumé', () => {
  const sousTitre = (d: typeof essai, nom: string) => tableaux(sous(composerResume(d).blocs, nom))[0]
  const essai = dossierDEssai()

  test('il dit les faits, les statuts et le budget, puis les signataires, les axes et les actions', () => {
    const { blocs, ouverture } = composerResume(essai)
    expect(titres(blocs)).toEqual([
      '1 Résumé du contrat',
      '2 Pourquoi ce contrat',
      '2 Les signataires',
      '2 Les axes',
      '2 Qui décide, qui suit',
      '2 Les actions'
    ])
    expect(ouverture).toMatchObject({ pleinePage: false, titre: essai.contrat.intitule })
    const carte = cartes(blocs)
    expect(carte.get('Plan d’actions')).toBe('2 axes, 2 thématiques et 3 fiches actions')
    expect(carte.get('Statuts des actions')).toBe('En cours : 1 · Non précisé : 2')
    expect(carte.get('Budget prévisionnel')).toBe('480\u202f000\u00a0€ pour 1 action chiffrée')
  })

  test('chaque axe dit ce qu’il vise, son argent et son nombre d’actions, celles de ses branches comprises, et les actions sans axe viennent à la fin', () => {
    const avec = { ...essai, horsAxe: [ficheDEssai({ ...RIEN, numero: null, titre: 'Orpheline' })] }
    expect(sousTitre(avec, 'Les axes')?.lignes).toEqual([
      [
        '1',
        'Accès aux droits et aux soins',
        'Que chacun trouve un médecin traitant à moins de vingt minutes.',
        '2',
        '480\u202f000\u00a0€'
      ],
      ['2', 'Santé mentale', '', '1', ''],
      ['–', 'Sous aucun axe', '', '1', '']
    ])
    expect(sousTitre(avec, 'Les actions')?.lignes).toEqual([
      [
        '1',
        '1 · Créer un centre municipal de santé\nLe centre réunit trois généralistes et une infirmière. - Consultations sur rendez-vous - Soins non programmés le matin',
        'Ville de Fontclaire',
        'En cours'
      ],
      ['1', '2 · Ouvrir une permanence des droits', '', ''],
      ['2', 'Former aux premiers secours en santé mentale', '', ''],
      ['–', 'Orpheline', '', '']
    ])
  })

  test('dans un contrat réel une action d’exemple le dit, et un nom long n’est abrégé que faute de place', () => {
    const nom = 'Direction de la santé, de la prévention et du handicap de Fontclaire'
    const actions = (nombre: number) =>
      Array.from({ length: nombre }, () =>
        ficheDEssai({ ...RIEN, titre: 'Marcher', exemple: true, intervenants: [{ role: 'service_pilote', nom, detail: null }] })
      )
    const premiere = (nombre: number, d = essai) =>
      sousTitre({ ...d, axes: [axeDEssai('1', { fiches: actions(nombre) })] }, 'Les actions')!.lignes[0]
    expect(premiere(3)).toEqual(['1', '1 · Marcher (exemple)', nom])
    expect(premiere(300)?.[2]).toBe('Direction de la santé, de la prévention…')
    expect(premiere(3, { ...essai, contrat: { ...essai.contrat, exemple: true } })?.[1]).toBe('1 · Marcher')
  })

  test('aucune action n’est perdue : celles qui sont montrées et celles qui sont comptées font le tout', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(120), { minLength: 1, maxLength: 30 }), fc.integer({ min: 5, max: 300 }), (parAxe, signes) => {
        const axes = parAxe.map((nombre, n) =>
          axeDEssai(String(n + 1), {
            fiches: Array.from({ length: nombre }, () => ficheDEssai({ ...RIEN, titre: 'x '.repeat(signes / 2) }))
          })
        )
        const lignes = sousTitre({ ...essai, axes }, 'Les actions')?.lignes ?? []
        const comptees = lignes.map(([, action]) => Number(/^et (\d+) autres? actions?$/.exec(action!)?.[1] ?? 1))
        expect(comptees.reduce((a, b) => a + b, 0)).toBe(parAxe.reduce((a, b) => a + b, 0))
      }),
      { numRuns: 40 }
    )
  })

  test('un axe qui a des actions en montre toujours, même quand les autres en ont beaucoup', () => {
    const axes = [90, 3].map((nombre, n) =>
      axeDEssai(String(n + 1), { fiches: Array.from({ length: nombre }, () => ficheDEssai({ ...RIEN, titre: 'Marcher' })) })
    )
    const lignes = sousTitre({ ...essai, axes }, 'Les actions')!.lignes
    expect(lignes.filter(([axe]) => axe === '2')).toHaveLength(3)
    expect(lignes.find(([axe, action]) => axe === '1' && action!.startsWith('et '))).toBeDefined()
  })
})

describe('la page de signature', () => {
  const paragraphes = (d = dossierDEssai()) =>
    composerPageDeSignature(d).blocs.flatMap((b) => (b.bloc === 'paragraphe' ? [b.texte] : []))

  test('elle dit quand et où le contrat fut signé, ou laisse la place de l’écrire', () => {
    expect(paragraphes()).toEqual(['Signé : le 7 mars 2024, hôtel de ville de Fontclaire.'])
    const essai = dossierDEssai()
    const projet = { ...essai, contrat: { ...essai.contrat, etat: 'en_relecture' as const, signeLe: null, signatureLieu: null } }
    expect(paragraphes(projet)[0]).toMatch(/^Fait à _+, le _+$/)
    expect(composerPageDeSignature(projet).mention).toBe('Document de travail')
  })

  test('elle a une case par signataire, ou dit qu’il n’y en a pas encore', () => {
    const cases = composerPageDeSignature(dossierDEssai()).blocs.find((b) => b.bloc === 'signatures')
    expect(cases?.cases).toHaveLength(3)
    expect(paragraphes(dossierDEssai({ signataires: [] })).at(-1)).toContain('Aucun signataire')
  })
})
