import { majuscule } from '#platform/texte.ts'
import { titre, type Bloc, type Imprimable } from '#platform/documents/imprimable.ts'
import { texteEnBlocs } from '#platform/documents/texte-en-blocs.ts'
import { habiller } from '#domaines/actions/exports/habiller.ts'
import { puces, reperes, tableau } from '#domaines/actions/exports/pieces.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { direDuree, direQuandSeance } from '../libelles.ts'
import { direEcheance, direPresent, SORTE_CONCLUSION } from '../libelles/suites.ts'
import type { CompteRendu, SorteConclusion } from '../schema/suites.ts'

/** The minutes as a printed document: what was decided and promised first, then what was said, then who was there. */
export function composerCompteRendu(rendu: CompteRendu, habillage = HABILLAGE_D_ORIGINE): Imprimable {
  const conclusions = (sorte: SorteConclusion) => {
    const textes = rendu.conclusions.filter((conclusion) => conclusion.sorte === sorte).map(({ texte }) => texte)
    return sous(SORTE_CONCLUSION[sorte].plusieurs, puces(textes))
  }
  return {
    titre: `Compte rendu, ${rendu.instance}, ${direQuandSeance(rendu)}`,
    auteur: rendu.territoire,
    ...habiller(habillage, { nom: rendu.territoire }, rendu.instance),
    mention: rendu.exemple ? 'Exemple' : rendu.valideLe ? null : 'Document de travail',
    ouverture: {
      pleinePage: false,
      surtitre: rendu.territoire,
      titre: `Compte rendu, ${rendu.instance}`,
      sousTitre: majuscule(direQuandSeance(rendu)),
      ligne: null,
      parties: [],
      reperes: []
    },
    sommaire: false,
    blocs: [
      titre(1, rendu.objet ?? 'La rencontre'),
      ...reperes([
        ['Lieu', rendu.lieu],
        ['Durée', direDuree(rendu.duree)]
      ]),
      ...texteEnBlocs(rendu.introduction),
      ...conclusions('decision'),
      ...sous(
        'Qui fait quoi',
        tableau(rendu.taches, [
          ['Ce qui est à faire', 5, ({ texte }) => texte],
          ['Qui', 2, ({ personne }) => personne ?? 'à confier'],
          ['Quand', 2, ({ echeance, faiteLe }) => (faiteLe ? 'fait' : echeance && direEcheance(echeance))]
        ])
      ),
      ...rendu.points.flatMap(({ intitule, notes, detail }) => [
        titre(2, intitule),
        ...(notes || detail ? texteEnBlocs(notes ?? detail) : [RIEN])
      ]),
      ...conclusions('besoin'),
      ...sous('Nées de cette rencontre', puces(rendu.fiches.map((fiche) => fiche.titre))),
      ...sous('Personnes présentes', puces(rendu.presents.map(direPresent))),
      ...sous('Personnes excusées', puces(rendu.excuses.map(direPresent))),
      ...sous('Suivent par les comptes rendus', puces(rendu.suivent.map(direPresent)))
    ]
  }
}

const RIEN: Bloc = { bloc: 'paragraphe', texte: 'Rien de noté.' }

const sous = (texte: string, blocs: Bloc[]): Bloc[] => (blocs.length > 0 ? [titre(2, texte), ...blocs] : [])
