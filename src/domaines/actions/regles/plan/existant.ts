import { normaliser } from '#platform/texte.ts'
import type { AttachesDossier, AxeDossier, Dossier, FicheDossier } from '../../schema/dossier.ts'
import type { ChampsPlan, FicheExistante, PlanExistant } from '../../schema/plan.ts'
import { cleDAxe, cleDeFiche, type Place } from './numero.ts'

/** What an earlier import wrote for a fiche: the key of its row and its values. */
export type SouvenirImport = { cle: string; champs: ChampsPlan }

type Annuaire = Pick<PlanExistant, 'structures' | 'personnes' | 'quartiers'>

/** A contract, and actions that stand out of it, as what an import is compared with. `souvenirs` are by id of fiche. */
export function existantDuDossier(
  dossier: Pick<Dossier, 'axes' | 'horsAxe'>,
  souvenirs: ReadonlyMap<string, SouvenirImport>,
  annuaire: Annuaire,
  dehors: readonly FicheDossier[] = []
): PlanExistant {
  const existant: PlanExistant = { axes: [], fiches: [], ...annuaire }
  const liees = new Map<FicheExistante, AttachesDossier['liees']>()
  const rangs = new Map<string, number>()

  const poserFiche = (fiche: FicheDossier, lieu: Place) => {
    const base = cleDeFiche(lieu, fiche.titre, 0)
    const rang = rangs.get(base) ?? 0
    rangs.set(base, rang + 1)
    const cle = cleDeFiche(lieu, fiche.titre, rang)
    const existante = ficheExistante(fiche, cle, 'parent' in lieu, souvenirs.get(fiche.id))
    existant.fiches.push(existante)
    if (fiche.attaches?.liees.length) liees.set(existante, fiche.attaches.liees)
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
  for (const fiche of dehors) poserFiche(fiche, { hors: true })
  const dire = direLesLiens(existant.fiches)
  for (const [existante, siens] of liees) existante.champs.liees = siens.map(dire)
  return existant
}

/** The template has one level of sub-actions: those below stand at the same level. */
const descendance = (fiche: FicheDossier): FicheDossier[] => fiche.sousActions.flatMap((sous) => [sous, ...descendance(sous)])

/** Another action as a file names it: by its title, with the key of its row when several have that title. */
export function direLesLiens(fiches: readonly Pick<FicheExistante, 'id' | 'cle' | 'champs'>[]) {
  const parId = new Map(fiches.map(({ id, cle }) => [id, cle]))
  const nombres = new Map<string, number>()
  for (const { champs } of fiches) nombres.set(normaliser(champs.titre), (nombres.get(normaliser(champs.titre)) ?? 0) + 1)
  return ({ id, titre, ...reste }: AttachesDossier['liees'][number]): ChampsPlan['liees'][number] => ({
    ...reste,
    titre,
    repere: (nombres.get(normaliser(titre)) ?? 0) > 1 ? (parId.get(id) ?? null) : null
  })
}

function ficheExistante(fiche: FicheDossier, cle: string, sous: boolean, souvenir: SouvenirImport | undefined): FicheExistante {
  const { id, sousActions: _, exemple: __, pieces: ___, nouvelles, attaches, ...champs } = fiche
  return {
    id,
    cle,
    sous,
    cleImport: souvenir?.cle ?? null,
    champs: {
      ...champs,
      nouvelles: nouvelles.map(({ exemple: _exemple, ...nouvelle }) => nouvelle),
      liees: [],
      programmes: attaches?.programmes ?? [],
      prs: attaches?.prs ?? [],
      entree: attaches?.entree ?? null
    },
    dernierImport: souvenir?.champs ?? null
  }
}
