import { texteDe } from '#platform/classeur/libre.ts'
import type { Cellule, Classeur, Feuille } from '#platform/classeur.ts'
import type { DateFloue } from '#platform/dates.ts'
import { normaliser } from '#platform/texte.ts'
import { GENERATION_QPV, NATURE_QUARTIER } from '#domaines/territoires/libelles.ts'
import { AGE, NATURE_PROGRAMME } from '#domaines/contrats/libelles.ts'
import type { GuideAxe } from '#domaines/contrats/schema.ts'
import { COLONNES_DU_GUIDE, FEUILLES_ANNEXES, type AnnexesPlan } from '../../schema/annexes.ts'
import type { RefPrs } from '../../schema/dossier.ts'
import { BARRE, BARRE_DITE, PLUS_BAS } from '../../schema/plan.ts'
import { lireNumero } from './numero.ts'
import { lireDate, lireMot, lireOuiNon } from './valeurs.ts'

type Nom = keyof typeof FEUILLES_ANNEXES
type Lire = { texte: (nom: string) => string | null; date: (nom: string) => DateFloue | null; brut: (nom: string) => Cellule }
type Rangee = Lire & { avant: (string | null)[] }

/**
 * What the sheets that our exports add say; null when the file has none of them. A sheet of the same name with other columns is
 * somebody's own, and is not read; nor is a row without what names it.
 */
export function lireAnnexes(classeur: Classeur): AnnexesPlan | null {
  const feuilles = new Map<Nom, Feuille>()
  for (const nom of Object.keys(FEUILLES_ANNEXES) as Nom[]) {
    const feuille = classeur.feuilles.find((une) => normaliser(une.nom) === normaliser(FEUILLES_ANNEXES[nom].nom))
    if (feuille && debutDesColonnes(feuille, nom) !== null) feuilles.set(nom, feuille)
  }
  if (feuilles.size === 0) return null
  const rangees = <T>(nom: Nom, lire: (rangee: Rangee) => T | null): T[] => {
    const feuille = feuilles.get(nom)
    return feuille ? lignesDe(feuille, nom, classeur.base1904).flatMap((rangee) => lire(rangee) ?? []) : []
  }
  const entete = feuilles.get('axes')
  return {
    niveaux: entete
      ? entete.lignes[0]!.slice(0, debutDesColonnes(entete, 'axes')!).flatMap((cellule) => texteDe(cellule) ?? [])
      : [],
    axes: rangees('axes', (une) => {
      const axes = une.avant.flatMap((texte) => texte?.split(PLUS_BAS) ?? []).map((texte) => lireNumero(texte).titre)
      const { texte } = une
      return axes.length === 0
        ? null
        : { axes, enjeu: texte('Enjeu'), constat: texte('Constat'), objectif: texte('Objectif'), ...complement(une) }
    }),
    transversaux: rangees('transversaux', (une) => {
      const intitule = une.texte('Axe transversal')
      const sousQuestions = lignesDuTexte(une.texte('Sous-questions'))
      return intitule === null
        ? null
        : { intitule, question: une.texte('Question'), sousQuestions, ...complement(une), ...guide(une) }
    }),
    postes: rangees('postes', ({ texte, date, brut }) => {
      const [intitule, part] = [texte('Poste'), brut('Temps plein (ETP)')]
      const quotite = typeof part === 'number' ? part : Number(String(part ?? '').replace(',', '.'))
      return intitule && quotite > 0
        ? { intitule, quotite, employeur: texte('Employeur'), debut: date('Début'), fin: date('Fin') }
        : null
    }),
    quartiers: rangees('quartiers', ({ texte, brut }) => {
      const [nom, nature] = [texte('Quartier'), lireMot(texte('Sorte') ?? '', NATURE_QUARTIER)]
      const generation = lireMot(texte('Génération') ?? '', GENERATION_QPV)
      const connu = nature === 'quartier' || (nature === 'qpv' && generation !== null)
      return nom && connu
        ? { nom, nature, generation, code: texte('Code'), enProjet: lireOuiNon(brut('En projet')) ?? false }
        : null
    }),
    programmes: rangees('programmes', ({ texte, date }) => {
      const [intitule, nature] = [texte('Programme'), lireMot(texte('Sorte') ?? '', NATURE_PROGRAMME)]
      return intitule && nature ? { nature, intitule, debut: date('Début'), fin: date('Fin') } : null
    }),
    prs: parVersion(
      rangees('prs', ({ texte, date }) => {
        const sigle = texte('PRS')
        const version = { intitule: texte('Intitulé du PRS'), debut: date('Début'), fin: date('Fin'), parueLe: date('Paru le') }
        const [numero, intitule] = [texte('Numéro'), texte('Axe du PRS')]
        return sigle === null ? null : { sigle, ...version, axes: numero && intitule ? [{ numero, intitule }] : [] }
      })
    )
  }
}

/** « PRS 3 | 2023 | 4 »: the version, its beginning, the number of the axis. */
const lireRefs = (texte: string | null): RefPrs[] =>
  lignesDuTexte(texte).flatMap((ligne) => {
    const [sigle = '', debut = '', numero = ''] = ligne.split(BARRE).map((part) => part.trim().replaceAll(BARRE_DITE, BARRE))
    return sigle && numero ? [{ sigle, debut: lireDate(debut || null), numero }] : []
  })

const complement = ({ texte }: Lire) => ({
  ages: (texte('Âges') ?? '').split(',').flatMap((mot) => lireMot(mot, AGE) ?? []),
  instance: texte('Instance'),
  demandePar: texte('Demandé par'),
  prs: lireRefs(texte('Axes du PRS'))
})

const guide = ({ texte }: Lire): GuideAxe => {
  const [[c, ec], [d, ed], [e, ee]] = COLONNES_DU_GUIDE
  return {
    conseilConception: texte(c),
    exemplesConception: lignesDuTexte(texte(ec)),
    conseilDeclinaison: texte(d),
    exemplesDeclinaison: lignesDuTexte(texte(ed)),
    conseilEvaluation: texte(e),
    exemplesEvaluation: lignesDuTexte(texte(ee))
  }
}

const lignesDuTexte = (texte: string | null): string[] => (texte ?? '').split('\n').filter((ligne) => ligne.trim() !== '')

/** One row an axis of a version: its rows together make the version. */
function parVersion(lignes: AnnexesPlan['prs']): AnnexesPlan['prs'] {
  const versions = Map.groupBy(lignes, ({ sigle, debut }) => `${normaliser(sigle)} ${debut ?? ''}`)
  return [...versions.values()].map((siennes) => ({ ...siennes[0]!, axes: siennes.flatMap(({ axes }) => axes) }))
}

/** Where the columns of a sheet begin: those of the levels stand before the ones of « Axes ». */
function debutDesColonnes(feuille: Feuille, nom: Nom): number | null {
  const noms = (feuille.lignes[0] ?? []).map(texteDe)
  const debut = noms.indexOf(FEUILLES_ANNEXES[nom].colonnes[0])
  return debut >= 0 && FEUILLES_ANNEXES[nom].colonnes.every((une, rang) => noms[debut + rang] === une) ? debut : null
}

function lignesDe(feuille: Feuille, nom: Nom, base1904: boolean): Rangee[] {
  const debut = debutDesColonnes(feuille, nom)!
  // found by their names: a column that came later is not in every file
  const noms = feuille.lignes[0]!.map(texteDe)
  return feuille.lignes.slice(1).map((ligne) => {
    const brut = (colonne: string) => ligne[noms.indexOf(colonne, debut)] ?? null
    return {
      brut,
      texte: (colonne: string) => texteDe(brut(colonne)),
      date: (colonne: string) => lireDate(brut(colonne), base1904),
      avant: ligne.slice(0, debut).map(texteDe)
    }
  })
}
