import type { Classeur } from '#platform/classeur.ts'
import * as libre from '#platform/classeur/libre.ts'
import { ROLES_UNIQUES, type AppariementContacts, type RoleContact } from '../../schema/contacts.ts'

/** Names under which columns of contacts are met, whatever their case and accents. */
const NOMS: Partial<Record<RoleContact, string[]>> = {
  structure: [
    'structure',
    'organisme',
    'institution',
    'etablissement',
    'association',
    'nom de la structure',
    'entite',
    'partenaire'
  ],
  sigle: ['sigle', 'acronyme'],
  type: ['type', 'type de structure', 'categorie', 'nature', 'statut juridique'],
  siret: ['siret', 'n° siret', 'numero siret'],
  courriel_structure: ['courriel de la structure', 'mail structure', 'email structure', 'mail generique', 'courriel generique'],
  telephone_structure: ['standard', 'telephone de la structure', 'tel structure', 'telephone standard', 'accueil'],
  quartier: ['quartier', 'quartiers', 'secteur'],
  nom_complet: [
    'contact',
    'personne',
    'prenom et nom',
    'nom et prenom',
    'nom prenom',
    'prenom nom',
    'nom du contact',
    'referent',
    'interlocuteur'
  ],
  nom: ['nom', 'nom de famille', 'patronyme'],
  prenom: ['prenom'],
  fonction: ['fonction', 'poste', 'qualite', 'titre', 'profession', 'metier'],
  courriel: ['courriel', 'mail', 'e-mail', 'email', 'adresse mail', 'adresse electronique', 'adresse e-mail', 'mel'],
  telephone: ['telephone', 'tel', 'portable', 'mobile', 'tel portable', 'tel fixe', 'telephone fixe', 'ligne directe', 'numero']
}

/** Words that tell it within a longer name, the most telling first. */
const MOTS: readonly [RegExp, RoleContact][] = [
  [/siret/, 'siret'],
  [/(mail|courriel|mel\b).*(structure|generique|accueil|organisme)/, 'courriel_structure'],
  [/(tel|telephone).*(structure|standard|accueil|organisme)/, 'telephone_structure'],
  [/mail|courriel|@|adresse elec/, 'courriel'],
  [/\btel|telephone|portable|mobile|\bgsm\b/, 'telephone'],
  [/\bsigle|acronyme/, 'sigle'],
  [/prenom.*nom|nom.*prenom/, 'nom_complet'],
  [/prenom/, 'prenom'],
  [/fonction|poste|qualite|profession|metier/, 'fonction'],
  [/type|categorie/, 'type'],
  [/quartier|secteur/, 'quartier'],
  [/structure|organisme|etablissement|institution|association|partenaire/, 'structure'],
  [/contact|referent|interlocut|personne/, 'nom_complet'],
  [/\bnom\b/, 'nom']
]

const CONNUS = new Map(
  Object.entries(NOMS).flatMap(([role, noms]) => noms.map((nom) => [libre.cleDeNom(nom), role as RoleContact] as const))
)

/** What a column of this name probably holds. */
export function reconnaitreContact(nom: string): { role: RoleContact; force: 0 | 1 | 2 | 3 } {
  const cle = libre.cleDeNom(nom)
  const connu = CONNUS.get(cle) ?? CONNUS.get(cle.replace(/ ?\d+$/, ''))
  if (connu) return { role: connu, force: 3 }
  const proche = libre.presque(cle, CONNUS)
  if (proche) return { role: proche, force: 2 }
  const mot = MOTS.find(([forme]) => forme.test(cle))
  return mot ? { role: mot[1], force: 1 } : { role: 'ignorer', force: 0 }
}

/** Without a first name beside it, and with a structure elsewhere, a column « Nom » says the whole name; alone, that of the structure. */
function preciserLeNom(roles: RoleContact[]): RoleContact[] {
  if (!roles.includes('nom') || roles.includes('prenom')) return roles
  const role = roles.includes('structure') || roles.includes('nom_complet') ? 'nom_complet' : 'structure'
  return roles.includes(role) && role !== 'structure' ? roles : roles.map((un) => (un === 'nom' ? role : un))
}

/** A file as it is shown to who matches its columns. */
export type PropositionContacts = { feuilles: libre.FeuilleLibre[]; entete: libre.EnteteLibre; appariement: AppariementContacts }

/** What is proposed for a file of contacts: the sheet and row asked for, or the likeliest. Null when no sheet has two columns with a name. */
export function proposerContacts(
  classeur: Classeur,
  voulue: { feuille: string | null; ligne: number | null } = { feuille: null, ligne: null }
): PropositionContacts | null {
  const feuille =
    classeur.feuilles.find(({ nom }) => nom === voulue.feuille) ?? libre.trouverFeuille(classeur, reconnaitreContact)
  if (!feuille) return null
  const trouvee = libre.trouverLigneDesNoms(feuille, reconnaitreContact) ?? 0
  const ligne = voulue.ligne !== null && voulue.ligne < feuille.lignes.length ? voulue.ligne : trouvee
  const entete = libre.lireEntete(feuille, ligne)
  const noms = entete.colonnes.map(({ nom }) => nom)
  const roles = preciserLeNom(libre.proposerRoles(noms, reconnaitreContact, ROLES_UNIQUES, 'ignorer'))
  return { feuilles: libre.feuillesDe(classeur), entete, appariement: { feuille: feuille.nom, ligne, roles, recopier: false } }
}

export type FauteDeContacts = 'sans_nom' | 'deux_fois'

/** What is amiss in what was said of the columns: by the rank of the column, or null for the whole. */
export function jugerRolesContacts(roles: readonly RoleContact[]): { colonne: number | null; faute: FauteDeContacts }[] {
  const nomme = roles.some((role) => ['structure', 'nom_complet', 'nom'].includes(role))
  const doubles = roles.flatMap((role, colonne) =>
    ROLES_UNIQUES.has(role) && roles.indexOf(role) < colonne ? [{ colonne, faute: 'deux_fois' as const }] : []
  )
  return [...(nomme ? [] : [{ colonne: null, faute: 'sans_nom' as const }]), ...doubles]
}
