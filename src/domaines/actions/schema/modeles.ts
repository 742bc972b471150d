import type { Age } from '#domaines/contrats/schema.ts'
import type { AxeOttawa, Facette, Thematique, TypeAction } from './mots.ts'

/** An example shipped with the product, from general knowledge of prevention: of no territory. */
export type Modele = {
  cle: string
  titre: string
  contexte: string
  description: string
  vigilance?: string
  thematiques: Thematique[]
  types: TypeAction[]
  facettes?: Facette[]
  ages?: Age[]
  milieux: string[]
  ottawa: AxeOttawa[]
  objectifs: [general: string, ...operationnels: string[]]
  etapes: string[]
  indicateurs: [intitule: string, unite: string][]
  /** whom one usually does it with: told, not written, since each territory has its own */
  avec: string
}

export const MODELES: readonly Modele[] = [
  {
    cle: 'sism',
    titre: 'Semaine d’information sur la santé mentale',
    contexte: 'La santé mentale se dit peu, et l’aide se demande tard. Une semaine commune fait connaître les lieux d’écoute.',
    description:
      'Chaque automne, une semaine de rendez-vous ouverts à tous : ciné-débat, portes ouvertes, ateliers, stands. Le programme se construit avec les usagers et leurs proches.',
    vigilance: 'Prévoir un relais d’écoute pendant et après chaque rendez-vous.',
    thematiques: ['sante_mentale'],
    types: ['evenement', 'sensibilisation'],
    facettes: ['tous'],
    milieux: ['Structure municipale', 'Maison de quartier ou centre social', 'Espace public'],
    ottawa: ['aptitudes', 'action_communautaire'],
    objectifs: [
      'Faire reculer les idées reçues sur les troubles psychiques',
      'Faire connaître les lieux d’écoute et de soin du territoire',
      'Donner la parole aux personnes concernées et à leurs proches'
    ],
    etapes: ['Réunir les partenaires', 'Choisir les rendez-vous', 'Diffuser le programme', 'Tenir la semaine', 'Faire le bilan'],
    indicateurs: [
      ['Rendez-vous tenus', 'rendez-vous'],
      ['Personnes venues', 'personnes'],
      ['Structures associées', 'structures']
    ],
    avec: 'le conseil local de santé mentale, le secteur de psychiatrie, les associations d’usagers et de familles'
  },
  {
    cle: 'dents',
    titre: 'Dépistage bucco-dentaire à l’école',
    contexte: 'Les caries de l’enfant suivent les inégalités sociales, et beaucoup d’enfants dépistés ne vont pas jusqu’au soin.',
    description:
      'Une séance d’éducation à l’hygiène dentaire, puis un dépistage en classe. Les familles reçoivent le résultat et sont accompagnées jusqu’au rendez-vous de soin.',
    vigilance: 'L’accord écrit des parents est nécessaire ; l’action se juge aux soins faits, non aux dépistages.',
    thematiques: ['bucco_dentaire'],
    types: ['depistage', 'sensibilisation'],
    facettes: ['familles'],
    ages: ['enfance'],
    milieux: ['École'],
    ottawa: ['aptitudes', 'services'],
    objectifs: [
      'Réduire les inégalités de santé bucco-dentaire des enfants',
      'Dépister les élèves de CP et de CE2 des écoles retenues',
      'Accompagner vers le soin les enfants qui en ont besoin'
    ],
    etapes: ['Choisir les écoles', 'Informer les familles', 'Intervenir en classe', 'Relancer les familles', 'Faire le bilan'],
    indicateurs: [
      ['Enfants dépistés', 'enfants'],
      ['Enfants ayant besoin de soins', 'enfants'],
      ['Enfants soignés dans l’année', 'enfants']
    ],
    avec: 'l’Éducation nationale, l’assurance maladie, les chirurgiens-dentistes, les centres de santé'
  },
  {
    cle: 'droits',
    titre: 'Permanence d’accès aux droits de santé',
    contexte: 'Des droits restent fermés faute d’aide pour les démarches, et le renoncement aux soins suit.',
    description:
      'Une permanence régulière, sans rendez-vous, dans un lieu connu des habitants : ouverture de droits, complémentaire santé, orientation vers le soin et le bilan de santé.',
    vigilance: 'Un bureau fermé est nécessaire ; aucune situation personnelle ne s’écrit dans le suivi de l’action.',
    thematiques: ['acces_droits', 'acces_soins'],
    types: ['permanence', 'aller_vers'],
    facettes: ['precarite', 'qpv'],
    ages: ['adultes'],
    milieux: ['Maison de quartier ou centre social', 'QPV'],
    ottawa: ['services', 'environnements'],
    objectifs: [
      'Réduire le renoncement aux soins pour raison de droits',
      'Ouvrir les droits sur place',
      'Orienter vers un médecin et vers le bilan de santé'
    ],
    etapes: ['Trouver le lieu', 'Signer la convention', 'Former l’accueil', 'Ouvrir la permanence', 'Faire le point à six mois'],
    indicateurs: [
      ['Personnes reçues', 'personnes'],
      ['Dossiers de droits ouverts', 'dossiers'],
      ['Orientations vers le soin', 'orientations']
    ],
    avec: 'l’assurance maladie, le CCAS, les maisons de quartier, les associations de solidarité'
  },
  {
    cle: 'balade',
    titre: 'Balade urbaine santé environnement',
    contexte: 'Bruit, chaleur, air, traversées : les habitants connaissent les points noirs de leur quartier avant les plans.',
    description:
      'Une marche d’une à deux heures avec des habitants, des techniciens et un élu. On regarde, on note, on photographie. Une restitution dit ce qui sera fait, par qui, et ce qui ne le sera pas.',
    vigilance: 'Dire dès le départ ce que la marche peut changer, et rendre compte des suites.',
    thematiques: ['environnement', 'amenagement'],
    types: ['etude', 'sensibilisation'],
    facettes: ['tous', 'qpv'],
    milieux: ['Espace public', 'QPV'],
    ottawa: ['environnements', 'action_communautaire', 'politiques'],
    objectifs: [
      'Faire entrer la santé dans l’aménagement du quartier',
      'Relever avec les habitants ce qui nuit et ce qui aide à la santé',
      'Donner une suite à trois constats au moins'
    ],
    etapes: ['Choisir le parcours', 'Inviter', 'Marcher', 'Restituer', 'Suivre les réponses'],
    indicateurs: [
      ['Habitants présents', 'personnes'],
      ['Constats relevés', 'constats'],
      ['Constats suivis d’effet', 'constats']
    ],
    avec: 'les directions de l’urbanisme et des espaces publics, le bailleur, le conseil citoyen'
  },
  {
    cle: 'nutrition',
    titre: 'Ateliers nutrition et cuisine',
    contexte: 'Bien manger avec peu de temps et d’argent s’apprend mieux en cuisinant ensemble qu’en écoutant.',
    description:
      'Un cycle de six ateliers avec le même groupe : faire le menu, faire les courses, cuisiner, manger ensemble. Un diététicien vient à deux d’entre eux.',
    thematiques: ['nutrition'],
    types: ['atelier'],
    facettes: ['familles', 'precarite'],
    ages: ['enfance', 'adultes'],
    milieux: ['Maison de quartier ou centre social'],
    ottawa: ['aptitudes', 'action_communautaire'],
    objectifs: [
      'Donner le goût et les moyens d’une alimentation favorable à la santé',
      'Mener un cycle de six ateliers avec un groupe de douze personnes au plus',
      'Rompre l’isolement par le repas partagé'
    ],
    etapes: ['Trouver la cuisine et le groupe', 'Préparer le cycle', 'Tenir les ateliers', 'Évaluer avec le groupe'],
    indicateurs: [
      ['Ateliers tenus', 'ateliers'],
      ['Personnes venues à quatre ateliers au moins', 'personnes'],
      ['Personnes qui disent avoir changé une habitude', 'personnes']
    ],
    avec: 'les centres sociaux, un diététicien, l’épicerie solidaire, les jardins partagés'
  },
  {
    cle: 'pssm',
    titre: 'Premiers secours en santé mentale',
    contexte:
      'Les agents d’accueil et les bénévoles rencontrent des personnes en détresse sans savoir que dire ni vers qui orienter.',
    description:
      'Une formation de deux jours, par groupes de douze : repérer, écouter, rassurer, orienter. Un temps d’échange réunit les personnes formées deux fois par an.',
    thematiques: ['sante_mentale'],
    types: ['formation'],
    facettes: ['agents', 'professionnels'],
    ages: ['adultes'],
    milieux: ['Structure municipale'],
    ottawa: ['aptitudes', 'environnements'],
    objectifs: [
      'Mieux repérer et mieux orienter les personnes en détresse psychique',
      'Former un premier groupe de personnes en contact avec le public',
      'Faire vivre un réseau des personnes formées'
    ],
    etapes: ['Recenser les volontaires', 'Choisir l’organisme', 'Former', 'Réunir les personnes formées'],
    indicateurs: [
      ['Personnes formées', 'personnes'],
      ['Services représentés', 'services'],
      ['Personnes formées qui ont eu à s’en servir', 'personnes']
    ],
    avec: 'la direction des ressources humaines, un organisme de formation, le secteur de psychiatrie'
  },
  {
    cle: 'vaccination',
    titre: 'Aller-vers pour la vaccination',
    contexte: 'Là où l’on n’a pas de médecin traitant, les rappels se perdent.',
    description:
      'Une équipe mobile vient sur le marché, au pied des immeubles et dans les foyers : on regarde les carnets, on explique, on vaccine sur place ou l’on prend rendez-vous.',
    vigilance: 'Vérifier l’habilitation à vacciner hors les murs et la chaîne du froid.',
    thematiques: ['vaccination'],
    types: ['aller_vers', 'sensibilisation'],
    facettes: ['precarite', 'qpv', 'exil'],
    milieux: ['Espace public', 'Hébergement ou foyer', 'QPV'],
    ottawa: ['services', 'aptitudes'],
    objectifs: [
      'Améliorer la couverture vaccinale de ceux qui sont loin du soin',
      'Tenir des sorties régulières dans les lieux de vie',
      'Former des relais qui en parlent dans leur langue'
    ],
    etapes: ['Choisir les lieux', 'Former les relais', 'Sortir', 'Suivre les secondes doses', 'Faire le bilan'],
    indicateurs: [
      ['Sorties', 'sorties'],
      ['Carnets regardés', 'carnets'],
      ['Personnes vaccinées', 'personnes']
    ],
    avec: 'le centre de vaccination, la PMI, la CPTS, les médiateurs en santé, les foyers'
  },
  {
    cle: 'aines',
    titre: 'Lutte contre l’isolement des aînés',
    contexte: 'Après un deuil, une chute ou un déménagement, des personnes âgées ne voient plus personne.',
    description:
      'Repérer par les commerçants, les gardiens et les soignants ; appeler, puis visiter à deux ; proposer une sortie ou un atelier près de chez soi.',
    vigilance: 'Recueillir l’accord de la personne ; ne garder que ce qui sert à la visite.',
    thematiques: ['isolement', 'maintien_domicile', 'perte_autonomie'],
    types: ['aller_vers', 'coordination'],
    facettes: ['isolement', 'aidants'],
    ages: ['seniors'],
    milieux: ['Domicile', 'Résidence ou établissement pour personnes âgées'],
    ottawa: ['action_communautaire', 'environnements'],
    objectifs: [
      'Rompre l’isolement et prévenir la perte d’autonomie',
      'Mettre en place un réseau de repérage par quartier',
      'Visiter chaque personne repérée qui le souhaite'
    ],
    etapes: ['Réunir ceux qui repèrent', 'Former les visiteurs', 'Visiter', 'Proposer une sortie', 'Faire le point'],
    indicateurs: [
      ['Personnes repérées', 'personnes'],
      ['Personnes visitées', 'personnes'],
      ['Personnes venues à une sortie', 'personnes']
    ],
    avec: 'le CCAS, les aides à domicile, les gardiens, les commerçants, les bénévoles'
  },
  {
    cle: 'sommeil',
    titre: 'Sommeil et écrans : des repères pour les familles',
    contexte: 'Les écrans du soir prennent sur le sommeil des enfants et des adolescents.',
    description:
      'Des ateliers en classe et une soirée avec les parents : comprendre son sommeil, tenir un agenda pendant deux semaines, choisir ensemble une règle à la maison.',
    vigilance: 'Ne pas faire la leçon : partir de ce que vivent les familles.',
    thematiques: ['sommeil', 'ecrans', 'parentalite'],
    types: ['sensibilisation', 'atelier'],
    facettes: ['familles', 'parents'],
    ages: ['enfance', 'jeunesse'],
    milieux: ['École', 'Collège ou lycée'],
    ottawa: ['aptitudes'],
    objectifs: [
      'Protéger le sommeil des enfants et des adolescents',
      'Mener l’atelier dans les classes retenues',
      'Associer les parents par une soirée et un outil à la maison'
    ],
    etapes: ['Choisir les classes', 'Préparer avec les enseignants', 'Tenir les ateliers', 'Réunir les parents', 'Évaluer'],
    indicateurs: [
      ['Élèves présents', 'élèves'],
      ['Parents présents', 'parents'],
      ['Familles qui ont gardé leur règle après un mois', 'familles']
    ],
    avec: 'les établissements scolaires, la PMI, les associations de parents d’élèves'
  },
  {
    cle: 'stagiaires',
    titre: 'Accueil de médecins stagiaires et internes',
    contexte:
      'On s’installe plus volontiers là où l’on a appris : sans maîtres de stage ni logement, les internes ne viennent pas.',
    description:
      'Recenser et soutenir les maîtres de stage, proposer un logement et un accueil commun, faire connaître le territoire et ses projets de soins coordonnés.',
    thematiques: ['offre_soins'],
    types: ['stages', 'installation'],
    facettes: ['professionnels', 'etudiants'],
    milieux: ['Cabinet ou maison de santé', 'Centre de santé'],
    ottawa: ['services', 'politiques'],
    objectifs: [
      'Favoriser l’installation de médecins',
      'Augmenter le nombre de maîtres de stage',
      'Loger et accueillir chaque interne'
    ],
    etapes: ['Recenser les maîtres de stage', 'Trouver les logements', 'Accueillir le semestre', 'Rappeler les anciens internes'],
    indicateurs: [
      ['Maîtres de stage', 'médecins'],
      ['Internes accueillis', 'internes'],
      ['Installations d’anciens internes', 'installations']
    ],
    avec: 'la faculté de médecine, les maîtres de stage, la CPTS, l’ordre des médecins, le service du logement'
  }
]
