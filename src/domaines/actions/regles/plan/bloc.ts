import { lireMontant, TAXE } from '#platform/argent.ts'
import { propre } from '#platform/texte.ts'
import { MOMENT } from '#domaines/contrats/libelles.ts'
import { ETAT_FINANCEMENT, NATURE_ACTION, ROLE_INTERVENANT } from '../../libelles.ts'
import { FREQUENCE, NATURE_INDICATEUR } from '../../libelles/moyens.ts'
import { BARRE, BARRE_DITE, BLOC, DEBUT_BLOC, SAUT, type ChampsPlan } from '../../schema/plan.ts'
import { MOTS_DU_BLOC, type ListeDeMots } from './mots-du-bloc.ts'
import { rattacher } from './rattaches.ts'
import { lireMot } from './valeurs.ts'

/**
 * Parts a notes cell from the fields that our export put at its foot for want of a column. Lines that are not understood stay in
 * the notes, as they are.
 */
export function lireBloc(texte: string, champs: ChampsPlan, titreBrut: string): string | null {
  const debut = texte.lastIndexOf(DEBUT_BLOC)
  if (debut < 0) return propre(texte) || null
  const reste = texte
    .slice(debut + DEBUT_BLOC.length)
    .split('\n')
    .filter((ligne) => ligne.trim() !== '' && !poser(ligne, champs, titreBrut))
  return propre([texte.slice(0, debut), ...reste].join('\n')) || null
}

/** « Nom : valeur » laid in its field; false when nothing was understood. */
function poser(ligne: string, champs: ChampsPlan, titreBrut: string): boolean {
  const [, nom, rang, texte] = /^(.+?)(?: (\d+))? :(?: (.*))?$/u.exec(ligne) ?? []
  const cle = (Object.keys(BLOC) as (keyof typeof BLOC)[]).find((k) => BLOC[k] === nom)
  if (cle === undefined) return false
  const parts = (texte ?? '').split(BARRE).map((part) => propre(part.replaceAll(SAUT, '\n')).replaceAll(BARRE_DITE, BARRE))
  const [un = '', deux = '', trois = ''] = parts
  switch (cle) {
    case 'numero':
      // said apart, so what looks like a numbering in the title belongs to it
      champs.titre = titreBrut
      champs.numero = un || null
      return true
    case 'contexte':
    case 'vigilance':
    case 'mutualisation':
    case 'motifExistante':
      champs[cle] = un || null
      return true
    case 'publics':
    case 'milieux':
    case 'quartiers':
      champs[cle] = parts
      return true
    case 'nature':
      champs.nature = lireMot(un, NATURE_ACTION)
      return champs.nature !== null
    case 'ages':
    case 'ottawa':
    case 'politiques':
    case 'thematiques':
    case 'types':
    case 'facettes':
    case 'mutualises':
      return tous(champs, cle, parts)
    case 'copilote':
    case 'directionReferente': {
      const role = cle === 'copilote' ? 'copilote' : 'direction_referente'
      champs.intervenants.push(...parts.map((nomDe) => ({ role, nom: nomDe, detail: null }) as const))
      return true
    }
    case 'precision':
      return preciser(champs, parts)
    case 'budget':
      champs.budgetPrevisionnel = lireMontant(un)
      champs.budgetTaxe = lireMot(deux, TAXE)
      return champs.budgetPrevisionnel !== null && champs.budgetTaxe !== null
    case 'financement':
      return financer(champs, Number(rang ?? 0), parts)
    case 'indicateur':
      return definir(champs, Number(rang ?? 0), parts)
    case 'horsQpv':
      champs.horsQpv = un || null
      return true
    case 'poste':
    case 'entree':
    case 'liee':
    case 'programme':
    case 'prs':
    case 'nouvelle':
      return rattacher[cle](champs, parts)
    case 'reponse': {
      const moment = lireMot(deux, MOMENT)
      if (moment) champs.reponses.push({ axe: un, moment, texte: trois })
      return moment !== null
    }
  }
}

function tous(champs: ChampsPlan, cle: ListeDeMots, parts: string[]): boolean {
  const valeurs = parts.map((part) => lireMot(part, MOTS_DU_BLOC[cle]))
  if (valeurs.includes(null)) return false
  Object.assign(champs, { [cle]: valeurs })
  return true
}

/** « Précision : rôle | nom | précision | structure | personne »; the two last only when the name does not tell them. */
function preciser(champs: ChampsPlan, [role = '', nom = '', detail = '', structure = '', personne = '']: string[]): boolean {
  const cible = champs.intervenants.find((un) => ROLE_INTERVENANT[un.role] === role && un.nom === nom)
  if (!cible) return false
  cible.detail = detail || null
  if (structure || personne) cible.qui = { structure: structure || null, personne: personne || null }
  return true
}

/**
 * « Financement 1 : 2024 | Accordé » completes the first columns, with « TTC » and its amount when the column, which is before tax, cannot
 * hold it; from the fourth on the line says it all.
 */
function financer(champs: ChampsPlan, rang: number, parts: string[]): boolean {
  const [annee = '', etat = '', ...suite] = parts
  const lu = lireMot(etat, ETAT_FINANCEMENT)
  if (lu === null || (annee !== '' && !/^\d{4}$/.test(annee))) return false
  const complement = { annee: annee === '' ? null : Number(annee), etat: lu }
  if (rang <= 3) {
    const cible = champs.financements[rang - 1]
    const [taxe = '', montant = ''] = suite
    const avecTaxe = lireMot(taxe, TAXE) === 'ttc' ? { taxe: 'ttc', montant: lireMontant(montant) } : {}
    if (cible) Object.assign(cible, complement, avecTaxe)
    return cible !== undefined
  }
  const [financeur = '', montant = '', taxe = ''] = suite
  champs.financements.push({
    financeur,
    ...complement,
    montant: montant === '' ? null : lireMontant(montant),
    taxe: lireMot(taxe, TAXE) ?? 'ht'
  })
  return financeur !== ''
}

/** « Indicateur 1 : définition | nature | source | fréquence | qui tient le chiffre | objectif » completes the cell of the indicators. */
function definir(champs: ChampsPlan, rang: number, parts: string[]): boolean {
  const cible = champs.indicateurs[rang - 1]
  const [definition = '', nature = '', source = '', frequence = '', detenteur = '', objectif = ''] = parts
  const mots = { nature: lireMot(nature, NATURE_INDICATEUR), frequence: lireMot(frequence, FREQUENCE) }
  if (!cible || (nature !== '' && mots.nature === null) || (frequence !== '' && mots.frequence === null)) return false
  const dit = (texte: string) => texte || null
  Object.assign(cible, {
    ...mots,
    definition: dit(definition),
    source: dit(source),
    detenteur: dit(detenteur),
    objectif: dit(objectif)
  })
  return true
}
