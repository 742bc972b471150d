import type { Ouverture } from '#domaines/comptes/queries.server.ts'

declare global {
  namespace App {
    interface Locals {
      /** who opens the page; null when nobody signed in */
      ouverture: Ouverture | null
      maintenant: Date
    }
    interface Error {
      status: number
      message: string
      /** what the person can do now */
      conseil?: string
      /** the number to give when asking for help */
      reference?: string
    }
  }
}
