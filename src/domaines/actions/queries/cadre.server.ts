import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { listerQuartiers } from '#domaines/territoires/queries.server.ts'
import { listerAxes, listerContrats } from '#domaines/contrats/queries.server.ts'
import { aplatir, arbreDesAxes, nomDuNiveau } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { premierJour } from '#platform/dates.ts'
import { contratsEnCours } from '../regles/programme.ts'
import { joursDeRetard } from '../regles/suivi.ts'
import { SANS_QPV, type Vue } from '../schema/portefeuille.ts'
import { resumerPortefeuille } from './portefeuille.server.ts'
import type { FiltrePortefeuille } from './selection.server.ts'

export type Cadre = Awaited<ReturnType<typeof lireCadre>>

/**
 * What every way of looking at the portfolio begins with: the contract that it is seen from, the axes of this contract in reading order,
 * what the address filters, the figures of the whole portfolio, and (`offre`) what the filters offer.
 */
export async function lireCadre(db: Tx, perimetre: Perimetre, vue: Vue, jour: string) {
  const contrats = await listerContrats(db, perimetre)
  const contrat = contrats.find((candidat) => candidat.id === vue.contrat) ?? contratCourant(contrats, jour)
  const contratId = contrat?.id ?? null
  const au = vue.au ?? jour
  const enCours = [...contratsEnCours(contrats, au)]
  const [lus, { publics, fins, asvDepuis, ...resume }, quartiers] = await Promise.all([
    contratId ? listerAxes(db, perimetre, contratId) : [],
    resumerPortefeuille(db, perimetre, contratId, { au, enCours }, vue.au),
    listerQuartiers(db, perimetre)
  ])
  const arbre = aplatir(arbreDesAxes(lus.filter((axe) => axe.nature === 'thematique')))
  const filtre: FiltrePortefeuille = {
    recherche: vue.q,
    statut: vue.statut,
    priorite: vue.priorite,
    quartierId: vue.quartier === SANS_QPV ? undefined : vue.quartier,
    sansQpv: vue.quartier === SANS_QPV,
    structureId: vue.structure,
    publicVise: vue.public,
    theme: vue.theme,
    type: vue.type,
    facette: vue.facette,
    age: vue.age,
    nature: vue.nature,
    axeId: vue.axe,
    contratId: vue.dans === 'contrat' ? contratId! : vue.dans === 'hors' ? null : undefined,
    programme: vue.programme && { au, enCours, cls: vue.programme === 'cls' },
    commenceesAu: vue.au,
    silencieusesAu: vue.silence === 'oui' ? jour : undefined
  }
  const asv = asvDepuis !== null && premierJour(asvDepuis) <= au
  const echues = fins.filter((une) => joursDeRetard(une, jour) > 0).reduce((somme, { nombre }) => somme + nombre, 0)
  return {
    contrat,
    vue: { contratId, axes: arbre.map(({ id, numero }) => ({ id, numero })), filtre },
    resume: { ...resume, echues, asv, enVigueur: enCours.length > 0 },
    fins,
    offre: {
      asv,
      publics,
      quartiers: quartiers.map(({ id, nom, generation }) => ({ id, nom, generation })),
      axes: arbre.map(({ id, numero, intitule, profondeur }) => ({
        id,
        numero,
        intitule,
        niveau: nomDuNiveau(contrat!.niveaux, profondeur)
      })),
      vuDepuis: contrat ? { id: contrat.id, intitule: contrat.intitule } : null,
      contrats: contrats.map(({ id, intitule }) => ({ id, intitule }))
    }
  }
}
