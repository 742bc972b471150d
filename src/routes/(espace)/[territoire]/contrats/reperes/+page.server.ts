import { error } from '@sveltejs/kit'
import { modifierRepere, poserRepere, retablirRepere, retirerRepere } from '#domaines/contrats/commands/journal.server.ts'
import { inscrirePrs, modifierPrs, retablirPrs, retirerPrs } from '#domaines/contrats/commands/prs.server.ts'
import {
  inscrireProgramme,
  modifierProgramme,
  retablirProgramme,
  retirerProgramme
} from '#domaines/contrats/commands/programmes.server.ts'
import { peutEcrireContrat } from '#domaines/contrats/droits.ts'
import { direRefusContrat } from '#domaines/contrats/libelles.ts'
import { listerProgrammes, listerPrs, listerReperes } from '#domaines/contrats/queries.server.ts'
import { idDuParametre } from '../../../../adresse.server.ts'
import { entrer, geste, lire, type Acte } from '../../../../session.server.ts'
import type { Actions, PageServerLoad } from './$types'

const SORTES = ['prs', 'repere', 'programme'] as const

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!peutEcrireContrat(entrer(locals).acteur))
    error(403, 'Votre rôle ne permet pas d’écrire la frise.', { conseil: 'Demandez à la coordination du territoire.' })
  const [prs, reperes, programmes] = await lire(locals, (db, perimetre) =>
    Promise.all([listerPrs(db, perimetre), listerReperes(db, perimetre), listerProgrammes(db, perimetre)])
  )
  return {
    prs,
    reperes,
    programmes,
    corrige: idDuParametre(url, 'corriger'),
    retire: idDuParametre(url, 'retire'),
    sorte: SORTES.find((sorte) => sorte === url.searchParams.get('sorte')) ?? 'repere'
  }
}

const avec = (acte: Acte, formulaire: string, sorte?: (typeof SORTES)[number]) =>
  geste(acte, {
    formulaire,
    dire: direRefusContrat,
    suite: (_, form) => `/contrats/reperes${sorte ? `?retire=${String(form.get('id'))}&sorte=${sorte}` : ''}`
  })

export const actions: Actions = {
  prs: avec(inscrirePrs, 'prs'),
  'corriger-prs': avec(modifierPrs, 'corriger'),
  'retirer-prs': avec(retirerPrs, '', 'prs'),
  'retablir-prs': avec(retablirPrs, ''),
  repere: avec(poserRepere, 'repere'),
  'corriger-repere': avec(modifierRepere, 'corriger'),
  'retirer-repere': avec(retirerRepere, '', 'repere'),
  'retablir-repere': avec(retablirRepere, ''),
  programme: avec(inscrireProgramme, 'programme'),
  'corriger-programme': avec(modifierProgramme, 'corriger'),
  'retirer-programme': avec(retirerProgramme, '', 'programme'),
  'retablir-programme': avec(retablirProgramme, '')
}
