import { direMontant, TAXE } from '#platform/argent.ts'
import { direDate, direQuand, type DateFloue } from '#platform/dates.ts'
import { titre, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'
import type { ActeDossier, Dossier, EnTeteDossier, SignataireDossier } from '#domaines/actions/schema/dossier.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { direJusque, NATURE_ACTE, ROLE_SIGNATAIRE } from '#domaines/contrats/libelles.ts'
import { direSignature, mentionContrat, ouvertureCourte } from './composer-ouverture.ts'
import { habiller } from './habiller.ts'
import { tableau } from './pieces.ts'

/** Who signs, a box for each to sign in, and beside them the partners bound by a convention and the acts of the contract's life. */
export function composerSignatures({ signataires, conventions, actes }: Dossier): Bloc[] {
  const blocs: Bloc[] = []
  if (signataires.length) {
    const liste = tableau(signataires, [
      ['Structure', 4, nomComplet],
      ['Représentée par', 3, (s) => [s.personne, s.qualite].filter(Boolean).join('\n')],
      ['Rôle', 2.6, (s) => ROLE_SIGNATAIRE[s.role]],
      ['Signature', 1.8, (s) => s.signeLe && direDate(s.signeLe)]
    ])
    blocs.push(titre(2, 'Les signataires'), ...liste)
  }
  if (conventions.length) {
    const liste = tableau(conventions, [
      ['Structure', 3, (c) => c.structure],
      ['Objet de la convention', 4, (c) => c.objet],
      ['Date', 1.8, (c) => c.date && direDate(c.date)]
    ])
    blocs.push(titre(2, 'Partenaires liés par une convention'), ...liste)
  }
  if (actes.length) {
    const liste = tableau(actes, [
      ['Acte', 4, (acte) => [NATURE_ACTE[acte.nature], acte.reference].join('\n')],
      ['Date', 1.8, (acte) => direDate(acte.date)],
      ['Ce qu’il fait', 4, effets]
    ])
    blocs.push(titre(2, 'Actes du contrat'), ...liste)
  }
  if (signataires.length) blocs.push(titre(2, 'Signatures', { nouvellePage: signataires.length > 4 }), aSigner(signataires))
  return blocs
}

/** The signature page alone, to be passed around the table: the contract, where and when, and a box for each signatory. */
export function composerPageDeSignature(enTete: EnTeteDossier, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  const { contrat, territoire, signataires } = enTete
  const quand = direSignature(enTete)
  return {
    titre: `Page de signature – ${contrat.intitule}`,
    auteur: territoire.nom,
    ...habiller(habillage, territoire, contrat.intitule),
    mention: mentionContrat(enTete),
    ouverture: ouvertureCourte(enTete),
    sommaire: false,
    blocs: [
      titre(1, 'Signatures'),
      { bloc: 'paragraphe', texte: quand ? `Signé : ${quand.charAt(0).toLowerCase()}${quand.slice(1)}.` : A_REMPLIR },
      signataires.length
        ? aSigner(signataires)
        : { bloc: 'paragraphe', texte: 'Aucun signataire n’est encore inscrit au contrat.' }
    ]
  }
}

/** What an act is about, the end that it gives and the money that it brings, a line each (R-012). */
function effets({ objet, nouvelleFin, montants }: ActeDossier): string {
  const apports = montants.map(({ financeur, annee, montant, taxe, precision }) => {
    const details = [financeur, annee === null ? null : String(annee), precision].filter(Boolean).join(', ')
    return `${direMontant(montant)} ${TAXE[taxe]}${details ? ` (${details})` : ''}`
  })
  const fin = nouvelleFin && `Le contrat court jusqu’${direJusque(nouvelleFin)}.`
  return [objet, fin, ...apports].filter(Boolean).join('\n')
}

// filled with a pen
const A_REMPLIR = `Fait à ${'_'.repeat(28)}, le ${'_'.repeat(20)}`

const aSigner = (signataires: SignataireDossier[]): Bloc => ({ bloc: 'signatures', cases: signataires.map(enCase) })

export const nomComplet = (s: SignataireDossier) => (s.sigle ? `${s.structure} (${s.sigle})` : s.structure)

const enCase = (s: SignataireDossier) => ({
  structure: nomComplet(s),
  precision: ROLE_SIGNATAIRE[s.role],
  personne: s.personne,
  qualite: s.qualite,
  date: s.signeLe && quand(s.signeLe)
})

const quand = (date: DateFloue) => `Signé ${direQuand(date)}`
