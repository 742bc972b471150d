import type { Teinte } from '#platform/documents/couleurs.ts'
import { direPoids } from '#platform/fichiers.ts'
import { LOGO, type Chapitre, type RefusChapitres, type RefusLogo } from '../schema/habillage.ts'

/** Titles of the chapters of a printed contract. */
export const CHAPITRE: Record<Chapitre, string> = {
  preambule: 'Préambule',
  references: 'Références légales',
  gouvernance: 'Gouvernance',
  axes: 'Axes thématiques et fiches actions',
  transversaux: 'Axes transversaux',
  alignement: 'Réponse au projet régional de santé',
  signataires: 'Signataires et conventions',
  sigles: 'Sigles'
}

export const TEINTE: Record<Teinte, string> = {
  petrole: 'Bleu pétrole',
  marine: 'Bleu marine',
  foret: 'Vert forêt',
  bordeaux: 'Bordeaux',
  prune: 'Prune',
  ardoise: 'Gris ardoise'
}

/** What a logo may be, as its field says it. */
export const REGLE_DU_LOGO = `Une image PNG (fond transparent, de préférence) ou JPEG, de ${direPoids(LOGO.poids)} au plus, dont le plus grand côté a entre ${LOGO.petit} et ${LOGO.grand.toLocaleString('fr-FR')} pixels.`

const REFUS_HABILLAGE: Record<RefusLogo | RefusChapitres | 'logo_manque' | 'texte_alternatif_manque', string> = {
  fichier_vide: 'Ce fichier est vide.',
  fichier_abime: 'Cette image ne s’ouvre pas\u00a0: elle est abîmée, ou incomplète.',
  logo_dessin:
    'Un dessin SVG peut contenir un programme, il n’est pas pris\u00a0: demandez le logo en PNG, ou enregistrez-le ainsi.',
  logo_format: 'Un logo se donne en PNG ou en JPEG\u00a0: Word et le PDF montrent partout ces deux sortes d’images.',
  logo_lourd: `Ce logo dépasse ${direPoids(LOGO.poids)}\u00a0: enregistrez-le en plus petit.`,
  logo_petit: `Ce logo serait flou une fois imprimé\u00a0: son plus grand côté doit avoir ${LOGO.petit} pixels au moins.`,
  logo_grand: `Ce logo est plus grand que nécessaire\u00a0: réduisez son plus grand côté à ${LOGO.grand.toLocaleString('fr-FR')} pixels au plus.`,
  logo_allonge: `Ce logo est trop allongé pour une couverture\u00a0: un côté a plus de ${LOGO.allonge} fois l’autre.`,
  logo_manque: 'Choisissez un fichier.',
  texte_alternatif_manque:
    'Dites ce que montre le logo, pour les personnes qui ne le voient pas. Par exemple «\u202fLogo de la Ville de Cergy\u202f».',
  ordre_incomplet: 'Cet ordre ne contient pas chaque chapitre une fois\u00a0: rechargez la page et recommencez.',
  chapitre_obligatoire: 'Les axes et leurs fiches actions sont le contrat lui-même\u00a0: ce chapitre ne peut pas manquer.'
}

/** What a person reads when a command refuses. */
export const direRefusHabillage = (raison: string): string =>
  REFUS_HABILLAGE[(raison === 'fichier_trop_lourd' ? 'logo_lourd' : raison) as RefusLogo] ?? 'Cela n’est pas possible ici.'

/** What the history says of the dress of documents. */
export const ACTES_HABILLAGE: Record<string, string> = {
  'habillage.ecrire': 'a changé la couverture des documents',
  'habillage.poser_logo': 'a changé le logo des documents',
  'habillage.retirer_logo': 'a retiré le logo des documents',
  'habillage.ordonner': 'a changé les chapitres des documents'
}
export const OBJETS_HABILLAGE: Record<string, string> = { habillages: 'Habillage des documents' }
export const CHAMPS_HABILLAGE: Record<string, string> = {
  surtitre: 'Au-dessus du titre',
  ligne: 'Sous le titre',
  pied: 'Pied de page',
  teinte: 'Couleur',
  chapitres: 'Ordre des chapitres',
  ecartes: 'Chapitres laissés de côté',
  'habillages.nom_fichier': 'Logo',
  'habillages.texte_alternatif': 'Ce que montre le logo'
}
export const VALEURS_HABILLAGE: Record<string, Record<string, string>> = {
  'habillages.teinte': TEINTE,
  'habillages.chapitres': CHAPITRE,
  'habillages.ecartes': CHAPITRE
}
