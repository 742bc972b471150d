import type { ChampsPlan } from '../../schema/plan.ts'
import { lireNumero } from './numero.ts'

/** Fields of a fiche of which nothing is known. */
export function champsVides(titre: string): ChampsPlan {
  const { numero, titre: net } = lireNumero(titre)
  return {
    titre: net,
    numero,
    nature: null,
    motifExistante: null,
    statut: null,
    priorite: null,
    debut: null,
    fin: null,
    calendrier: null,
    ameliorationContinue: null,
    participation: null,
    gouvernance: null,
    contexte: null,
    description: null,
    moyens: null,
    mutualises: [],
    mutualisation: null,
    vigilance: null,
    notes: null,
    documents: null,
    liens: null,
    thematiques: [],
    types: [],
    publics: [],
    facettes: [],
    ages: [],
    milieux: [],
    ottawa: [],
    politiques: [],
    quartiers: [],
    objectifs: [],
    intervenants: [],
    etapes: [],
    budgetPrevisionnel: null,
    budgetTaxe: null,
    financements: [],
    postes: [],
    indicateurs: [],
    reponses: [],
    horsQpv: null,
    entree: null,
    liees: [],
    programmes: [],
    prs: [],
    nouvelles: []
  }
}
