import { SANS_GUIDE } from '#domaines/contrats/regles/transversaux.ts'
import type { AxeDossier, Dossier, FicheDossier } from '#domaines/actions/schema/dossier.ts'

/** An invented contract for the tests of this folder; no person and no place in it is real. */
export function dossierDEssai(reste: Partial<Dossier> = {}): Dossier {
  return {
    territoire: {
      nom: 'Ville de Fontclaire',
      code: '99001',
      nature: 'commune',
      communes: ['Fontclaire'],
      slug: 'ville-de-fontclaire'
    },
    contrat: {
      id: 'c1',
      intitule: 'Contrat local de santé de Fontclaire',
      generation: 2,
      debut: '2024',
      fin: '2028',
      etat: 'en_vigueur',
      signeLe: '2024-03-07',
      signatureLieu: 'hôtel de ville de Fontclaire',
      preambule:
        'La santé est l’affaire de toutes et de tous. Le diagnostic partagé de 2023 a réuni quarante structures et trois cents habitants.\n\nLes signataires s’engagent :\n- à réduire les inégalités sociales et territoriales de santé ;\n- à donner la parole aux habitants ;\n- à évaluer ce qu’ils font.',
      gouvernance:
        'Le comité de pilotage réunit les signataires deux fois par an.\n\nLe comité technique se tient chaque trimestre.',
      referencesLegales: [
        'Vu le code de la santé publique, notamment ses articles L. 1434-2 et L. 1434-10',
        'Vu la délibération du conseil municipal du 12 février 2024'
      ],
      niveaux: ['Axe', 'Thématique'],
      exemple: false
    },
    signataires: [
      {
        structure: 'Ville de Fontclaire',
        sigle: null,
        personne: 'Camille Desprairies',
        qualite: 'Maire',
        role: 'porteur',
        signeLe: '2024-03-07'
      },
      {
        structure: 'Agence régionale de santé',
        sigle: 'ARS',
        personne: null,
        qualite: 'Directrice générale',
        role: 'obligatoire',
        signeLe: '2024-03'
      },
      { structure: 'Préfecture de département', sigle: null, personne: null, qualite: null, role: 'obligatoire', signeLe: null }
    ],
    conventions: [{ structure: 'Mutuelle des Deux-Rives', objet: 'Offre de complémentaire santé solidaire', date: '2024-05' }],
    actes: [],
    axes: [
      axeDEssai('1', {
        intitule: 'Accès aux droits et aux soins',
        enjeu: 'Un habitant sur cinq renonce à des soins.',
        constat: 'Neuf médecins généralistes exercent dans la ville, dont quatre ont plus de 60 ans.',
        objectif: 'Que chacun trouve un médecin traitant à moins de vingt minutes.',
        enfants: [
          axeDEssai('1.1', { niveau: 'Thématique', intitule: 'Premier recours', fiches: [ficheDEssai()] }),
          axeDEssai('1.2', {
            niveau: 'Thématique',
            intitule: 'Accès aux droits',
            fiches: [ficheDEssai({ id: 'f2', numero: '2', titre: 'Ouvrir une permanence des droits', ...RIEN })]
          })
        ]
      }),
      axeDEssai('2', {
        intitule: 'Santé mentale',
        fiches: [ficheDEssai({ id: 'f3', numero: null, titre: 'Former aux premiers secours en santé mentale', ...RIEN })]
      })
    ],
    transversaux: [
      {
        id: 't1',
        intitule: 'Participation des habitants',
        question: 'Comment les habitants prennent-ils part à l’action ?',
        sousQuestions: ['Qui est associé ?', 'À quel moment ?'],
        ...SANS_GUIDE,
        conseilConception: 'Nommez les habitants.',
        exemplesEvaluation: ['Deux habitantes animent seules.', 'Rien encore.']
      },
      { id: 't2', intitule: 'Réduction des inégalités', question: null, sousQuestions: [], ...SANS_GUIDE }
    ],
    horsAxe: [],
    sigles: [
      { sigle: 'ARS', developpe: 'Agence régionale de santé' },
      { sigle: 'CLS', developpe: 'Contrat local de santé' }
    ],
    ...reste
  }
}

export function axeDEssai(numero: string, reste: Partial<AxeDossier> = {}): AxeDossier {
  return {
    id: `a${numero}`,
    numero,
    niveau: 'Axe',
    intitule: `Axe d’essai ${numero}`,
    enjeu: null,
    constat: null,
    objectif: null,
    exemple: false,
    enfants: [],
    fiches: [],
    ...reste
  }
}

/** What makes a fiche of which only the title is known. */
export const RIEN: Omit<FicheDossier, 'id' | 'numero' | 'titre' | 'exemple'> = {
  nature: null,
  statut: null,
  priorite: null,
  debut: null,
  fin: null,
  calendrier: null,
  ameliorationContinue: null,
  participation: null,
  gouvernance: null,
  contexte: null,
  description: null,
  moyens: null,
  mutualises: [],
  mutualisation: null,
  vigilance: null,
  notes: null,
  documents: null,
  liens: null,
  motifExistante: null,
  thematiques: [],
  types: [],
  facettes: [],
  publics: [],
  ages: [],
  milieux: [],
  ottawa: [],
  politiques: [],
  quartiers: [],
  objectifs: [],
  intervenants: [],
  etapes: [],
  budgetPrevisionnel: null,
  budgetTaxe: null,
  financements: [],
  postes: [],
  indicateurs: [],
  reponses: [],
  nouvelles: [],
  pieces: [],
  sousActions: [],
  horsQpv: null
}

/** A fiche with every field filled, but what is given. */
export function ficheDEssai(reste: Partial<FicheDossier> = {}): FicheDossier {
  return {
    id: 'f1',
    numero: '1',
    titre: 'Créer un centre municipal de santé',
    exemple: false,
    nature: 'nouvelle',
    statut: 'en_cours',
    priorite: 'eleve',
    debut: '2024-09',
    fin: '2026-06-30',
    calendrier: 'Ouverture en deux temps',
    ameliorationContinue: true,
    participation: 'concertation',
    gouvernance: 'Comité de suivi d’élus',
    contexte: 'Le quartier des Tilleuls n’a plus de cabinet médical depuis 2021.',
    description:
      'Le centre réunit trois généralistes et une infirmière.\n\n- Consultations sur rendez-vous\n- Soins non programmés le matin',
    moyens: 'Deux équivalents temps plein d’accueil ; un local de 240 m².',
    mutualises: ['locaux', 'materiel'],
    mutualisation: 'La mairie prête la salle et le matériel le mardi.',
    vigilance: 'Le recrutement médical reste difficile.',
    notes: 'Point d’étape présenté au comité de pilotage.',
    documents: 'Étude de faisabilité, 2023',
    liens: 'Fiche 2',
    motifExistante: 'Elle double ses horaires.',
    thematiques: ['acces_soins', 'offre_soins'],
    types: ['ouverture_structure', 'exercice_coordonne'],
    facettes: ['familles', 'qpv'],
    publics: ['Habitants sans médecin traitant', 'Familles'],
    ages: ['enfance', 'adultes', 'seniors'],
    milieux: ['Quartier', 'École'],
    ottawa: ['environnements', 'services'],
    politiques: ['education', 'petite_enfance'],
    quartiers: ['Les Tilleuls'],
    objectifs: [
      {
        niveau: 'general',
        texte: 'Réduire le renoncement aux soins',
        resultat: null,
        enfants: [
          {
            niveau: 'specifique',
            texte: 'Installer une offre de premier recours',
            resultat: null,
            enfants: [
              {
                niveau: 'operationnel',
                texte: 'Recruter trois médecins généralistes',
                resultat: 'Trois contrats signés en 2025',
                enfants: []
              }
            ]
          }
        ]
      }
    ],
    intervenants: [
      { role: 'pilote', nom: 'Ville de Fontclaire', detail: null },
      { role: 'partenaire', nom: 'Agence régionale de santé', detail: 'cofinancement' },
      { role: 'partenaire', nom: 'Caisse primaire d’assurance maladie', detail: null }
    ],
    etapes: [
      { intitule: 'Étude de faisabilité', echeance: '2023', faite: true },
      { intitule: 'Ouverture', echeance: '2025-09-01', faite: false }
    ],
    budgetPrevisionnel: 48_000_000,
    budgetTaxe: 'ht',
    financements: [
      { financeur: 'Ville de Fontclaire', annee: 2024, montant: 30_000_000, etat: 'accorde', taxe: 'ht' },
      { financeur: 'Agence régionale de santé', annee: 2025, montant: 18_000_050, etat: 'accorde', taxe: 'ht' }
    ],
    postes: [{ poste: 'Médiatrice santé', etp: 0.3, annee: 2025, financeur: 'Ville de Fontclaire', montant: 1_200_000 }],
    indicateurs: [
      {
        intitule: 'Patients suivis',
        unite: 'personnes',
        initiale: 0,
        cible: 2400,
        definition: 'Personnes venues au moins une fois.',
        nature: 'resultat',
        source: 'Logiciel du centre',
        frequence: 'semestrielle',
        detenteur: 'Ville de Fontclaire',
        objectif: null,
        valeurs: [
          { date: '2025-06', valeur: 310 },
          { date: '2025-12', valeur: 1250 }
        ]
      }
    ],
    reponses: [
      { axe: 't2', moment: 'conception', texte: 'Le lieu est choisi dans le quartier le moins doté.' },
      { axe: 't1', moment: 'evaluation', texte: 'Un panel d’usagers relit le bilan.' },
      { axe: 't1', moment: 'conception', texte: 'Deux réunions publiques ont fixé les horaires.' }
    ],
    nouvelles: [
      {
        date: '2026-02-12',
        texte: 'Un deuxième médecin arrive en mars.',
        source: 'comité technique',
        auteur: 'Camille Desprairies',
        exemple: false
      },
      { date: '2025-10', texte: 'Le bail est signé.', source: null, auteur: 'Camille Desprairies', exemple: false },
      {
        date: '2025-06-03',
        texte: 'Le local est trouvé, rue des Tilleuls.',
        source: 'appel du CCAS',
        auteur: 'Alix Vidal',
        exemple: false
      },
      { date: '2025-01', texte: 'Le recrutement commence.', source: null, auteur: 'Alix Vidal', exemple: false }
    ],
    pieces: [{ intitule: 'Bail du local', fichier: 'bail.pdf', date: '2025-10-14', version: 2 }],
    sousActions: [],
    horsQpv: null,
    ...reste
  }
}
