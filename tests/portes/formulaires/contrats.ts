import type { Decor } from '../decor.ts'
import { ce, envoyer, type Formulaires } from './envoi.ts'

export function formulairesDesContrats(d: Decor): Formulaires {
  return {
    '[territoire]/contrats/[contrat]/suite?/decider': ce('contrat', d.fini.contrat, {
      'decisions.0.ficheId': d.fini.fiche,
      'decisions.0.choix': 'hors_contrat'
    }),
    '[territoire]/contrats/[contrat]/suite?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/contrats?/retablir': envoyer({ id: d.retires.contrat }),
    '[territoire]/contrats/nouveau?/default': envoyer({ intitule: 'Deuxième contrat', debut: '2029', fin: '2033' }),
    '[territoire]/contrats/[contrat]?/bref': envoyer({ intitule: 'Contrat de Cergy', debut: '2023', fin: '2028' }),
    '[territoire]/contrats/[contrat]?/programmes': envoyer({ programmes: [d.programme] }),
    '[territoire]/contrats/reperes?/programme': envoyer({ nature: 'clsm', intitule: 'CLSM de Cergy' }),
    '[territoire]/contrats/reperes?/corriger-programme': envoyer({ id: d.programme, nature: 'ctg', intitule: 'CTG' }),
    '[territoire]/contrats/reperes?/retirer-programme': envoyer({ id: d.programme }),
    '[territoire]/contrats/reperes?/retablir-programme': envoyer({ id: d.retires.programme }),
    '[territoire]/contrats/[contrat]/axes?/liste': envoyer({ liste: '1. Prévenir\n1.1 Vacciner', demandePar: 'ARS' }),
    '[territoire]/contrats/[contrat]?/preambule': envoyer({ preambule: 'Ensemble.' }),
    '[territoire]/contrats/[contrat]?/gouvernance': envoyer({ gouvernance: 'Un comité.' }),
    '[territoire]/contrats/[contrat]?/references': envoyer({ referencesLegales: 'Article L. 1434-10' }),
    '[territoire]/contrats/[contrat]?/signature': envoyer({ signatureLieu: 'Mairie' }),
    '[territoire]/contrats/[contrat]?/etape': envoyer({ vers: 'elaboration' }),
    '[territoire]/contrats/[contrat]?/transversaux': ce('contrat', d.suivant),
    '[territoire]/contrats/[contrat]?/convention': envoyer({
      structure: 'Mutuelle des ateliers',
      objet: 'Prêt de matériel',
      date: ''
    }),
    '[territoire]/contrats/[contrat]?/retirer-convention': envoyer({ id: d.convention }),
    '[territoire]/contrats/[contrat]?/retablir-convention': envoyer({ id: d.retires.convention }),
    '[territoire]/contrats/[contrat]?/joindre': envoyer({ fichier: new File(['Compte rendu'], 'seance.txt') }),
    '[territoire]/contrats/[contrat]?/version': envoyer({ id: d.pieceContrat, fichier: new File(['Suite'], 'suite.txt') }),
    '[territoire]/contrats/[contrat]?/modifier-piece': envoyer({
      id: d.pieceContrat,
      intitule: 'Convention signée',
      nature: 'convention'
    }),
    '[territoire]/contrats/[contrat]?/retirer-piece': envoyer({ id: d.pieceContrat }),
    '[territoire]/contrats/[contrat]?/retablir-piece': envoyer({ id: d.retires.pieceContrat }),
    '[territoire]/contrats/[contrat]?/retirer': envoyer(),
    '[territoire]/contrats/reperes?/prs': envoyer({ sigle: 'PRS3', axes: '1. Un' }),
    '[territoire]/contrats/reperes?/corriger-prs': envoyer({ id: d.prs, sigle: 'PRS2', axes: '4. Agir' }),
    '[territoire]/contrats/reperes?/retirer-prs': envoyer({ id: d.prs }),
    '[territoire]/contrats/reperes?/retablir-prs': envoyer({ id: d.retires.prs }),
    '[territoire]/contrats/reperes?/repere': envoyer({ nature: 'election', intitule: 'Municipales', debut: '03/2026' }),
    '[territoire]/contrats/reperes?/corriger-repere': envoyer({
      id: d.repere,
      nature: 'mandat',
      intitule: 'Conseil citoyen',
      debut: '2021'
    }),
    '[territoire]/contrats/reperes?/retirer-repere': envoyer({ id: d.repere }),
    '[territoire]/contrats/reperes?/retablir-repere': envoyer({ id: d.retires.repere }),
    '[territoire]/contrats/[contrat]/vie?/acte': envoyer({
      nature: 'avenant',
      reference: 'avenant n° 2',
      date: '2025',
      'montants.0.montant': '1 000',
      'montants.0.financeur': 'ARS'
    }),
    '[territoire]/contrats/[contrat]/vie?/corriger': envoyer({ id: d.acte, nature: 'avenant', reference: 'n° 1', date: '2024' }),
    '[territoire]/contrats/[contrat]/vie?/retirer-acte': envoyer({ id: d.acte }),
    '[territoire]/contrats/[contrat]/vie?/retablir-acte': envoyer({ id: d.retires.acte }),
    '[territoire]/contrats/[contrat]/vie?/joindre': envoyer({ fichier: new File(['Compte rendu'], 'seance.txt') }),
    '[territoire]/contrats/[contrat]/vie?/version': envoyer({ id: d.pieceActe, fichier: new File(['Suite'], 'suite.txt') }),
    '[territoire]/contrats/[contrat]/vie?/modifier-piece': envoyer({
      id: d.pieceActe,
      intitule: 'Convention signée',
      nature: 'convention'
    }),
    '[territoire]/contrats/[contrat]/vie?/retirer-piece': envoyer({ id: d.pieceActe }),
    '[territoire]/contrats/[contrat]/vie?/retablir-piece': envoyer({ id: d.retires.pieceContrat }),
    '[territoire]/contrats/[contrat]/vie?/fait': envoyer({ nature: 'crise', date: '2020', texte: 'Crise sanitaire.' }),
    '[territoire]/contrats/[contrat]/vie?/retirer-fait': envoyer({ id: d.fait }),
    '[territoire]/contrats/[contrat]/vie?/retablir-fait': envoyer({ id: d.retires.fait }),
    '[territoire]/contrats/[contrat]/prs?/choisir': envoyer({ prsId: '' }),
    '[territoire]/contrats/[contrat]/prs?/relier': envoyer({ prsId: d.prs, liens: [`${d.axes[0]!}.${d.prsAxe}`] }),
    '[territoire]/contrats/[contrat]/axes?/ordre': envoyer({ ordre: d.axes.toReversed() }),
    '[territoire]/contrats/[contrat]/axes?/ajouter': envoyer({ intitule: 'Nutrition', nature: 'thematique' }),
    '[territoire]/contrats/[contrat]/axes?/retablir': envoyer({ id: d.retires.axe }),
    '[territoire]/contrats/[contrat]/axes/[axe]?/modifier': envoyer({ intitule: 'Aller vers les soins' }),
    '[territoire]/contrats/[contrat]/axes/[axe]?/ranger': envoyer({ parentId: d.axes[1]! }),
    '[territoire]/contrats/[contrat]/axes/[axe]?/fiches': envoyer({ ordre: [d.autre, d.fiche] }),
    '[territoire]/contrats/[contrat]/axes/[axe]?/retirer': envoyer(),
    '[territoire]/contrats/[contrat]/signature?/ajouter': envoyer({
      structure: 'Mutuelle',
      type: '',
      personne: 'Sam',
      role: 'autre'
    }),
    '[territoire]/contrats/[contrat]/signature?/corriger': envoyer({
      id: d.signataire,
      role: 'porteur',
      qualite: 'Maire',
      personne: 'Sam'
    }),
    '[territoire]/contrats/[contrat]/signature?/retirer': envoyer({ id: d.signataire }),
    '[territoire]/contrats/[contrat]/signature?/retablir': envoyer({ id: d.retires.signataire }),
    '[territoire]/contrats/[contrat]/signature?/etape': envoyer({ vers: 'abandonne' }),
    '[territoire]/contrats/[contrat]/signature?/signer': envoyer({ signeLe: '7 mars 2023' })
  }
}
