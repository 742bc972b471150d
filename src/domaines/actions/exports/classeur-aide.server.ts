import type { CelluleAEcrire, FeuilleAEcrire } from '#platform/classeur.ts'
import type { Dossier } from '../schema/dossier.ts'
import { FEUILLE_ACTES, FEUILLE_HORS_CONTRAT, FEUILLES_MODELE, HORS_CONTRAT, REPERE_DU_CONTRAT } from '../schema/plan.ts'

/** What a person needs to know of the file before she changes it; `contrat` is null when the territory has none. */
export function feuilleAide(contrat: Pick<Dossier['contrat'], 'id' | 'intitule'> | null): FeuilleAEcrire {
  const lignes: CelluleAEcrire[][] = [
    [{ valeur: contrat ? `Plan d’action : ${contrat.intitule}` : FEUILLE_HORS_CONTRAT, style: 'titre' }],
    [
      contrat
        ? `Les actions sont dans la feuille « ${FEUILLES_MODELE.donnees} » : une ligne par action ou par sous-action, l’axe répété sur chaque ligne.`
        : 'Une ligne par action ou par sous-action.'
    ],
    ['Vous pouvez modifier ce fichier, puis l’importer de nouveau : une même ligne est reconnue par son axe et son titre.'],
    ...(contrat
      ? [
          [
            `Ce fichier vient du contrat « ${contrat.intitule} ». La ligne d’en dessous le dit à l’import, qui le retrouve : laissez-la.`
          ],
          [`${REPERE_DU_CONTRAT}${contrat.id}`]
        ]
      : []),
    ['Une cellule vide n’efface rien. Ce que vous avez changé en ligne depuis n’est pas écrasé sans vous le demander.'],
    [
      'Plusieurs noms dans une cellule se séparent par des virgules. Un nom qui contient une virgule s’écrit entre guillemets droits.'
    ],
    [
      `Les actions hors contrat sont dans la feuille « ${FEUILLE_HORS_CONTRAT} », quand le portefeuille en a. Dans n’importe quelle feuille, « ${HORS_CONTRAT[0]} » à la place de l’axe dit la même chose.`
    ],
    ['Les champs sans colonne sont à la fin des notes complémentaires, un par ligne.'],
    [
      'Les nouvelles sont dans « Notes de suivi », les liens dans « Actions liées » et « Fiches des plans liées » : gardez leur première ligne, c’est elle qui les fait relire.'
    ],
    [
      'Les feuilles « Axes », « Axes transversaux », « Postes », « Quartiers », « Autres programmes » et « Projet régional de santé » disent ce que les actions partagent. L’import y prend ce qui manque ici, et ne change pas ce qui y est.'
    ],
    [{ valeur: 'Ce que ce fichier ne porte pas', style: 'important' }],
    ['Les pièces jointes et leurs versions : elles se téléchargent depuis chaque action.'],
    [
      'L’historique, les actions retirées, les places que les actions ont eues avant dans ce contrat ou dans un autre, et les « ce n’est pas un doublon ».'
    ],
    [
      'Un lien vers une action qui n’est pas dans ce fichier n’est repris que si une action de ce titre est déjà là ; sinon il est gardé dans les notes.'
    ],
    [
      `Le contrat lui-même : ses dates, ses textes, ses signataires. Ses actes et ses conventions sont dans la feuille « ${FEUILLE_ACTES} », pour être lus : l’import ne les reprend pas. L’annuaire : seuls les noms des structures et des personnes sont ici. Les contours des quartiers.`
    ]
  ]
  return { nom: FEUILLES_MODELE.aide, lignes, colonnes: [{ largeur: 120 }] }
}
