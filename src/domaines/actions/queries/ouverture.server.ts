import { eq } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import { premierJour } from '#platform/dates.ts'
import type { Tx } from '#platform/db.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { listerAxes, listerContrats } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { EN_COURS, etatAu } from '#domaines/contrats/regles/etat.ts'

/** Where a new action may stand: the contract that the territory works with, its axes, and whether the territory has an ASV. */
export async function lireOuverture(db: Tx, perimetre: Perimetre, jour: string) {
  const contrat = contratCourant(await listerContrats(db, perimetre), jour)
  const [axes, [territoire]] = await Promise.all([
    contrat ? listerAxes(db, perimetre, contrat.id) : [],
    db.select({ asvDepuis: collectivites.asvDepuis }).from(collectivites).where(eq(collectivites.id, perimetre.collectiviteId))
  ])
  const { asvDepuis } = territoire!
  return {
    contrat: contrat && { id: contrat.id, intitule: contrat.intitule, enVigueur: EN_COURS.includes(etatAu(contrat, jour)) },
    axes: aplatir(arbreDesAxes(axes.filter(({ nature }) => nature === 'thematique'))).map(({ id, numero, intitule }) => ({
      id,
      numero,
      intitule
    })),
    asv: asvDepuis !== null && premierJour(asvDepuis) <= jour
  }
}
