import { SMTPServer } from 'smtp-server'
import type { Page } from 'playwright-core'

export type Lettre = { a: string; de: string; brut: string }

/** A mail server that keeps what it takes: the letters, with whom for. */
export async function ouvrirFacteur(): Promise<{ lettres: Lettre[]; port: number; fermer: () => Promise<void> }> {
  const lettres: Lettre[] = []
  const facteur = new SMTPServer({
    authOptional: true,
    closeTimeout: 500,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(flux, { envelope }, fini) {
      let brut = ''
      flux.on('data', (bout: Buffer) => (brut += bout))
      flux.on('end', () => {
        lettres.push({ a: envelope.rcptTo[0]!.address, de: envelope.mailFrom ? envelope.mailFrom.address : '', brut })
        fini()
      })
    }
  })
  await new Promise<void>((pret) => facteur.listen(0, '127.0.0.1', pret))
  const { port } = facteur.server.address() as { port: number }
  return { lettres, port, fermer: () => new Promise<void>((fini) => facteur.close(() => fini())) }
}

/** A letter as it is read, its quoted-printable undone. */
export const net = ({ brut }: Lettre): string =>
  Buffer.from(
    brut.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1'
  ).toString('utf8')

/** The link of a kind in a letter, under the address of the server of the test: its settings do not know the port it took. */
export const lienDans = (lettre: Lettre, sorte: string, adresse: string): string =>
  new RegExp(`https?://[^"\\s<>]*/${sorte}`).exec(net(lettre))![0].replace(/^https?:\/\/[^/]+/, adresse)

/** Brings a list of contacts into the directory, spread over so many structures. */
export async function importerCarnet(page: Page, personnes: number, structures: number): Promise<void> {
  const lignes = Array.from(
    { length: personnes },
    (_, n) => `Structure n°${n % structures};Partenaire ${n};partenaire${n}@exemple.fr`
  )
  const carnet = ['Structure;Nom;Courriel', ...lignes].join('\n')
  await page.goto('/cergy/partenaires/importer')
  await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'carnet.csv', mimeType: 'text/csv', buffer: Buffer.from(carnet) })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('button', { name: 'Tout importer' }).click()
  await page.getByText(`${personnes} lignes reprises dans l’annuaire`).waitFor({ timeout: 60_000 })
}
