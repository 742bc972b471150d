declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'
  type Dossier = { uidvalidity: number; uidnext: number; messages: { uid: number; flags: string[] }[] }
  type Imap = {
    server: Server
    listen(port: number, hote: string, pret: () => void): void
    getMailbox(chemin: string): Dossier
    appendMessage(chemin: string, flags: string[], date: string | false, brut: string): void
  }
  export default function hoodiecrow(options: object): Imap
}
