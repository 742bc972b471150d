import { peutEffacer } from '#domaines/partenaires/droits.ts'
import { direRefusEffacer } from '#domaines/partenaires/libelles/effacements.ts'
import { listerAdressesPerdues } from '#domaines/partenaires/queries/lettres-perdues.server.ts'
import { demanderEffacements, reconduireContacts } from '#domaines/pilotage/commands/effacement.server.ts'
import { listerSansContact } from '#domaines/pilotage/queries/effacement.server.ts'
import { jourDe } from '#platform/dates.ts'
import { entrer, geste, lire } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** People shown at once: what one looks at in one sitting. */
const MONTREES = 100

export const load: PageServerLoad = ({ locals, url }) =>
  lire(locals, async (db, perimetre) => ({
    peut: peutEffacer(entrer(locals).acteur),
    ...(await listerSansContact(db, perimetre, jourDe(locals.maintenant), MONTREES)),
    perdues: await listerAdressesPerdues(db, perimetre),
    fait: lireFait(url)
  }))

function lireFait(url: URL) {
  const [, sorte, nombre] = /^(gardees|effacees)-(\d{1,3})$/.exec(url.searchParams.get('fait') ?? '') ?? []
  return sorte ? { sorte, nombre: Number(nombre) } : null
}

const revue = (sorte: string) => ({
  formulaire: 'revue',
  listes: ['ids'],
  dire: direRefusEffacer,
  suite: (_: Record<string, string>, form: FormData) =>
    `/partenaires/personnes/a-revoir?fait=${sorte}-${form.getAll('ids').length}`
})

export const actions: Actions = {
  reconduire: geste(reconduireContacts, revue('gardees')),
  effacer: geste(demanderEffacements, revue('effacees'))
}
