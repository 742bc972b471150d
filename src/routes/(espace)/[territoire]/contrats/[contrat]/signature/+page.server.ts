import { redirect } from '@sveltejs/kit'
import { changerEtape } from '#domaines/contrats/commands/contrat.server.ts'
import {
  ajouterSignataire,
  modifierSignataire,
  retirerSignataire,
  signerContrat
} from '#domaines/contrats/commands/signature.server.ts'
import { peutDeclarerSignature, peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { lireContrat } from '#domaines/contrats/queries.server.ts'
import { assurerPersonnes, assurerStructures } from '#domaines/partenaires/commands.server.ts'
import { listerPersonnes, listerStructures } from '#domaines/partenaires/queries.server.ts'
import { normaliser } from '#platform/texte.ts'
import type { Appel, Resultat } from '#platform/commande.server.ts'
import { entrer, lire, lireFormulaire, repondre } from '../../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { acteur } = entrer(locals)
  const peutEcrire = peutEcrireContrat(acteur)
  const lu = await lire(locals, async (db, perimetre) => {
    const contrat = await lireContrat(db, perimetre, params.contrat)
    return (
      contrat && {
        contrat,
        structures: await listerStructures(db, perimetre),
        personnes: peutEcrire ? await listerPersonnes(db, perimetre) : []
      }
    )
  })
  return {
    contratLu: lu.contrat,
    structures: lu.structures.map(({ nom, type }) => ({ nom, type })),
    personnes: lu.personnes.map(({ nom }) => nom),
    role: url.searchParams.get('role'),
    corrige: url.searchParams.get('corriger'),
    peutEcrire,
    peutSigner: peutDeclarerSignature(acteur)
  }
}

type Acte = (appel: Appel, saisie: Record<string, unknown>) => Promise<Resultat<unknown, string>>

/** The person typed becomes one of the directory, known or new. */
const corrigerParNom: Acte = async (appel, { personne, ...saisie }) => {
  const nom = String(personne ?? '').trim()
  const personnes = await assurerPersonnes(appel, { noms: nom === '' ? [] : [nom] })
  return personnes.ok
    ? modifierSignataire(appel, { ...saisie, personneId: personnes.valeur.ids.get(normaliser(nom)) ?? null } as never)
    : personnes
}

/** Names typed by a person become the structures and people of the directory, known or new, before the act takes their ids. */
const ajouterParNom: Acte = async (appel, { structure, personne, ...saisie }) => {
  const noms = { structure: String(structure ?? '').trim(), personne: String(personne ?? '').trim() }
  if (noms.structure === '') return { ok: false, sorte: 'saisie', champs: { structure: ['Nommez une structure.'] } }
  const structures = await assurerStructures(appel, { noms: [noms.structure] })
  const personnes = await assurerPersonnes(appel, { noms: noms.personne === '' ? [] : [noms.personne] })
  if (!structures.ok) return structures
  if (!personnes.ok) return personnes
  return ajouterSignataire(appel, {
    ...saisie,
    structureId: structures.valeur.ids.get(normaliser(noms.structure)),
    personneId: personnes.valeur.ids.get(normaliser(noms.personne)) ?? null
  } as never)
}

const avec =
  (acte: Acte, champ: 'id' | 'contratId' | null, formulaire: string, suite: string): Actions[string] =>
  async ({ request, locals, params }) => {
    const form = await request.formData()
    const fait = await acte(entrer(locals), { ...lireFormulaire(form), ...(champ ? { [champ]: params.contrat } : {}) })
    return fait.ok
      ? redirect(303, `/${params.territoire}/contrats/${params.contrat}${suite}`)
      : repondre(fait, form, formulaire, direRefusContrat)
  }

export const actions: Actions = {
  ajouter: avec(ajouterParNom, 'contratId', 'ajouter', '/signature'),
  corriger: avec(corrigerParNom, null, 'corriger', '/signature'),
  retirer: avec(retirerSignataire, null, 'retirer', '/signature'),
  etape: avec(changerEtape, 'id', 'etape', '/signature'),
  signer: avec(signerContrat as Acte, 'id', 'signer', '')
}
