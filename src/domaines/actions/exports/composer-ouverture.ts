import { direPeriode, direQuand } from '#platform/dates.ts'
import type { Ouverture } from '#platform/documents/imprimable.ts'
import { compter, enumerer, majuscule } from '#platform/texte.ts'
import type { AxeDossier, CadreDeFiche, Dossier } from '#domaines/actions/schema/dossier.ts'
import { textesDeCouverture } from '#domaines/actions/regles/habillage.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { ETAT_CONTRAT } from '#domaines/contrats/libelles.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'
import { dites } from './pieces.ts'

/** The cover: territory, title, years, parties, state and signature. */
export function ouvertureContrat(dossier: Dossier, habillage = HABILLAGE_D_ORIGINE): Ouverture {
  const { territoire, contrat, signataires } = dossier
  return {
    pleinePage: true,
    ...textesDeCouverture(habillage, { territoire: territoire.nom, mention: mentionContrat(dossier) }),
    titre: contrat.intitule,
    sousTitre: periode(dossier),
    parties: signataires.map((s) => (s.sigle ? `${s.structure} (${s.sigle})` : s.structure)),
    reperes: dites([
      ...faitsDuContrat(dossier),
      ['Communes', territoire.communes.length > 1 ? `${enumerer(territoire.communes)}.` : null]
    ])
  }
}

/** The short facts of a contract: its state, generation, signature and what its plan holds. */
export function faitsDuContrat(dossier: Dossier): [nom: string, valeur: string | null][] {
  const { contrat } = dossier
  return [
    ['État', majuscule(`contrat ${ETAT_CONTRAT[contrat.etat]}`)],
    ['Génération', contrat.generation > 0 ? ordinal(contrat.generation) : null],
    ['Signature', direSignature(dossier)],
    ['Plan d’actions', contenu(dossier)]
  ]
}

/** The few lines above a fiche, a summary or a signature page printed alone. */
export function ouvertureCourte(dossier: CadreDeFiche): Ouverture {
  const { territoire, contrat } = dossier
  const etat = `contrat ${ETAT_CONTRAT[contrat.etat]}`
  return {
    pleinePage: false,
    surtitre: territoire.nom,
    titre: contrat.intitule,
    sousTitre: majuscule(enPhrase(periode(dossier), etat)),
    ligne: null,
    parties: [],
    reperes: []
  }
}

const PROJETS: readonly EtatContrat[] = ['prefiguration', 'elaboration', 'en_relecture']

/** What must not be missed on any page: that nothing in it is real, or that it can still change. */
export function mentionContrat({ contrat }: Pick<CadreDeFiche, 'contrat'>): string | null {
  if (contrat.exemple) return 'Exemple'
  return PROJETS.includes(contrat.etat) ? 'Document de travail' : null
}

// a title that already says its years needs no line to repeat them
function periode({ contrat }: Pick<CadreDeFiche, 'contrat'>): string | null {
  const texte = direPeriode(contrat.debut, contrat.fin)
  return texte && !contrat.intitule.includes(texte) ? majuscule(texte) : null
}

/** « Le 7 mars 2024, hôtel de ville »; null when neither is known. */
export function direSignature({ contrat }: Pick<Dossier, 'contrat'>): string | null {
  if (!contrat.signeLe) return contrat.signatureLieu
  const quand = direQuand(contrat.signeLe)
  return majuscule(contrat.signatureLieu ? `${quand}, ${contrat.signatureLieu}` : quand)
}

/** « 5 axes, 6 thématiques et 11 fiches actions », under the territory's own names; sub-actions are not counted. */
function contenu({ axes, horsAxe, contrat }: Dossier): string {
  const aplat = (branches: AxeDossier[]): AxeDossier[] => branches.flatMap((axe) => [axe, ...aplat(axe.enfants)])
  const tous = aplat(axes)
  const fiches = tous.reduce((somme, axe) => somme + axe.fiches.length, horsAxe.length)
  const niveaux = contrat.niveaux.map((nom): [string, number] => [
    nom.toLowerCase(),
    tous.filter((axe) => axe.niveau === nom).length
  ])
  const comptes: [string, number][] = [...niveaux, ['fiche action', fiches]]
  return enumerer(comptes.filter(([, n]) => n > 0).map(([nom, n]) => compter(n, nom, auPluriel(nom))))
}

// « objectif stratégique » agrees in both words, « axe de travail » in the first only
function auPluriel(nom: string): string {
  const [tete = '', ...suite] = nom.split(/ (?=(?:de|du|des|en|pour|à) |d’|d')/)
  return [tete.replace(/[^sxz\s](?=\s|$)/g, '$&s'), ...suite].join(' ')
}

const ordinal = (n: number) => (n === 1 ? 'Premier contrat du territoire' : `${n}e contrat du territoire`)
const enPhrase = (...morceaux: (string | null)[]) => morceaux.filter(Boolean).join(' · ')
