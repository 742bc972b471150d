import type {
  AxePlan,
  ChampsPlan,
  Comptes,
  DifferenceChamp,
  DifferenceLigne,
  DifferencesPlan,
  FicheExistante,
  LignePlan,
  NomReconnu,
  PlanExistant,
  PlanLu
} from '../../schema/plan.ts'
import { estVide, memeValeur, nomsDe, recenser, reconnaissance, type Reconnaitre } from './egalite.ts'
import { cleDeTitre, estHors } from './numero.ts'
import { normaliser } from '#platform/texte.ts'

/**
 * What importing this plan would do to what exists. A field is written when the file changed it since the last import and nobody did
 * here, or when it is empty here; when both changed it, it is a conflict and stays as it is here unless `ecraser`. An empty cell never
 * erases. The same file twice changes nothing.
 */
export function comparerPlan(
  plan: PlanLu,
  existant: PlanExistant,
  options: { ecraser: boolean } = { ecraser: false }
): DifferencesPlan {
  const dites = separerLesConnus(plan.lignes, existant.structures)
  const noms = dites.map(({ champs }) => nomsDe(champs))
  const structures = recenser(
    noms.flatMap((un) => un.structures),
    existant.structures
  )
  const personnes = recenser(
    noms.flatMap((un) => un.personnes),
    existant.personnes
  )
  const quartiers = recenser(
    [...dites.flatMap(({ champs }) => champs.quartiers), ...(plan.annexes?.quartiers ?? []).map(({ nom }) => nom)],
    existant.quartiers
  )
  const identite = identiteDans(existant)
  const trouver = appariement(existant.fiches, new Set(plan.lignes.map(({ cle }) => cle)))
  const lignes = dites.map((ligne) => comparerLigne(ligne, trouver(ligne), identite, options.ecraser))
  const connus = new Set(existant.axes.map(({ cle }) => cle))
  const axes = aplatir(plan.axes, null)
  const axesACreer = axes.filter(({ cle }) => !connus.has(cle))
  const nombres = { axes: axes.length, axesACreer: axesACreer.length, structures, personnes }
  return { lignes, axesACreer, structures, personnes, quartiers, ...comptes(lignes, nombres) }
}

/** « ARS/Ville » is two names when the directory has both and not the whole; with an amount, it stays one: whose would it be? */
function separerLesConnus(lignes: readonly LignePlan[], structures: PlanExistant['structures']): LignePlan[] {
  const connu = reconnaissance(structures)
  const parts = (nom: string): string[] | null => {
    const siennes = nom.split('/').map((part) => part.trim())
    return siennes.length > 1 && connu(nom) === null && siennes.every((part) => connu(part) !== null) ? siennes : null
  }
  return lignes.map((ligne) => {
    const { intervenants, financements } = ligne.champs
    const doubles = [...intervenants.map(({ nom }) => nom), ...financements.map(({ financeur }) => financeur)]
    if (!doubles.some((nom) => nom.includes('/'))) return ligne
    const champs = {
      ...ligne.champs,
      intervenants: intervenants.flatMap((un) => (un.qui ? null : parts(un.nom))?.map((nom) => ({ ...un, nom })) ?? [un]),
      financements: financements.flatMap(
        (un) => (un.montant === null ? parts(un.financeur) : null)?.map((financeur) => ({ ...un, financeur })) ?? [un]
      )
    }
    return { ...ligne, champs }
  })
}

/**
 * The values to remember of this import, for the next comparison: the file's, and, where its cell is empty, those of the import before.
 */
export function baseApresImport(ligne: LignePlan, avant: ChampsPlan | null): ChampsPlan {
  if (!avant) return ligne.champs
  const dits = Object.entries(ligne.champs).filter(([, valeur]) => !estVide(valeur))
  return { ...avant, ...Object.fromEntries(dits) }
}

/** A row finds its fiche by the key of its last import (a person may have renamed it here), else by its place and title today. */
function appariement(fiches: readonly FicheExistante[], cles: ReadonlySet<string>): (ligne: LignePlan) => FicheExistante | null {
  const parImport = new Map(fiches.flatMap((fiche) => (fiche.cleImport === null ? [] : [[fiche.cleImport, fiche] as const])))
  // a renamed fiche waits for the row it came from, if the file still has it
  const libres = fiches.filter(({ cleImport }) => cleImport === null || !cles.has(cleImport))
  const parCle = new Map(libres.map((fiche) => [fiche.cle, fiche] as const))
  const entrees = entreesDepuis(libres, cles)
  const prises = new Set<FicheExistante>()
  // the key of the fiche that each action was found in: what is below it is looked for there too
  const trouvees = new Map<string, string>()
  return ({ cle, parent, hors, champs }) => {
    const sous = parent === null ? undefined : parCle.get(`${trouvees.get(parent)}${cle.slice(parent.length)}`)
    const entree = hors && parent === null ? entrees.get(cleDeTitre(champs.titre)) : undefined
    const trouvee =
      [parImport.get(cle), parCle.get(cle), sous, entree].find((fiche) => fiche !== undefined && !prises.has(fiche)) ?? null
    if (trouvee) {
      prises.add(trouvee)
      trouvees.set(cle, trouvee.cle)
    }
    return trouvee
  }
}

/** By title, the actions that stand in the contract and in no row of the file: one that the file says out of it may have come in since. */
function entreesDepuis(libres: readonly FicheExistante[], cles: ReadonlySet<string>): Map<string, FicheExistante> {
  const actions = libres.filter(({ cle, sous }) => !sous && !estHors(cle) && !cles.has(cle))
  const parTitre = Map.groupBy(actions, ({ champs }) => cleDeTitre(champs.titre))
  return new Map([...parTitre].flatMap(([titre, siennes]) => (siennes.length === 1 ? [[titre, siennes[0]!] as const] : [])))
}

function comparerLigne(ligne: LignePlan, fiche: FicheExistante | null, identite: Reconnaitre, ecraser: boolean): DifferenceLigne {
  if (!fiche) return { ligne, etat: 'cree', fiche: null, champs: [] }
  const champs = (Object.keys(ligne.champs) as (keyof ChampsPlan)[]).flatMap((champ) =>
    comparerChamp(champ, ligne, fiche, identite, ecraser)
  )
  const enConflit = champs.some(({ conflit, retenu }) => conflit && !retenu)
  return { ligne, etat: enConflit ? 'conflit' : champs.length > 0 ? 'modifie' : 'inchange', fiche: fiche.id, champs }
}

function comparerChamp(
  champ: keyof ChampsPlan,
  ligne: LignePlan,
  fiche: FicheExistante,
  identite: Reconnaitre,
  ecraser: boolean
): DifferenceChamp[] {
  const apres = ligne.champs[champ]
  const avant = fiche.champs[champ]
  const base = fiche.dernierImport?.[champ]
  const meme = (une: unknown, autre: unknown) => memeValeur(champ, une, autre, identite)
  if (estVide(apres) || meme(apres, avant)) return []
  if (fiche.dernierImport && meme(apres, base)) return []
  // a title is the identity of its row: written otherwise, it is a change only for who imported it before
  if (champ === 'titre' && !fiche.dernierImport && cleDeTitre(String(apres)) === cleDeTitre(String(avant))) return []
  const inchangeIci = fiche.dernierImport ? meme(avant, base) : estVide(avant)
  return [{ champ, avant, apres, conflit: !inchangeIci, retenu: inchangeIci || ecraser }]
}

function identiteDans(existant: PlanExistant): Reconnaitre {
  const structure = reconnaissance(existant.structures)
  const personne = reconnaissance(existant.personnes)
  return (nom) => structure(nom) ?? personne(nom) ?? normaliser(nom)
}

const aplatir = (axes: readonly AxePlan[], parent: string | null): DifferencesPlan['axesACreer'] =>
  axes.flatMap(({ cle, titre, numero, enfants }) => [{ cle, parent, titre, numero }, ...aplatir(enfants, cle)])

type Nombres = { axes: number; axesACreer: number; structures: readonly NomReconnu[]; personnes: readonly NomReconnu[] }

function comptes(lignes: readonly DifferenceLigne[], { axes, axesACreer, structures, personnes }: Nombres) {
  const compter = (nature: LignePlan['nature'], garder: (une: DifferenceLigne) => boolean) =>
    lignes.filter((une) => une.ligne.nature === nature && garder(une)).length
  const fiches = (garder: (une: DifferenceLigne) => boolean) => ({
    actions: compter('action', garder),
    sousActions: compter('sous_action', garder)
  })
  const nouveaux = (noms: readonly NomReconnu[]) => noms.filter(({ id }) => id === null).length
  const ecrite = (une: DifferenceLigne) => une.champs.some(({ retenu }) => retenu)
  const crees: Comptes = {
    axes: axesACreer,
    ...fiches(({ etat }) => etat === 'cree'),
    structures: nouveaux(structures),
    personnes: nouveaux(personnes)
  }
  const modifies: Comptes = { axes: 0, ...fiches((une) => une.etat !== 'cree' && ecrite(une)), structures: 0, personnes: 0 }
  const inchanges: Comptes = {
    axes: axes - axesACreer,
    ...fiches((une) => une.etat !== 'cree' && !ecrite(une)),
    structures: structures.length - crees.structures,
    personnes: personnes.length - crees.personnes
  }
  return { crees, modifies, inchanges }
}
