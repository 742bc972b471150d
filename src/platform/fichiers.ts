/** The heaviest file that is kept, as a person's computer counts it. */
export const POIDS_MAX = 25 * 2 ** 20

/** What a kept file really is, told by its content; only `csv` is told from `texte` by its name. */
export type GenreFichier = 'pdf' | 'png' | 'jpeg' | 'webp' | 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'texte' | 'csv'

type Genre = { libelle: string; type: string; extensions: readonly string[]; ouvert: boolean }
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const ODF = 'application/vnd.oasis.opendocument'

/** Each genre: its word, how it is served, the endings that its name may have, and whether a browser may open it on the spot. */
export const GENRES: Record<GenreFichier, Genre> = {
  pdf: { libelle: 'PDF', type: 'application/pdf', extensions: ['pdf'], ouvert: true },
  png: { libelle: 'Image PNG', type: 'image/png', extensions: ['png'], ouvert: true },
  jpeg: { libelle: 'Image JPEG', type: 'image/jpeg', extensions: ['jpg', 'jpeg'], ouvert: true },
  webp: { libelle: 'Image WebP', type: 'image/webp', extensions: ['webp'], ouvert: true },
  docx: { libelle: 'Word', type: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], ouvert: false },
  xlsx: { libelle: 'Excel', type: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], ouvert: false },
  pptx: { libelle: 'PowerPoint', type: `${OFFICE}.presentationml.presentation`, extensions: ['pptx'], ouvert: false },
  odt: { libelle: 'Texte OpenDocument', type: `${ODF}.text`, extensions: ['odt'], ouvert: false },
  ods: { libelle: 'Tableur OpenDocument', type: `${ODF}.spreadsheet`, extensions: ['ods'], ouvert: false },
  odp: { libelle: 'Présentation OpenDocument', type: `${ODF}.presentation`, extensions: ['odp'], ouvert: false },
  texte: { libelle: 'Texte', type: 'text/plain', extensions: ['txt'], ouvert: true },
  csv: { libelle: 'CSV', type: 'text/csv', extensions: ['csv'], ouvert: false }
}

/** What a browser's file dialog offers. */
export const ACCEPTES = Object.values(GENRES)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',')

export const estImage = (genre: GenreFichier): boolean => GENRES[genre].type.startsWith('image/')

const chiffres = (nombre: number, decimales: number) =>
  nombre.toLocaleString('fr-FR', { maximumFractionDigits: decimales, useGrouping: false })

/** « 340 Ko », « 1,2 Mo »: a weight as file managers show it, never less than one Ko. */
export function direPoids(octets: number): string {
  const ko = Math.max(1, Math.ceil(octets / 1024))
  return ko < 1000 ? `${ko}\u00a0Ko` : `${chiffres(octets / 2 ** 20, 1)}\u00a0Mo`
}

/** The name that a file keeps: no folder, nothing that does not print, and an ending that says what it is. */
export function nomDeFichier(brut: string, genre: GenreFichier): string {
  const court =
    brut
      .split(/[\\/]/)
      .at(-1)!
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|?*:]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^[\s.]+|\s+$/gu, '') || 'document'
  const { extensions } = GENRES[genre]
  const finit = extensions.find((extension) => court.toLowerCase().endsWith(`.${extension}`))
  const corps = finit ? court.slice(0, -finit.length - 1) : court
  return `${[...corps].slice(0, 150).join('').trim() || 'document'}.${finit ?? extensions[0]!}`
}

export type RaisonFichier =
  | 'fichier_vide'
  | 'fichier_trop_lourd'
  | 'fichier_abime'
  | 'fichier_page'
  | 'fichier_programme'
  | 'fichier_macros'
  | 'fichier_ancien'
  | 'fichier_image'
  | 'fichier_archive'
  | 'fichier_inconnu'

/** What a person reads when a file cannot be kept, and what she can do. */
export const REFUS_FICHIER: Record<RaisonFichier, string> = {
  fichier_vide: 'Ce fichier est vide.',
  fichier_trop_lourd: 'Ce fichier dépasse 25\u00a0Mo. Allégez-le, ou joignez-le en plusieurs parties.',
  fichier_abime: 'Ce fichier ne s’ouvre pas\u00a0: il est abîmé, ou incomplet.',
  fichier_page: 'Une page web ou un dessin SVG peut contenir un programme\u00a0: joignez-le en PDF, ou en image PNG.',
  fichier_programme: 'Ceci est un programme\u00a0: il ne se joint pas.',
  fichier_macros: 'Ce document contient des macros\u00a0: enregistrez-le sans elles, en .docx, .xlsx ou .pptx.',
  fichier_ancien:
    'Ce fichier est d’un ancien format, ou protégé par un mot de passe\u00a0: enregistrez-le en PDF, ou en .docx, .xlsx ou .pptx.',
  fichier_image: 'Cette sorte d’image ne s’affiche pas partout\u00a0: enregistrez-la en PNG ou en JPEG.',
  fichier_archive: 'Une archive ne se lit pas sans l’ouvrir\u00a0: joignez les documents un par un.',
  fichier_inconnu: 'Ce fichier n’est pas de ceux qui se joignent\u00a0: PDF, image, Word, Excel, PowerPoint, OpenDocument, texte.'
}
