/** Chance that never changes for the same seed (mulberry32): each call gives a whole number under `borne`. */
export function tirer(graine: number): (borne: number) => number {
  let etat = graine | 0
  return (borne) => {
    etat = (etat + 0x6d2b79f5) | 0
    let melange = Math.imul(etat ^ (etat >>> 15), etat | 1)
    melange ^= melange + Math.imul(melange ^ (melange >>> 7), melange | 61)
    return Math.floor((((melange ^ (melange >>> 14)) >>> 0) / 2 ** 32) * borne)
  }
}
