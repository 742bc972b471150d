/** Width and height in pixels, as the header of an image says. */
export type Taille = { largeur: number; hauteur: number }

const dite = (largeur: number, hauteur: number): Taille | null =>
  largeur > 0 && hauteur > 0 && largeur < 2 ** 24 && hauteur < 2 ** 24 ? { largeur, hauteur } : null
const vueDe = (octets: Uint8Array) => new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
const mot = (octets: Uint8Array, a: number) => String.fromCharCode(...octets.subarray(a, a + 4))

/** The size that a PNG says; null when it is cut. */
export function taillePng(octets: Uint8Array): Taille | null {
  if (octets.length < 33 || mot(octets, 12) !== 'IHDR') return null
  const vue = vueDe(octets)
  return dite(vue.getUint32(16), vue.getUint32(20))
}

/** The size that a JPEG says, in its frame, which comes after a few segments; null when none is found. */
export function tailleJpeg(octets: Uint8Array): Taille | null {
  const vue = vueDe(octets)
  for (let a = 2; a + 9 < octets.length;) {
    const marque = octets[a + 1]!
    if (octets[a] !== 0xff) return null
    if (marque === 0xff) a++
    else if (marque >= 0xc0 && marque <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marque))
      return dite(vue.getUint16(a + 7), vue.getUint16(a + 5))
    else if (marque === 0xda || marque === 0xd9) return null
    else if (marque === 1 || (marque >= 0xd0 && marque <= 0xd7)) a += 2
    else a += 2 + Math.max(2, vue.getUint16(a + 2))
  }
  return null
}

/** The size that a WebP says, in one of its three forms; null when it is cut. */
export function tailleWebp(octets: Uint8Array): Taille | null {
  if (octets.length < 30) return null
  const vue = vueDe(octets)
  const forme = mot(octets, 12)
  if (forme === 'VP8X') return dite(1 + (vue.getUint32(24, true) & 0xffffff), 1 + (vue.getUint32(26, true) >>> 8))
  if (forme === 'VP8L' && octets[20] === 0x2f) {
    const bits = vue.getUint32(21, true)
    return dite(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
  }
  const trame = octets[23] === 0x9d && octets[24] === 1 && octets[25] === 0x2a
  return forme === 'VP8 ' && trame ? dite(vue.getUint16(26, true) & 0x3fff, vue.getUint16(28, true) & 0x3fff) : null
}
