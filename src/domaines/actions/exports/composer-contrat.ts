import { titre, type Bloc, type Imprimable, type Numero } from '#platform/documents/imprimable.ts'
import { texteEnBlocs } from '#platform/documents/texte-en-blocs.ts'
import type { Dossier } from '#domaines/actions/schema/dossier.ts'
import { composerAxes } from './composer-axes.ts'
import { composerSignatures } from './composer-signatures.ts'
import { ouvertureContrat, mentionContrat } from './composer-ouverture.ts'
import { tableau, puces } from './pieces.ts'

/**
 * The whole contract as a printable document, in the order of a signed contract: preamble, legal references, governance, thematic axes
 * and their fiches, transversal axes, signatories, acronyms. A chapter without content is not printed and takes no number.
 */
export function composerContrat(dossier: Dossier): Imprimable {
  const { contrat, territoire } = dossier
  const chapitres: [string, Bloc[]][] = [
    ['Préambule', texteEnBlocs(contrat.preambule)],
    ['Références légales', puces(contrat.referencesLegales)],
    ['Gouvernance', texteEnBlocs(contrat.gouvernance)],
    [`Axes thématiques et fiches actions`, composerAxes(dossier)],
    ['Axes transversaux', transversaux(dossier)],
    ['Signataires et conventions', composerSignatures(dossier)],
    [
      'Sigles',
      tableau(dossier.sigles, [
        ['Sigle', 1, (s) => s.sigle],
        ['Signification', 4, (s) => s.developpe]
      ])
    ]
  ]
  return {
    titre: contrat.intitule,
    auteur: territoire.nom,
    pied: territoire.nom,
    mention: mentionContrat(dossier),
    ouverture: ouvertureContrat(dossier),
    sommaire: true,
    blocs: chapitres
      .filter(([, blocs]) => blocs.length > 0)
      .flatMap(([nom, blocs], i) => [titre(1, nom, { numero: chapitre(i), nouvellePage: OUVRENT_UNE_PAGE.has(nom) }), ...blocs])
  }
}

// what is looked for, or signed, alone
const OUVRENT_UNE_PAGE = new Set(['Axes thématiques et fiches actions', 'Signataires et conventions'])

const ROMAINS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']
const chapitre = (i: number): Numero => ({ serie: 'chapitres', avant: '', rang: ROMAINS[i]!, apres: '. ' })

/** each transversal axis with the questions it asks of every action; the answers are read in the fiches. */
function transversaux({ transversaux }: Dossier): Bloc[] {
  return transversaux.flatMap((axe, i) => [
    titre(2, axe.intitule, { numero: { serie: 'transversaux', avant: 'Axe transversal ', rang: String(i + 1), apres: ' · ' } }),
    ...texteEnBlocs(axe.question),
    ...puces(axe.sousQuestions)
  ])
}
