import { and, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, type CtxTerritoire } from '#platform/commande.server.ts'
import { changements } from '#platform/tables.server.ts'
import { peutEcrireFiche } from '../droits.ts'
import { lireFiches } from '../queries/fiches.server.ts'
import { confronter, instantane } from '../regles/confronter.ts'
import { champsFicheSchema } from '../schema/saisies.ts'
import { modifierFiche, verrouillerFiche } from './fiche.server.ts'
import { ecrireIndicateurs, releverIndicateur } from './indicateurs.server.ts'
import { ecrireLiens } from './liens.server.ts'
import { ecrirePostes } from './postes.server.ts'
import { rattacherFiche } from './rattacher.server.ts'
import * as parties from './sections.server.ts'

type Acte = { nom: string; dans: (ctx: CtxTerritoire, saisie: never) => Promise<unknown> }

/** Each section of the page of a fiche, and the act that writes it. */
const ACTES = {
  titre: modifierFiche,
  textes: modifierFiche,
  bref: modifierFiche,
  classement: modifierFiche,
  suivi: modifierFiche,
  objectifs: parties.ecrireObjectifs,
  intervenants: parties.ecrireIntervenants,
  quartiers: parties.ecrireQuartiers,
  etapes: parties.ecrireEtapes,
  budget: parties.ecrireBudget,
  postes: ecrirePostes,
  indicateurs: ecrireIndicateurs,
  releve: releverIndicateur,
  liens: ecrireLiens,
  reponse: parties.repondreTransversal,
  place: rattacherFiche
} as const satisfies Record<string, Acte>

export type SectionDeFiche = keyof typeof ACTES
export const SECTIONS_DE_FICHE = Object.keys(ACTES) as SectionDeFiche[]

/** Who touched the fiche last, and when. */
const dernierPassage = async ({ db, perimetre }: CtxTerritoire, ficheId: string) =>
  (
    await db
      .select({ qui: changements.acteurNom, quand: changements.survenuLe })
      .from(changements)
      .where(and(eq(changements.collectiviteId, perimetre.collectiviteId), eq(changements.racineId, ficheId)))
      .orderBy(desc(changements.id))
      .limit(1)
  )[0] ?? null

const SURS = champsFicheSchema.partial()

/** The fields of a form as the command reads them; those that it does not understand are left for it to refuse. */
const compris = (saisie: Record<string, unknown>): Record<string, unknown> => {
  const lus = SURS.safeParse(saisie)
  return lus.success ? Object.fromEntries(Object.entries(lus.data).filter(([, valeur]) => valeur !== undefined)) : saisie
}

/**
 * Writes one section of a fiche, under its lock. `lu` is what the person saw when she opened the form (`instantane`): what somebody else
 * wrote since is not lost. Edits to different fields both stand; the same field, or a list, changed by both is refused and shown:
 * `ecrit_entre_temps`, with the fields, what is there now, who and when. Other refusals are those of the section's own act.
 */
export const ecrireSection = commande('fiche.ecrire_section', {
  saisie: z.looseObject({
    id: z.uuid(),
    section: z.enum(SECTIONS_DE_FICHE),
    lu: z.string().max(500_000).nullable().default(null)
  }),
  charger: async (ctx, { id, section, lu }) => {
    if (!(await verrouillerFiche(ctx, id))) return null
    const [fiche] = lu === null ? [] : await lireFiches(ctx.db, ctx.perimetre, { ids: [id] })
    const actuel = fiche ? instantane(section, fiche) : null
    return { actuel, passage: actuel !== null && actuel !== lu ? await dernierPassage(ctx, id) : null }
  },
  droit: peutEcrireFiche,
  regle: ({ actuel, passage }, { section, lu, ...saisie }) => {
    if (lu === null || actuel === null) return { saisie }
    const { id, ...champs } = saisie
    const fait = confronter(section, lu, actuel, section in CHAMP_PAR_CHAMP ? compris(champs) : champs)
    return 'conflits' in fait
      ? refuser('ecrit_entre_temps', '', { champs: fait.conflits, actuel, qui: passage?.qui, quand: passage?.quand })
      : { saisie: { id, ...fait.garder } }
  },
  agir: async (ctx, _, { section }, { saisie }) => {
    const acte: Acte = ACTES[section]
    // the history tells the act of the section, not that of its door
    await ctx.db.execute(sql`select set_config('app.acte', ${acte.nom}, true)`)
    await acte.dans(ctx, saisie as never)
  }
})

/** Sections that `modifierFiche` writes. */
const CHAMP_PAR_CHAMP = { titre: true, textes: true, bref: true, classement: true, suivi: true }
