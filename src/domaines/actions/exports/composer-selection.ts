import { direDate } from '#platform/dates.ts'
import type { Imprimable } from '#platform/documents/imprimable.ts'
import { compter } from '#platform/texte.ts'
import type { SelectionDossier } from '#domaines/actions/schema/dossier.ts'
import { HABILLAGE_D_ORIGINE } from '#domaines/actions/schema/habillage.ts'
import { composerFiche } from './composer-fiche.ts'
import { habiller } from './habiller.ts'

const enFrancais = (nombre: number) => nombre.toLocaleString('fr-FR')

/** Fiches chosen in the portfolio, in its order, each on its own page after a table of contents; what stands in other files is said first. */
export function composerSelection(
  { territoire, transversaux, fiches, total, depuis, jour }: SelectionDossier,
  habillage = HABILLAGE_D_ORIGINE
): Imprimable {
  const exemple = fiches.every((fiche) => fiche.exemple)
  const nombre = compter(fiches.length, 'fiche action', 'fiches actions')
  const sommaire = fiches.length > 1
  const dit =
    total > fiches.length
      ? `Fiches actions ${enFrancais(depuis)} à ${enFrancais(depuis + fiches.length - 1)} sur ${enFrancais(total)}`
      : nombre
  return {
    titre: `${dit} – ${territoire.nom}`,
    auteur: territoire.nom,
    ...habiller(habillage, territoire, `fiches actions au ${direDate(jour)}`),
    mention: exemple ? 'Exemple' : null,
    ouverture: {
      pleinePage: false,
      surtitre: territoire.nom,
      titre: dit,
      sousTitre: `Au ${direDate(jour)}`,
      ligne: null,
      parties: [],
      reperes: []
    },
    sommaire,
    // the contents end their page themselves
    blocs: fiches.flatMap((fiche, i) => composerFiche(fiche, 1, { contrat: { exemple }, transversaux }, { nouvellePage: i > 0 }))
  }
}
