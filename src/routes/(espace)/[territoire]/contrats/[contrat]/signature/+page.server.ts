import { redirect } from '@sveltejs/kit'
import { changerEtape } from '#domaines/contrats/commands/contrat.server.ts'
import { ajouterSignataireNomme, modifierSignataireNomme } from '#domaines/contrats/commands/nommer.server.ts'
import { retablirSignataire, retirerSignataire, signerContrat } from '#domaines/contrats/commands/signature.server.ts'
import { peutDeclarerSignature, peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { lireContrat, nomDuRetire } from '#domaines/contrats/queries.server.ts'
import { listerPersonnes, listerStructures } from '#domaines/partenaires/queries.server.ts'
import { idDe, idDuParametre } from '../../../../../adresse.server.ts'
import { entrer, lire, lireFormulaire, repondre, type Acte } from '../../../../../session.server.ts'
import { parLesNoms } from '../noms.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const contratId = idDe(params.contrat)
  const { acteur } = entrer(locals)
  const peutEcrire = peutEcrireContrat(acteur)
  const retire = idDuParametre(url, 'retire')
  const lu = await lire(locals, async (db, perimetre) => {
    const contrat = await lireContrat(db, perimetre, contratId)
    return (
      contrat && {
        contrat,
        structures: await listerStructures(db, perimetre),
        personnes: peutEcrire ? await listerPersonnes(db, perimetre) : [],
        retire: retire && (await nomDuRetire(db, perimetre, retire))
      }
    )
  })
  return {
    contratLu: lu.contrat,
    structures: lu.structures.map(({ nom, type }) => ({ nom, type })),
    personnes: lu.personnes.map(({ nom }) => nom),
    role: url.searchParams.get('role'),
    corrige: url.searchParams.get('corriger'),
    retire: retire && lu.retire ? { id: retire, nom: lu.retire } : null,
    peutEcrire,
    peutSigner: peutDeclarerSignature(acteur)
  }
}

const avec =
  (acte: Acte, champ: 'id' | 'contratId' | null, formulaire: string, suite: string, rappeler = false): Actions[string] =>
  async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await acte(entrer(locals), { ...lireFormulaire(form), ...(champ ? { [champ]: params.contrat } : {}) })
    return fait.ok
      ? redirect(
          303,
          `/${params.territoire}/contrats/${params.contrat}${suite}${rappeler ? `?retire=${String(form.get('id'))}` : ''}`
        )
      : repondre(fait, form, formulaire, direRefusContrat)
  }

export const actions: Actions = {
  ajouter: avec(parLesNoms(ajouterSignataireNomme), 'contratId', 'ajouter', '/signature'),
  corriger: avec(parLesNoms(modifierSignataireNomme), null, 'corriger', '/signature'),
  retirer: avec(retirerSignataire, null, 'retirer', '/signature', true),
  retablir: avec(retablirSignataire, null, 'retablir', '/signature'),
  etape: avec(changerEtape, 'id', 'etape', '/signature'),
  signer: avec(signerContrat as Acte, 'id', 'signer', '')
}
