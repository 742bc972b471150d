import { ecrireQuartiersGeojson } from '#domaines/territoires/regles/geojson.ts'
import { CHAPITRES } from '#domaines/actions/schema/habillage.ts'
import { jourDe } from '#platform/dates.ts'
import { unPng } from '#tests/parcours/fichiers.ts'
import type { Decor } from './decor.ts'
import { formulairesDesEspaces } from './espace.ts'
import type { Visite } from './porte.ts'

const TRIANGLE = [
  [2, 49],
  [2.1, 49],
  [2.1, 49.1],
  [2, 49]
] as [number, number][]
const GEOJSON = ecrireQuartiersGeojson([
  { nom: 'Bastide', code: null, generation: null, communes: null, contour: { type: 'MultiPolygon', coordinates: [[TRIANGLE]] } }
])

const enFrancais = (jours: number) =>
  jourDe(new Date(Date.now() + jours * 86_400_000))
    .split('-')
    .toReversed()
    .join('/')

/** What a person who has the right would send to each action, and which object of the address it is about when not the usual one. */
export function formulaires(d: Decor): Record<string, Pick<Visite, 'form' | 'params'> | undefined> {
  const ce = (nom: string, id: string, form: Visite['form'] = {}) => ({ form, params: { [nom]: id } })
  const envoyer = (form: Visite['form'] = {}) => ({ form, params: {} })
  const structure = { nom: 'Maison de santé', type: '', categorie: '' }
  const boite = {
    adresse: 'sante@exemple.fr',
    hote: '127.0.0.1',
    port: '1',
    chiffrement: 'aucun',
    compte: 'sante',
    motDePasse: 'secret'
  }
  const quartier = { nom: 'Croix petit', nature: 'quartier' }
  const relation = { niveau: '3', sens: 'vers', debut: '2024', fin: '', source: 'Compte rendu', note: '' }
  const recue = { intitule: 'Assemblée', date: '2026-10-01', presence: 'manquee', motif: 'Congés.' }
  const fonction = { intitule: 'Médecin', debut: '2024' }
  return {
    ...formulairesDesEspaces(d),
    '/?/demonstration': envoyer({ territoire: d.scene.slug }),
    'commencer?/default': envoyer({ courriel: 'nouvelle@exemple.fr', code: '94079' }),
    'connexion?/default': envoyer({ courriel: 'coordination@exemple.fr' }),
    'connexion/[jeton]?/default': ce('jeton', d.lien),
    'deconnexion?/default': envoyer(),
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
    '[territoire]/contrats/[contrat]/suite?/decider': ce('contrat', d.fini.contrat, {
      'decisions.0.ficheId': d.fini.fiche,
      'decisions.0.choix': 'hors_contrat'
    }),
    '[territoire]/contrats/[contrat]/suite?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/actions/lot?/appliquer': envoyer({ ids: [d.fiche], champ: 'priorite', valeur: 'bas' }),
    '[territoire]/actions/lot?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/historique?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/historique/[objet]?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/historique/retires?/retablir': envoyer({ table: 'fiches', id: d.retires.fiche }),
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
    '[territoire]/contrats/[contrat]/signature?/signer': envoyer({ signeLe: '7 mars 2023' }),
    '[territoire]/partenaires/besoins?/noter': envoyer({ nature: 'offre', structure: 'CAF', titre: 'Une salle' }),
    '[territoire]/partenaires/besoins?/modifier': envoyer({
      id: d.offre,
      nature: 'offre',
      structure: 'CAF',
      titre: 'Deux salles'
    }),
    '[territoire]/partenaires/besoins?/etat': envoyer({ id: d.offre, etat: 'aboutie', issue: 'Prêtée.' }),
    '[territoire]/partenaires/besoins?/retirer': envoyer({ id: d.offre }),
    '[territoire]/partenaires/besoins?/retablir': envoyer({ id: d.retires.offre }),
    '[territoire]/partenaires/besoins?/relier': envoyer({ unId: d.offre, autreId: d.besoin, note: 'Au téléphone.' }),
    '[territoire]/partenaires/besoins?/ecarter': envoyer({ unId: d.offre, autreId: d.besoin }),
    '[territoire]/partenaires/besoins?/reprendre': envoyer({ id: d.rapprochement }),
    '[territoire]/partenaires/reciprocite?/noter': envoyer({ structure: 'CAF', ...recue }),
    '[territoire]/partenaires/reciprocite?/modifier': envoyer({ id: d.recue, structure: 'CAF', ...recue }),
    '[territoire]/partenaires/reciprocite?/retirer': envoyer({ id: d.recue }),
    '[territoire]/partenaires/reciprocite?/retablir': envoyer({ id: d.retires.recue }),
    '[territoire]/partenaires/[structure]?/provenance': envoyer({ sorte: 'forum', precision: 'Forum 2025' }),
    '[territoire]/partenaires/[structure]?/effacer-provenance': ce('structure', d.amenes.structure),
    '[territoire]/partenaires/personnes/[personne]?/provenance': envoyer({ sorte: 'personne', par: 'Zoé Roche' }),
    '[territoire]/partenaires/personnes/[personne]?/effacer-provenance': ce('personne', d.amenes.personne),
    '[territoire]/partenaires/[structure]?/implanter': envoyer({
      nature: 'antenne',
      quartierId: d.quartier,
      point: '49.03, 2.06'
    }),
    '[territoire]/partenaires/[structure]?/modifier-implantation': envoyer({ id: d.implantation, nature: 'permanence' }),
    '[territoire]/partenaires/[structure]?/retirer-implantation': envoyer({ id: d.implantation }),
    '[territoire]/partenaires/[structure]?/regrouper': envoyer({ sens: 'regroupe', autre: 'Ville', role: 'fondateur' }),
    '[territoire]/partenaires/[structure]?/modifier-regroupement': envoyer({ id: d.regroupement, role: 'gestionnaire' }),
    '[territoire]/partenaires/[structure]?/retirer-regroupement': envoyer({ id: d.regroupement }),
    '[territoire]/partenaires/[structure]?/ressource': envoyer({ offres: ['formation'], url: 'resoco.example.org' }),
    '[territoire]/partenaires/[structure]?/effacer-ressource': ce('structure', d.amenes.structure),
    '[territoire]/partenaires/[structure]?/recue': envoyer(recue),
    '[territoire]/partenaires/chartes?/noter': envoyer({ structure: 'Lycée', annee: '2026', infirmier: 'Lou Petit' }),
    '[territoire]/partenaires/chartes?/modifier': envoyer({ id: d.charte, structure: 'Collège', annee: '2024' }),
    '[territoire]/partenaires/chartes?/renouveler': envoyer({ id: d.charte }),
    '[territoire]/partenaires/chartes?/retirer': envoyer({ id: d.charte }),
    '[territoire]/partenaires/chartes?/retablir': envoyer({ id: d.retires.charte }),
    '[territoire]/partenaires/ambassadeurs?/inscrire': envoyer({
      personne: 'Lou Petit',
      quartierId: d.quartier,
      accordLe: '2026-01',
      accord: 'oui'
    }),
    '[territoire]/partenaires/ambassadeurs?/modifier': envoyer({
      id: d.ambassadeur,
      quartierId: d.quartier,
      accordLe: '2026-02'
    }),
    '[territoire]/partenaires/ambassadeurs?/accord': envoyer({ id: d.ambassadeur }),
    '[territoire]/partenaires/ambassadeurs?/retirer': envoyer({ id: d.ambassadeur }),
    '[territoire]/partenaires/ambassadeurs?/retablir': envoyer({ id: d.retires.ambassadeur }),
    '[territoire]/partenaires/personnes/[personne]?/demander-effacement': envoyer({ motif: 'demande' }),
    '[territoire]/partenaires/personnes/[personne]?/garder': { params: d.partante },
    '[territoire]/partenaires/formations?/noter': envoyer({ sens: 'suivie', intitule: 'Animer', date: '2025' }),
    '[territoire]/partenaires/formations?/modifier': envoyer({
      id: d.formation,
      sens: 'donnee',
      intitule: 'Animer',
      date: '2025'
    }),
    '[territoire]/partenaires/formations?/retirer': envoyer({ id: d.formation }),
    '[territoire]/partenaires/formations?/retablir': envoyer({ id: d.retires.formation }),
    '[territoire]/partenaires/volontaires?/inscrire': envoyer({
      personne: 'Samir',
      pour: 'groupe',
      accordLe: '2026-01',
      duree: '24',
      accord: 'oui'
    }),
    '[territoire]/partenaires/volontaires?/renouveler': envoyer({
      id: d.volontaire,
      pour: 'relecture',
      accordLe: '2026-01',
      duree: '24'
    }),
    '[territoire]/partenaires/volontaires?/accord': envoyer({ id: d.volontaire }),
    '[territoire]/partenaires/personnes/a-revoir?/reconduire': envoyer({ ids: d.amenes.personne }),
    '[territoire]/partenaires/personnes/a-revoir?/effacer': envoyer({ ids: d.amenes.personne }),
    '[territoire]/partenaires/personnes/[personne]/passation/[structure]?/ecrire': envoyer({ texte: 'Voir le secrétariat.' }),
    '[territoire]/partenaires/personnes/[personne]/passation/[structure]?/reprendre': { params: d.passation.aReprendre },
    '[territoire]/partenaires/personnes/[personne]/passation/[structure]?/rouvrir': { params: d.passation.reprise },
    '[territoire]/partenaires/personnes/[personne]/passation/[structure]?/retirer': envoyer({ id: d.passation.id }),
    '[territoire]/partenaires/personnes/[personne]/passation/[structure]?/retablir': envoyer({ id: d.retires.passation }),
    '[territoire]/partenaires/rapprocher?/distinguer': envoyer({ unId: d.structure, autreId: d.paire.autre }),
    '[territoire]/partenaires/rapprocher?/rapprocher': envoyer({ unId: d.paire.un, autreId: d.paire.autre }),
    '[territoire]/partenaires/rapprocher/reunir?/reunir': envoyer({ unId: d.paire.un, autreId: d.paire.autre, garde: 'un' }),
    '[territoire]/partenaires/importer?/deposer': envoyer({ fichier: new File(['Structure;Nom\nCCAS;Sam'], 'contacts.csv') }),
    '[territoire]/partenaires/importer?/importer': envoyer(d.contacts),
    '[territoire]/partenaires/importer/colonnes?/apparier': envoyer({ ...d.contacts, 'colonne-0': 'structure' }),
    '[territoire]/instances/nouvelle?/default': envoyer({ nom: 'Comité technique', nature: 'cotech' }),
    '[territoire]/instances/[instance]?/modifier': envoyer({
      nom: 'Groupe accès aux droits',
      nature: 'groupe',
      placeDuCls: 'copilote'
    }),
    '[territoire]/instances/[instance]?/composer': envoyer({ 'sieges.0.role': 'membre', 'sieges.0.structure': 'CAF' }),
    '[territoire]/instances/[instance]?/prevoir-seance': envoyer({ jour: '9/12/2031', heure: '14 h', duree: '2 h' }),
    '[territoire]/instances/[instance]?/modifier-seance': envoyer({ id: d.seance, jour: '10/12/2031', duree: '90 minutes' }),
    '[territoire]/instances/[instance]?/annuler-seance': envoyer({ id: d.seance, motifAnnulation: 'La salle est prise.' }),
    '[territoire]/instances/[instance]?/maintenir-seance': envoyer({ id: d.seanceAnnulee }),
    '[territoire]/instances/[instance]?/retirer-seance': envoyer({ id: d.seance }),
    '[territoire]/instances/[instance]?/noter-passage': ce('instance', d.participative, {
      date: '2026-01',
      qui: 'La direction',
      sujets: 'Le stationnement devant la maison de santé.'
    }),
    '[territoire]/instances/[instance]?/modifier-passage': ce('instance', d.participative, {
      id: d.passage,
      date: '2026-02',
      qui: 'La direction',
      sujets: 'Le bruit.',
      suite: 'Un mot au service des espaces publics.'
    }),
    '[territoire]/instances/[instance]?/retirer-passage': ce('instance', d.participative, { id: d.passage }),
    '[territoire]/instances/[instance]?/retablir-passage': ce('instance', d.participative, { id: d.passageRetire }),
    '[territoire]/instances/[instance]?/retablir-seance': envoyer({ id: d.seanceRetiree }),
    '[territoire]/instances/[instance]?/noter-interet': envoyer({ personne: 'Lou Petit' }),
    '[territoire]/instances/[instance]?/retirer-interet': envoyer({ personneId: d.ana }),
    '[territoire]/instances/[instance]?/prevoir-attente': envoyer({ id: d.attente }),
    '[territoire]/instances/[instance]?/ecarter-attente': envoyer({ id: d.attente }),
    '[territoire]/instances/[instance]?/reprendre-attente': envoyer({ id: d.attenteEcartee }),
    '[territoire]/instances/[instance]/seances/[seance]?/composer': envoyer({
      'points.0.temps': 'presentation',
      'points.0.structure': 'CPTS',
      'points.0.minutes': '20 minutes'
    }),
    '[territoire]/instances/[instance]/seances/[seance]?/convoquer': ce('seance', d.seanceAConvoquer, { choix: 'tous' }),
    '[territoire]/instances/[instance]/seances/[seance]?/relancer': envoyer(),
    '[territoire]/instances/[instance]/seances/[seance]?/renvoyer': envoyer({ id: d.envoiRefuse }),
    '[territoire]/instances/[instance]/seances/[seance]?/arrive': envoyer({ id: d.envoiRefuse }),
    '[territoire]/instances/[instance]/seances/[seance]?/vu': envoyer({ id: d.courrier }),
    '[territoire]/instances/[instance]/seances/[seance]?/rattacher': envoyer({ id: d.courrier, qui: 'ana@ccas.fr' }),
    '[territoire]/instances/[instance]/seances/[seance]?/joindre-support': envoyer({
      fichier: new File(['Ordre du jour'], 'ordre du jour.txt')
    }),
    '[territoire]/instances/[instance]/seances/[seance]?/retirer-support': envoyer({ id: d.support }),
    '[territoire]/instances/[instance]/seances/[seance]?/retablir-support': envoyer({ id: d.supportRetire }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/emarger': ce('seance', d.seanceTenue, {
      invitationId: d.invitationTenue
    }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/effacer': ce('seance', d.seanceTenue, { id: d.emargement }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/accueillir': ce('seance', d.seanceTenue, {
      nom: 'Éva Stern',
      structure: 'CAF',
      garder: 'oui'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/reconnaitre': ce('seance', d.seanceTenue, {
      id: d.emargement
    }),
    '[territoire]/instances/[instance]/seances/[seance]/emargement?/code': ce('seance', d.seanceTenue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/noter': ce('seance', d.seanceTenue, {
      id: d.point,
      notes: 'Le bus roule.',
      lu: ''
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/introduire': ce('seance', d.seanceTenue, {
      introduction: 'Deux heures denses.'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/conclure': ce('seance', d.seanceTenue, {
      sorte: 'besoin',
      texte: 'Un local'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/retirer-conclusion': ce('seance', d.seanceTenue, {
      id: d.conclusion
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/confier': ce('seance', d.seanceTenue, {
      texte: 'Écrire',
      personne: 'Ana Roy'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/retirer-tache': ce('seance', d.seanceTenue, {
      id: d.tache
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/naitre': ce('seance', d.seanceTenue, {
      titre: 'Bus du sommeil'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/valider': ce('seance', d.seanceTenue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/rouvrir': ce('seance', d.seanceRendue),
    '[territoire]/instances/[instance]/seances/[seance]/compte-rendu?/envoyer': ce('seance', d.seanceRendue),
    '[territoire]/instances/taches?/terminer': envoyer({ id: d.tache }),
    '[territoire]/instances/taches?/rouvrir': envoyer({ id: d.tacheFaite }),
    '[territoire]/instances/taches?/modifier': envoyer({ id: d.tache, texte: 'Trouver deux salles', personne: 'Ana Roy' }),
    '[territoire]/instances/taches?/rappeler': envoyer(),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/ouvrir': ce('seance', d.seanceTenue, {
      'questions.0.genre': 'texte',
      'questions.0.intitule': 'Que vous a-t-il manqué ?',
      fermeLe: enFrancais(10)
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/formuler': ce('seance', d.seanceTenue, {
      id: d.questionnaireNeuf,
      'questions.0.intitule': 'Que vous a-t-il manqué ?'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/rouvrir': ce('seance', d.seanceRendue, {
      id: d.idQuestionnaire,
      fermeLe: enFrancais(20)
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/fermer': ce('seance', d.seanceRendue, {
      id: d.idQuestionnaire
    }),
    '[territoire]/instances/[instance]/seances/[seance]/questions?/proposer': ce('seance', d.seanceRendue, {
      reponseId: d.reponse
    }),
    'questions/[questionnaire]?/default': envoyer({ 'choix-1': '4', 'texte-2': 'Un café' }),
    'presence/[code]?/default': envoyer({ nom: 'Lou Petit', structure: 'CPTS' }),
    'compte-rendu/[lettre]?/redemander': envoyer(),
    'compte-rendu/[lettre]/messages?/default': envoyer({ courriels: 'lecture' }),
    'taches/[rappel]?/redemander': envoyer(),
    'nouvelles/[demande]?/repondre': envoyer({ id: d.demandeOuverte, texte: 'Le bilan avance.', statut: 'en_cours' }),
    'nouvelles/[demande]?/redemander': envoyer(),
    'nouvelles/[demande]/messages?/default': envoyer({ courriels: 'lecture' }),
    'taches/[rappel]?/terminer': envoyer({ id: d.tache }),
    'taches/[rappel]?/rouvrir': envoyer({ id: d.tacheFaite }),
    'taches/[rappel]/messages?/default': envoyer({ courriels: 'aucun' }),
    'invitation/[jeton]?/repondre': envoyer({ reponse: 'vient' }),
    'invitation/[jeton]?/redemander': envoyer(),
    'invitation/[jeton]/messages?/default': envoyer({ courriels: 'lecture' }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/composer': envoyer({
      tours: '3',
      minutes: '5',
      depuis: '3',
      gens: d.inscrits
    }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/noter': envoyer({ id: d.rencontre, promesse: 'Se revoir' }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/noter-table': envoyer({
      id: d.rencontre,
      'promesses.0.paire': d.rencontre,
      'promesses.0.promesse': 'Se revoir'
    }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/tenir': envoyer({ id: d.rencontre, tenue: 'oui' }),
    '[territoire]/instances/[instance]/seances/[seance]/rencontres?/transmettre': ce('seance', d.seanceTenue),
    '[territoire]/instances/agenda?/abonner': envoyer({ quoi: 'territoire' }),
    '[territoire]/instances/agenda?/renouveler': envoyer({ id: d.abonnement }),
    '[territoire]/instances/agenda?/fermer': envoyer({ id: d.abonnement }),
    '[territoire]/instances/[instance]?/retirer': envoyer(),
    '[territoire]/instances/[instance]?/retablir': ce('instance', d.instanceRetiree),
    '[territoire]/partenaires/nouvelle?/default': envoyer(structure),
    '[territoire]/partenaires/[structure]?/modifier': envoyer(structure),
    '[territoire]/partenaires/[structure]?/retirer': envoyer(),
    '[territoire]/partenaires/[structure]?/retablir': ce('structure', d.retires.structure),
    '[territoire]/partenaires/[structure]?/inscrirePersonne': envoyer({ nom: 'Lou Martin', ...fonction }),
    '[territoire]/partenaires/[structure]?/modifierFonction': envoyer({ id: d.fonction, ...fonction }),
    '[territoire]/partenaires/[structure]?/retirerFonction': envoyer({ id: d.fonction }),
    '[territoire]/partenaires/[structure]?/retablirFonction': envoyer({ id: d.fonctionRetiree, personneId: d.personne }),
    '[territoire]/partenaires/[structure]?/declarer-relation': envoyer({ autreId: d.paire.un, ...relation }),
    '[territoire]/partenaires/[structure]?/modifier-relation': envoyer({ id: d.relation, ...relation }),
    '[territoire]/partenaires/[structure]?/retirer-relation': envoyer({ id: d.relation }),
    '[territoire]/partenaires/[structure]?/retablir-relation': envoyer({ id: d.retires.relation }),
    '[territoire]/partenaires/reseau/niveaux?/default': envoyer({ niveau1: 'réseautage', niveau2: 'coordination' }),
    '[territoire]/partenaires/personnes/nouvelle?/default': envoyer({ nom: 'Lou Martin' }),
    '[territoire]/partenaires/personnes/[personne]?/modifier': envoyer({ nom: 'Camille Perrin', courriel: '', telephone: '' }),
    '[territoire]/partenaires/personnes/[personne]?/retirer': envoyer(),
    '[territoire]/partenaires/personnes/[personne]?/retablir': ce('personne', d.retires.personne),
    '[territoire]/partenaires/personnes/[personne]?/ajouterFonction': envoyer({ structureId: d.structure, ...fonction }),
    '[territoire]/partenaires/personnes/[personne]?/changer': envoyer({
      structure: 'CPTS',
      intitule: 'Médecin',
      date: '2026-01',
      fonctionId: d.fonction
    }),
    '[territoire]/partenaires/personnes/[personne]?/modifierFonction': envoyer({ id: d.fonction, ...fonction }),
    '[territoire]/partenaires/personnes/[personne]?/retirerFonction': envoyer({ id: d.fonction }),
    '[territoire]/partenaires/personnes/[personne]?/retablirFonction': envoyer({ id: d.fonctionRetiree }),
    '[territoire]/reglages?/regler': envoyer({ nom: 'Cergy', partiesRequises: ['collectivite', 'ars'] }),
    '[territoire]/reglages/documents?/couverture': envoyer({ surtitre: 'Direction de la santé', teinte: 'marine' }),
    '[territoire]/reglages/documents?/logo': envoyer({
      fichier: new File([unPng(400, 200) as BlobPart], 'logo.png'),
      texteAlternatif: 'Le nouveau logo'
    }),
    '[territoire]/reglages/documents?/retirer-logo': envoyer(),
    '[territoire]/reglages/documents?/chapitres': envoyer({ ordre: [...CHAPITRES], basculer: 'sigles' }),
    '[territoire]/reglages/documents?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/reglages/boite?/essayer': envoyer(boite),
    '[territoire]/reglages/boite?/regler': envoyer(boite),
    '[territoire]/reglages/boite?/oublier': envoyer(),
    '[territoire]/reglages/boite?/vu': envoyer({ id: d.courrier }),
    '[territoire]/reglages/boite?/relever': envoyer(),
    '[territoire]/reglages/membres?/inviter': envoyer({ courriel: 'nouveau@exemple.fr', role: 'elu' }),
    '[territoire]/reglages/membres?/modifier': envoyer({ id: d.membre, role: 'direction' }),
    '[territoire]/reglages/membres?/retirer': envoyer({ id: d.membre }),
    '[territoire]/reglages/membres?/retablir': envoyer({ id: d.membreRetire }),
    '[territoire]/reglages/quartiers?/ajouter': envoyer(quartier),
    '[territoire]/reglages/quartiers?/modifier': envoyer({ id: d.quartier, ...quartier }),
    '[territoire]/reglages/quartiers?/retirer': envoyer({ id: d.quartier }),
    '[territoire]/reglages/quartiers?/retablir': envoyer({ id: d.quartierRetire }),
    '[territoire]/reglages/quartiers/importer?/apercevoir': envoyer({ fichier: new File([GEOJSON], 'quartiers.geojson') }),
    '[territoire]/reglages/quartiers/importer?/importer': envoyer({ lus: GEOJSON, choisis: ['0'], liste: 'quartier' })
  }
}
