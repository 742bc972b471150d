import { crc32, deflateSync } from 'node:zlib'

/** A PDF of one page that says one line; any reader opens it. */
export function unPdf(texte: string): Uint8Array {
  const trace = `BT /F1 24 Tf 60 760 Td (${texte.normalize('NFD').replace(/[^ -~]|[()\\]/g, '')}) Tj ET`
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${trace.length} >>\nstream\n${trace}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  ]
  let corps = '%PDF-1.4\n'
  const places = objets.map((objet, rang) => {
    const place = corps.length
    corps += `${rang + 1} 0 obj\n${objet}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const fin = `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${corps.length}\n%%EOF\n`
  return new TextEncoder().encode(corps + fin)
}

/** A PNG of this size, a soft gradient of one hue. */
export function unPng(largeur: number, hauteur: number, teinte = 0): Uint8Array {
  const morceau = (nom: string, contenu: Uint8Array) => {
    const dit = Buffer.concat([Buffer.from(nom, 'latin1'), contenu])
    const cadre = Buffer.alloc(8)
    cadre.writeUInt32BE(contenu.length)
    cadre.writeUInt32BE(crc32(dit), 4)
    return Buffer.concat([cadre.subarray(0, 4), dit, cadre.subarray(4)])
  }
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(largeur)
  entete.writeUInt32BE(hauteur, 4)
  entete.set([8, 2], 8)
  const lignes = Buffer.alloc(hauteur * (1 + largeur * 3))
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++)
      lignes.set(
        [(x * 200) / largeur, (y * 200) / hauteur, (120 + teinte) % 256].map(Math.floor),
        y * (1 + largeur * 3) + 1 + x * 3
      )
  const signe = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([signe, morceau('IHDR', entete), morceau('IDAT', deflateSync(lignes)), morceau('IEND', Buffer.alloc(0))])
  )
}
