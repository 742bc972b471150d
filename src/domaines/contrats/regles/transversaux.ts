import { typographier } from '#platform/texte.ts'
import { MOMENTS, type GuideAxe, type Moment } from '../schema.ts'

/** A transversal axis as it is offered: its question is asked of every action at each moment. */
export type AxePropose = { intitule: string; question: string; sousQuestions: string[] } & GuideAxe

type Guide = { conseil: string | null; exemples: string[] }

const majuscule = <M extends Moment>(moment: M) => `${moment.charAt(0).toUpperCase()}${moment.slice(1)}` as Capitalize<M>

/** The columns that say it, from advice and examples by moment. */
const enGuide = (dits: Record<Moment, Guide>): GuideAxe =>
  Object.fromEntries(
    MOMENTS.flatMap((moment) => [
      [`conseil${majuscule(moment)}`, dits[moment].conseil],
      [`exemples${majuscule(moment)}`, dits[moment].exemples]
    ])
  ) as GuideAxe

/** An axis that says nothing to who answers it. */
export const SANS_GUIDE: GuideAxe = enGuide({
  conception: { conseil: null, exemples: [] },
  declinaison: { conseil: null, exemples: [] },
  evaluation: { conseil: null, exemples: [] }
})

/** What an axis says at each moment, without the rest of it. */
export const guideDe = (axe: GuideAxe): GuideAxe =>
  enGuide({
    conception: { conseil: axe.conseilConception, exemples: axe.exemplesConception },
    declinaison: { conseil: axe.conseilDeclinaison, exemples: axe.exemplesDeclinaison },
    evaluation: { conseil: axe.conseilEvaluation, exemples: axe.exemplesEvaluation }
  })

/** What an answer says at each moment, when the axis gives no advice of its own. */
export const CONSEIL_DU_MOMENT: Record<Moment, string> = {
  conception: 'On écrit l’action : dites ce qu’elle prévoit, avec qui, et ce qu’il reste à décider.',
  declinaison: 'On mène l’action : dites ce qui se fait vraiment, et ce qui a changé depuis la conception.',
  evaluation: 'L’action est réalisée : dites ce qu’elle a changé, à quoi on le voit, et ce qu’il faut garder.'
}

/** The advice and the examples for who answers an axis at one moment; the advice of the moment for an axis that gives none. */
export const guideDuMoment = (axe: GuideAxe, moment: Moment): { conseil: string; exemples: string[] } => ({
  conseil: axe[`conseil${majuscule(moment)}`] ?? CONSEIL_DU_MOMENT[moment],
  exemples: axe[`exemples${majuscule(moment)}`]
})

/**
 * The four transversal axes of the Cergy contract 2020-2022 (seed S4, R-064 to R-068), offered as a start. Their examples are invented, to
 * show how short and how concrete an answer may be.
 */
export const TRANSVERSAUX_PROPOSES: readonly AxePropose[] = (
  [
    {
      intitule: 'Coordination des acteurs et travail en réseau',
      question: 'Quelles ruptures de parcours cette action évite-t-elle ?',
      sousQuestions: [
        'Quelles ruptures dans les parcours de santé, dues à un manque de coordination, sont limitées ?',
        'Quels fonctionnements de partenaires sont décloisonnés ?',
        'Quels moyens sont mutualisés : locaux, matériel, personnel ?'
      ],
      guide: {
        conception: {
          conseil: 'Nommez la rupture que l’action évite, qui doit se parler pour cela, et ce que chacun met en commun.',
          exemples: [
            'La sortie de l’hôpital sans médecin traitant est la rupture visée. L’hôpital, la CPTS et le CCAS se voient une fois par mois ; la salle et le véhicule sont prêtés par la ville.'
          ]
        },
        declinaison: {
          conseil: 'Dites qui se parle vraiment, à quel rythme, et où cela coince encore entre deux partenaires.',
          exemples: [
            'L’hôpital prévient 48 heures avant la sortie. Le véhicule ne sert qu’un jour sur deux, le CCAS a pris le relais.'
          ]
        },
        evaluation: {
          conseil: 'Dites pour combien de personnes le parcours n’a pas été rompu, et ce qui continue sans vous.',
          exemples: [
            'Sur 40 sorties suivies, 33 ont un médecin traitant après trois mois. La réunion mensuelle continue sans la ville.'
          ]
        }
      }
    },
    {
      intitule: 'Visibilité et lisibilité de l’offre de santé du territoire',
      question: 'Comment les habitants et les professionnels la trouvent-ils ?',
      sousQuestions: [
        'Quelle communication est améliorée ou renforcée ?',
        'Quelle démarche d’« aller vers » est menée ?',
        'Quels partenaires y sont impliqués ?',
        'Avec quelles autres actions ou quels dispositifs se coordonne-t-elle ?'
      ],
      guide: {
        conception: {
          conseil:
            'Dites par quels lieux et quels mots l’action se fera connaître, et comment elle ira vers ceux qui ne viennent pas.',
          exemples: [
            'Une affiche en français facile et le site de la ville ; un stand au marché le samedi, avec l’association de médiation ; un lien avec le bus santé.'
          ]
        },
        declinaison: {
          conseil: 'Dites ce qui fait venir, ce qui ne sert à rien, et quels partenaires relaient l’information.',
          exemples: [
            'Le stand fait venir plus de monde que l’affiche. Les pharmacies, qui n’étaient pas prévues, la distribuent aussi.'
          ]
        },
        evaluation: {
          conseil: 'Dites comment les personnes venues l’ont su, et ce qui reste difficile à trouver.',
          exemples: ['Six personnes sur dix sont venues par le stand ou par un voisin. La page du site est à refaire.']
        }
      }
    },
    {
      intitule: 'Mobilisation des habitants',
      question: 'Quel rôle les habitants y tiennent-ils ?',
      sousQuestions: [
        'À quel degré participent-ils : information, consultation, concertation, co-construction ?',
        'En quoi développe-t-elle leur pouvoir d’agir et l’inclusion sociale ?'
      ],
      guide: {
        conception: {
          conseil:
            'Choisissez un degré, de l’information à la co-construction\u00a0: dites quels habitants, et ce qu’ils décideront.',
          exemples: [
            'Concertation : huit habitantes choisissent les thèmes des ateliers, et deux les animent avec la maison de quartier.'
          ]
        },
        declinaison: {
          conseil: 'Dites combien d’habitants tiennent leur rôle, lesquels manquent, et ce qu’ils ont fait changer.',
          exemples: ['Cinq viennent à chaque réunion. Elles ont ajouté un atelier sur le sommeil des enfants.']
        },
        evaluation: {
          conseil: 'Dites ce que les habitants savent ou osent faire maintenant, et ce qu’ils portent seuls.',
          exemples: ['Deux habitantes animent seules depuis mai. Les hommes n’ont pas été touchés.']
        }
      }
    },
    {
      intitule: 'Politique de santé intégrée',
      question: 'Quelle autre politique de la collectivité y prend part ?',
      sousQuestions: [
        'Quelle direction est associée : développement urbain, aménagement, éducation, petite enfance, jeunesse, culture ?',
        'Comment contribue-t-elle à une culture commune de la promotion de la santé ?'
      ],
      guide: {
        conception: {
          conseil: 'Nommez la direction associée, dites ce qu’elle apporte, et ce qu’il reste à lui demander.',
          exemples: [
            'L’éducation prête une salle et relaie l’information ; la petite enfance associe ses crèches. Reste à voir avec l’aménagement le chemin jusqu’à l’arrêt de bus.'
          ]
        },
        declinaison: {
          conseil: 'Dites ce que chaque direction a vraiment fait, et laquelle n’a pas encore répondu.',
          exemples: ['Les crèches participent. L’aménagement a posé deux bancs sur le chemin.']
        },
        evaluation: {
          conseil: 'Dites ce qui est entré dans les habitudes d’un autre service, et quelle politique reste à gagner.',
          exemples: ['La direction de l’éducation inscrit l’action dans son propre projet. Rien encore avec la culture.']
        }
      }
    }
  ] satisfies { intitule: string; question: string; sousQuestions: string[]; guide: Record<Moment, Guide> }[]
).map(({ intitule, question, sousQuestions, guide }) => {
  const dire = ({ conseil, exemples }: Guide) => ({
    conseil: conseil && typographier(conseil),
    exemples: exemples.map(typographier)
  })
  return {
    intitule,
    question: typographier(question),
    sousQuestions: sousQuestions.map(typographier),
    ...enGuide({
      conception: dire(guide.conception),
      declinaison: dire(guide.declinaison),
      evaluation: dire(guide.evaluation)
    })
  }
})

/** The legal references that a contract usually begins with; the territory keeps, corrects or completes them. */
export const REFERENCES_PROPOSEES: readonly string[] = [
  'Vu la loi n° 2009-879 du 21 juillet 2009 portant réforme de l’hôpital et relative aux patients, à la santé et aux territoires ;',
  'Vu la loi n° 2016-41 du 26 janvier 2016 de modernisation de notre système de santé ;',
  'Vu le code de la santé publique, notamment ses articles L. 1434-2 et L. 1434-10 ;'
]
