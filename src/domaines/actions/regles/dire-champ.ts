import { direMontant, TAXE, type Taxe } from '#platform/argent.ts'
import { direDate } from '#platform/dates.ts'
import { AGE, MOMENT } from '#domaines/contrats/libelles.ts'
import {
  AXE_OTTAWA,
  FACETTE,
  NATURE_ACTION,
  PARTICIPATION,
  POLITIQUE,
  PRIORITE,
  ROLE_INTERVENANT,
  STATUT,
  THEMATIQUE,
  TYPE_ACTION
} from '../libelles.ts'
import { MOYEN_MUTUALISE } from '../libelles/moyens.ts'
import { NATURE_LIEN } from '../libelles/suite.ts'
import { direEtp } from './budget.ts'
import { aplatirObjectifs } from './objectifs.ts'
import type { ChampsPlan } from '../schema/plan.ts'

const RIEN = 'rien'

/** The value of a field as a person reads it in a preview; « rien » when there is none. */
export function direChampPlan<C extends keyof ChampsPlan>(champ: C, valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === '' || (Array.isArray(valeur) && valeur.length === 0)) return RIEN
  return (DIRE[champ] as ((valeur: unknown) => string) | undefined)?.(valeur) ?? String(valeur)
}

const liste =
  <T>(dire: (un: T) => string) =>
  (valeurs: readonly T[]) =>
    valeurs.map(dire).join(', ')

const DIRE: { [C in keyof ChampsPlan]?: (valeur: never) => string } = {
  statut: (valeur: keyof typeof STATUT) => STATUT[valeur],
  nature: (valeur: keyof typeof NATURE_ACTION) => NATURE_ACTION[valeur],
  priorite: (valeur: keyof typeof PRIORITE) => PRIORITE[valeur],
  participation: (valeur: keyof typeof PARTICIPATION) => PARTICIPATION[valeur],
  debut: (valeur: string) => direDate(valeur),
  fin: (valeur: string) => direDate(valeur),
  ameliorationContinue: (valeur: boolean) => (valeur ? 'oui' : 'non'),
  budgetPrevisionnel: (valeur: number) => direMontant(valeur),
  budgetTaxe: (valeur: Taxe) => TAXE[valeur],
  thematiques: liste((theme: keyof typeof THEMATIQUE) => THEMATIQUE[theme]),
  types: liste((type: keyof typeof TYPE_ACTION) => TYPE_ACTION[type]),
  facettes: liste((facette: keyof typeof FACETTE) => FACETTE[facette]),
  publics: liste(String),
  milieux: liste(String),
  quartiers: liste(String),
  ages: liste((age: keyof typeof AGE) => AGE[age]),
  mutualises: liste((moyen: keyof typeof MOYEN_MUTUALISE) => MOYEN_MUTUALISE[moyen]),
  ottawa: liste((axe: keyof typeof AXE_OTTAWA) => AXE_OTTAWA[axe]),
  politiques: liste((politique: keyof typeof POLITIQUE) => POLITIQUE[politique]),
  objectifs: (valeur: ChampsPlan['objectifs']) =>
    aplatirObjectifs(valeur)
      .map(({ texte }) => texte)
      .join(' / '),
  intervenants: liste(({ role, nom }: ChampsPlan['intervenants'][number]) => `${nom} (${ROLE_INTERVENANT[role].toLowerCase()})`),
  etapes: liste(({ intitule, echeance }: ChampsPlan['etapes'][number]) =>
    echeance ? `${intitule} (${direDate(echeance)})` : intitule
  ),
  financements: liste(({ financeur, montant }: ChampsPlan['financements'][number]) =>
    montant === null ? financeur : `${financeur} ${direMontant(montant)}`
  ),
  indicateurs: liste(({ intitule }: ChampsPlan['indicateurs'][number]) => intitule),
  postes: liste(({ poste, etp }: ChampsPlan['postes'][number]) => `${poste} ${direEtp(etp)}`),
  liees: liste(({ titre, nature }: ChampsPlan['liees'][number]) => `${NATURE_LIEN[nature].de.toLowerCase()} « ${titre} »`),
  programmes: liste(({ intitule }: ChampsPlan['programmes'][number]) => intitule),
  prs: liste(({ sigle, numero }: ChampsPlan['prs'][number]) => `${sigle}, axe ${numero}`),
  entree: ({ depuis, motif }: NonNullable<ChampsPlan['entree']>) =>
    [depuis && direDate(depuis), motif].filter(Boolean).join('\u00a0: '),
  nouvelles: liste(({ date, texte }: ChampsPlan['nouvelles'][number]) => `${direDate(date)}\u00a0: ${texte}`),
  reponses: liste(
    ({ axe, moment, texte }: ChampsPlan['reponses'][number]) => `${axe}, ${MOMENT[moment].toLowerCase()} : ${texte}`
  )
}
