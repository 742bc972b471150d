import type { Technique, TempsSeance } from '../schema.ts'

/** The three parts of a meeting, as its agenda names them. */
export const TEMPS_SEANCE_DIT: Record<TempsSeance, string> = {
  suivi: 'Des nouvelles des actions',
  presentation: 'Une structure se présente',
  thematique: 'Travail sur le thème'
}

/** What comes out of each part, for who prepares it. */
export const POURQUOI_TEMPS: Record<TempsSeance, string> = {
  suivi: 'Ce qui a avancé, ce qui bloque, ce qui s’est arrêté. Les nouvelles des fiches sont déjà là.',
  presentation: 'Qui elle accueille, comment on la joint, ce qu’elle aimerait faire avec d’autres.',
  thematique: 'On en sort avec une action changée, un partenariat noué, ou un besoin remarqué.'
}

/** A way of working: what for, for how many, how long, with what, and how it goes. */
export type FicheTechnique = {
  nom: string
  pourquoi: string
  combien: string
  minutes: number
  materiel: string | null
  deroule: string[]
}

export const TECHNIQUE: Record<Technique, FicheTechnique> = {
  tour_de_table: {
    nom: 'Tour de table',
    pourquoi: 'Que chacun ait parlé une fois, et sache qui est là.',
    combien: 'jusqu’à 20 personnes',
    minutes: 15,
    materiel: null,
    deroule: [
      'Chacun dit son nom, sa structure, et répond à une seule question, la même pour tous.',
      'La question sert la suite\u00a0: «\u00a0une chose que vous avez vue changer depuis la dernière fois\u00a0».',
      'Trente secondes par personne\u00a0; au-delà de 20, faites-le par tables.'
    ]
  },
  brise_glace: {
    nom: 'Brise-glace',
    pourquoi: 'Délier les langues quand beaucoup se rencontrent pour la première fois.',
    combien: 'de 8 à 45 personnes',
    minutes: 10,
    materiel: 'De la place pour se déplacer.',
    deroule: [
      'Tout le monde se lève. Vous dites une phrase\u00a0: «\u00a0je travaille ici depuis moins d’un an\u00a0», «\u00a0j’ai déjà orienté quelqu’un vers la CPTS\u00a0».',
      'Qui se reconnaît avance d’un pas, regarde qui d’autre a avancé, et recule.',
      'Six à huit phrases, les dernières sur le thème du jour.'
    ]
  },
  photolangage: {
    nom: 'Photolangage',
    pourquoi: 'Parler de ce qui touche, sans avoir à chercher ses mots.',
    combien: 'de 6 à 15 personnes par table',
    minutes: 40,
    materiel: 'Une quarantaine de photographies, étalées sur une table.',
    deroule: [
      'Posez une question ouverte\u00a0: «\u00a0pour vous, prendre soin de soi, c’est…\u00a0».',
      'Chacun choisit une photo en silence, cinq minutes.',
      'Chacun montre la sienne et dit pourquoi\u00a0; les autres écoutent, sans commenter.',
      'Ensemble, relevez ce qui revient, et ce qui a surpris.'
    ]
  },
  cartes_representations: {
    nom: 'Cartes sur ce que l’on pense de la santé',
    pourquoi: 'Mettre au jour les idées toutes faites, les siennes d’abord.',
    combien: 'de 4 à 6 personnes par table',
    minutes: 30,
    materiel: 'Une vingtaine de cartes par table, une affirmation sur chacune.',
    deroule: [
      'Chaque table tire une carte, par exemple «\u00a0quand on veut, on peut\u00a0».',
      'Chacun se place\u00a0: d’accord, pas d’accord, cela dépend\u00a0; et dit de quoi.',
      'La table cherche ce qu’il faudrait savoir pour trancher, puis tire la carte suivante.',
      'Pour finir, chaque table garde une carte à partager avec tous.'
    ]
  },
  jeu_de_role: {
    nom: 'Jeu de rôle',
    pourquoi: 'Vivre le parcours d’un habitant, et voir où il se perd.',
    combien: 'de 6 à 20 personnes',
    minutes: 45,
    materiel: 'Une situation par groupe, inventée\u00a0: jamais celle d’une personne réelle.',
    deroule: [
      'Distribuez les rôles\u00a0: l’habitant, un proche, l’accueil, le médecin, l’assistante sociale.',
      'Jouez dix minutes. Les autres notent où cela coince.',
      'Rejouez en changeant une seule chose.',
      'Écrivez ce que le territoire pourrait changer\u00a0: c’est peut-être une action.'
    ]
  },
  escape_game: {
    nom: 'Jeu d’évasion (escape game)',
    pourquoi: 'Faire découvrir les dispositifs du territoire en cherchant ensemble.',
    combien: 'par équipes de 4 à 6',
    minutes: 60,
    materiel: 'Des énigmes préparées, un cadenas à code, les dépliants des structures.',
    deroule: [
      'Une situation de départ\u00a0: quelqu’un a besoin d’un rendez-vous avant ce soir.',
      'Chaque énigme se résout avec ce que fait une structure réelle du territoire.',
      'L’équipe qui ouvre le cadenas aide les autres.',
      'Revenez sur ce que chacun a découvert, et sur ce qui manque.'
    ]
  },
  speed_meeting: {
    nom: 'Rencontres express (speed meeting)',
    pourquoi: 'Que des structures qui ne se connaissent pas trouvent ce qu’elles ont en commun.',
    combien: 'de 8 à 45 personnes',
    minutes: 50,
    materiel: 'Des chaises face à face, une cloche.',
    deroule: [
      'À deux, cinq minutes\u00a0: ce que je fais, ce que nous avons en commun, ce que nous pourrions développer.',
      'À la cloche, on change\u00a0; personne ne se voit deux fois.',
      'Qui le veut échange ses coordonnées.',
      'Pour finir, chacun dit avec qui il a rendez-vous.'
    ]
  },
  vote_de_priorites: {
    nom: 'Vote par gommettes',
    pourquoi: 'Choisir ensemble par quoi commencer.',
    combien: 'jusqu’à 45 personnes',
    minutes: 20,
    materiel: 'Des affiches, trois gommettes par personne.',
    deroule: [
      'Affichez les propositions, une par feuille, avec des mots que tous comprennent.',
      'Chacun pose ses trois gommettes, toutes sur la même s’il le veut.',
      'Les trois premières sont reprises\u00a0: qui les porte, avec qui, pour quand.'
    ]
  }
}

/** The same words for the history. */
export const VALEURS_POINTS: Record<string, Record<string, string>> = {
  'points.temps': TEMPS_SEANCE_DIT,
  'points.technique': Object.fromEntries(Object.entries(TECHNIQUE).map(([cle, { nom }]) => [cle, nom]))
}
