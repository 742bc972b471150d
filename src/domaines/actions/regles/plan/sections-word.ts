import { lireMontant } from '#platform/argent.ts'
import { normaliser } from '#platform/texte.ts'
import { joindre, type Fiche } from './fiche-word.ts'
import { reconnaitreNom } from './proposer.ts'
import { estUnTotal } from './valeurs.ts'

type Ligne = readonly (string | null)[]

/** What the tables under a fiche say becomes fields of it: steps, funders, indicators as the reader knows them, any other as text. */
export function completer(fiche: Fiche, section: string | null, [entete = [], ...lignes]: readonly Ligne[]): void {
  const rangees = lignes.filter((ligne) => ligne.some((texte) => texte !== null) && !estUnTotal(ligne.flatMap((un) => un ?? [])))
  const rang = (forme: RegExp) => entete.findIndex((nom) => nom !== null && forme.test(normaliser(nom)))
  const role = reconnaitreNom(entete[0] ?? '').role
  const financeur = rang(/^financeur/)
  const montant = rang(/^montant/)
  if (role === 'etapes') return rangees.forEach((ligne) => joindre(fiche, 'Étapes', direEtape(ligne, rang)))
  if (role === 'indicateurs') return rangees.forEach((ligne) => joindre(fiche, 'Indicateurs', direIndicateur(ligne, rang)))
  if (financeur === 0 && montant > 0)
    rangees.forEach((ligne, ici) => {
      if (ligne[financeur]) fiche.set(`Financeur ${ici + 1}`, `"${ligne[financeur].replaceAll('"', '""')}"`)
      if (ligne[montant] && lireMontant(ligne[montant]) !== null) fiche.set(`Montant ${ici + 1}`, ligne[montant])
    })
  const nom = NOMS[normaliser(section ?? '')] ?? section ?? 'Tableau'
  for (const ligne of rangees) joindre(fiche, nom, ligne.flatMap((texte) => texte?.replace(/\n/g, ', ') ?? []).join(' – '))
}

/** Names of sections that would be taken for another field. */
const NOMS: Record<string, string> = {
  budget: 'Détail de l’argent',
  financement: 'Détail de l’argent',
  financements: 'Détail de l’argent',
  'reponses aux axes transversaux': 'Réponses transversales'
}

type Rang = (forme: RegExp) => number

/** « - ✓ Ouvrir le lieu (7 mars 2022) », as `lireEtapes` reads it. */
function direEtape(ligne: Ligne, rang: Rang): string {
  const date = ligne[rang(/echeance|date/)]
  const faite = ligne.some((texte) => texte !== null && /^(?:faite?|realisee?|terminee?)$/.test(normaliser(texte)))
  return `- ${faite ? '✓ ' : ''}${plat(ligne[0])}${date ? ` (${date})` : ''}`
}

/** « - Dépistages [unité : personnes ; initiale : 3 ; cible : 10 ; juin 2024 : 5] », as `lireIndicateurs` reads it. */
function direIndicateur(ligne: Ligne, rang: Rang): string {
  const chiffre = (texte: string) => texte.replace(/\s/gu, '')
  const dire = (nom: string, texte: string | null | undefined) => (texte ? [`${nom} : ${texte}`] : [])
  const releves = (ligne[rang(/^valeurs/)] ?? '').split('\n').flatMap((un) => {
    const [, date, valeur] = /^(.+?)\s*:\s*(.+)$/u.exec(un) ?? []
    return date && valeur ? [`${date} : ${chiffre(valeur)}`] : []
  })
  const mesures = [
    ...dire('unité', ligne[rang(/^unite/)]),
    ...dire('initiale', ligne[rang(/^(?:depart|initiale)/)]?.replace(/\s/gu, '')),
    ...dire('cible', ligne[rang(/^cible/)]?.replace(/\s/gu, '')),
    ...releves
  ]
  return `- ${plat(ligne[0])}${mesures.length > 0 ? ` [${mesures.join(' ; ')}]` : ''}`
}

const plat = (texte: string | null | undefined) => (texte ?? '').replace(/\s+/gu, ' ').trim()
