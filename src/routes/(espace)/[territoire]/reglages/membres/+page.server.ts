import { redirect } from '@sveltejs/kit'
import { inviterMembre, modifierMembre, retablirMembre, retirerMembre } from '#domaines/comptes/commands.server.ts'
import { peutInviter } from '#domaines/comptes/droits.ts'
import { REFUS_MEMBRE } from '#domaines/comptes/libelles.ts'
import { listerMembres, nomDuMembre } from '#domaines/comptes/queries.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { acteur } = entrer(locals)
  const retire = idDuParametre(url, 'retire')
  return lire(locals, async (db, perimetre) => {
    const nom = retire && (await nomDuMembre(db, perimetre, retire))
    return {
      peut: peutInviter(acteur),
      modifier: url.searchParams.get('modifier') ?? '',
      membres: await listerMembres(db, perimetre),
      monCompte: acteur.compteId,
      retire: nom ? { id: retire, nom } : null,
      invite: url.searchParams.get('invite')
    }
  })
}

const dire = (raison: 'derniere_coordination') => REFUS_MEMBRE[raison]

export const actions: Actions = {
  inviter: async ({ request, locals, params }) => {
    const form = await request.formData()
    const { courriel, nom, role, fonction, quotite } = lireFormulaire(form)
    const fait = await inviterMembre(entrer(locals), { courriel, nom, role, fonction, quotite })
    if (!fait.ok) return repondre(fait, form, 'nouveau', dire)
    redirect(303, `/${params.territoire}/reglages/membres?invite=${encodeURIComponent(String(courriel).trim())}`)
  },
  modifier: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await modifierMembre(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, String(form.get('id')), dire)
    redirect(303, `/${params.territoire}/reglages/membres`)
  },
  retirer: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retirerMembre(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, `retrait-${String(form.get('id'))}`, dire)
    redirect(303, `/${params.territoire}/reglages/membres?retire=${String(form.get('id'))}`)
  },
  retablir: async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await retablirMembre(entrer(locals), lireFormulaire(form))
    if (!fait.ok) return repondre(fait, form, 'retirer', dire)
    redirect(303, `/${params.territoire}/reglages/membres`)
  }
}
