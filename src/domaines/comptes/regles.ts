import type { Role } from '#platform/acteur.ts'

type MembrePresent = { id: string; role: Role; supprimeLe: Date | null }

/** True when giving this member that role (null: none) would leave the territory without anyone to coordinate it. */
export function laisseSansCoordination(membres: readonly MembrePresent[], id: string, role: Role | null): boolean {
  const coordonne = (membre: MembrePresent) => membre.role === 'coordination' && membre.supprimeLe === null
  if (role === 'coordination' || !membres.some((membre) => membre.id === id && coordonne(membre))) return false
  return !membres.some((membre) => membre.id !== id && coordonne(membre))
}

/** A name to show for someone who gave only an address: « camille.perrin@ville.fr » → « Camille Perrin ». */
export function nomDuCourriel(courriel: string): string {
  return courriel
    .split('@')[0]!
    .split(/[._+-]+/)
    .filter((mot) => mot !== '')
    .map((mot) => mot[0]!.toUpperCase() + mot.slice(1))
    .join(' ')
}
