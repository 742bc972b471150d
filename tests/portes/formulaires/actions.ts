import type { Decor } from '../decor.ts'
import { envoyer, type Formulaires } from './envoi.ts'

export function formulairesDesActions(d: Decor): Formulaires {
  return {
    '[territoire]/actions?/retablir': envoyer({ id: d.retires.fiche }),
    '[territoire]/actions?/garder-vue': envoyer({ nom: 'En retard', adresse: '?statut=en_retard' }),
    '[territoire]/actions?/retirer-vue': envoyer({ id: d.vue }),
    '[territoire]/actions?/retablir-vue': envoyer({ id: d.retires.vue }),
    '[territoire]/actions/statuts?/passer': envoyer({ id: d.fiche, statut: 'realise', de: '' }),
    '[territoire]/actions/budget?/poste': envoyer({ intitule: 'Médiation', quotite: '0,8', employeur: 'CCAS', vue: '?an=2026' }),
    '[territoire]/actions/budget?/modifier-poste': envoyer({ id: d.poste, intitule: 'Coordination', quotite: '1' }),
    '[territoire]/actions/budget?/retirer-poste': envoyer({ id: d.poste }),
    '[territoire]/actions/budget?/retablir-poste': envoyer({ id: d.retires.poste }),
    '[territoire]/actions/nouvelle?/default': envoyer({ titre: 'Marche du dimanche', axeId: d.axes[0]! }),
    '[territoire]/actions/importer?/deposer': envoyer({ fichier: new File([d.plan as BlobPart], 'plan.xlsx') }),
    '[territoire]/actions/importer?/importer': envoyer({ depot: d.depot, nom: 'plan.xlsx' }),
    '[territoire]/actions/importer/[import]?/arreter': envoyer(),
    '[territoire]/actions/importer/colonnes?/apparier': envoyer({ depot: d.depot, nom: 'plan.xlsx', 'colonne-2': 'titre' }),
    '[territoire]/actions/[fiche]?/titre': envoyer({ titre: 'Bus santé du mardi' }),
    '[territoire]/actions/[fiche]?/textes': envoyer({ contexte: 'Peu de médecins.' }),
    '[territoire]/actions/[fiche]?/bref': envoyer({ nature: 'existante', motifExistante: 'Doublée.', ottawa: ['services'] }),
    '[territoire]/actions/[fiche]?/classement': envoyer({
      thematiques: ['isolement'],
      types: ['aller_vers'],
      facettes: ['isolement'],
      publics: 'Seniors',
      ages: ['seniors'],
      milieux: ['QPV'],
      autresMilieux: 'Marché'
    }),
    '[territoire]/actions/[fiche]?/suivi': envoyer({ statut: 'en_cours' }),
    '[territoire]/actions/[fiche]?/objectifs': envoyer({ 'objectifs.0.niveau': 'general', 'objectifs.0.texte': 'Aller vers' }),
    '[territoire]/actions/[fiche]?/intervenants': envoyer({
      'intervenants.0.role': 'pilote',
      'intervenants.0.structure': 'CPAM'
    }),
    '[territoire]/actions/[fiche]?/quartiers': envoyer({ quartiers: [d.quartier] }),
    '[territoire]/actions/[fiche]?/etapes': envoyer({ 'etapes.0.intitule': 'Trouver le bus' }),
    '[territoire]/actions/[fiche]?/budget': envoyer({
      'financements.0.financeur': 'ARS',
      'financements.0.montant': '1 000',
      budgetPrevisionnel: '2 000',
      budgetTaxe: 'ttc'
    }),
    '[territoire]/actions/[fiche]?/postes': envoyer({ 'fractions.0.poste': 'Coordination', 'fractions.0.etp': '0,3' }),
    '[territoire]/actions/[fiche]?/indicateurs': envoyer({ 'indicateurs.0.intitule': 'Personnes vues' }),
    '[territoire]/actions/[fiche]?/releve': envoyer({ indicateurId: d.indicateur, date: '2025', valeur: '30' }),
    '[territoire]/actions/[fiche]?/corriger-releve': envoyer({ id: d.releve, date: '2024', valeur: '13' }),
    '[territoire]/actions/[fiche]?/retirer-releve': envoyer({ id: d.releve }),
    '[territoire]/actions/[fiche]?/retablir-releve': envoyer({ id: d.retires.releve }),
    '[territoire]/actions/[fiche]?/reponse': envoyer({ axeId: d.transversal, moment: 'conception', texte: 'Avec eux.' }),
    '[territoire]/actions/[fiche]?/place': envoyer({ contratId: d.contrat, axeId: d.axes[1]! }),
    '[territoire]/actions/[fiche]?/public': envoyer({ titre: 'Le bus santé', texte: 'Chaque mardi.', montree: 'oui' }),
    '[territoire]/actions/[fiche]?/liens': envoyer({
      'liens.0.autre': 'Groupes de parole',
      'liens.0.nature': 'complete',
      programmes: [d.programme],
      politiques: ['education']
    }),
    '[territoire]/actions/[fiche]?/nouvelle': envoyer({ texte: 'La tournée reprend.', source: 'comité technique', date: '' }),
    '[territoire]/actions/[fiche]?/modifier-nouvelle': envoyer({ id: d.nouvelle, texte: 'Le bus roule le mardi.', date: '2025' }),
    '[territoire]/actions/[fiche]?/retirer-nouvelle': envoyer({ id: d.nouvelle }),
    '[territoire]/actions/demandes?/demander': envoyer({ 'demandes.0.ficheId': d.aDemander, 'demandes.0.a': d.pilote }),
    '[territoire]/actions/demandes?/accepter': envoyer({ id: d.demandeProposee }),
    '[territoire]/actions/demandes?/ecarter': envoyer({ id: d.demandeProposee }),
    '[territoire]/actions/[fiche]?/accepter': envoyer({ id: d.demandeProposee }),
    '[territoire]/actions/[fiche]?/ecarter': envoyer({ id: d.demandeProposee }),
    '[territoire]/actions/[fiche]?/retablir-nouvelle': envoyer({ id: d.retires.nouvelle }),
    '[territoire]/actions/[fiche]?/distinguer': envoyer({ autreId: d.autre }),
    '[territoire]/actions/[fiche]?/rapprocher': envoyer({ autreId: d.distincte }),
    '[territoire]/actions/[fiche]?/joindre': envoyer({ fichier: new File(['Compte rendu'], 'seance.txt') }),
    '[territoire]/actions/[fiche]?/version': envoyer({ id: d.piece, fichier: new File(['Suite'], 'suite.txt') }),
    '[territoire]/actions/[fiche]?/modifier-piece': envoyer({ id: d.piece, intitule: 'Convention signée', nature: 'convention' }),
    '[territoire]/actions/[fiche]?/retirer-piece': envoyer({ id: d.piece }),
    '[territoire]/actions/[fiche]?/retablir-piece': envoyer({ id: d.retires.piece }),
    '[territoire]/actions/[fiche]?/retirer': envoyer(),
    '[territoire]/actions/lot?/appliquer': envoyer({ ids: [d.fiche], champ: 'priorite', valeur: 'bas' }),
    '[territoire]/actions/lot?/annuler': envoyer({ geste: d.geste })
  }
}
