import { direPeriode } from '#platform/dates.ts'
import { titre, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'
import type { AlignementLu } from '#domaines/actions/queries/alignement.server.ts'
import type { EnTeteDossier } from '#domaines/actions/schema/dossier.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import type { Alignement } from '#domaines/contrats/regles/prs.ts'
import { mentionContrat, ouvertureCourte } from './composer-ouverture.ts'
import { habiller } from './habiller.ts'
import { puces, tableau } from './pieces.ts'

/**
 * How the contract answers its regional plan: the plan axis by axis with the axes and the actions that answer it, by their names,
 * then what is still to be linked. Nothing when the contract refers to no plan, or when its axes are not known.
 */
export function composerAlignement({ version, alignement }: AlignementLu, exemple: boolean): Bloc[] {
  if (!version || !alignement || version.axes.length === 0) return []
  const { sigle } = version
  const dire = ({ numero, titre: nom, exemple: invente }: Alignement['horsPrs'][number]) =>
    `${[numero, nom].filter(Boolean).join(' · ')}${invente && !exemple ? ' (exemple)' : ''}`
  const suite = (nom: string, textes: string[]): Bloc[] => (textes.length > 0 ? [titre(2, nom), ...puces(textes)] : [])
  return [
    { bloc: 'paragraphe', texte: `Le contrat se réfère au ${direVersion(version)}.` },
    ...tableau(alignement.lignes, [
      [`Axe du ${sigle}`, 4, ({ prsAxe }) => `${prsAxe.numero}. ${prsAxe.intitule}`],
      ['Axes du contrat', 4, ({ axes }) => axes.map((axe) => `${axe.numero}. ${axe.intitule}`).join('\n') || 'aucun'],
      ['Actions', 1.2, ({ actions }) => actions.length.toLocaleString('fr-FR'), true]
    ]),
    ...alignement.lignes.flatMap(({ prsAxe, actions }) => [
      titre(2, prsAxe.intitule, {
        numero: { serie: null, avant: `Axe `, rang: prsAxe.numero, apres: ` du ${sigle} · ` }
      }),
      ...(actions.length > 0 ? puces(actions.map(dire)) : [RIEN])
    ]),
    ...suite(
      'Axes du contrat à relier',
      alignement.sansLien.map(({ numero, intitule }) => `${numero}. ${intitule}`)
    ),
    ...suite(`Actions qui ne répondent à aucun axe du ${sigle}`, alignement.horsPrs.map(dire))
  ]
}

const RIEN: Bloc = { bloc: 'paragraphe', texte: 'Aucune action du contrat n’y répond encore.' }

/** The same alone, under the few lines that every extract of a contract opens with. */
export function composerRapportDAlignement(enTete: EnTeteDossier, lu: AlignementLu, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  const { contrat, territoire } = enTete
  const blocs = composerAlignement(lu, contrat.exemple)
  return {
    titre: `Réponse au projet régional de santé – ${contrat.intitule}`,
    auteur: territoire.nom,
    ...habiller(habillage, territoire, contrat.intitule),
    mention: mentionContrat(enTete),
    ouverture: ouvertureCourte(enTete),
    sommaire: false,
    blocs: [
      titre(1, 'Ce que le contrat répond au projet régional de santé'),
      ...(blocs.length > 0 ? blocs : [{ bloc: 'paragraphe' as const, texte: sansRapport(lu) }])
    ]
  }
}

const direVersion = ({ sigle, intitule, debut, fin }: NonNullable<AlignementLu['version']>): string =>
  `projet régional de santé ${[sigle, direPeriode(debut, fin), intitule].filter(Boolean).join(', ')}`

const sansRapport = ({ version }: AlignementLu): string =>
  version
    ? `Le contrat se réfère au ${direVersion(version)}, dont les axes ne sont pas encore notés.`
    : 'Le contrat ne dit pas encore à quel projet régional de santé il se réfère.'
