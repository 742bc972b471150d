import { createServer, type Socket } from 'node:net'

type Caprices = {
  /** closes each connection at once */
  ferme?: boolean
  /** what is answered to an address, when it is not taken */
  destinataire?: (adresse: string) => string | null
  /** instead of « 250 » once the letter number `rang`, from 1, was given whole */
  apres?: (rang: number, connexion: Socket) => boolean
}

/** A mail server that does as it is told, down to the byte: what a library of servers would not let happen. `recus`: the addresses of what it was given whole. */
export async function ouvrirCapricieux({ ferme = false, destinataire = () => null, apres = () => false }: Caprices) {
  const recus: string[] = []
  const connexions = new Set<Socket>()
  const serveur = createServer((connexion) => {
    connexions.add(connexion)
    connexion.on('error', () => {})
    connexion.on('close', () => connexions.delete(connexion))
    if (ferme) return void connexion.destroy()
    let [lettre, adresse, reste] = [false, '', '']
    const dire = (ligne: string) => connexion.write(`${ligne}\r\n`)
    const commande = (ligne: string) => {
      if (/^EHLO/i.test(ligne)) return dire('250-essai\r\n250 8BITMIME')
      if (/^DATA/i.test(ligne)) return (lettre = dire('354 donnez') || true)
      if (/^QUIT/i.test(ligne)) return connexion.end('221 au revoir\r\n')
      if (!/^RCPT/i.test(ligne)) return dire('250 bien')
      adresse = /<(.*)>/.exec(ligne)![1]!
      return dire(destinataire(adresse) ?? '250 bien')
    }
    dire('220 essai ESMTP')
    connexion.on('data', (octets) => {
      reste += octets.toString('latin1')
      for (;;) {
        const borne = lettre ? '\r\n.\r\n' : '\r\n'
        const fin = reste.indexOf(borne)
        if (fin < 0) return
        const ligne = reste.slice(0, fin)
        reste = reste.slice(fin + borne.length)
        if (!lettre) commande(ligne)
        else {
          lettre = false
          recus.push(adresse)
          if (!apres(recus.length, connexion)) dire('250 prise')
        }
      }
    })
  })
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret))
  return {
    port: (serveur.address() as { port: number }).port,
    recus,
    fermer: () => {
      for (const connexion of connexions) connexion.destroy()
      return new Promise<void>((fini) => serveur.close(() => fini()))
    }
  }
}
