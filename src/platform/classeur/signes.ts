import type { Encodage, Remarque, Signe } from '#platform/classeur.ts'
import { compter } from '#platform/texte.ts'
import { nomParDefaut } from './libre.ts'

const SEPARATEUR = { ';': 'des points-virgules', ',': 'des virgules', '\t': 'des tabulations', '|': 'des barres verticales' }
// an old way of writing accents, worth a look; the others raise no doubt
const ANCIENNE: Partial<Record<Encodage, string>> = { 'windows-1252': ', avec les accents des anciens logiciels' }

/** A remark of a sheet, or of the whole file when it names none. */
export const surtout = (feuille: string, ligne: number, motif: string, colonne = ''): Remarque => ({
  feuille,
  ligne,
  colonne,
  motif
})

/** What a file holds beside its cells, as a person is told of it. */
export function direSigne(signe: Signe): Remarque {
  switch (signe.sorte) {
    case 'macros':
      return surtout('', 0, 'Ce fichier contient des macros. Elles ne sont ni lues ni exécutées : seules les cellules le sont.')
    case 'liens_externes':
      return surtout(
        '',
        0,
        'Ce fichier renvoie à d’autres fichiers. Ils ne sont pas ouverts : les cellules sont lues comme elles ont été enregistrées.'
      )
    case 'texte':
      return surtout(
        '',
        0,
        `Ce texte est lu avec ${SEPARATEUR[signe.separateur]} entre les colonnes${ANCIENNE[signe.encodage] ?? ''}. Si des accents ou des colonnes sont de travers, enregistrez-le en .xlsx et recommencez.`
      )
    case 'formules':
      return surtout(
        signe.feuille,
        0,
        `${compter(signe.nombre, 'formule est lue par son dernier résultat enregistré', 'formules sont lues par leur dernier résultat enregistré')}.`
      )
    case 'formule_sans_valeur':
      return surtout(
        signe.feuille,
        signe.ligne + 1,
        'Cette formule n’a pas de résultat enregistré, ou donne une erreur : la case est lue comme vide. Ouvrez le fichier dans votre tableur, corrigez-la et enregistrez.',
        nomParDefaut(signe.colonne)
      )
    case 'lignes_masquees':
      return surtout(
        signe.feuille,
        0,
        `${compter(signe.nombre, 'ligne est masquée dans le fichier. Elle est lue aussi', 'lignes sont masquées dans le fichier. Elles sont lues aussi')} : supprimez-la du fichier si elle ne compte pas.`
      )
  }
}
