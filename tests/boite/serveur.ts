import hoodiecrow from 'hoodiecrow-imap'
import type { AddressInfo, Socket } from 'node:net'

export const COMPTE = { compte: 'sante', motDePasse: 'un mot de passe' }

/** A real IMAP server, in memory, with one account and a folder besides its inbox. */
export async function ouvrirImap(options: { secureConnection?: boolean } = {}) {
  const imap = hoodiecrow({
    plugins: ['ID', 'ENABLE', 'UNSELECT', 'LITERALPLUS', 'AUTH-PLAIN'],
    users: { [COMPTE.compte]: { password: COMPTE.motDePasse } },
    storage: { INBOX: {}, '': { folders: { Retours: {} } } },
    ...options
  })
  const ouvertes = new Set<Socket>()
  imap.server.on('connection', (prise) => {
    ouvertes.add(prise)
    prise.on('close', () => ouvertes.delete(prise))
  })
  await new Promise<void>((pret) => imap.listen(0, '127.0.0.1', pret))
  return {
    port: (imap.server.address() as AddressInfo).port,
    /** Puts a message in the mailbox, as the post does. */
    deposer: (brut: string, dossier = 'INBOX') => imap.appendMessage(dossier, [], false, Buffer.from(brut).toString('binary')),
    /** What is in the mailbox, with the marks that each message bears. */
    contenu: (dossier = 'INBOX') => imap.getMailbox(dossier).messages.map(({ uid, flags }) => ({ uid, flags: [...flags] })),
    /** The mailbox was rebuilt: every message has another number. */
    renumeroter(dossier = 'INBOX') {
      const boite = imap.getMailbox(dossier)
      boite.uidvalidity++
      for (const [rang, message] of boite.messages.entries()) message.uid = rang + 1
      boite.uidnext = boite.messages.length + 1
    },
    couper: () => ouvertes.forEach((prise) => prise.destroy()),
    fermer: () =>
      new Promise<void>((fini) => {
        imap.server.close(() => fini())
        ouvertes.forEach((prise) => prise.destroy())
      })
  }
}
