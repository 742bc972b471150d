import { direBudget } from '#domaines/actions/regles/doublons.ts'
import { direPeriode, type DateFloue } from '#platform/dates.ts'
import { titre, type Bloc } from '#platform/documents/imprimable.ts'
import type { AxeDossier, Dossier, FicheDossier } from '#domaines/actions/schema/dossier.ts'
import { STATUT } from '#domaines/actions/libelles.ts'
import { composerFiche } from './composer-fiche.ts'
import { encadre, tableau } from './pieces.ts'

/** The thematic tree with its fiches, under the chapter that the contract opens: an overview, the axes, then the fiches of no axis. */
export function composerAxes(dossier: Dossier): Bloc[] {
  const axes = dossier.axes.flatMap((axe, i) => composerAxe(axe, 2, dossier, i > 0))
  const horsAxe = dossier.horsAxe.flatMap((fiche) => composerFiche(fiche, 3, dossier))
  if (!horsAxe.length) return [...vueDEnsemble(dossier), ...axes]
  return [...vueDEnsemble(dossier), ...axes, titre(2, 'Actions hors axe', { nouvellePage: axes.length > 0 }), ...horsAxe]
}

function composerAxe(axe: AxeDossier, niveau: number, dossier: Dossier, suit: boolean): Bloc[] {
  return [
    titre(niveau, axe.intitule, {
      numero: { serie: 'axes', avant: `${axe.niveau} `, rang: axe.numero, apres: ' · ' },
      mention: axe.exemple && !dossier.contrat.exemple ? 'exemple' : null,
      // a first-level axis that holds fiches opens a page; a contract signed before its fiches stays dense
      nouvellePage: niveau === 2 && suit && fichesDe(axe).length > 0
    }),
    ...encadre([
      ['Enjeu', axe.enjeu],
      ['Constat', axe.constat],
      ['Objectif', axe.objectif]
    ]),
    // its own fiches first: after its branches they would seem to belong to the last of them
    ...axe.fiches.flatMap((fiche) => composerFiche(fiche, niveau + 1, dossier)),
    ...axe.enfants.flatMap((enfant) => composerAxe(enfant, niveau + 1, dossier, true))
  ]
}

/** Every fiche of a branch, from the top. */
export function fichesDe(axe: AxeDossier): FicheDossier[] {
  return [...axe.fiches, ...axe.enfants.flatMap(fichesDe)]
}

// the page an elected official reads first; one fiche alone needs no overview
function vueDEnsemble(dossier: Dossier): Bloc[] {
  const lignes = [
    ...dossier.axes.flatMap((axe) => fichesDe(axe).map((fiche) => ({ axe: axe.numero, fiche }))),
    ...dossier.horsAxe.map((fiche) => ({ axe: '–', fiche }))
  ]
  if (lignes.length < 2) return []
  const corps = tableau(lignes, [
    [dossier.contrat.niveaux[0] ?? 'Axe', 1, (l) => l.axe],
    ['Fiche', 1.1, (l) => l.fiche.numero],
    ['Action', 4.6, (l) => l.fiche.titre],
    ['Pilote', 3, ({ fiche }) => pilotes(fiche)],
    ['Années', 1.9, ({ fiche }) => direPeriode(annee(fiche.debut), annee(fiche.fin))],
    ['Statut', 1.8, ({ fiche }) => fiche.statut && STATUT[fiche.statut]],
    ['Budget', 2.3, ({ fiche }) => direBudget(fiche), true]
  ])
  return [titre(2, 'Les actions en un coup d’œil'), ...corps]
}

const annee = (date: DateFloue | null) => date && date.slice(0, 4)
const pilotes = (fiche: FicheDossier) =>
  fiche.intervenants
    .filter(({ role }) => role === 'pilote')
    .map(({ nom }) => nom)
    .join('\n')
