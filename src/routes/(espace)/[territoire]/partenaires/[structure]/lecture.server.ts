import { vieEnSeance } from '#domaines/instances/queries/presences.server.ts'
import { lireStructure, nomsDeLAnnuaire } from '#domaines/partenaires/queries.server.ts'
import { communesDIci } from '#domaines/partenaires/queries/implantations.server.ts'
import { lirePartenariat } from '#domaines/partenaires/queries/partenariat.server.ts'
import { listerPassations } from '#domaines/partenaires/queries/passations.server.ts'
import { lireProvenanceDe } from '#domaines/partenaires/queries/provenances.server.ts'
import { relationsDe } from '#domaines/partenaires/queries/relations.server.ts'
import { lireReseau } from '#domaines/pilotage/queries/reseau.server.ts'
import { liensDe } from '#domaines/pilotage/regles/reseau/constater.ts'
import { fenetreDe } from '#domaines/pilotage/regles/reseau/liens.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'

/** What the page of a structure says, and the lists that its opened form (`section`) offers; null when it is not there. */
export async function lireLaPage(
  db: Tx,
  perimetre: Perimetre,
  { id, section, jour }: { id: string; section: string; jour: string }
) {
  const structure = await lireStructure(db, perimetre, id)
  if (!structure) return null
  const choix = /^(?:identite|modifier|implant.*|modifier-implantation)$/.test(section)
    ? await listerQuartiers(db, perimetre)
    : []
  const { echelle, ...matiere } = await lireReseau(db, perimetre, jour, id)
  const autres = matiere.structures.filter((autre) => autre.id !== id).map(({ id, nom }) => ({ id, nom }))
  const constates = matiere.faits.filter(({ nature }) => nature !== 'declaree')
  return {
    structure,
    communes: choix.length > 0 || section.startsWith('implant') ? await communesDIci(db, perimetre) : [],
    partenariat: await lirePartenariat(db, perimetre, id),
    provenance: await lireProvenanceDe(db, perimetre, id),
    noms: /^(?:regrouper|regroupement)$/.test(section)
      ? autres.map(({ nom }) => nom)
      : section === 'provenance'
        ? await nomsDeLAnnuaire(db, perimetre)
        : [],
    passations: await listerPassations(db, perimetre, { sorte: 'structure', id }),
    vie: await vieEnSeance(db, perimetre, id),
    quartiers: choix.map(({ id, nom }) => ({ id, nom })),
    liens: {
      relations: await relationsDe(db, perimetre, id),
      echelle,
      constatees: liensDe(id, { ...matiere, faits: constates }, fenetreDe('tout', jour)),
      choix: /^(?:declarer-)?relation$/.test(section) ? autres : []
    }
  }
}
