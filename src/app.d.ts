import type { Lecture } from '#platform/db.server.ts'
import type { Ouverture } from '#domaines/comptes/queries.server.ts'

declare global {
  namespace App {
    interface Locals {
      /** who opens the page; null when nobody signed in */
      ouverture: Ouverture | null
      maintenant: Date
      /** the reading transaction that the loads of the page share, from the first that reads */
      lecture?: Lecture
      /** tells the next page which act was just done */
      noter?: (acte: string) => void
    }
    interface Error {
      status: number
      message: string
      /** what the person can do now */
      conseil?: string
      /** where she can go to do it */
      lien?: { href: string; libelle: string }
      /** the number to give when asking for help */
      reference?: string
    }
  }
}
