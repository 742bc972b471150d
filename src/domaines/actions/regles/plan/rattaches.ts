import { lireMontant } from '#platform/argent.ts'
import { direDate, lireDateFloue, type DateFloue } from '#platform/dates.ts'
import { NATURE_PROGRAMME } from '#domaines/contrats/libelles.ts'
import { NATURE_LIEN } from '../../libelles/suite.ts'
import { NATURES_LIEN, type NatureLien } from '../../schema/suite.ts'
import type { ChampsPlan } from '../../schema/plan.ts'
import { lireMot } from './valeurs.ts'

type Poser = (champs: ChampsPlan, parts: string[]) => boolean

const LIENS = Object.fromEntries(NATURES_LIEN.map((nature) => [nature, NATURE_LIEN[nature].de])) as Record<NatureLien, string>

const annee = (texte: string): number | null | undefined =>
  texte === '' ? null : /^\d{4}$/.test(texte) ? Number(texte) : undefined
const date = (texte: string): DateFloue | null | undefined => (texte === '' ? null : (lireDateFloue(texte) ?? undefined))
const montant = (texte: string): number | null | undefined => (texte === '' ? null : (lireMontant(texte) ?? undefined))

/** Lines of our exports that tell what a fiche holds to; each answers false, and changes nothing, when it is not understood. */
export const rattacher: Record<'poste' | 'entree' | 'liee' | 'programme' | 'prs' | 'nouvelle', Poser> = {
  poste: (champs, [poste = '', part = '', an = '', financeur = '', argent = '']) => {
    const [etp, quand, combien] = [Number(part.replace(/\s*ETP$/u, '').replace(',', '.')), annee(an), montant(argent)]
    if (poste === '' || !(etp > 0) || quand === undefined || combien === undefined) return false
    champs.postes.push({ poste, etp, annee: quand, financeur: financeur || null, montant: combien })
    return true
  },
  entree: (champs, [quand = '', motif = '']) => {
    const depuis = date(quand)
    if (depuis === undefined || (depuis === null && motif === '')) return false
    champs.entree = { depuis, motif: motif || null }
    return true
  },
  liee: (champs, [dite = '', titre = '', precision = '', repere = '']) => {
    const nature = lireMot(dite, LIENS)
    if (nature === null || titre === '') return false
    champs.liees.push({ titre, nature, precision: precision || null, repere: repere || null })
    return true
  },
  programme: (champs, [intitule = '', sorte = '']) => {
    const nature = lireMot(sorte, NATURE_PROGRAMME)
    if (nature === null || intitule === '') return false
    champs.programmes.push({ nature, intitule })
    return true
  },
  prs: (champs, [sigle = '', quand = '', numero = '']) => {
    const debut = date(quand)
    if (sigle === '' || numero === '' || debut === undefined) return false
    champs.prs.push({ sigle, debut, numero })
    return true
  },
  nouvelle: (champs, [quand = '', texte = '', source = '', auteur = '']) => {
    const jour = date(quand)
    if (!jour || texte === '') return false
    champs.nouvelles.push({ date: jour, texte, source: source || null, auteur })
    return true
  }
}

/** What a note keeps of a link to an action that is not here, or of an axis of a regional plan that is not known here. */
export const direLienPerdu = ({ titre, nature }: ChampsPlan['liees'][number]): string =>
  `Action liée, introuvable ici : ${NATURE_LIEN[nature].de.toLowerCase()} « ${titre} »`
export const direPrsPerdu = ({ sigle, debut, numero }: ChampsPlan['prs'][number]): string =>
  `Axe du PRS, introuvable ici : ${sigle}${debut ? ` (${direDate(debut)})` : ''}, axe ${numero}`
