import { direDate, direPeriode } from '#platform/dates.ts'
import { direBudget } from '#domaines/actions/regles/doublons.ts'
import { titre, type Bloc, type Element, type Imprimable } from '#platform/documents/imprimable.ts'
import { texteEnBlocs } from '#platform/documents/texte-en-blocs.ts'
import { enumerer, majuscule } from '#platform/texte.ts'
import type { CadreDeFiche, FicheDossier, ObjectifDossier } from '#domaines/actions/schema/dossier.ts'
import {
  AXE_OTTAWA,
  NATURE_ACTION,
  NIVEAU_OBJECTIF,
  PARTICIPATION,
  POLITIQUE,
  PRIORITE,
  ROLE_INTERVENANT,
  ROLE_INTERVENANT_PLURIEL,
  STATUT,
  THEMATIQUE,
  TYPE_ACTION
} from '#domaines/actions/libelles.ts'
import { direPublics } from '#domaines/actions/regles/publics.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { ROLES_INTERVENANT } from '#domaines/actions/schema/mots.ts'
import { AGE } from '#domaines/contrats/libelles.ts'
import { etapes, financements, indicateurs, mutualises, nouvelles, postes, reponses } from './composer-tableaux.ts'
import { mentionContrat, ouvertureCourte } from './composer-ouverture.ts'
import { habiller } from './habiller.ts'
import { puces, reperes } from './pieces.ts'

/**
 * One fiche as a readable form: its number and title as a heading of the level given, a card of its facts, then its texts and tables,
 * each under a small heading and only when it has content. Its sub-actions follow in the same form, one level down.
 */
export function composerFiche(
  fiche: FicheDossier,
  niveau: number,
  dossier: { contrat: { exemple: boolean }; transversaux: CadreDeFiche['transversaux'] },
  { nom = 'Fiche action', nouvellePage = false } = {}
): Bloc[] {
  const numero = fiche.numero?.trim() ?? ''
  const section = (intitule: string, blocs: Bloc[]) =>
    blocs.length ? [titre(niveau + 1, intitule, { auSommaire: false }), ...blocs] : []
  return [
    titre(niveau, fiche.titre, {
      numero: { serie: null, avant: numero ? `${nom} ` : nom, rang: numero, apres: ' · ' },
      mention: fiche.exemple && !dossier.contrat.exemple ? 'exemple' : null,
      auSommaire: nom !== SOUS_ACTION,
      nouvellePage,
      bandeau: niveau > 1
    }),
    ...carte(fiche),
    ...section('Contexte', texteEnBlocs(fiche.contexte)),
    ...section('Objectifs', objectifs(fiche.objectifs)),
    ...section('Description', texteEnBlocs(fiche.description)),
    ...section('Étapes', etapes(fiche)),
    ...section('Moyens humains et techniques', texteEnBlocs(fiche.moyens)),
    ...section('Moyens mutualisés', mutualises(fiche)),
    ...section('Budget', financements(fiche)),
    ...section('Postes', postes(fiche)),
    ...section('Indicateurs', indicateurs(fiche)),
    ...section('Réponses aux axes transversaux', reponses(fiche, dossier)),
    ...section('Dernières nouvelles', nouvelles(fiche)),
    ...section('Points de vigilance', texteEnBlocs(fiche.vigilance)),
    ...section('Notes', texteEnBlocs(fiche.notes)),
    ...section('Actions liées', texteEnBlocs(fiche.liens)),
    ...section('Documents', [...texteEnBlocs(fiche.documents), ...piecesJointes(fiche)]),
    ...fiche.sousActions.flatMap((sousAction) => composerFiche(sousAction, niveau + 1, dossier, { nom: SOUS_ACTION }))
  ]
}

const SOUS_ACTION = 'Sous-action'

/** One fiche alone, under the heading of its contract. */
export function composerFicheSeule(fiche: FicheDossier, dossier: CadreDeFiche, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  return {
    titre: `${fiche.titre} – ${dossier.contrat.intitule}`,
    auteur: dossier.territoire.nom,
    ...habiller(habillage, dossier.territoire, dossier.contrat.intitule),
    mention: mentionContrat(dossier),
    ouverture: ouvertureCourte(dossier),
    sommaire: false,
    blocs: composerFiche(fiche, 1, dossier)
  }
}

function carte(fiche: FicheDossier): Bloc[] {
  return reperes([
    ...ROLES_INTERVENANT.map((role): [string, string | null] => {
      const noms = fiche.intervenants
        .filter((i) => i.role === role)
        .map((i) => (i.detail?.trim() ? `${i.nom} – ${i.detail.trim()}` : i.nom))
      return [noms.length > 1 ? ROLE_INTERVENANT_PLURIEL[role] : ROLE_INTERVENANT[role], noms.join('\n')]
    }),
    ['Période', majuscule(direPeriode(fiche.debut, fiche.fin))],
    ['Calendrier', fiche.calendrier],
    ['Statut', fiche.statut && STATUT[fiche.statut]],
    ['Niveau de priorité', fiche.priorite && PRIORITE[fiche.priorite]],
    ['Nature', fiche.nature && NATURE_ACTION[fiche.nature]],
    ['Amélioration continue', fiche.ameliorationContinue === null ? null : fiche.ameliorationContinue ? 'Oui' : 'Non'],
    ['Pourquoi l’inscrire', fiche.nature === 'existante' ? fiche.motifExistante : null],
    ['Thèmes', fiche.thematiques.map((theme) => THEMATIQUE[theme]).join(', ')],
    ['Types d’action', fiche.types.map((type) => TYPE_ACTION[type]).join(', ')],
    ['Publics', direPublics(fiche)],
    ['Âges de la vie', enumerer(fiche.ages.map((age, i) => (i === 0 ? AGE[age] : minuscule(AGE[age]))))],
    ['Quartiers', fiche.quartiers.join(', ')],
    ['Milieux d’intervention', fiche.milieux.join(', ')],
    ['Participation des habitants', fiche.participation && PARTICIPATION[fiche.participation]],
    ['Charte d’Ottawa', fiche.ottawa.map((axe) => AXE_OTTAWA[axe]).join('\n')],
    ['Politiques de la collectivité', fiche.politiques.map((politique) => POLITIQUE[politique]).join(', ')],
    ['Instances de gouvernance', fiche.gouvernance],
    ['Budget prévisionnel', direBudget(fiche)]
  ])
}

function objectifs(arbre: ObjectifDossier[]): Bloc[] {
  const element = (o: ObjectifDossier): Element => ({
    nom: NIVEAU_OBJECTIF[o.niveau],
    texte: o.texte,
    note: o.resultat?.trim() ? `Résultat attendu : ${o.resultat.trim()}` : null,
    enfants: o.enfants.map(element)
  })
  return arbre.length ? [{ bloc: 'liste', elements: arbre.map(element) }] : []
}

const piecesJointes = ({ pieces }: FicheDossier): Bloc[] =>
  puces(
    pieces.map(
      ({ intitule, fichier, date, version }) =>
        `${intitule} (${fichier}${version > 1 ? `, version ${version}` : ''}), ${direDate(date)}`
    )
  )

const minuscule = (texte: string) => texte.charAt(0).toLowerCase() + texte.slice(1)
