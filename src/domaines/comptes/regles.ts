/** A name to show for someone who gave only an address: « camille.perrin@ville.fr » → « Camille Perrin ». */
export function nomDuCourriel(courriel: string): string {
  return courriel
    .split('@')[0]!
    .split(/[._+-]+/)
    .filter((mot) => mot !== '')
    .map((mot) => mot[0]!.toUpperCase() + mot.slice(1))
    .join(' ')
}
