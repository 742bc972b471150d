/** The acronyms that the seeds and the field use, with what they stand for. */
export const SIGLES: Readonly<Record<string, string>> = {
  ALD: 'Affection de longue durée',
  'AP-HP': 'Assistance publique – Hôpitaux de Paris',
  ARS: 'Agence régionale de santé',
  ASV: 'Atelier santé ville',
  CACP: 'Communauté d’agglomération de Cergy-Pontoise',
  CAF: 'Caisse d’allocations familiales',
  CCAS: 'Centre communal d’action sociale',
  CLS: 'Contrat local de santé',
  CLSM: 'Conseil local de santé mentale',
  CNFPT: 'Centre national de la fonction publique territoriale',
  COPIL: 'Comité de pilotage',
  COTECH: 'Comité technique',
  CPAM: 'Caisse primaire d’assurance maladie',
  CPTS: 'Communauté professionnelle territoriale de santé',
  CTG: 'Convention territoriale globale',
  DSDEN: 'Direction des services départementaux de l’Éducation nationale',
  EPCI: 'Établissement public de coopération intercommunale',
  EPT: 'Établissement public territorial',
  ETP: 'Équivalent temps plein',
  FIR: 'Fonds d’intervention régional',
  GHT: 'Groupement hospitalier de territoire',
  GHU: 'Groupe hospitalier universitaire',
  MPS: 'Maison prévention santé',
  MSP: 'Maison de santé pluriprofessionnelle',
  PMI: 'Protection maternelle et infantile',
  PRS: 'Projet régional de santé',
  PTSM: 'Projet territorial de santé mentale',
  QPV: 'Quartier prioritaire de la politique de la ville',
  UPEC: 'Université Paris-Est Créteil Val-de-Marne',
  URPS: 'Union régionale des professionnels de santé'
}

/** The known acronyms that a text uses, in alphabetical order, each with what it stands for. */
export function siglesDu(texte: string): { sigle: string; developpe: string }[] {
  const mots = new Set(texte.match(/AP-HP|[A-Z]{3,}/g) ?? [])
  return Object.entries(SIGLES)
    .filter(([sigle]) => mots.has(sigle))
    .map(([sigle, developpe]) => ({ sigle, developpe }))
}
