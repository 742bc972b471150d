import type { Cellule, Classeur, Feuille, Remarque } from '#platform/classeur.ts'
import { celluleCouverte, lireEntete, texteDe, type ColonneLibre } from '#platform/classeur/libre.ts'
import { direSigne } from '#platform/classeur/signes.ts'
import { propre } from '#platform/texte.ts'
import type {
  AppariementContacts,
  ContactsLus,
  LigneContact,
  PersonneDite,
  RoleContact,
  StructureDite
} from '../../schema/contacts.ts'
import { jugerRolesContacts } from './proposer.ts'
import { lireCourriel, lireSiret, lireTelephone, lireType, sansCivilite } from './valeurs.ts'

const NOM_MAX = 300
const FONCTION_MAX = 200
const SIGLE_MAX = 40

/**
 * The contacts of a file, read as a person said. A row that names neither structure nor person is refused alone, with its number; a value
 * that is not understood is left out and said; the file is refused whole when its columns are no longer those that were described.
 */
export function lireContacts(classeur: Classeur, appariement: AppariementContacts): ContactsLus {
  const vide: ContactsLus = { feuille: appariement.feuille, lignes: [], refusees: [], remarques: [], refus: null }
  const feuille = classeur.feuilles.find(({ nom }) => nom === appariement.feuille)
  if (!feuille)
    return { ...vide, refus: `Le fichier n’a pas de feuille « ${appariement.feuille} ». Choisissez la feuille à lire.` }
  const entete = lireEntete(feuille, appariement.ligne)
  if (jugerRolesContacts(appariement.roles).length > 0 || entete.colonnes.length !== appariement.roles.length)
    return {
      ...vide,
      refus: 'Les colonnes du fichier ne sont plus celles que vous aviez décrites. Dites de nouveau ce que contient chacune.'
    }
  const lecteur = new Lecteur(feuille, entete.colonnes, appariement)
  const depuis = appariement.ligne + entete.hauteur
  for (let rang = depuis; rang < feuille.lignes.length; rang++) lecteur.lire(rang)
  const { lignes, refusees, remarques } = lecteur
  if (lignes.length === 0 && refusees.length === 0)
    return {
      ...vide,
      refus: `La feuille « ${feuille.nom} » n’a rien sous la ligne ${depuis}. Changez la ligne des noms de colonnes, ou la feuille.`
    }
  const signes = classeur.signes.flatMap((signe) =>
    'feuille' in signe && signe.feuille !== feuille.nom ? [] : [direSigne(signe)]
  )
  return { ...vide, lignes, refusees, remarques: [...signes, ...remarques] }
}

/** Reads row after row, and remembers the structure above. */
class Lecteur {
  readonly lignes: LigneContact[] = []
  readonly refusees: ContactsLus['refusees'] = []
  readonly remarques: Remarque[] = []
  #auDessus: string | null = null

  readonly #feuille: Feuille
  readonly #colonnes: readonly ColonneLibre[]
  readonly #appariement: AppariementContacts
  constructor(feuille: Feuille, colonnes: readonly ColonneLibre[], appariement: AppariementContacts) {
    this.#feuille = feuille
    this.#colonnes = colonnes
    this.#appariement = appariement
  }

  lire(rang: number): void {
    const cellules = this.#feuille.lignes[rang]!
    if (cellules.every((cellule) => texteDe(cellule) === null)) return
    const { remarquer, texte, telephone } = this.#ligne(rang)
    const dit = texte('structure', NOM_MAX)
    const nomDite = dit !== null && /[\p{L}\d]/u.test(dit) ? dit : null
    this.#auDessus = nomDite ?? this.#auDessus
    const nom = nomDite ?? (this.#appariement.recopier ? this.#auDessus : null)
    const personne = nomDePersonne(texte)
    const courriel = this.#courriel(texte('courriel'), 'courriel', remarquer)
    if (nom === null && personne === null) {
      const cases = cellules.map(texteDe).filter((un) => un !== null)
      this.refusees.push({
        ligne: rang + 1,
        dit: propre(cases.join(' · ')).replace(/\n/g, ' ').slice(0, 120),
        motif: courriel
          ? `Cette ligne donne l’adresse ${courriel} sans dire de qui elle est. Écrivez le nom de la personne ou de la structure.`
          : 'Cette ligne ne nomme ni structure ni personne.'
      })
      return
    }
    const type = texte('type')
    const lu = type === null ? null : lireType(type)
    if (type !== null && lu === null)
      remarquer(
        'type',
        `« ${type} » n’est pas un type de la liste : le nom de la structure dira le sien, et vous pourrez le corriger.`
      )
    const siret = texte('siret')
    const siretLu = siret === null ? null : lireSiret(siret)
    if (siret !== null && siretLu === null)
      remarquer('siret', `« ${siret} » n’est pas un SIRET, qui a quatorze chiffres : il n’est pas repris.`)
    const seule = personne === null
    const structure: StructureDite | null =
      nom === null
        ? null
        : {
            nom,
            sigle: texte('sigle', SIGLE_MAX),
            type: lu,
            siret: siretLu,
            // an address beside nobody is that of the house
            courriel: this.#courriel(texte('courriel_structure'), 'courriel_structure', remarquer) ?? (seule ? courriel : null),
            telephone: telephone('telephone_structure') ?? (seule ? telephone('telephone') : null),
            quartier: texte('quartier', NOM_MAX)
          }
    const dite: PersonneDite | null = seule
      ? null
      : { ...personne, courriel, telephone: telephone('telephone'), fonction: texte('fonction', FONCTION_MAX) }
    if (seule && texte('fonction') !== null)
      remarquer(
        'fonction',
        `« ${texte('fonction')} » est la fonction de quelqu’un que la ligne ne nomme pas : elle n’est pas reprise.`
      )
    this.lignes.push({ ligne: rang + 1, structure, personne: dite })
  }

  /** What the columns of one row say, by role, and how a remark of this row is made. */
  #ligne(rang: number) {
    const rangDe = (role: RoleContact) => this.#appariement.roles.indexOf(role)
    const remarquer = (role: RoleContact, motif: string) =>
      void this.remarques.push({
        feuille: this.#feuille.nom,
        ligne: rang + 1,
        colonne: this.#colonnes[rangDe(role)]?.nom ?? '',
        motif
      })
    const cellule = (place: number): Cellule => celluleCouverte(this.#feuille, rang, this.#colonnes[place]!.index)
    const texte = (role: RoleContact, max?: number): string | null => {
      const place = rangDe(role)
      const lu = place < 0 ? null : texteDe(cellule(place))
      const net = lu === null ? null : propre(lu.replace(/\s+/gu, ' ')) || null
      if (max === undefined || net === null || net.length <= max) return net
      remarquer(role, `Ce texte dépasse ${max} caractères : la fin n’est pas reprise.`)
      return net.slice(0, max).trim()
    }
    const telephone = (role: RoleContact): string | null => {
      const dits = this.#appariement.roles.flatMap((un, place) => (un === role ? [texteDe(cellule(place)) ?? ''] : []))
      const dit = dits.filter((un) => un !== '').join(' / ')
      const numero = lireTelephone(dit)
      if (numero === null && /[\p{L}\d]/u.test(dit))
        remarquer(role, `« ${dit.replace(/\s+/g, ' ')} » n’est pas un numéro de téléphone : il n’est pas repris.`)
      return numero
    }
    return { remarquer, texte, telephone }
  }

  #courriel(texte: string | null, role: RoleContact, remarquer: (role: RoleContact, motif: string) => void): string | null {
    if (texte === null) return null
    const { courriel, autres, illisible } = lireCourriel(texte)
    if (illisible) remarquer(role, `« ${texte} » n’est pas une adresse électronique entière : elle n’est pas reprise.`)
    if (autres.length > 0)
      remarquer(role, `La case donne plusieurs adresses : ${courriel} est reprise, pas ${autres.join(', ')}.`)
    return courriel
  }
}

/** The person of a row: her first name then her family name, or the two as they are written together. */
function nomDePersonne(texte: (role: RoleContact, max?: number) => string | null): Pick<PersonneDite, 'nom' | 'inverse'> | null {
  const [entier, famille, prenom] = (['nom_complet', 'nom', 'prenom'] as const).map((role) => {
    const net = sansCivilite(texte(role, NOM_MAX / 2) ?? '')
    return /\p{L}/u.test(net) ? net : null
  })
  if (famille) return { nom: [prenom, famille].filter(Boolean).join(' '), inverse: prenom ? `${famille} ${prenom}` : null }
  const dit = entier ?? prenom
  return dit ? { nom: dit, inverse: null } : null
}
