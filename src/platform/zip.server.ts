import { crc32 } from 'node:zlib'

type Entree = { nom: string; octets: Uint8Array }

const LOCALE = 0x04034b50
const CENTRALE = 0x02014b50
const FIN = 0x06054b50
/** Names are in UTF-8. */
const DRAPEAU = 0x0800
/** 1 January 1980, the first day that the format can tell. */
const JOUR = 0x0021
const VERSION = 20

/**
 * An archive of files that come one after the other, written as they come: what went out is not kept. They are stored as they are, since
 * documents are compressed already. Less than 4 GiB in all, and 65,535 files.
 */
export async function* enZip(entrees: AsyncIterable<Entree>): AsyncGenerator<Uint8Array> {
  const annuaire: Buffer[] = []
  let place = 0
  for await (const { nom, octets } of entrees) {
    const titre = Buffer.from(nom)
    const dit = Buffer.alloc(26)
    dit.writeUInt16LE(VERSION, 0)
    dit.writeUInt16LE(DRAPEAU, 2)
    dit.writeUInt16LE(JOUR, 8)
    dit.writeUInt32LE(crc32(octets), 10)
    dit.writeUInt32LE(octets.length, 14)
    dit.writeUInt32LE(octets.length, 18)
    dit.writeUInt16LE(titre.length, 22)
    const entete = Buffer.concat([entier(LOCALE), dit, titre])
    annuaire.push(Buffer.concat([entier(CENTRALE), court(VERSION), dit, Buffer.alloc(10), entier(place), titre]))
    place += entete.length + octets.length
    yield entete
    yield octets
  }
  const central = Buffer.concat(annuaire)
  const fin = Buffer.alloc(18)
  fin.writeUInt16LE(annuaire.length, 4)
  fin.writeUInt16LE(annuaire.length, 6)
  fin.writeUInt32LE(central.length, 8)
  fin.writeUInt32LE(place, 12)
  yield Buffer.concat([central, entier(FIN), fin])
}

function entier(nombre: number): Buffer {
  const octets = Buffer.alloc(4)
  octets.writeUInt32LE(nombre)
  return octets
}

function court(nombre: number): Buffer {
  const octets = Buffer.alloc(2)
  octets.writeUInt16LE(nombre)
  return octets
}
