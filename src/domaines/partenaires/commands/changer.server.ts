import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser } from '#platform/commande.server.ts'
import { jourDe } from '#platform/dates.ts'
import { dateTapeeSchema, facultatif } from '#platform/saisie.ts'
import { normaliser } from '#platform/texte.ts'
import { assurerStructures, nomSchema } from '../commands.server.ts'
import { peutTenirAnnuaire } from '../droits.ts'
import { structuresParNom } from '../queries.server.ts'
import { jugerChangement } from '../regles/changement.ts'
import { fonctions, personnes, structures } from '../tables.server.ts'
import { intituleSchema } from './fonctions.server.ts'

/** The field of the form that each refusal belongs to; the whole form when none. */
const CHAMP = {
  sans_fonction: undefined,
  quelle_fonction: 'fonctionId',
  meme_structure: 'structure',
  avant_le_debut: 'date',
  changement_a_venir: 'date'
} as const

/**
 * Notes that a person left a structure for another, in one act: the function that she held ends, the new one begins, and the structure is
 * entered when the directory does not have it. `fonctionId` says which function ends when she holds several.
 */
export const changerDeStructure = commande('fonction.changer', {
  saisie: z.object({
    personneId: z.uuid(),
    fonctionId: facultatif(z.uuid('Choisissez la fonction qui se termine.')).default(null),
    structure: nomSchema,
    intitule: intituleSchema,
    date: dateTapeeSchema
  }),
  charger: async ({ db, perimetre }, { personneId, structure }) => {
    const { collectiviteId } = perimetre
    const [personne] = await db
      .select({ nom: personnes.nom })
      .from(personnes)
      .where(and(eq(personnes.collectiviteId, collectiviteId), eq(personnes.id, personneId), isNull(personnes.supprimeLe)))
      .for('update')
    if (!personne) return null
    const tenues = await db
      .select({ id: fonctions.id, structureId: structures.id, structure: structures.nom, debut: fonctions.debut })
      .from(fonctions)
      .innerJoin(
        structures,
        and(eq(structures.collectiviteId, fonctions.collectiviteId), eq(structures.id, fonctions.structureId))
      )
      .where(and(eq(fonctions.collectiviteId, collectiviteId), eq(fonctions.personneId, personneId), isNull(fonctions.fin)))
      .orderBy(asc(fonctions.id))
    const connue = (await structuresParNom(db, perimetre, [structure])).get(normaliser(structure)) ?? null
    return { ...personne, tenues, connue }
  },
  droit: peutTenirAnnuaire,
  regle: ({ nom, tenues, connue }, { fonctionId, date }, quand) => {
    const juge = jugerChangement(tenues, { fonctionId, structureId: connue, date }, jourDe(quand))
    if (!('raison' in juge)) return juge
    return refuser(juge.raison, CHAMP[juge.raison], { nom, ...('tenue' in juge ? juge.tenue : {}) })
  },
  agir: async (ctx, { connue }, { personneId, structure, intitule, date }, { quittee, fin }) => {
    const { db, perimetre, nouvelId } = ctx
    const { collectiviteId } = perimetre
    const structureId = connue ?? (await assurerStructures.dans(ctx, { noms: [structure] })).ids.get(normaliser(structure))!
    await db
      .update(fonctions)
      .set({ fin })
      .where(and(eq(fonctions.collectiviteId, collectiviteId), eq(fonctions.id, quittee.id)))
    await db.insert(fonctions).values({ collectiviteId, id: nouvelId(), personneId, structureId, intitule, debut: date })
    return { structureId }
  }
})
