import type { z } from 'zod'
import { BoiteFermee, dansLaBoite } from '#platform/boite.server.ts'
import type { Echec } from '#platform/commande.server.ts'
import { CHAMP_DE_LA_FAUTE } from '#domaines/partenaires/libelles/boites.ts'
import { motDePasseScelle } from '#domaines/partenaires/queries/boites.server.ts'
import { boiteSchema, type Boite } from '#domaines/partenaires/schema/boites.ts'
import { leCoffre } from '../../../../lieu.server.ts'
import { entrer, lire, lireFormulaire } from '../../../../session.server.ts'

/** What opening the mailbox found: its messages, and where to begin to read. */
export type Essai = { ok: true; boite: Boite & { motDePasse: string }; messages: number; uidValidite: string; dernierUid: number }

/** Opens the mailbox that a form describes, really; an empty password is the one that is kept. */
export async function essayer(locals: App.Locals, form: FormData): Promise<Essai | Echec<string>> {
  const lue = boiteSchema.safeParse(lireFormulaire(form))
  if (!lue.success) return { ok: false, sorte: 'saisie', champs: fautes(lue.error) }
  const { collectiviteId } = entrer(locals).perimetre
  const motDePasse = lue.data.motDePasse ?? (await leMotDePasseGarde(locals, collectiviteId))
  if (motDePasse === null) return { ok: false, sorte: 'refus', raison: 'mot_de_passe_manque', champ: 'motDePasse' }
  const boite = { ...lue.data, motDePasse }
  try {
    return await dansLaBoite(boite, async ({ messages, uidValidite, uidSuivant }) => ({
      ok: true as const,
      boite,
      messages,
      uidValidite,
      dernierUid: uidSuivant - 1
    }))
  } catch (error) {
    if (!(error instanceof BoiteFermee)) throw error
    return { ok: false, sorte: 'refus', raison: error.faute, champ: CHAMP_DE_LA_FAUTE[error.faute] }
  }
}

async function leMotDePasseGarde(locals: App.Locals, collectiviteId: string): Promise<string | null> {
  const { scelle } = await lire(locals, async (db, perimetre) => ({ scelle: await motDePasseScelle(db, perimetre) }))
  return scelle && leCoffre().ouvrir(scelle, collectiviteId)
}

const fautes = (error: z.ZodError) => {
  const champs: Record<string, string[]> = {}
  for (const { path, message } of error.issues) (champs[path.join('.')] ??= []).push(message)
  return champs
}
