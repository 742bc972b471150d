import { normaliser, typographier } from '#platform/texte.ts'
import type { Moment } from '../schema.ts'

/** A transversal axis as it is offered: its question is asked of every action at each moment. */
export type AxePropose = { intitule: string; question: string; sousQuestions: string[] }

/** The four transversal axes of the Cergy contract 2020-2022 (seed S4, R-064 to R-068), offered as a start. */
export const TRANSVERSAUX_PROPOSES: readonly AxePropose[] = (
  [
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
  ] satisfies AxePropose[]
).map(({ intitule, question, sousQuestions }) => ({
  intitule,
  question: typographier(question),
  sousQuestions: sousQuestions.map(typographier)
}))

/** What an answer says at each moment, whatever the axis. */
export const CONSEIL_DU_MOMENT: Record<Moment, string> = {
  conception: 'On écrit l’action : dites ce qu’elle prévoit, avec qui, et ce qu’il reste à décider.',
  declinaison: 'On mène l’action : dites ce qui se fait vraiment, et ce qui a changé depuis la conception.',
  evaluation: 'L’action est réalisée : dites ce qu’elle a changé, à quoi on le voit, et ce qu’il faut garder.'
}

/** Invented answers to the proposed axes, one a moment, to show how short and how concrete an answer may be. */
const EXEMPLES: readonly Record<Moment, string>[] = [
  {
    conception:
      'La sortie de l’hôpital sans médecin traitant est la rupture visée. L’hôpital, la CPTS et le CCAS se voient une fois par mois ; la salle et le véhicule sont prêtés par la ville.',
    declinaison:
      'L’hôpital prévient 48 heures avant la sortie. Le véhicule ne sert qu’un jour sur deux, le CCAS a pris le relais.',
    evaluation:
      'Sur 40 sorties suivies, 33 ont un médecin traitant après trois mois. La réunion mensuelle continue sans la ville.'
  },
  {
    conception:
      'Une affiche en français facile et le site de la ville ; un stand au marché le samedi, avec l’association de médiation ; un lien avec le bus santé.',
    declinaison:
      'Le stand fait venir plus de monde que l’affiche. Les pharmacies, qui n’étaient pas prévues, la distribuent aussi.',
    evaluation: 'Six personnes sur dix sont venues par le stand ou par un voisin. La page du site est à refaire.'
  },
  {
    conception:
      'Concertation : huit habitantes choisissent les thèmes des ateliers, et deux les animent avec la maison de quartier.',
    declinaison: 'Cinq viennent à chaque réunion. Elles ont ajouté un atelier sur le sommeil des enfants.',
    evaluation: 'Deux habitantes animent seules depuis mai. Les hommes n’ont pas été touchés.'
  },
  {
    conception:
      'L’éducation prête une salle et relaie l’information ; la petite enfance associe ses crèches. Reste à voir avec l’aménagement le chemin jusqu’à l’arrêt de bus.',
    declinaison: 'Les crèches participent. L’aménagement a posé deux bancs sur le chemin.',
    evaluation: 'La direction de l’éducation inscrit l’action dans son propre projet. Rien encore avec la culture.'
  }
]

/** The example of an answer to a proposed axis at one moment; null for an axis that the territory wrote itself. */
export function exempleDeReponse(intitule: string, moment: Moment): string | null {
  const rang = TRANSVERSAUX_PROPOSES.findIndex((axe) => normaliser(axe.intitule) === normaliser(intitule))
  const exemple = EXEMPLES[rang]?.[moment]
  return exemple === undefined ? null : typographier(exemple)
}

/** The legal references that a contract usually begins with; the territory keeps, corrects or completes them. */
export const REFERENCES_PROPOSEES: readonly string[] = [
  'Vu la loi n° 2009-879 du 21 juillet 2009 portant réforme de l’hôpital et relative aux patients, à la santé et aux territoires ;',
  'Vu la loi n° 2016-41 du 26 janvier 2016 de modernisation de notre système de santé ;',
  'Vu le code de la santé publique, notamment ses articles L. 1434-2 et L. 1434-10 ;'
]
