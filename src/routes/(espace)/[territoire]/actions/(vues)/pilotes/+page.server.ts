import { jourDe } from '#platform/dates.ts'
import { lireCadre } from '#domaines/actions/queries/cadre.server.ts'
import { lirePilotes } from '#domaines/actions/queries/pilotes.server.ts'
import { estFragile, SEULES_NOMMEES, titreDesPilotes } from '#domaines/actions/regles/pilotes.ts'
import { lireVue } from '#domaines/actions/schema/portefeuille.ts'
import { lire } from '../../../../../session.server.ts'
import type { PageServerLoad } from './$types'

const PAR_PAGE = 100

export const load: PageServerLoad = async ({ locals, url }) => {
  const vue = lireVue(url.searchParams)
  const jour = jourDe(locals.maintenant)
  return lire(locals, async (db, perimetre) => {
    const cadre = await lireCadre(db, perimetre, vue, jour)
    const { charges, sansPilote } = await lirePilotes(db, perimetre, cadre.vue, jour)
    return {
      vue,
      titre: titreDesPilotes(charges, sansPilote.length),
      // of those whom it would help, the names that are shown: two thousand would travel in vain
      charges: charges.slice((vue.page - 1) * PAR_PAGE, vue.page * PAR_PAGE).map(({ seules, ...charge }) => ({
        ...charge,
        fragile: estFragile({ seules }),
        seules: { nombre: seules.length, actions: estFragile({ seules }) ? seules.slice(0, SEULES_NOMMEES) : [] }
      })),
      pilotes: charges.length,
      pages: Math.max(1, Math.ceil(charges.length / PAR_PAGE)),
      sansPilote: { nombre: sansPilote.length, actions: sansPilote.slice(0, 50) },
      vide: cadre.resume.vide,
      offre: cadre.offre
    }
  })
}
