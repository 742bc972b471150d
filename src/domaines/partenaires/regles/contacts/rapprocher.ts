import type { Remarque } from '#platform/classeur.ts'
import { normaliser } from '#platform/texte.ts'
import { typeDuNom } from '../../regles.ts'
import type {
  AnnuaireConnu,
  ContactsLus,
  DifferencesContacts,
  FonctionAEcrire,
  LigneContact,
  LigneDApercu,
  PersonneDite,
  Sort,
  StructureDite
} from '../../schema/contacts.ts'

/**
 * What bringing these contacts in would do to the directory. A structure is known by its SIRET or its name, a person by her address with a
 * word of her name, or by her name. What is empty here is completed, what is written here stays, and a difference is said: the same file twice changes nothing.
 */
export function rapprocherContacts(lus: ContactsLus, annuaire: AnnuaireConnu): DifferencesContacts {
  const essai = new Rapprochement(lus.feuille, annuaire)
  const lignes = lus.lignes.map((ligne) => essai.lire(ligne))
  return {
    lignes: lignes.map((une) => essai.apercevoir(une)),
    remarques: [...lus.remarques, ...essai.remarques].toSorted((a, b) => a.ligne - b.ligne),
    ...essai.aEcrire()
  }
}

type Champs = Record<string, string | null>
/** A structure or a person as the import sees it: what is in the directory, and what the file adds. */
type Fiche = { cle: string; id: string | null; champs: Champs; ajouts: Champs }
type Lue = { ligne: LigneContact; structure: Fiche | null; personne: Fiche | null; change: boolean }

class Rapprochement {
  readonly remarques: Remarque[] = []
  readonly #feuille: string
  readonly #structures: Fiche[] = []
  readonly #parNom = new Map<string, Fiche>()
  readonly #parSiret = new Map<string, Fiche>()
  readonly #personnes: Fiche[] = []
  readonly #parCourriel = new Map<string, Fiche[]>()
  readonly #homonymes = new Map<string, Fiche[]>()
  readonly #fonctions = new Map<string, FonctionAEcrire & { neuve: boolean; titres: Set<string> }>()
  readonly #quartiers: ReadonlyMap<string, string>

  constructor(feuille: string, annuaire: AnnuaireConnu) {
    this.#feuille = feuille
    this.#quartiers = new Map(annuaire.quartiers.map(({ id, nom }) => [normaliser(nom), id]))
    const [structures, personnes] = [new Map<string, Fiche>(), new Map<string, Fiche>()]
    for (const { id, ...champs } of annuaire.structures)
      structures.set(id, this.#retenirStructure({ cle: id, id, champs, ajouts: {} }))
    for (const { id, nom } of annuaire.autresStructures) poser(this.#parNom, normaliser(nom), structures.get(id))
    for (const { id, ...champs } of annuaire.personnes)
      personnes.set(id, this.#retenirPersonne({ cle: id, id, champs, ajouts: {} }))
    for (const { id, nom } of annuaire.autresPersonnes) ranger(this.#homonymes, normaliser(nom), personnes.get(id))
    for (const { id, personneId, structureId, intitule } of annuaire.fonctions) {
      const cle = `${personneId} ${structureId}`
      const deja = this.#fonctions.get(cle)
      if (deja && intitule !== null) deja.titres.add(normaliser(intitule))
      if (deja && deja.intitule !== null) continue
      const titres = deja?.titres ?? new Set(intitule === null ? [] : [normaliser(intitule)])
      this.#fonctions.set(cle, { id, personne: personneId, structure: structureId, intitule, neuve: false, titres })
    }
  }

  lire(ligne: LigneContact): Lue {
    const dire = (motif: string) => void this.remarques.push({ feuille: this.#feuille, ligne: ligne.ligne, colonne: '', motif })
    let change = false
    const noter = (fait: boolean) => void (change ||= fait)
    const structure = ligne.structure && this.#structure(ligne.structure, dire, noter)
    const personne = ligne.personne && this.#personne(ligne.personne, structure, dire, noter)
    if (structure && personne) noter(this.#fonction(personne, structure, ligne.personne!.fonction, dire))
    if (!structure && ligne.personne?.fonction)
      dire(`« ${ligne.personne.fonction} » n’est pas reprise : la ligne ne dit pas dans quelle structure.`)
    return { ligne, structure, personne, change }
  }

  #structure(dite: StructureDite, dire: (motif: string) => void, noter: (fait: boolean) => void): Fiche {
    const parSiret = dite.siret ? this.#parSiret.get(dite.siret) : undefined
    const parNom = this.#parNom.get(normaliser(dite.nom))
    const trouvee = parSiret ?? parNom
    if (parSiret && parSiret !== parNom)
      dire(`Le SIRET de « ${dite.nom} » est celui de « ${parSiret.champs.nom} » : c’est elle qui est reprise.`)
    const { type, quartier, ...champs } = dite
    const quartierId = quartier === null ? null : (this.#quartiers.get(normaliser(quartier)) ?? null)
    if (quartier !== null && quartierId === null)
      dire(`Le quartier « ${quartier} » n’est pas dans les réglages du territoire : il n’est pas repris.`)
    if (!trouvee) {
      noter(true)
      const neuve = { ...champs, type: type ?? typeDuNom(dite.nom), quartierId }
      return this.#retenirStructure({ cle: `s${this.#structures.length}`, id: null, champs: neuve, ajouts: { ...neuve } })
    }
    const { nom: _, ...reste } = champs
    // what nobody told yet is no choice
    if (type !== null && type !== 'autre' && trouvee.champs.type === 'autre') noter(completer(trouvee, { type }, ['autre']))
    noter(this.#completer(trouvee, { ...reste, quartierId }, dire))
    if (trouvee.champs.siret) poser(this.#parSiret, trouvee.champs.siret, trouvee)
    return trouvee
  }

  #personne(dite: PersonneDite, structure: Fiche | null, dire: (motif: string) => void, noter: (fait: boolean) => void): Fiche {
    const trouvee = this.#trouverPersonne(dite, structure, dire)
    if (!trouvee) {
      noter(true)
      const neuve = { nom: dite.nom, courriel: dite.courriel, telephone: dite.telephone }
      return this.#retenirPersonne({ cle: `p${this.#personnes.length}`, id: null, champs: neuve, ajouts: { ...neuve } })
    }
    noter(this.#completer(trouvee, { courriel: dite.courriel, telephone: dite.telephone }, dire))
    if (trouvee.champs.courriel) ranger(this.#parCourriel, trouvee.champs.courriel, trouvee)
    return trouvee
  }

  #trouverPersonne(dite: PersonneDite, structure: Fiche | null, dire: (motif: string) => void): Fiche | null {
    const memeAdresse = dite.courriel ? (this.#parCourriel.get(dite.courriel) ?? []) : []
    const elle = memeAdresse.find(({ champs }) => unMotEnCommun(champs.nom!, dite.nom))
    if (elle) return elle
    if (memeAdresse.length > 0)
      dire(`L’adresse ${dite.courriel} est aussi celle de ${memeAdresse[0]!.champs.nom} : les deux la gardent.`)
    const homonymes = [dite.nom, dite.inverse].flatMap((nom) => (nom ? (this.#homonymes.get(normaliser(nom)) ?? []) : []))
    const ici = homonymes.find(({ cle }) => structure && this.#fonctions.has(`${cle} ${structure.cle}`))
    const meme = ici ?? homonymes.find(({ champs }) => !champs.courriel || !dite.courriel || champs.courriel === dite.courriel)
    if (!meme && homonymes.length > 0)
      dire(
        `${dite.nom} est déjà dans l’annuaire, avec l’adresse ${homonymes[0]!.champs.courriel} : la ligne est prise pour une autre personne du même nom.`
      )
    return meme ?? null
  }

  /** Answers whether the function is new, or gets the title that it had not. */
  #fonction(personne: Fiche, structure: Fiche, intitule: string | null, dire: (motif: string) => void): boolean {
    const cle = `${personne.cle} ${structure.cle}`
    const connue = this.#fonctions.get(cle)
    const titre = intitule === null ? null : normaliser(intitule)
    if (!connue) {
      const titres = new Set(titre === null ? [] : [titre])
      this.#fonctions.set(cle, { id: null, personne: personne.cle, structure: structure.cle, intitule, neuve: true, titres })
      return true
    }
    if (titre === null || connue.titres.has(titre)) return false
    if (connue.intitule === null) {
      this.#fonctions.set(cle, { ...connue, intitule, neuve: true, titres: connue.titres.add(titre) })
      return true
    }
    dire(`${personne.champs.nom} est ici « ${connue.intitule} », et le fichier dit « ${intitule} » : ce qui est écrit ici reste.`)
    return false
  }

  /** Writes what is empty here, says what differs. */
  #completer(fiche: Fiche, champs: Champs, dire: (motif: string) => void): boolean {
    for (const [champ, valeur] of Object.entries(champs)) {
      const ici = fiche.champs[champ]
      if (valeur && ici && !(MEMES[champ] ?? ((a: string, b: string) => a === b))(ici, valeur) && champ in DITS)
        dire(
          `${DITS[champ]} de « ${fiche.champs.nom} » est ici ${ici}, et le fichier dit ${valeur} : ce qui est écrit ici reste.`
        )
    }
    return completer(fiche, champs)
  }

  #retenirStructure(fiche: Fiche): Fiche {
    this.#structures.push(fiche)
    poser(this.#parNom, normaliser(fiche.champs.nom!), fiche)
    if (fiche.champs.siret) poser(this.#parSiret, fiche.champs.siret, fiche)
    return fiche
  }

  #retenirPersonne(fiche: Fiche): Fiche {
    this.#personnes.push(fiche)
    ranger(this.#homonymes, normaliser(fiche.champs.nom!), fiche)
    if (fiche.champs.courriel) ranger(this.#parCourriel, fiche.champs.courriel.toLowerCase(), fiche)
    return fiche
  }

  apercevoir({ ligne, structure, personne, change }: Lue): LigneDApercu {
    return {
      ligne: ligne.ligne,
      structure: structure && { nom: structure.champs.nom!, sort: sortDe(structure) },
      personne: personne && {
        nom: personne.champs.nom!,
        sort: sortDe(personne),
        fonction: ligne.personne!.fonction,
        courriel: personne.champs.courriel ?? null
      },
      inchangee: !change
    }
  }

  aEcrire(): Pick<DifferencesContacts, 'structures' | 'personnes' | 'fonctions' | 'connus'> {
    const neuves = (fiches: readonly Fiche[]) =>
      fiches
        .filter(({ ajouts }) => Object.values(ajouts).some(Boolean))
        .map(({ cle, id, ajouts }) => ({ cle, id, champs: dits(ajouts) }))
    return {
      structures: neuves(this.#structures) as DifferencesContacts['structures'],
      personnes: neuves(this.#personnes),
      fonctions: [...this.#fonctions.values()]
        .filter(({ neuve }) => neuve)
        .map(({ neuve: _, titres: __, ...fonction }) => fonction),
      connus: [...this.#structures, ...this.#personnes].flatMap(({ cle, id }) => (id ? [[cle, id] as [string, string]] : []))
    }
  }
}

const DITS: Record<string, string> = { sigle: 'Le sigle', siret: 'Le SIRET', courriel: 'L’adresse', telephone: 'Le téléphone' }
const chiffres = (texte: string) => texte.replace(/\D/g, '')
/** Where two writings are one value. */
const MEMES: Record<string, (un: string, autre: string) => boolean> = {
  sigle: (un, autre) => normaliser(un) === normaliser(autre),
  courriel: (un, autre) => un.toLowerCase() === autre.toLowerCase(),
  telephone: (un, autre) => chiffres(un).includes(chiffres(autre))
}

/** Writes what the directory leaves empty (or holds one of `vides`); answers whether anything was. */
function completer(fiche: Fiche, champs: Champs, vides: readonly string[] = []): boolean {
  const manques = Object.entries(champs).filter(([champ, valeur]) => {
    const ici = fiche.champs[champ]
    return valeur && (!ici || vides.includes(ici))
  })
  for (const [champ, valeur] of manques) fiche.champs[champ] = fiche.ajouts[champ] = valeur
  return manques.length > 0
}

const sortDe = ({ id, ajouts }: Fiche): Sort => (id === null ? 'cree' : Object.keys(ajouts).length > 0 ? 'complete' : 'rejoint')
const dits = (champs: Champs) =>
  Object.fromEntries(Object.entries(champs).filter(([, valeur]) => valeur)) as Record<string, string>

/** The first to come keeps the name. */
function poser(parCle: Map<string, Fiche>, cle: string, fiche: Fiche | undefined): void {
  if (fiche && !parCle.has(cle)) parCle.set(cle, fiche)
}
function ranger(parCle: Map<string, Fiche[]>, cle: string, fiche: Fiche | undefined): void {
  const siennes = parCle.get(cle) ?? []
  if (fiche && !siennes.includes(fiche)) parCle.set(cle, [...siennes, fiche])
}

/** Of an address that several share, only the one whose name says something in common is the same person. */
function unMotEnCommun(un: string, autre: string): boolean {
  const mots = (nom: string) =>
    normaliser(nom)
      .split(/[^a-z0-9]+/)
      .filter((mot) => mot.length > 1)
  const autres = new Set(mots(autre))
  return mots(un).some((mot) => autres.has(mot))
}
