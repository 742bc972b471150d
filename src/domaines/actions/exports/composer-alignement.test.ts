import { expect, test } from 'vitest'
import type { Bloc } from '#platform/documents/imprimable.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { composerAlignement, composerRapportDAlignement } from './composer-alignement.ts'
import { composerContrat } from './composer-contrat.ts'
import { dossierDEssai } from './dossier-d-essai.ts'
import { alignementDEssai } from './alignement-d-essai.ts'

const lire = (blocs: readonly Bloc[]) =>
  blocs.map((bloc) =>
    bloc.bloc === 'titre'
      ? `${'#'.repeat(bloc.niveau)} ${bloc.numero ? bloc.numero.avant + bloc.numero.rang + bloc.numero.apres : ''}${bloc.texte}`
      : bloc.bloc === 'liste'
        ? bloc.elements.map(({ texte }) => texte).join(' / ')
        : bloc.bloc === 'paragraphe'
          ? bloc.texte
          : bloc.bloc
  )

test('R-014 · le rapport nomme les actions axe par axe, dit celui qui n’a rien, puis ce qui reste à relier', () => {
  expect(lire(composerAlignement(alignementDEssai(), false))).toEqual([
    'Le contrat se réfère au projet régional de santé PRS9, 2024-2028.',
    'tableau',
    '## Axe 1 du PRS9 · Prévenir',
    'Marcher le dimanche',
    '## Axe 2 du PRS9 · Soigner près de chez soi',
    '1.1 · Créer un centre municipal de santé',
    '## Axe 3 du PRS9 · Innover',
    'Aucune action du contrat n’y répond encore.',
    '## Axes du contrat à relier',
    '2. Santé mentale',
    '## Actions qui ne répondent à aucun axe du PRS9',
    '2.1 · Former aux premiers secours (exemple)'
  ])
})

test('R-014 · un contrat sans projet régional le dit, et son document n’a pas ce chapitre', () => {
  const rien = { ...alignementDEssai(), version: null, alignement: null }
  expect(composerAlignement(rien, false)).toEqual([])
  expect(lire(composerRapportDAlignement(dossierDEssai(), rien).blocs)).toEqual([
    '# Ce que le contrat répond au projet régional de santé',
    'Le contrat ne dit pas encore à quel projet régional de santé il se réfère.'
  ])
})

test('R-014 · le contrat entier porte ce chapitre à la place que le territoire lui donne, et pas sans qu’il le demande', () => {
  const chapitres = (ecartes: typeof HABILLAGE_D_ORIGINE.ecartes) =>
    lire(composerContrat(dossierDEssai(), { ...HABILLAGE_D_ORIGINE, ecartes }, alignementDEssai()).blocs).filter((ligne) =>
      /^# /.test(ligne)
    )
  const RANGE = /Réponse au projet régional de santé$/
  expect(chapitres(HABILLAGE_D_ORIGINE.ecartes).some((ligne) => RANGE.test(ligne))).toBe(false)
  const tous = chapitres([])
  const rang = tous.findIndex((ligne) => RANGE.test(ligne))
  expect(tous[rang - 1]).toMatch(/Axes transversaux$/)
  expect(tous[rang + 1]).toMatch(/Signataires et conventions$/)
})
