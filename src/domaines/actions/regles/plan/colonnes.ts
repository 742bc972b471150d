import type { Cellule, Feuille } from '#platform/classeur.ts'
import { cleDeNom, nomParDefaut } from '#platform/classeur/libre.ts'
import { COLONNES_36, FEUILLE_ACTES, type RoleColonne } from '../../schema/plan.ts'

/** A column found: its name as the file writes it. A `montant` names the index of the `financeur` beside it. */
export type Colonne = { index: number; nom: string; role: RoleColonne; financeur: number | null }

export type Entete = { ligne: number; colonnes: Colonne[] }

const LIGNES_CHERCHEES = 15

/** Other names under which the same columns are met: the first edition of the template and spreadsheets of towns. */
const AUTRES_NOMS: Partial<Record<RoleColonne, string[]>> = {
  axe: ['axe', 'axe strategique', 'axe thematique', 'axes'],
  sousAxe: ['sous-axe', 'thematique', 'objectif strategique', 'orientation'],
  sousSousAxe: ['sous-sous axe', 'sous-sous-axe'],
  titre: [
    'titre de la fiche action',
    'titre de la fiche-action',
    'titre de la fiche',
    'titre',
    "intitule de l'action",
    'intitule',
    'fiche action',
    'fiche-action',
    'action',
    "nom de l'action",
    'actions',
    'intitule de la fiche action'
  ],
  sousTitre: ['titre de la sous action', 'sous-action', 'sous action'],
  description: ['description', "description de l'action", "descriptif de l'action"],
  gouvernance: ['instance de gouvernance', 'gouvernance'],
  objectifs: ['objectif'],
  indicateurs: ['indicateurs', 'indicateur', 'indicateurs lies'],
  pilote: ['structures pilotes', 'pilote', 'pilotes', 'porteur', 'structure porteuse'],
  copilote: ['structure copilote', 'structures copilotes', 'copilote', 'copilotes'],
  moyens: ['moyens', 'moyens humains', 'moyens humains et techniques'],
  partenaire: ['partenaire', 'structures partenaires'],
  service_pilote: ['service pilote', 'direction pilote', 'services pilotes'],
  personne_pilote: ['personnes pilotes', 'referent', 'referent technique'],
  elu_referent: ['elu referent', 'elue referente', 'elu(e) referent(e)', 'elus referents', 'elu.e referent.e'],
  participation: ['participation'],
  financeur: ['financeur', 'financeurs'],
  montant: ['montant', 'montant ht', 'montant €'],
  budgetPrevisionnel: ['budget previsionnel', 'budget previsionnel total', 'budget', 'budget total', 'cout', 'cout total'],
  statut: ['etat', "etat d'avancement", 'avancement'],
  priorite: ['priorite'],
  nature: ['nature', "nature de l'action"],
  periode: ['periode', "periode de l'action", 'debut et fin'],
  thematiques: ['themes', 'themes de sante'],
  types: ["types d'action"],
  ages: ['ages', 'ages de la vie'],
  publics: ['publics', 'public', 'publics vises', 'public vise'],
  quartiers: ['quartiers', 'quartier'],
  milieux: ['milieux', "milieux d'intervention"],
  debut: ['debut', 'date debut', 'date de demarrage'],
  fin: ['fin', 'date fin', 'date de fin previsionnelle', 'echeance'],
  ameliorationContinue: ['amelioration continue'],
  calendrier: ['calendrier previsionnel', 'echeancier'],
  etapes: ['etapes', 'etapes de la fiche-action', "etapes de l'action"],
  notes: ['notes', 'remarques', 'commentaires', 'observations'],
  documents: ['documents', 'liens', 'documents / liens']
}

const ROLES = new Map<string, RoleColonne>([
  ...Object.entries(AUTRES_NOMS).flatMap(([role, noms]) => noms.map((nom) => [cleDeNom(nom), role as RoleColonne] as const)),
  ...COLONNES_36.map(({ nom, role }) => [cleDeNom(nom), role] as const),
  ...['mesures liees', 'politiques de la collectivite', "charte d'ottawa", "pourquoi l'inscrire"].map(
    (nom) => [nom, 'note'] as const
  )
])

/** Every name that is known, by its key. */
export const NOMS_CONNUS: ReadonlyMap<string, RoleColonne> = ROLES

/** What a column of this name holds, whatever its case, accents, spaces and a number at its end; null when the name is not known. */
export function roleDe(nom: string): RoleColonne | null {
  const cle = cleDeNom(nom)
  return ROLES.get(cle) ?? ROLES.get(cle.replace(/ ?\d+$/, '')) ?? null
}

/** What the template has no column for does not tell that a file is one. */
const DU_MODELE: ReadonlySet<RoleColonne> = new Set(COLONNES_36.map(({ role }) => role))

/** Our own sheet of acts, to be read by people: they may bear any words, those of a heading included. */
const estLaFeuilleDesActes = ({ nom, lignes }: Feuille): boolean => nom === FEUILLE_ACTES && lignes[0]?.[0] === 'Acte'

/** A row of column names: three that are known, of which the title, or at least enough to tell that the title is missing. */
export function trouverEntete(feuille: Feuille): Entete | null {
  if (estLaFeuilleDesActes(feuille)) return null
  let sansTitre: Entete | null = null
  for (const [rang, ligne] of feuille.lignes.slice(0, LIGNES_CHERCHEES).entries()) {
    const colonnes = colonnesDe(ligne)
    const connues = new Set(
      colonnes.filter(({ nom }) => DU_MODELE.has(roleDe(nom) ?? 'ignorer')).map(({ role, nom }) => (role === 'note' ? nom : role))
    )
    if (connues.has('titre') && connues.size >= 2) return { ligne: rang, colonnes }
    if (connues.size >= 4) sansTitre ??= { ligne: rang, colonnes }
  }
  return sansTitre
}

/** The first column of a role holds it; a second one is kept by name in the notes, but for funders and their amounts. */
function colonnesDe(ligne: readonly Cellule[]): Colonne[] {
  const prises = new Set<RoleColonne>()
  return avecFinanceurs(
    ligne.map((cellule, index) => {
      const nom = typeof cellule === 'string' ? cellule.replace(/\s+/gu, ' ').trim() : ''
      const lu = roleDe(nom) ?? 'note'
      const role = prises.has(lu) && lu !== 'financeur' && lu !== 'montant' ? 'note' : lu
      prises.add(role)
      return { index, nom: nom || nomParDefaut(index), role }
    })
  )
}

/**
 * Gives each amount the funder beside it, once: the one on its left, as in the template; where that leaves more amounts without a
 * funder than the other way round, the one on its right. An amount that is left takes the next one that is free.
 */
export function avecFinanceurs(colonnes: readonly Omit<Colonne, 'financeur'>[]): Colonne[] {
  const [gauche, droite] = [voisins(colonnes), voisins(colonnes.toReversed())]
  const sens = droite.size > gauche.size ? droite : gauche
  const pris = new Set(sens.values())
  const argent = colonnes.filter(({ role }) => role === 'financeur' || role === 'montant')
  argent.forEach(({ role, index }, rang) => {
    const autre = [argent[rang - 1], argent[rang + 1]].find((une) => une?.role === 'financeur' && !pris.has(une.index))
    if (role !== 'montant' || sens.has(index) || !autre) return
    sens.set(index, autre.index)
    pris.add(autre.index)
  })
  return colonnes.map((colonne) => ({ ...colonne, financeur: sens.get(colonne.index) ?? null }))
}

/** By the index of an amount, the funder that comes before it in this order. */
function voisins(colonnes: readonly Omit<Colonne, 'financeur'>[]): Map<number, number> {
  const siens = new Map<number, number>()
  let financeur: number | null = null
  for (const { role, index } of colonnes) {
    if (role === 'montant' && financeur !== null) siens.set(index, financeur)
    if (role === 'montant') financeur = null
    if (role === 'financeur') financeur = index
  }
  return siens
}
