import { direDate, direPeriode } from '#platform/dates.ts'
import type { Ouverture } from '#platform/documents/imprimable.ts'
import { enumerer } from '#platform/texte.ts'
import type { Dossier } from '#domaines/actions/schema/dossier.ts'
import { ETAT_CONTRAT } from '#domaines/contrats/libelles.ts'
import type { EtatContrat } from '#domaines/contrats/schema.ts'
import { dites } from './pieces.ts'

/** The cover: territory, title, years, parties, state and signature. */
export function ouvertureContrat(dossier: Dossier): Ouverture {
  const { territoire, contrat, signataires } = dossier
  return {
    pleinePage: true,
    surtitre: territoire.nom,
    titre: contrat.intitule,
    sousTitre: periode(dossier),
    parties: signataires.map((s) => (s.sigle ? `${s.structure} (${s.sigle})` : s.structure)),
    reperes: dites([
      ['État', majuscule(`contrat ${ETAT_CONTRAT[contrat.etat]}`)],
      ['Génération', contrat.generation > 0 ? ordinal(contrat.generation) : null],
      ['Signature', signature(dossier)],
      ['Communes', territoire.communes.length > 1 ? `${enumerer(territoire.communes)}.` : null]
    ])
  }
}

/** The few lines above a fiche printed alone. */
export function ouvertureFiche(dossier: Dossier): Ouverture {
  const { territoire, contrat } = dossier
  const etat = `contrat ${ETAT_CONTRAT[contrat.etat]}`
  return {
    pleinePage: false,
    surtitre: territoire.nom,
    titre: contrat.intitule,
    sousTitre: majuscule(enPhrase(periode(dossier), etat)),
    parties: [],
    reperes: []
  }
}

const PROJETS: readonly EtatContrat[] = ['prefiguration', 'elaboration', 'en_relecture']

/** What must not be missed on any page: that nothing in it is real, or that it can still change. */
export function mentionContrat({ contrat }: Dossier): string | null {
  if (contrat.exemple) return 'Exemple'
  return PROJETS.includes(contrat.etat) ? 'Document de travail' : null
}

// a title that already says its years needs no line to repeat them
function periode({ contrat }: Dossier): string | null {
  const texte = direPeriode(contrat.debut, contrat.fin)
  return texte && !contrat.intitule.includes(texte) ? majuscule(texte) : null
}

function signature({ contrat }: Dossier): string | null {
  if (!contrat.signeLe) return contrat.signatureLieu
  const quand = `${contrat.signeLe.length === 10 ? 'le' : 'en'} ${direDate(contrat.signeLe)}`
  return majuscule(contrat.signatureLieu ? `${quand}, ${contrat.signatureLieu}` : quand)
}

const ordinal = (n: number) => (n === 1 ? 'Premier contrat du territoire' : `${n}e contrat du territoire`)
const majuscule = (texte: string) => texte.charAt(0).toUpperCase() + texte.slice(1)
const enPhrase = (...morceaux: (string | null)[]) => morceaux.filter(Boolean).join(' · ')
