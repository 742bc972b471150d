import { cleDeNom } from '#platform/classeur/libre.ts'
import { normaliser } from '#platform/texte.ts'
import { ROLE_COLONNE } from '../../libelles/imports.ts'
import { ROLES_UNIQUES, type Appariement } from '../../schema/appariement.ts'

type Role = Appariement['roles'][number]

const ROLES = new Map(
  Object.values(ROLE_COLONNE).flatMap((groupe) =>
    (Object.entries(groupe) as [Role, string][]).flatMap(([role, libelle]) => [
      [normaliser(libelle), role] as const,
      [normaliser(role), role] as const
    ])
  )
)

/**
 * « Titre de l’action=Intitulé, Structure pilote=Qui » over what was proposed: what a column may hold, as the page calls it, then its
 * name in the file. Answers the sentence of what is not understood.
 */
export function lireColonnesDites(
  texte: string,
  noms: readonly string[],
  proposes: Appariement['roles']
): Appariement['roles'] | string {
  const roles = [...proposes]
  for (const dite of texte.split(/[,;]/).filter((part) => part.trim() !== '')) {
    const [champ = '', ...suite] = dite.split('=')
    const role = ROLES.get(normaliser(champ))
    const rang = noms.findIndex((nom) => cleDeNom(nom) === cleDeNom(suite.join('=')))
    if (!role)
      return `« ${champ.trim()} » n’est pas une chose qu’une colonne peut contenir. Écrivez par exemple : Titre de l’action=NOM DE LA COLONNE.`
    if (rang < 0) return `Aucune colonne ne s’appelle « ${suite.join('=').trim()} ». Colonnes du fichier : ${noms.join(', ')}.`
    // said by name, it is no longer what another column was only thought to say
    if (ROLES_UNIQUES.has(role)) roles.forEach((autre, ailleurs) => void (autre === role && (roles[ailleurs] = 'note')))
    roles[rang] = role
  }
  return roles
}
