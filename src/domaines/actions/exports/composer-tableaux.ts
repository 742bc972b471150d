import { direMontant, TAXE } from '#platform/argent.ts'
import { direDate } from '#platform/dates.ts'
import type { Bloc } from '#platform/documents/imprimable.ts'
import { texteEnBlocs } from '#platform/documents/texte-en-blocs.ts'
import { ETAT_FINANCEMENT } from '#domaines/actions/libelles.ts'
import { FREQUENCE, MOYEN_MUTUALISE, NATURE_INDICATEUR } from '#domaines/actions/libelles/moyens.ts'
import { direEtp } from '#domaines/actions/regles/budget.ts'
import type { CadreDeFiche, FicheDossier, IndicateurDossier } from '#domaines/actions/schema/dossier.ts'
import { MOMENT } from '#domaines/contrats/libelles.ts'
import { MOMENTS } from '#domaines/contrats/schema.ts'
import { puces, tableau } from './pieces.ts'

/** The dated steps, in their order. */
export function etapes(fiche: FicheDossier): Bloc[] {
  return tableau(fiche.etapes, [
    ['Étape', 5, (e) => e.intitule],
    ['Échéance', 2, (e) => e.echeance && direDate(e.echeance)],
    ['Avancement', 1.4, (e) => (e.faite ? 'Faite' : 'À faire')]
  ])
}

/**
 * Who pays what, by year. A last row sums the amounts when that means something: several amounts, all known, all at the same state
 * and all before tax or all with it (what is asked for and what was granted do not add up). The tax is said when some amounts bear it.
 */
export function financements({ financements }: FicheDossier): Bloc[] {
  const montants = financements.flatMap((f) => (f.montant === null ? [] : [f.montant]))
  const sommable =
    montants.length > 1 &&
    montants.length === financements.length &&
    new Set(financements.map((f) => `${f.etat} ${f.taxe}`)).size === 1
  const avecTaxe = financements.some((f) => f.taxe === 'ttc')
  const somme = montants.reduce((a, b) => a + b, 0)
  const total = (colonne: string) => (colonne === 'Financeur' ? 'Total' : colonne === 'Montant' ? direMontant(somme) : '')
  return tableau(
    financements,
    [
      ['Financeur', 4, (f) => f.financeur],
      ['Année', 1, (f) => (f.annee === null ? null : String(f.annee))],
      ['État', 1.4, (f) => ETAT_FINANCEMENT[f.etat]],
      ['Taxes', 1, (f) => (avecTaxe ? TAXE[f.taxe] : null)],
      ['Montant', 1.6, (f) => (f.montant === null ? null : direMontant(f.montant)), true]
    ],
    sommable ? total : null
  )
}

/** What the action takes of each post, and who pays for it. */
export function postes(fiche: FicheDossier): Bloc[] {
  return tableau(fiche.postes, [
    ['Poste', 4, (p) => p.poste],
    ['Part', 1.2, (p) => direEtp(p.etp), true],
    ['Année', 1, (p) => (p.annee === null ? null : String(p.annee))],
    ['Financeur', 3, (p) => p.financeur],
    ['Montant', 1.6, (p) => (p.montant === null ? null : direMontant(p.montant)), true]
  ])
}

/** what partners put in common. */
export function mutualises({ mutualises: moyens, mutualisation }: FicheDossier): Bloc[] {
  return [...puces(moyens.map((moyen) => MOYEN_MUTUALISE[moyen])), ...texteEnBlocs(mutualisation)]
}

/** Each indicator with where it starts, where it aims and what was measured. */
export function indicateurs(fiche: FicheDossier): Bloc[] {
  return tableau(fiche.indicateurs, [
    ['Indicateur', 4, (i) => i.intitule],
    ['Unité', 1.5, (i) => i.unite],
    ['Départ', 1.2, (i) => nombre(i.initiale), true],
    ['Cible', 1.2, (i) => nombre(i.cible), true],
    ['Précisions', 3.4, precisions],
    ['Valeurs relevées', 2.6, (i) => i.valeurs.map((v) => `${direDate(v.date)} : ${nombre(v.valeur)}`).join('\n')]
  ])
}

function precisions({ nature, definition, source, frequence, detenteur, objectif }: IndicateurDossier): string | null {
  const dits: [string | null, string | null][] = [
    [null, nature && NATURE_INDICATEUR[nature]],
    [null, definition],
    ['Source', source],
    ['Relevé', frequence && FREQUENCE[frequence].toLowerCase()],
    ['Chiffre tenu par', detenteur],
    ['Objectif', objectif]
  ]
  return dits.flatMap(([nom, dit]) => (dit ? [nom ? `${nom} : ${dit}` : dit] : [])).join('\n') || null
}

/**
 * what the action answers to each transversal axis of the contract, by moment, in the order of the axes and of the moments. What
 * it answered to the axes of another contract is left to the documents of that one.
 */
export function reponses(fiche: FicheDossier, { transversaux }: Pick<CadreDeFiche, 'transversaux'>): Bloc[] {
  const axes = transversaux.map(({ id }) => id)
  const rang = (r: FicheDossier['reponses'][number]) => axes.indexOf(r.axe) * MOMENTS.length + MOMENTS.indexOf(r.moment)
  const ecrites = fiche.reponses.filter(({ axe, texte }) => texte.trim() && axes.includes(axe)).sort((a, b) => rang(a) - rang(b))
  return tableau(ecrites, [
    ['Axe transversal', 2.4, (r) => transversaux.find(({ id }) => id === r.axe)!.intitule],
    ['Moment', 1.2, (r) => MOMENT[r.moment]],
    ['Réponse', 5, (r) => r.texte.trim()]
  ])
}

/** How many news a document shows: the latest say where the action stands. */
const NOUVELLES_DITES = 3

/** the latest news, dated, with their source and who wrote them down. */
export function nouvelles(fiche: FicheDossier): Bloc[] {
  return tableau(fiche.nouvelles.slice(0, NOUVELLES_DITES), [
    ['Date', 1.4, (n) => direDate(n.date)],
    ['Nouvelle', 5, (n) => n.texte.trim()],
    ['Source', 1.6, (n) => n.source],
    ['Notée par', 1.6, (n) => n.auteur]
  ])
}

const nombre = (valeur: number | null) => (valeur === null ? null : valeur.toLocaleString('fr-FR'))
