import type { Classeur, Remarque } from '#platform/classeur.ts'
import { direSigne, surtout } from '#platform/classeur/signes.ts'
import { FEUILLES_MODELE } from '../../schema/plan.ts'
import { trouverLigneDesNoms } from './entete-libre.ts'

/** What a person must know of a file beside its cells, of the sheet that is read and of those that are not. */
export function direSignes(classeur: Classeur, lue: string): Remarque[] {
  const dits = classeur.signes.flatMap((signe) => ('feuille' in signe && signe.feuille !== lue ? [] : [direSigne(signe)]))
  const duModele: readonly string[] = Object.values(FEUILLES_MODELE)
  const masquees = classeur.feuilles.flatMap(({ nom, masquee, ...reste }) => {
    if (!masquee || duModele.includes(nom)) return []
    if (nom === lue) return [surtout(nom, 0, 'Cette feuille est masquée dans le fichier. C’est bien elle qui est lue.')]
    return trouverLigneDesNoms({ nom, masquee, ...reste }) === null
      ? []
      : [
          surtout(
            nom,
            0,
            'Cette feuille est masquée dans le fichier : elle n’est pas lue. Affichez-la et importez-la à part si elle compte.'
          )
        ]
  })
  return [...dits, ...masquees]
}
