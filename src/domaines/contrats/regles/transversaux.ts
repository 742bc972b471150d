/** A transversal axis as it is offered: its question is asked of every action at each moment. */
export type AxePropose = { intitule: string; question: string; sousQuestions: string[] }

/** The four transversal axes of the Cergy contract 2020-2022 (seed S4, R-064 to R-068), offered as a start. */
export const TRANSVERSAUX_PROPOSES: readonly AxePropose[] = [
  {
    intitule: 'Coordination des acteurs et travail en réseau',
    question: 'Quelles ruptures de parcours cette action évite-t-elle ?',
    sousQuestions: [
      'Quelles ruptures dans les parcours de santé, dues à un manque de coordination, sont limitées ?',
      'Quels fonctionnements de partenaires sont décloisonnés ?',
      'Quels moyens sont mutualisés : locaux, matériel, personnel ?'
    ]
  },
  {
    intitule: 'Visibilité et lisibilité de l’offre de santé du territoire',
    question: 'Comment les habitants et les professionnels la trouvent-ils ?',
    sousQuestions: [
      'Quelle communication est améliorée ou renforcée ?',
      'Quelle démarche d’« aller vers » est menée ?',
      'Quels partenaires y sont impliqués ?',
      'Avec quelles autres actions ou quels dispositifs se coordonne-t-elle ?'
    ]
  },
  {
    intitule: 'Mobilisation des habitants',
    question: 'Quel rôle les habitants y tiennent-ils ?',
    sousQuestions: [
      'À quel degré participent-ils : information, consultation, concertation, co-construction ?',
      'En quoi développe-t-elle leur pouvoir d’agir et l’inclusion sociale ?'
    ]
  },
  {
    intitule: 'Politique de santé intégrée',
    question: 'Quelle autre politique de la collectivité y prend part ?',
    sousQuestions: [
      'Quelle direction est associée : développement urbain, aménagement, éducation, petite enfance, jeunesse, culture ?',
      'Comment contribue-t-elle à une culture commune de la promotion de la santé ?'
    ]
  }
]

/** The legal references that a contract usually begins with; the territory keeps, corrects or completes them. */
export const REFERENCES_PROPOSEES: readonly string[] = [
  'Vu la loi n° 2009-879 du 21 juillet 2009 portant réforme de l’hôpital et relative aux patients, à la santé et aux territoires ;',
  'Vu la loi n° 2016-41 du 26 janvier 2016 de modernisation de notre système de santé ;',
  'Vu le code de la santé publique, notamment ses articles L. 1434-2 et L. 1434-10 ;'
]
