import type { AxeDossier, Dossier, FicheDossier } from '../../schema/dossier.ts'
import type { ChampsPlan, FicheExistante, PlanExistant } from '../../schema/plan.ts'
import { cleDAxe, cleDeFiche } from './numero.ts'

/** What an earlier import wrote for a fiche: the key of its row and its values. */
export type SouvenirImport = { cle: string; champs: ChampsPlan }

type Annuaire = Pick<PlanExistant, 'structures' | 'personnes'>

/** A contract as what an import is compared with. `souvenirs` are by id of fiche. */
export function existantDuDossier(
  dossier: Dossier,
  souvenirs: ReadonlyMap<string, SouvenirImport>,
  annuaire: Annuaire
): PlanExistant {
  const existant: PlanExistant = { axes: [], fiches: [], ...annuaire }
  const rangs = new Map<string, number>()

  const poserFiche = (fiche: FicheDossier, lieu: Parameters<typeof cleDeFiche>[0]) => {
    const base = cleDeFiche(lieu, fiche.titre, 0)
    const rang = rangs.get(base) ?? 0
    rangs.set(base, rang + 1)
    const cle = cleDeFiche(lieu, fiche.titre, rang)
    existant.fiches.push(ficheExistante(fiche, cle, souvenirs.get(fiche.id)))
    for (const sous of descendance(fiche)) poserFiche({ ...sous, sousActions: [] }, { parent: cle })
  }
  const poserAxe = (axe: AxeDossier, titres: string[]) => {
    const axes = [...titres, axe.intitule]
    existant.axes.push({ id: axe.id, cle: cleDAxe(axes) })
    for (const fiche of axe.fiches) poserFiche(fiche, { axes })
    for (const enfant of axe.enfants) poserAxe(enfant, axes)
  }
  for (const axe of dossier.axes) poserAxe(axe, [])
  for (const fiche of dossier.horsAxe) poserFiche(fiche, { axes: [] })
  return existant
}

/** The template has one level of sub-actions: those below stand at the same level. */
const descendance = (fiche: FicheDossier): FicheDossier[] => fiche.sousActions.flatMap((sous) => [sous, ...descendance(sous)])

function ficheExistante(fiche: FicheDossier, cle: string, souvenir: SouvenirImport | undefined): FicheExistante {
  const { id, sousActions: _, exemple: __, nouvelles: ___, postes: ____, pieces: _____, ...champs } = fiche
  return { id, cle, cleImport: souvenir?.cle ?? null, champs, dernierImport: souvenir?.champs ?? null }
}
