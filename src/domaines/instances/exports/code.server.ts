import { renderSVG } from 'uqr'

/** The square code that a telephone reads as an address, as SVG; black on white, its quiet zone included. */
export const dessinerCode = (adresse: string): string => renderSVG(adresse, { ecc: 'M', border: 2 })
