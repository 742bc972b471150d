import { createTransport } from 'nodemailer'
import { ouvrirBase } from '#platform/db.server.ts'
import { distribuer } from '#domaines/partenaires/jobs.server.ts'
import { tousLesRedacteurs } from './redacteurs.ts'

// a process that distributes the letters of a territory, made to be killed; `node distribuer.ts <base> <port smtp> <territoire>`
const [adresse, port, collectiviteId] = process.argv.slice(2) as [string, string, string]
const base = ouvrirBase(adresse, { max: 4 })
const transport = createTransport({ host: '127.0.0.1', port: Number(port), ignoreTLS: true })
const rediger = async () => ({ objet: 'Invitation', texte: 'Bonjour', html: '<p>Bonjour</p>' })
await distribuer(
  base,
  {
    courrier: {
      boite: null,
      fermer: () => {},
      envoyer: async ({ a, objet, texte, html, identifiant }) =>
        void (await transport.sendMail({
          from: 'essai@exemple.fr',
          to: a,
          subject: objet,
          text: texte,
          html,
          messageId: `<${identifiant}>`
        }))
    },
    domaine: 'exemple.fr',
    parMinute: 60_000,
    redacteurs: tousLesRedacteurs(rediger)
  },
  collectiviteId
)
await base.fermer()
