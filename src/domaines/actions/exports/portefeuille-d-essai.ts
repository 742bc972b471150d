import fc from 'fast-check'
import { TAXES } from '#platform/argent.ts'
import { GENERATIONS_QPV } from '#domaines/territoires/schema.ts'
import { AGES, MOMENTS, NATURES_PROGRAMME } from '#domaines/contrats/schema.ts'
import {
  AXES_OTTAWA,
  ETATS_FINANCEMENT,
  FACETTES,
  FREQUENCES,
  MOYENS_MUTUALISES,
  NATURES_ACTION,
  NATURES_INDICATEUR,
  NIVEAUX_OBJECTIF,
  PARTICIPATIONS,
  POLITIQUES,
  PRIORITES,
  ROLES_INTERVENANT,
  STATUTS,
  THEMATIQUES,
  TYPES_ACTION
} from '#domaines/actions/schema/mots.ts'
import { NATURES_LIEN } from '#domaines/actions/schema/suite.ts'

const MOTS = ['santé', 'Accès aux droits', 'l’hôpital', '« citation »', '=SOMME(A1)', '2024', '1.2', 'a | b', 'x : y', '(94, 77)']
const phrase = fc.array(fc.constantFrom(...MOTS), { minLength: 1, maxLength: 3 }).map((mots) => mots.join(' '))
const texte = fc
  .tuple(fc.array(phrase, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
  .map(([lignes, saut]) => lignes.join(saut))
const facultatif = <V>(valeur: fc.Arbitrary<V>) => fc.option(valeur, { nil: null })
const quelques = <V extends string>(valeurs: readonly V[]) => fc.subarray([...valeurs])
const structure = fc.constantFrom('ARS Île-de-France', 'Ville, service santé', 'CPAM (94, 77)', 'Le "Relais"', 'Foyer (x')
const personne = fc.constantFrom('Marie Exemple', 'Alix, Vidal')
const date = fc.constantFrom('2024', '2024-05', '2024-05-31', '2020-02-29')
const euros = fc.integer({ min: 0, max: 1e8 }).map((centimes) => (centimes / 100).toFixed(2).replace('.', ','))
const rang = fc.nat({ max: 40 })

export const QUARTIERS = ['Les Hautes-Noues', 'Mont-Mesly', 'Projet, nord']

const simples = fc
  .record({
    titre: fc.constantFrom('Bus santé', 'Aller vers', '2. Maison de santé', 'Action 3 - Marcher', 'Sport | santé'),
    numero: fc.constantFrom(null, '7', 'FA-12'),
    nature: facultatif(fc.constantFrom(...NATURES_ACTION)),
    motifExistante: facultatif(texte),
    statut: facultatif(fc.constantFrom(...STATUTS)),
    priorite: facultatif(fc.constantFrom(...PRIORITES)),
    debut: facultatif(fc.constantFrom('2020', '2019-03-02')),
    fin: facultatif(fc.constantFrom('2027', '2028-12')),
    calendrier: facultatif(texte),
    ameliorationContinue: facultatif(fc.boolean()),
    participation: facultatif(fc.constantFrom(...PARTICIPATIONS)),
    gouvernance: facultatif(texte),
    contexte: facultatif(texte),
    description: facultatif(texte),
    moyens: facultatif(texte),
    mutualises: quelques(MOYENS_MUTUALISES),
    mutualisation: facultatif(texte),
    vigilance: facultatif(texte),
    notes: facultatif(texte),
    documents: facultatif(texte),
    liens: facultatif(fc.constant('https://exemple.fr/a\nhttps://exemple.fr/b')),
    thematiques: quelques(THEMATIQUES),
    types: quelques(TYPES_ACTION),
    facettes: quelques(FACETTES),
    publics: quelques(['Jeunes', 'Femmes enceintes, bébés']),
    ages: quelques(AGES),
    milieux: quelques(['École', 'Quartier']),
    ottawa: quelques(AXES_OTTAWA),
    budgetPrevisionnel: facultatif(euros),
    budgetTaxe: fc.constantFrom(...TAXES)
  })
  .map((dits) => ({ ...dits, budgetTaxe: dits.budgetPrevisionnel === null ? ('ht' as const) : dits.budgetTaxe }))

const parties = fc.record({
  objectifs: fc.array(fc.record({ niveau: fc.constantFrom(...NIVEAUX_OBJECTIF), texte: phrase, resultat: facultatif(phrase) }), {
    maxLength: 4
  }),
  // the same one twice in the same role is one
  intervenants: fc.uniqueArray(
    fc
      .record({
        role: fc.constantFrom(...ROLES_INTERVENANT),
        structure: facultatif(structure),
        personne: facultatif(personne),
        detail: facultatif(phrase)
      })
      .filter((un) => un.structure !== null || un.personne !== null),
    { maxLength: 4, selector: (un) => `${un.role} ${un.structure} ${un.personne}` }
  ),
  etapes: fc.array(fc.record({ intitule: phrase, echeance: facultatif(date), faite: fc.boolean() }), { maxLength: 3 }),
  financements: fc.array(
    fc.record({
      financeur: structure,
      annee: facultatif(fc.constantFrom(2023, 2024)),
      montant: facultatif(euros),
      etat: fc.constantFrom(...ETATS_FINANCEMENT),
      taxe: fc.constantFrom(...TAXES)
    }),
    { maxLength: 5 }
  ),
  postes: fc.array(
    fc.record({
      poste: fc.constantFrom('Médiatrice santé', 'Coordination, CLS', 'Poste inconnu'),
      etp: fc.constantFrom(0.3, 1.25),
      annee: facultatif(fc.constant(2026)),
      financeur: facultatif(structure),
      montant: facultatif(euros)
    }),
    { maxLength: 2 }
  ),
  indicateurs: fc.array(
    fc.record({
      intitule: phrase,
      unite: facultatif(fc.constantFrom('%', 'personnes')),
      initiale: facultatif(fc.integer({ min: -5, max: 500 })),
      cible: facultatif(fc.constantFrom(0.5, 1000)),
      definition: facultatif(texte),
      nature: facultatif(fc.constantFrom(...NATURES_INDICATEUR)),
      source: facultatif(phrase),
      frequence: facultatif(fc.constantFrom(...FREQUENCES)),
      detenteur: facultatif(structure),
      objectif: facultatif(phrase)
    }),
    { maxLength: 2 }
  ),
  releves: fc.array(fc.record({ date, valeur: fc.constantFrom(0, 3, 12.75) }), { maxLength: 2 }),
  quartiers: quelques(QUARTIERS),
  horsQpv: facultatif(texte),
  reponses: fc.uniqueArray(fc.record({ axe: rang, moment: fc.constantFrom(...MOMENTS), texte }), {
    maxLength: 2,
    selector: ({ axe, moment }) => `${axe % 2} ${moment}`
  }),
  nouvelles: fc.array(fc.record({ date: fc.constantFrom('2025', '2025-10', '2026-02-12'), texte, source: facultatif(phrase) }), {
    maxLength: 3
  }),
  liens: fc.array(fc.record({ autre: rang, nature: fc.constantFrom(...NATURES_LIEN), precision: facultatif(phrase) }), {
    maxLength: 2
  }),
  programmes: fc.array(rang, { maxLength: 2 }),
  prsAxes: fc.array(rang, { maxLength: 2 }),
  politiques: quelques(POLITIQUES),
  entree: facultatif(fc.record({ depuis: facultatif(date), motif: texte }))
})

const uneFiche = fc.record({ simples, parties })
const axe = fc.record({
  enjeu: facultatif(texte),
  constat: facultatif(texte),
  objectif: facultatif(texte),
  instance: facultatif(phrase),
  demandePar: facultatif(structure),
  ages: quelques(AGES)
})

/** A portfolio as people would write it; numbers stand for one of what is made before (« the third axis »), whatever their size. */
export const portefeuille = fc.record({
  niveaux: fc.constantFrom(['Axe', 'Objectif stratégique'], ['Orientation', 'Thématique', 'Action-cadre']),
  axes: fc.array(fc.record({ parent: facultatif(rang), textes: axe, prs: fc.array(rang, { maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 4
  }),
  transversaux: fc.tuple(
    ...['Participation', 'Inégalités, partout'].map((intitule) =>
      fc.record({
        intitule: fc.constant(intitule),
        question: facultatif(texte),
        sousQuestions: quelques(['Qui est associé ?', 'À quel moment ?']),
        conseilConception: facultatif(texte),
        exemplesConception: quelques(['Huit habitantes choisissent.', '« Un stand », le samedi']),
        conseilDeclinaison: facultatif(texte),
        exemplesDeclinaison: quelques(['=Cinq viennent', 'Deux relais']),
        conseilEvaluation: facultatif(texte),
        exemplesEvaluation: quelques(['33 sur 40', 'Rien encore']),
        instance: facultatif(phrase),
        demandePar: facultatif(structure),
        ages: quelques(AGES)
      })
    )
  ),
  postes: fc.record({ quotite: fc.constantFrom(0.8, 1.5), employeur: facultatif(structure), debut: facultatif(date) }),
  generation: fc.constantFrom(...GENERATIONS_QPV),
  programmes: fc.uniqueArray(
    fc.record({ nature: fc.constantFrom(...NATURES_PROGRAMME), intitule: phrase, debut: facultatif(date) }),
    {
      minLength: 1,
      maxLength: 3,
      selector: ({ nature, intitule }) => `${nature} ${intitule.toLowerCase()}`
    }
  ),
  fiches: fc.array(fc.record({ fiche: uneFiche, axe: facultatif(rang), sous: fc.array(uneFiche, { maxLength: 1 }) }), {
    minLength: 1,
    maxLength: 4
  }),
  // actions of the ASV, that stand in no contract
  dehors: fc.array(fc.record({ fiche: uneFiche, sous: fc.array(uneFiche, { maxLength: 1 }) }), { maxLength: 3 })
})
export type Portefeuille = typeof portefeuille extends fc.Arbitrary<infer P> ? P : never
