import type { DateFloue } from '#platform/dates.ts'
import type { PartieRequise } from '#domaines/territoires/schema.ts'
import type { AdressePerdue } from '#domaines/partenaires/schema/lettres-perdues.ts'
import type { SignatairePresent } from '#domaines/contrats/regles/signature.ts'
import type { EtapeContrat, Moment } from '#domaines/contrats/schema.ts'
import type { SuiviFiche } from '#domaines/actions/regles/suivi.ts'
import type { Depart } from '../appuis.ts'

/** One thing that waits for the coordination, with its reason and the one act that settles it. */
export type Tache = {
  cle: string
  ton: 'alerte' | 'trame' | 'fil'
  icone: 'contrat' | 'signer' | 'alerte' | 'actions' | 'partenaires' | 'horloge' | 'importer' | 'discuter'
  titre: string
  pourquoi: string
  geste: string
  href: string
}

export type Situation = {
  contrat: {
    id: string
    intitule: string
    etape: EtapeContrat
    debut: DateFloue | null
    fin: DateFloue | null
    finProrogee: DateFloue | null
  } | null
  signataires: readonly SignatairePresent[]
  partiesRequises: readonly PartieRequise[]
  /** the last contract that ended, or that ends soon, and how many of its actions have no decided future */
  suite: { id: string; intitule: string; aDecider: number } | null
  /** the version of the regional plan that the contract refers to */
  prs: { sigle: string; parueLe: DateFloue | null } | null
  /** the meetings to which people were invited, and whose minutes did not leave */
  aRendre: readonly { id: string; instanceId: string; instance: string; jour: string }[]
  /** how many statuses pilots proposed that nobody accepted or left yet */
  statutsProposes: number
  /** people of whom nothing was heard for three years, and those who asked to be erased */
  sansContact: number
  /** the addresses to which the last letter did not arrive, or perhaps not */
  perdues: readonly Pick<AdressePerdue, 'id' | 'nom' | 'sorte'>[]
  partants: readonly { personneId: string; nom: string; prevuLe: string }[]
  /** who proposes to correct the directory by the link of her page, and how many of hers wait */
  /** help that partners ask, and that nobody took up */
  appuis: readonly { id: string; titre: string; structure: string }[]
  corrections: readonly { personneId: string; personne: string; nombre: number }[]
  /** how many promises of the meetings are past their day */
  tachesEnRetard: number
  /** who left and of whom something is to be taken over */
  departs: readonly Depart[]
  /** nodes of the thematic tree */
  axes: number
  transversaux: number
  fiches: readonly (SuiviFiche & {
    id: string
    titre: string
    fin: DateFloue | null
    pilotee: boolean
    /** answers to the transversal axes of the contract, by moment */
    reponses: Readonly<Partial<Record<Moment, number>>>
    auContrat: boolean
    /** an action of the ASV names no priority quartier and does not say why */
    qpvManque: boolean
  })[]
}

/** Tasks of one kind named one by one; past it, the others are counted together. */
export const NOMMEES = 4
