import { ouvrirCoffre } from '#platform/coffre.server.ts'
import { ouvrirBase } from '#platform/db.server.ts'
import { lireAgendaQuiRepond } from '#domaines/instances/imports/agenda-qui-repond.server.ts'
import { releverBoite } from '#domaines/partenaires/jobs/boites.server.ts'

// a process that reads the mailbox of a territory and dies at a letter; `node relever.ts <base> <clé> <territoire> <rang>`
const [adresse, cle, collectiviteId, rang] = process.argv.slice(2) as [string, string, string, string]
const base = ouvrirBase(adresse, { max: 4 })
let lues = 0
await releverBoite(
  base,
  {
    coffre: () => ouvrirCoffre({ TISSERAND_CLE: cle, dossier: '' }),
    agenda: async (tx, ou, courrier) => {
      const issue = await lireAgendaQuiRepond(tx, ou, courrier)
      // once the answer is written, and before the mailbox is noted as read
      if (++lues === Number(rang)) process.kill(process.pid, 'SIGKILL')
      return issue
    }
  },
  collectiviteId
)
await base.fermer()
