import type { Cellule } from '#platform/classeur.ts'
import { texteDe } from '#platform/classeur/libre.ts'
import { direMontant } from '#platform/argent.ts'
import { direDate } from '#platform/dates.ts'
import { AGE } from '#domaines/contrats/libelles.ts'
import { NATURE_ACTION, NIVEAU_OBJECTIF, PARTICIPATION, PRIORITE, STATUT, THEMATIQUE, TYPE_ACTION } from '../../libelles.ts'
import type { RoleIntervenant } from '../../schema/mots.ts'
import { DEBUT_BLOC, type ChampsPlan } from '../../schema/plan.ts'
import type { Colonne } from './colonnes.ts'
import { AUTRES_NATURES, AUTRES_PARTICIPATIONS, AUTRES_PRIORITES, AUTRES_STATUTS } from './autres-mots.ts'
import { lireBloc } from './bloc.ts'
import { champsVides } from './champs-vides.ts'
import { lireEtapes, lireIndicateurs } from './etapes.ts'
import { lireNoms } from './noms.ts'
import { lireObjectifs } from './objectifs.ts'
import { lirePeriode } from './periodes.ts'
import { estPartout, lireDate, lireEuros, lireMot, lireOuiNon } from './valeurs.ts'

const OBJECTIFS = { objectifGeneral: 'general', objectifSpecifique: 'specifique', objectifOperationnel: 'operationnel' } as const

export type Avertir = (colonne: string, motif: string) => void

type Ligne = readonly (Cellule | undefined)[]

/**
 * The fields of one row. What has no field, or is not understood, goes named into the notes, so that nothing of the row is lost;
 * `avertir` is told of what is not understood.
 */
export function lireChamps(
  titre: string,
  ligne: Ligne,
  colonnes: readonly Colonne[],
  base1904: boolean,
  avertir: Avertir
): ChampsPlan {
  const champs = champsVides(titre)
  const nommees: string[] = []
  const objectifs: string[] = []
  const blocs: { colonne: string; texte: string }[] = []
  // ends that a period gives, for want of a column that says them
  const etendue: Pick<ChampsPlan, 'debut' | 'fin'> = { debut: null, fin: null }
  let notes = ''
  const garder = (colonne: string, texte: string) => nommees.push(`${colonne} : ${texte}`)
  const incompris = (colonne: Colonne, texte: string, attendu: string) => {
    garder(colonne.nom, texte)
    avertir(colonne.nom, `« ${texte} » n’est pas compris. Écrivez ${attendu}. Le texte est gardé dans les notes de la fiche.`)
  }
  for (const colonne of colonnes) {
    const cellule = ligne[colonne.index] ?? null
    const texte = texteDe(cellule)
    if (texte === null) continue
    const lu = <V>(valeur: V | null, attendu: string): V | null => {
      if (valeur === null) incompris(colonne, texte, attendu)
      return valeur
    }
    switch (colonne.role) {
      case 'description':
      case 'gouvernance':
      case 'moyens':
      case 'calendrier':
      case 'contexte':
      case 'vigilance':
      case 'liens':
        champs[colonne.role] = ajoute(champs[colonne.role], texte)
        break
      case 'copilote':
      case 'pilote':
      case 'partenaire':
      case 'service_pilote':
      case 'personne_pilote':
      case 'elu_referent':
        champs.intervenants.push(...intervenants(colonne.role, texte))
        break
      case 'objectifs':
        objectifs.push(texte)
        break
      case 'objectifGeneral':
      case 'objectifSpecifique':
      case 'objectifOperationnel':
        objectifs.push(objectifNomme(NIVEAU_OBJECTIF[OBJECTIFS[colonne.role]], texte))
        break
      case 'indicateurs':
        champs.indicateurs.push(...lireIndicateurs(texte))
        break
      case 'etapes':
        champs.etapes.push(...lireEtapes(texte))
        break
      case 'publics':
      case 'milieux':
        champs[colonne.role].push(...lireNoms(texte))
        break
      case 'quartiers': {
        const noms = Map.groupBy(lireNoms(texte), estPartout)
        champs.quartiers.push(...(noms.get(false) ?? []))
        if (noms.has(true)) garder(colonne.nom, noms.get(true)!.join(', '))
        break
      }
      case 'thematiques':
        champs.thematiques.push(...motsConnus(colonne, texte, THEMATIQUE))
        break
      case 'types':
        champs.types.push(...motsConnus(colonne, texte, TYPE_ACTION))
        break
      case 'periode':
        periode(texte)
        break
      case 'ages':
        ages(colonne, texte)
        break
      case 'numero':
        champs.numero = texte
        break
      case 'nature':
        champs.nature = lu(
          lireMot(texte, NATURE_ACTION, AUTRES_NATURES),
          `l’une de ces natures : ${Object.values(NATURE_ACTION).join(', ')}`
        )
        break
      case 'statut':
        champs.statut = lu(lireMot(texte, STATUT, AUTRES_STATUTS), `un statut de la liste : ${Object.values(STATUT).join(', ')}`)
        break
      case 'priorite':
        champs.priorite = lu(lireMot(texte, PRIORITE, AUTRES_PRIORITES), 'Élevé, Moyen ou Bas')
        break
      case 'participation':
        champs.participation = lu(
          lireMot(texte, PARTICIPATION, AUTRES_PARTICIPATIONS),
          `un niveau de la liste : ${Object.values(PARTICIPATION).join(', ')}`
        )
        break
      case 'debut':
      case 'fin':
        moment(colonne, colonne.role, cellule, texte)
        break
      case 'ameliorationContinue':
        champs.ameliorationContinue = lu(lireOuiNon(cellule), 'VRAI ou FAUX')
        break
      case 'budgetPrevisionnel':
        champs.budgetPrevisionnel = lu(lireEuros(cellule), 'un seul montant, comme 12 500')
        champs.budgetTaxe = champs.budgetPrevisionnel === null ? null : /\bttc\b/i.test(texte) ? 'ttc' : 'ht'
        break
      case 'financeur':
        champs.financements.push(...financements(colonne, texte, ligne, colonnes))
        break
      case 'montant':
        montant(colonne, cellule, texte)
        break
      case 'documents':
        poserDocuments(champs, documentsEtLiens(texte))
        break
      case 'notes':
        notes = ajoute(notes || null, texte)
        break
      case 'note':
        if (texte.includes(DEBUT_BLOC)) blocs.push({ colonne: colonne.nom, texte })
        else garder(colonne.nom, texte)
        break
      case 'axe':
      case 'sousAxe':
      case 'sousSousAxe':
      case 'titre':
      case 'sousTitre':
      case 'ignorer':
        break
    }
  }
  champs.debut ??= etendue.debut
  champs.fin ??= etendue.fin
  if (champs.debut && champs.fin && champs.fin < champs.debut.slice(0, champs.fin.length)) {
    const dite = direDate(champs.fin)
    garder('Fin', dite)
    avertir(
      'Fin',
      `La fin (${dite}) est avant le début (${direDate(champs.debut)}). Corrigez l’une des deux. La fin est gardée dans les notes de la fiche.`
    )
    champs.fin = null
  }
  champs.objectifs = lireObjectifs(objectifs.join('\n'))
  const brut = titre.replace(/\s+/gu, ' ').trim()
  const propres = lireBloc(notes, champs, brut)
  for (const { colonne, texte } of blocs) {
    const reste = lireBloc(texte, champs, brut)
    if (reste) garder(colonne, reste)
  }
  champs.notes = [propres, ...nommees].filter((part) => part !== null).join('\n') || null
  return champs

  /** A date, or a time in words, which the calendar then keeps as it was said. */
  function moment(colonne: Colonne, role: 'debut' | 'fin', cellule: Cellule, texte: string) {
    const date = lireDate(cellule, base1904)
    const dite = date === null ? lirePeriode(texte) : null
    if (date === null && !dite) return incompris(colonne, texte, 'une date comme 31/12/2026, ou une année comme 2026')
    champs[role] = date ?? dite![role] ?? champs[role]
    if (!dite) return
    if (dite.etendue) poserEtendue(dite)
    champs.calendrier = ajoute(champs.calendrier, `${role === 'debut' ? 'Début' : 'Fin'} : ${texte}`)
  }

  function poserEtendue({ debut, fin }: Pick<ChampsPlan, 'debut' | 'fin'>) {
    etendue.debut ??= debut
    etendue.fin ??= fin
  }

  /** A period that is not understood is a calendar in words. */
  function periode(texte: string) {
    const dite = lirePeriode(texte)
    if (dite) poserEtendue(dite)
    if (!dite || /[a-zé]/iu.test(texte)) champs.calendrier = ajoute(champs.calendrier, texte)
  }

  /** Words of a list; those that are not in it go to the notes. */
  function motsConnus<M extends string>(colonne: Colonne, texte: string, mots: Record<M, string>): M[] {
    // a word of a list may have a comma of its own
    const tout = lireMot(texte, mots)
    const lus = tout ? [{ nom: texte, mot: tout }] : lireNoms(texte).map((nom) => ({ nom, mot: lireMot(nom, mots) }))
    const autres = lus.flatMap(({ nom, mot }) => (mot === null ? [nom] : []))
    if (autres.length > 0) garder(colonne.nom, autres.join(', '))
    return lus.flatMap(({ mot }) => mot ?? [])
  }

  /** Ages that are all understood; else the whole is kept as text. */
  function ages(colonne: Colonne, texte: string) {
    const lus = lireNoms(texte.replace(/ et /gu, ', ')).map((nom) => lireMot(nom, AGE))
    if (lus.includes(null)) return incompris(colonne, texte, `des âges de la liste : ${Object.values(AGE).join(', ')}`)
    champs.ages.push(...lus.filter((age) => age !== null))
  }

  /** An amount that belongs to one funder was taken with it; the others are kept as text. */
  function montant(colonne: Colonne, cellule: Cellule, texte: string) {
    const financeur = texteDe(colonne.financeur === null ? null : ligne[colonne.financeur])
    const noms = financeur === null ? [] : lireNoms(financeur, true)
    const euros = lireEuros(cellule)
    const nom = financeur === null ? colonne.nom : `${colonne.nom} (${financeur})`
    if (euros === null) return incompris({ ...colonne, nom }, texte, 'un seul montant, comme 12 500')
    if (noms.length === 1) return
    garder(nom, direMontant(euros))
    avertir(
      colonne.nom,
      noms.length === 0
        ? `Ce montant (${direMontant(euros)}) n’a pas de financeur. Écrivez son financeur dans la colonne d’à côté. Il est gardé dans les notes de la fiche.`
        : `Ce montant (${direMontant(euros)}) vaut pour plusieurs financeurs. Écrivez un financeur par colonne. Il est gardé dans les notes de la fiche.`
    )
  }
}

/** What a second column of the same field says stands under the first. */
const ajoute = (avant: string | null, texte: string) => (avant === null ? texte : `${avant}\n${texte}`)

/** As one writes it in a single cell; several bullets are as many objectives. */
const objectifNomme = (niveau: string, texte: string) =>
  /^\s*[-–—•·▪*➔]/u.test(texte) ? `${niveau.replace(/ /g, 's ')}s :\n${texte}` : `${niveau} : ${texte}`

const poserDocuments = (champs: ChampsPlan, { documents, liens }: Pick<ChampsPlan, 'documents' | 'liens'>) => {
  if (documents !== null) champs.documents = ajoute(champs.documents, documents)
  if (liens !== null) champs.liens = ajoute(champs.liens, liens)
}

const intervenants = (role: RoleIntervenant, texte: string) => lireNoms(texte, true).map((nom) => ({ role, nom, detail: null }))

function financements(colonne: Colonne, texte: string, ligne: Ligne, colonnes: readonly Colonne[]): ChampsPlan['financements'] {
  const noms = lireNoms(texte, true)
  const voisine = colonnes.find((une) => une.financeur === colonne.index)
  const montant = voisine && noms.length === 1 ? lireEuros(ligne[voisine.index] ?? null) : null
  return noms.map((financeur) => ({ financeur, annee: null, montant, etat: 'prevu' as const, taxe: 'ht' as const }))
}

/** Addresses of the web are links, the rest documents; « Liens : » parts them when our export wrote both. */
function documentsEtLiens(texte: string): { documents: string | null; liens: string | null } {
  const [avant, ...apres] = texte.split(/(?:^|\n)Liens : /u)
  if (apres.length > 0) return { documents: avant!.trim() || null, liens: apres.join('\nLiens : ').trim() || null }
  const adresses = texte.split('\n').every((ligne) => /^(?:[-–•]\s*)?(?:https?:\/\/|www\.)\S+$/iu.test(ligne.trim()))
  return adresses ? { documents: null, liens: texte } : { documents: texte, liens: null }
}
