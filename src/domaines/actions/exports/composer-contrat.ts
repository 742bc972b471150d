import { titre, type Bloc, type Imprimable, type Numero } from '#platform/documents/imprimable.ts'
import { texteEnBlocs } from '#platform/documents/texte-en-blocs.ts'
import { CHAPITRE } from '#domaines/actions/libelles/habillage.ts'
import { chapitresImprimes } from '#domaines/actions/regles/habillage.ts'
import type { AlignementLu } from '#domaines/actions/queries/alignement.server.ts'
import type { Dossier } from '#domaines/actions/schema/dossier.ts'
import { HABILLAGE_D_ORIGINE, type Chapitre } from '#domaines/actions/schema/habillage.ts'
import { composerAlignement } from './composer-alignement.ts'
import { composerAxes } from './composer-axes.ts'
import { composerSignatures } from './composer-signatures.ts'
import { ouvertureContrat, mentionContrat } from './composer-ouverture.ts'
import { habiller } from './habiller.ts'
import { tableau, puces } from './pieces.ts'

/**
 * The whole contract as a printable document, in the dress that the territory chose: its cover, its chapters in its order. A chapter without
 * content is not printed and takes no number.
 */
export function composerContrat(
  dossier: Dossier,
  habillage = HABILLAGE_D_ORIGINE,
  alignement: AlignementLu | null = null
): Imprimable {
  const { contrat, territoire } = dossier
  const composer: Record<Chapitre, () => Bloc[]> = {
    preambule: () => texteEnBlocs(contrat.preambule),
    references: () => puces(contrat.referencesLegales),
    gouvernance: () => texteEnBlocs(contrat.gouvernance),
    axes: () => composerAxes(dossier),
    transversaux: () => transversaux(dossier),
    alignement: () => (alignement ? composerAlignement(alignement, contrat.exemple) : []),
    signataires: () => composerSignatures(dossier),
    sigles: () =>
      tableau(dossier.sigles, [
        ['Sigle', 1, (s) => s.sigle],
        ['Signification', 4, (s) => s.developpe]
      ])
  }
  return {
    titre: contrat.intitule,
    auteur: territoire.nom,
    ...habiller(habillage, territoire),
    mention: mentionContrat(dossier),
    ouverture: ouvertureContrat(dossier, habillage),
    sommaire: true,
    blocs: chapitresImprimes(habillage, contrat.etat)
      .map((chapitre) => ({ chapitre, blocs: composer[chapitre]() }))
      .filter(({ blocs }) => blocs.length > 0)
      .flatMap(({ chapitre, blocs }, i) => [
        // the contents end their page themselves
        titre(1, CHAPITRE[chapitre], { numero: numero(i), nouvellePage: i > 0 && OUVRENT_UNE_PAGE.has(chapitre) }),
        ...blocs
      ])
  }
}

// what is looked for, or signed, alone
const OUVRENT_UNE_PAGE = new Set<Chapitre>(['axes', 'signataires'])

const ROMAINS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']
const numero = (i: number): Numero => ({ serie: 'chapitres', avant: '', rang: ROMAINS[i]!, apres: '. ' })

/** each transversal axis with the questions it asks of every action; the answers are read in the fiches. */
function transversaux({ transversaux }: Dossier): Bloc[] {
  return transversaux.flatMap((axe, i) => [
    titre(2, axe.intitule, { numero: { serie: 'transversaux', avant: 'Axe transversal ', rang: String(i + 1), apres: ' · ' } }),
    ...texteEnBlocs(axe.question),
    ...puces(axe.sousQuestions)
  ])
}
