import type { Perimetre } from '#platform/acteur.ts'
import type { Classeur } from '#platform/classeur.ts'
import type { Tx } from '#platform/db.server.ts'
import { lireColonnesDites } from '../regles/plan/dire-colonnes.ts'
import { estLeModele, lirePlan } from '../regles/plan/lire.ts'
import type { PlanLu } from '../schema/plan.ts'
import { proposerColonnes } from './plan.server.ts'

/**
 * A plan read where nobody can be asked: the template by itself; a free file as its columns are said (« Titre de l’action=Intitulé »),
 * or as this territory said them the last time; else the sentence that says how.
 */
export async function lireSansPage(
  db: Tx,
  perimetre: Perimetre,
  classeur: Classeur,
  nom: string,
  dites: string | undefined
): Promise<PlanLu | string> {
  const proposition = await proposerColonnes(db, perimetre, classeur, nom)
  if (!proposition) return lirePlan(classeur)
  const { appariement, entete, retenue } = proposition
  const noms = entete.colonnes.map((colonne) => colonne.nom)
  if (dites !== undefined) {
    const roles = lireColonnesDites(dites, noms, appariement.roles)
    if (typeof roles === 'string') return roles
    return roles.includes('titre') ? lirePlan(classeur, { ...appariement, roles }) : demander(noms)
  }
  if (retenue) return lirePlan(classeur, appariement)
  if (estLeModele(classeur)) return lirePlan(classeur)
  return demander(noms)
}

const demander = (noms: readonly string[]) =>
  `Les colonnes de ce fichier ne sont pas celles du modèle. Dites ce qu’elles contiennent une fois sur la page « Importer un tableur », ou ici avec --colonnes "Titre de l’action=NOM,Structure pilote=NOM". Colonnes du fichier : ${noms.join(', ')}.`
