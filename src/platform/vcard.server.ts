import ICAL from 'ical.js'

/** What a card of a contact says that this product keeps; an organisation alone has no `nom`. */
export type Carte = {
  nom: string | null
  fonctions: { organisation: string | null; titre: string | null }[]
  courriels: string[]
  telephones: string[]
}

/** Cards read, and how many properties of each sort were left aside (« PHOTO » → 12); `refus`: the file is cut or is none. */
export type CartesLues =
  | { ok: true; cartes: Carte[]; laisses: Map<string, number> }
  | { ok: false; raison: 'pas_une_carte' | 'carte_coupee'; rang: number }

const GARDES = new Set(['FN', 'N', 'ORG', 'TITLE', 'ROLE', 'EMAIL', 'TEL', 'KIND', 'VERSION'])
/** Not worth saying: what a program writes for itself. */
const TUS = new Set(['PRODID', 'REV', 'UID', 'CLIENTPIDMAP', 'SORT-STRING', 'CLASS', 'MAILER', 'XML'])

/** True of bytes that begin as a card does, whatever the file's name. */
export const estUneCarte = (octets: Uint8Array): boolean => /^\s*BEGIN:VCARD/i.test(decoder(octets.subarray(0, 200)))

function decoder(octets: Uint8Array): string {
  const utf16 =
    octets[0] === 0xff && octets[1] === 0xfe ? 'utf-16le' : octets[0] === 0xfe && octets[1] === 0xff ? 'utf-16be' : null
  if (utf16) return new TextDecoder(utf16).decode(octets)
  const lu = new TextDecoder('utf-8').decode(octets)
  return lu.includes('\ufffd') ? new TextDecoder('windows-1252').decode(octets) : lu
}

/** Lines made whole again: a fold begins with a space, one of quoted-printable ends with « = ». */
function deplier(texte: string): string[] {
  // in pieces: a photograph is thousands of them
  const lignes: { code: boolean; bouts: string[] }[] = []
  for (const ligne of texte.split(/\r\n|\r|\n/)) {
    const avant = lignes.at(-1)
    const dernier = avant?.bouts.at(-1)
    if (avant?.code && dernier!.endsWith('=')) {
      avant.bouts[avant.bouts.length - 1] = dernier!.slice(0, -1)
      avant.bouts.push(ligne.trimStart())
    } else if (avant && /^[ \t]/.test(ligne)) avant.bouts.push(ligne.slice(1))
    else lignes.push({ code: /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(ligne), bouts: [ligne] })
  }
  return lignes.map(({ bouts }) => bouts.join('')).filter((ligne) => ligne.trim() !== '')
}

/** The text of a quoted-printable value, in its charset. */
function deQuotedPrintable(valeur: string, charset: string): string {
  const octets: number[] = []
  for (let rang = 0; rang < valeur.length; rang++) {
    const code = valeur[rang] === '=' ? Number.parseInt(valeur.slice(rang + 1, rang + 3), 16) : Number.NaN
    if (Number.isNaN(code)) octets.push(...new TextEncoder().encode(valeur[rang]))
    else {
      octets.push(code)
      rang += 2
    }
  }
  try {
    return new TextDecoder(charset).decode(new Uint8Array(octets))
  } catch {
    return new TextDecoder('utf-8').decode(new Uint8Array(octets))
  }
}

const POINT_VIRGULE = '\u0001'
type Propriete = { nom: string; groupe: string | null; valeur: string | string[] }

const LIGNE = /^(?:([\w-]+)\.)?([A-Za-z-]+)((?:;(?:[^:;"]|"[^"]*")*)*):(.*)$/s

/** One line as the library reads it; an older one is first written as version 3 would be. Null of what is no property. */
function lirePropriete(ligne: string, version: string): Propriete | null {
  const lue = LIGNE.exec(ligne)
  if (!lue) return null
  const [, groupe = null, nom, suite = '', valeur = ''] = lue
  if (!GARDES.has(nom!.toUpperCase())) return { nom: nom!.toUpperCase(), groupe, valeur: '' }
  const parametres = suite.split(';').filter(Boolean)
  const code = parametres.some((un) => /quoted-printable/i.test(un))
  const charset = parametres.map((un) => /^charset="?([\w-]+)/i.exec(un)?.[1]).find(Boolean) ?? 'utf-8'
  // a semicolon that was encoded parts nothing
  const dite = code
    ? deQuotedPrintable(valeur.replace(/=3B/gi, POINT_VIRGULE), charset)
        .replace(/\\/g, '\\\\')
        .replace(/\r?\n/g, '\\n')
        .replace(/,/g, '\\,')
        .replaceAll(POINT_VIRGULE, '\\;')
    : valeur
  const gardes = parametres.filter((un) => un.includes('=') && !/^(?:encoding|charset)=/i.test(un))
  const corps = `${nom!.toUpperCase()}${gardes.map((un) => `;${un}`).join('')}:${dite}`
  try {
    const carte = ICAL.parse(`BEGIN:VCARD\r\nVERSION:${version}\r\n${corps}\r\nEND:VCARD`) as unknown as [string, unknown[][]]
    const lu = (carte[1] ?? []).find(([de]) => de === nom!.toLowerCase())
    const contenu = lu?.[3]
    const texte = (une: unknown): string =>
      (Array.isArray(une) ? une.map(texte).join(' ') : String(une ?? '')).replaceAll('\\;', ';').trim()
    if (contenu === undefined) return null
    return { nom: nom!.toUpperCase(), groupe, valeur: Array.isArray(contenu) ? contenu.map(texte) : texte(contenu) }
  } catch {
    return null
  }
}

const enTexte = (valeur: string | string[]): string => (Array.isArray(valeur) ? valeur.filter(Boolean).join(', ') : valeur)

/** What the lines of one card say. */
function lireCarte(lignes: readonly string[], laisser: (nom: string) => void): Carte {
  const version = lignes.some((ligne) => /^VERSION:4/i.test(ligne)) ? '4.0' : '3.0'
  const lues = lignes.flatMap((ligne) => lirePropriete(ligne, version) ?? (laisser('?'), []))
  for (const { nom } of lues) if (!GARDES.has(nom) && !TUS.has(nom)) laisser(nom)
  const toutes = (...noms: string[]) => lues.filter(({ nom, valeur }) => noms.includes(nom) && enTexte(valeur) !== '')
  const n = toutes('N')[0]?.valeur
  const [famille = '', prenom = ''] = Array.isArray(n) ? n : [enTexte(n ?? '')]
  const dite = enTexte(toutes('FN')[0]?.valeur ?? '') || [prenom, famille].filter(Boolean).join(' ')
  const organisations = toutes('ORG').map(({ groupe, valeur }) => ({
    groupe,
    texte: Array.isArray(valeur) ? (valeur[0] ?? '') : valeur
  }))
  const titres = toutes('TITLE').length > 0 ? toutes('TITLE') : toutes('ROLE')
  const fonctions = organisations.map(({ groupe, texte }, rang) => {
    const sien =
      groupe === null ? titres.filter((titre) => titre.groupe === null)[rang] : titres.find((titre) => titre.groupe === groupe)
    return { organisation: texte || null, titre: sien ? enTexte(sien.valeur) : null }
  })
  if (fonctions.length === 0 && titres[0]) fonctions.push({ organisation: null, titre: enTexte(titres[0].valeur) })
  const seule =
    enTexte(toutes('KIND')[0]?.valeur ?? '').toLowerCase() === 'org' ||
    (fonctions[0]?.organisation === dite && !famille && !prenom)
  if (seule && fonctions.length === 0) fonctions.push({ organisation: dite, titre: null })
  return {
    nom: seule || dite === '' ? null : dite,
    fonctions,
    courriels: toutes('EMAIL').map(({ valeur }) => enTexte(valeur).replace(/^mailto:/i, '')),
    telephones: toutes('TEL').map(({ valeur }) => enTexte(valeur).replace(/^tel:/i, '').replace(/;.*$/, ''))
  }
}

/** Reads a file of cards, versions 2.1, 3.0 and 4.0, several one after the other. A card that is not closed refuses the whole. */
export function lireVcards(octets: Uint8Array): CartesLues {
  const cartes: Carte[] = []
  const laisses = new Map<string, number>()
  const laisser = (nom: string) => void laisses.set(nom, (laisses.get(nom) ?? 0) + 1)
  let ouverte: string[] | null = null
  let dedans = 0
  const coupee = () => ({ ok: false as const, raison: 'carte_coupee' as const, rang: cartes.length + 1 })
  for (const ligne of deplier(decoder(octets).replace(/^\ufeff/, ''))) {
    if (/^BEGIN:VCARD\s*$/i.test(ligne)) {
      if (ouverte === null) ouverte = []
      // a card inside a card is the secretary of an old one; anything else is one that was cut
      else if (dedans > 0 || /^AGENT[:;]/i.test(ouverte.at(-1) ?? '')) dedans++
      else return coupee()
    } else if (/^END:VCARD\s*$/i.test(ligne)) {
      if (ouverte === null) return coupee()
      if (dedans > 0) dedans--
      else {
        cartes.push(lireCarte(ouverte, laisser))
        ouverte = null
      }
    } else if (ouverte !== null && dedans === 0) ouverte.push(ligne)
  }
  if (ouverte !== null) return coupee()
  return cartes.length === 0 ? { ok: false, raison: 'pas_une_carte', rang: 0 } : { ok: true, cartes, laisses }
}

/** Cards of version 4.0, one after the other, as `lireVcards` reads them. */
export function ecrireVcards(cartes: readonly Carte[]): Uint8Array {
  const textes = cartes.map(({ nom, fonctions, courriels, telephones }) => {
    const propriete = (de: string, valeur: unknown, groupe: string | null = null) => [
      de,
      groupe ? { group: groupe } : {},
      'text',
      valeur
    ]
    const seule = nom === null
    return ICAL.stringify([
      'vcard',
      [
        propriete('version', '4.0'),
        ...(seule ? [propriete('kind', 'org')] : []),
        propriete('fn', nom ?? fonctions[0]?.organisation ?? ''),
        ...fonctions.flatMap(({ organisation, titre }, rang) => [
          ...(organisation ? [propriete('org', [organisation], `f${rang + 1}`)] : []),
          ...(titre ? [propriete('title', titre, `f${rang + 1}`)] : [])
        ]),
        ...courriels.map((courriel) => propriete('email', courriel)),
        ...telephones.map((telephone) => ['tel', {}, 'text', telephone])
      ],
      []
    ] as never)
  })
  return new TextEncoder().encode(textes.join(''))
}
