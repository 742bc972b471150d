import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TAXES } from '#platform/argent.ts'
import { ecrireClasseur, lireClasseur } from '#platform/classeur.server.ts'
import { propre } from '#platform/texte.ts'
import { AGES, MOMENTS, NATURES_PROGRAMME } from '#domaines/contrats/schema.ts'
import { comparerPlan } from '#domaines/actions/regles/plan/comparer.ts'
import { existantDuDossier } from '#domaines/actions/regles/plan/existant.ts'
import { lirePlan } from '#domaines/actions/regles/plan/lire.ts'
import type { ActeDossier, AxeDossier, Dossier, FicheDossier, ObjectifDossier } from '#domaines/actions/schema/dossier.ts'
import {
  FACETTES,
  THEMATIQUES,
  TYPES_ACTION,
  AXES_OTTAWA,
  POLITIQUES,
  ETATS_FINANCEMENT,
  FREQUENCES,
  MOYENS_MUTUALISES,
  NATURES_ACTION,
  NATURES_INDICATEUR,
  PARTICIPATIONS,
  PRIORITES,
  ROLES_INTERVENANT,
  STATUTS
} from '#domaines/actions/schema/mots.ts'
import { NATURES_LIEN } from '#domaines/actions/schema/suite.ts'
import { classeurDuDossier } from './classeur.server.ts'

const MOTS = [
  'santé',
  'Accès aux droits',
  'l’hôpital',
  'ARS',
  '« citation »',
  '"guillemets"',
  '=SOMME(A1)',
  '+33',
  '@ars',
  '-5 %',
  'Éval.',
  '2024',
  '15 - 25 ans',
  '1.2',
  'Axe 3',
  'n°4',
  '(94, 77)',
  'œuvre',
  '😀',
  'a;b',
  'etc.',
  'x : y',
  'x\u00a0: y\u202f?',
  '«\u202fcité\u202f»',
  "l'été",
  'µ€',
  '50\u00a0%',
  '…',
  'Titre',
  'FAUX',
  '_x000D_',
  'a | b'
]
const phrase = fc.array(fc.constantFrom(...MOTS), { minLength: 1, maxLength: 4 }).map((mots) => mots.join(' '))
const paragraphes = fc
  .tuple(fc.array(phrase, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\n\n'))
  .map(([lignes, saut]) => lignes.join(saut))
const facultatif = <V>(valeur: fc.Arbitrary<V>) => fc.option(valeur, { nil: null })
const quelques = <V extends string>(valeurs: readonly V[]) => fc.subarray([...valeurs])
const nomPropre = fc.constantFrom(
  'ARS Île-de-France',
  'ARS / Ville',
  'Ville, service santé',
  'CPAM (94, 77)',
  'Le "Relais"',
  'Marie Exemple',
  '- Tiret',
  'CD 94',
  'Foyer (x',
  'a;b',
  '1 toit'
)
const date = fc.constantFrom('2024', '2024-05', '2024-05-31', '2020-02-29')
const centimes = fc.integer({ min: 0, max: 1e9 })

const feuilleObjectif = (niveau: ObjectifDossier['niveau']) =>
  fc.record({ texte: phrase, resultat: facultatif(phrase) }).map((un): ObjectifDossier => ({ niveau, ...un, enfants: [] }))
const avecEnfants = (parent: fc.Arbitrary<ObjectifDossier>, enfant: fc.Arbitrary<ObjectifDossier>) =>
  fc.tuple(parent, fc.array(enfant, { maxLength: 2 })).map(([un, enfants]) => ({ ...un, enfants }))
const objectifs = fc.array(
  avecEnfants(feuilleObjectif('general'), avecEnfants(feuilleObjectif('specifique'), feuilleObjectif('operationnel'))),
  { maxLength: 2 }
)

let suivant = 0
// where no budget is said, a file says no tax
const sansTaxeSansBudget = <F extends Pick<FicheDossier, 'budgetPrevisionnel' | 'budgetTaxe'>>(fiche: F) => ({
  ...fiche,
  budgetTaxe: fiche.budgetPrevisionnel === null ? null : fiche.budgetTaxe
})
const fiche = (sousActions: fc.Arbitrary<FicheDossier[]>): fc.Arbitrary<FicheDossier> =>
  fc
    .record({
      id: fc.constant(null).map(() => `f${suivant++}`),
      numero: fc.constantFrom(null, '1', '2.3', 'FA-12'),
      titre: phrase,
      nature: facultatif(fc.constantFrom(...NATURES_ACTION)),
      statut: facultatif(fc.constantFrom(...STATUTS)),
      priorite: facultatif(fc.constantFrom(...PRIORITES)),
      debut: facultatif(date),
      // none ends before it begins
      fin: facultatif(fc.constantFrom('2024', '2024-05', '2024-05-31')),
      calendrier: facultatif(paragraphes),
      ameliorationContinue: facultatif(fc.boolean()),
      participation: facultatif(fc.constantFrom(...PARTICIPATIONS)),
      gouvernance: facultatif(paragraphes),
      contexte: facultatif(paragraphes),
      description: facultatif(paragraphes),
      moyens: facultatif(paragraphes),
      mutualises: quelques(MOYENS_MUTUALISES),
      mutualisation: facultatif(paragraphes),
      vigilance: facultatif(paragraphes),
      notes: facultatif(paragraphes),
      documents: facultatif(paragraphes),
      liens: facultatif(fc.constant('https://exemple.fr/a\nhttps://exemple.fr/b')),
      motifExistante: facultatif(paragraphes),
      thematiques: quelques(THEMATIQUES),
      types: quelques(TYPES_ACTION),
      facettes: quelques(FACETTES),
      publics: quelques(['Jeunes', 'Tous publics', 'Femmes enceintes, bébés']),
      ages: quelques(AGES),
      milieux: quelques(['École', 'Quartier']),
      ottawa: quelques(AXES_OTTAWA),
      politiques: quelques(POLITIQUES),
      quartiers: quelques(['Les Hautes-Noues', 'Mont-Mesly']),
      objectifs,
      intervenants: fc.uniqueArray(
        fc.record(
          {
            role: fc.constantFrom(...ROLES_INTERVENANT),
            nom: nomPropre,
            detail: facultatif(phrase),
            qui: fc.constant({ structure: 'Ville, service santé', personne: 'Marie Exemple' })
          },
          { requiredKeys: ['role', 'nom', 'detail'] }
        ),
        {
          maxLength: 5,
          selector: ({ role, nom }) => `${role} ${nom}`
        }
      ),
      etapes: fc.array(fc.record({ intitule: phrase, echeance: facultatif(date), faite: fc.boolean() }), { maxLength: 3 }),
      budgetPrevisionnel: facultatif(centimes),
      budgetTaxe: fc.constantFrom(...TAXES),
      financements: fc.array(
        fc.record({
          financeur: nomPropre,
          annee: facultatif(fc.constantFrom(2023, 2024)),
          montant: facultatif(centimes),
          etat: fc.constantFrom(...ETATS_FINANCEMENT),
          taxe: fc.constantFrom(...TAXES)
        }),
        { maxLength: 6 }
      ),
      postes: fc.array(
        fc.record({
          poste: phrase,
          etp: fc.constantFrom(0.3, 1),
          annee: facultatif(fc.constant(2026)),
          financeur: facultatif(nomPropre),
          montant: facultatif(centimes)
        }),
        { maxLength: 2 }
      ),
      indicateurs: fc.array(
        fc.record({
          intitule: phrase,
          unite: facultatif(fc.constantFrom('%', 'personnes')),
          initiale: facultatif(fc.integer({ min: -5, max: 500 })),
          cible: facultatif(fc.constantFrom(0.5, 12, 1000)),
          definition: facultatif(paragraphes),
          nature: facultatif(fc.constantFrom(...NATURES_INDICATEUR)),
          source: facultatif(phrase),
          frequence: facultatif(fc.constantFrom(...FREQUENCES)),
          detenteur: facultatif(nomPropre),
          objectif: facultatif(phrase),
          valeurs: fc.array(fc.record({ date, valeur: fc.constantFrom(0, 3, 12.75) }), { maxLength: 2 })
        }),
        { maxLength: 2 }
      ),
      reponses: fc.array(fc.record({ axe: phrase, moment: fc.constantFrom(...MOMENTS), texte: paragraphes }), { maxLength: 1 }),
      nouvelles: fc.array(
        fc.record({ date, texte: paragraphes, source: facultatif(phrase), auteur: nomPropre, exemple: fc.constant(false) }),
        { maxLength: 2 }
      ),
      horsQpv: facultatif(paragraphes),
      attaches: fc.record({
        liees: fc.array(
          fc.record({
            id: fc.constant('f1'),
            titre: phrase,
            nature: fc.constantFrom(...NATURES_LIEN),
            precision: facultatif(phrase)
          }),
          { maxLength: 2 }
        ),
        programmes: fc.array(fc.record({ nature: fc.constantFrom(...NATURES_PROGRAMME), intitule: phrase }), { maxLength: 2 }),
        prs: fc.array(fc.record({ sigle: phrase, debut: facultatif(date), numero: fc.constantFrom('1', '2.3') }), {
          maxLength: 2
        }),
        entree: facultatif(fc.record({ depuis: date, motif: facultatif(paragraphes) }))
      }),
      pieces: fc.constant<FicheDossier['pieces']>([]),
      sousActions,
      exemple: fc.constant(false)
    })
    .map((lue) => sansTaxeSansBudget(lue))
const fiches = fc.array(fiche(fc.array(fiche(fc.constant([])), { maxLength: 2 })), { maxLength: 3 })

const axes = (profondeur: number, prefixe = ''): fc.Arbitrary<AxeDossier[]> =>
  fc
    .array(
      fc.record({
        intitule: phrase,
        fiches,
        enfants: profondeur > 1 ? axes(profondeur - 1, '1.') : fc.constant<AxeDossier[]>([])
      }),
      {
        maxLength: 2
      }
    )
    .map((liste) =>
      liste.map((un, rang): AxeDossier => ({
        id: `a${suivant++}`,
        numero: `${prefixe}${rang + 1}`,
        niveau: 'Axe',
        enjeu: null,
        constat: null,
        objectif: null,
        exemple: false,
        ...un,
        intitule: `${un.intitule} ${rang === 0 ? 'premier' : 'second'}`
      }))
    )

const dossierDe = (parts: Pick<Dossier, 'axes' | 'horsAxe'> & Partial<Dossier>, intitule = 'CLS de Villeneuve'): Dossier => ({
  territoire: { nom: 'Villeneuve', code: null, nature: 'commune', communes: [], slug: 'villeneuve' },
  contrat: {
    id: 'c1',
    intitule,
    generation: 1,
    debut: null,
    fin: null,
    etat: 'elaboration',
    signeLe: null,
    signatureLieu: null,
    preambule: null,
    gouvernance: null,
    referencesLegales: [],
    niveaux: ['Axe'],
    exemple: false
  },
  signataires: [],
  conventions: [],
  actes: [],
  transversaux: [],
  sigles: [],
  ...parts
})

// what an act says may look like a heading, an axis or a formula: no import takes it for an action
const mot = fc.oneof(phrase, fc.constantFrom('Titre de la fiche action', 'Axe 1', '=1+1', 'Intitulé de l’action'))
const vie = fc.record({
  actes: fc.array(
    fc.record({
      nature: fc.constantFrom('avenant' as const, 'prorogation' as const),
      reference: mot,
      date: fc.constantFrom('2026', '2026-09', '2026-09-30'),
      objet: facultatif(mot),
      nouvelleFin: fc.constantFrom(null, '2029', '2029-06-30'),
      montants: fc.array(
        fc.record({
          financeur: facultatif(mot),
          annee: facultatif(fc.integer({ min: 2020, max: 2035 })),
          montant: fc.nat(1e9),
          taxe: fc.constantFrom('ht' as const, 'ttc' as const),
          precision: facultatif(mot)
        }),
        { maxLength: 2 }
      )
    }),
    { maxLength: 3 }
  ),
  conventions: fc.array(fc.record({ structure: mot, objet: facultatif(mot), date: fc.constantFrom(null, '2026-09') }), {
    maxLength: 2
  })
})

const relire = async (dossier: Dossier) =>
  lirePlan(await lireClasseur(await ecrireClasseur(classeurDuDossier(dossier)), 'plan.xlsx'))
const existantDe = (dossier: Dossier) => existantDuDossier(dossier, new Map(), { structures: [], personnes: [], quartiers: [] })

describe('le portefeuille en tableur', () => {
  test('R-073 · ce qui est exporté puis importé revient identique, quels que soient les textes', async () => {
    await fc.assert(
      fc.asyncProperty(axes(3), fiches, vie, async (arbre, horsAxe, actesEtConventions) => {
        const dossier = dossierDe({ axes: arbre, horsAxe, ...actesEtConventions })
        const plan = await relire(dossier)
        const attendu = existantDe(dossier)
        if (attendu.fiches.length === 0) return
        expect(plan.refus).toEqual([])
        expect(plan.titre).toBe('CLS de Villeneuve')
        const differences = comparerPlan(plan, attendu)
        expect(
          differences.lignes.flatMap(({ ligne, etat, champs }) => (etat === 'inchange' ? [] : [{ cle: ligne.cle, etat, champs }]))
        ).toEqual([])
        expect(differences.axesACreer).toEqual([])
        expect(plan.lignes.map(({ cle }) => cle).toSorted()).toEqual(attendu.fiches.map(({ cle }) => cle).toSorted())
        // nothing appears in the file that was not in the contract
        const parCle = new Map(attendu.fiches.map((une) => [une.cle, une.champs]))
        for (const { cle, champs } of plan.lignes) {
          const avant = parCle.get(cle)!
          const remplis = (un: object) =>
            Object.entries(un).flatMap(([nom, valeur]) => (valeur === null || valeur?.length === 0 ? [] : [nom]))
          expect(remplis(champs)).toEqual(expect.arrayContaining(remplis(avant)))
          expect(remplis(champs).length).toBe(remplis(avant).length)
          expect([champs.numero, champs.titre]).toEqual([avant.numero, propre(avant.titre)])
        }
      }),
      { numRuns: 60 }
    )
  }, 60_000)

  test('le fichier a les trois feuilles et les 36 colonnes du modèle, le titre du contrat en A1', () => {
    const feuilles = classeurDuDossier(dossierDe({ axes: [], horsAxe: [] }, 'CLS 2026'))
    expect(feuilles.map(({ nom }) => nom)).toEqual(['Mode demploi', 'Fichier dimport', 'Listes déroulantes'])
    expect(feuilles[1]!.lignes[0]).toEqual([{ valeur: 'CLS 2026', style: 'titre' }])
    expect(feuilles[1]!.lignes[1]).toHaveLength(36)
    expect(feuilles[1]!.listes?.map(({ valeurs }) => valeurs.length)).toEqual([8, 3, 5, 2])
  })

  test('R-012 · les actes et les conventions ont leur feuille : une ligne par montant, des dates et des nombres de tableur', async () => {
    const montant = { financeur: 'ARS', annee: 2027, montant: 1_250_050, taxe: 'ttc', precision: 'Animation' } as const
    const arrete: ActeDossier = {
      ...{ nature: 'prorogation', reference: 'arrêté n° 42', date: '2028-11-05', objet: null, nouvelleFin: '2029-06' },
      montants: [montant, { ...montant, annee: 2028 }]
    }
    const dossier = dossierDe({
      ...{ axes: [], horsAxe: [] },
      actes: [arrete, { ...arrete, nature: 'avenant', nouvelleFin: null, montants: [] }],
      conventions: [{ structure: 'Mutuelle', objet: 'Complémentaire', date: '2026' }]
    })
    const { feuilles } = await lireClasseur(await ecrireClasseur(classeurDuDossier(dossier)), 'plan.xlsx')
    const feuille = feuilles.find(({ nom }) => nom === 'Actes et conventions')!
    const rien = [null, null, null, null, null]
    expect(feuille.lignes.map((ligne) => [...ligne, ...rien, ...rien].slice(0, 10))).toEqual([
      [
        ...['Acte', 'Référence', 'Date', 'Objet', 'Nouvelle fin du contrat'],
        ...['Financeur', 'Année', 'Montant (€)', 'Taxes', 'Précision']
      ],
      [
        'Prorogation par arrêté',
        'arrêté n° 42',
        { date: '2028-11-05' },
        null,
        '06/2029',
        'ARS',
        2027,
        12500.5,
        'TTC',
        'Animation'
      ],
      [
        'Prorogation par arrêté',
        'arrêté n° 42',
        { date: '2028-11-05' },
        null,
        '06/2029',
        'ARS',
        2028,
        12500.5,
        'TTC',
        'Animation'
      ],
      ['Avenant', 'arrêté n° 42', { date: '2028-11-05' }, null, null, ...rien],
      ['Convention avec un partenaire', 'Mutuelle', '2026', 'Complémentaire', null, ...rien]
    ])
  })

  test('un titre qui semble numéroté, une étape qui semble datée et un quatrième financeur reviennent tels quels', async () => {
    const [modele] = fc.sample(fiche(fc.constant([])), { seed: 1, numRuns: 1 })
    const financements = ['ARS', 'Ville', 'CPAM', 'Région'].map((financeur, rang) => ({
      financeur,
      annee: 2024 + rang,
      montant: 1050,
      etat: 'accorde' as const,
      taxe: 'ht' as const
    }))
    const etapes = [{ intitule: '2023 : rapport du bilan', echeance: null, faite: false }]
    const seule = { ...modele!, numero: null, titre: 'Action 3 - Marcher', etapes, financements }
    const { lignes } = await relire(dossierDe({ axes: [], horsAxe: [seule] }))
    expect(lignes[0]!.champs).toMatchObject({ numero: null, titre: 'Action 3 - Marcher', etapes, financements })
  })

  test('un contrat sans action donne un fichier dont l’import est refusé : il n’y a rien à importer', async () => {
    const { refus } = await relire(dossierDe({ axes: [], horsAxe: [] }))
    expect(refus).toMatchObject([{ feuille: 'Fichier dimport', colonne: 'Titre de la fiche action' }])
    expect(refus[0]!.motif).toContain('aucune action')
  })
})
