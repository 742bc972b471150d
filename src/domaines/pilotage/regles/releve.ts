import { direDate } from '#platform/dates.ts'
import { enumerer } from '#platform/texte.ts'
import { ROLE_INTERVENANT } from '#domaines/actions/libelles.ts'
import type { RoleIntervenant } from '#domaines/actions/schema/mots.ts'
import { ROLE_SIEGE } from '#domaines/instances/libelles.ts'
import type { RoleSiege } from '#domaines/instances/schema.ts'
import { direAnneeScolaire } from '#domaines/partenaires/regles/chartes.ts'
import type { LigneDeReleve, Releve } from '#domaines/partenaires/schema/passations.ts'
import type { Appui } from './appuis.ts'

/** What the facts say that a person holds for a structure. */
export type MatiereDuReleve = {
  actions: { id: string; nom: string; roles: RoleIntervenant[] }[]
  instances: { id: string; nom: string; role: RoleSiege; qualite: string | null }[]
  taches: { texte: string; echeance: string | null; instance: string }[]
  promesses: { texte: string; avec: string; jour: string }[]
  venues: { instance: string; instanceId: string; seanceId: string; jour: string }[]
  echanges: { titre: string }[]
  chartes: { annee: number; id: string }[]
  collegues: string[]
}

const ligne = (texte: string, precision: string | null = null, href: string | null = null): LigneDeReleve => ({
  texte,
  precision,
  href
})

/**
 * What a handover note says by itself: what the facts know of what a person holds for a structure, and of it what rests on nobody else.
 * It tells what is to be taken over, never how it was done.
 */
export function composerReleve(lu: MatiereDuReleve, uniques: readonly Appui[], structureId: string, jour: string): Releve {
  const seule = (nature: Appui['nature'], id: string) =>
    uniques.some((appui) => appui.nature === nature && appui.id === id) ? 'personne d’autre n’y est nommé' : null
  const dit = (...parties: (string | null)[]) => parties.filter(Boolean).join(' · ') || null
  const rubriques = [
    {
      titre: 'Actions',
      lignes: lu.actions.map(({ id, nom, roles }) =>
        ligne(
          nom,
          dit(enumerer(roles.map((role) => ROLE_INTERVENANT[role].toLowerCase())), seule('action', id)),
          `/actions/${id}`
        )
      )
    },
    {
      titre: 'Instances',
      lignes: lu.instances.map(({ id, nom, role, qualite }) =>
        ligne(nom, dit(ROLE_SIEGE[role].toLowerCase(), qualite, seule('instance', id)), `/instances/${id}`)
      )
    },
    {
      titre: 'Tâches qui attendent',
      lignes: lu.taches.map(({ texte, echeance, instance }) =>
        ligne(texte, dit(instance, echeance && `pour le ${direDate(echeance)}`), '/instances/taches')
      )
    },
    {
      titre: 'Engagements pris',
      lignes: [
        ...lu.promesses.map(({ texte, avec, jour }) => ligne(texte, `avec ${avec}, le ${direDate(jour)}`)),
        ...lu.echanges.map(({ titre }) => ligne(titre, 'offre ou besoin noté', '/partenaires/besoins')),
        ...lu.chartes.map(({ annee, id }) =>
          ligne(`Charte ${direAnneeScolaire(annee)}`, null, `/partenaires/chartes#charte-${id}`)
        )
      ]
    },
    {
      titre: 'Dernières séances',
      lignes: lu.venues.map(({ instance, instanceId, seanceId, jour }) =>
        ligne(instance, direDate(jour), `/instances/${instanceId}/seances/${seanceId}`)
      )
    },
    {
      titre: 'Qui d’autre joindre dans la structure',
      lignes: [
        lu.collegues.length === 0
          ? ligne(
              'Personne d’autre n’y est connu aujourd’hui',
              'le prochain contact est à trouver',
              `/partenaires/${structureId}#equipe`
            )
          : ligne(
              enumerer(lu.collegues),
              seule('structure', structureId) && 'aucun contact n’est encore venu à une séance',
              `/partenaires/${structureId}#equipe`
            )
      ]
    }
  ]
  return { jour, rubriques: rubriques.filter(({ lignes }) => lignes.length > 0) }
}
