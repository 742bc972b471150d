import type { Decor } from '../decor.ts'
import { ce, envoyer, type Formulaires } from './envoi.ts'

export function formulairesDesPartenaires(d: Decor): Formulaires {
  const structure = { nom: 'Maison de santé', type: '', categorie: '' }
  const relation = { niveau: '3', sens: 'vers', debut: '2024', fin: '', source: 'Compte rendu', note: '' }
  const recue = { intitule: 'Assemblée', date: '2026-10-01', presence: 'manquee', motif: 'Congés.' }
  const fonction = { intitule: 'Médecin', debut: '2024' }
  return {
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
    '[territoire]/partenaires/personnes/[personne]?/retablirFonction': envoyer({ id: d.fonctionRetiree })
  }
}
