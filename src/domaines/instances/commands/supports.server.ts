import { and, count, eq, isNull } from 'drizzle-orm'
import { commande, refuser } from '#platform/commande.server.ts'
import { corbeilleDe } from '#platform/corbeille.server.ts'
import { estImage, nomDeFichier, type RaisonFichier } from '#platform/fichiers.ts'
import { garderFichier } from '#platform/fichiers.server.ts'
import { reconnaitre } from '#platform/fichiers/reconnaitre.ts'
import { peutTenirInstances } from '../droits.ts'
import { SUPPORTS_MAX, supportSchema } from '../schema/supports.ts'
import { supports } from '../tables/supports.server.ts'
import { laSeance } from './seances.server.ts'

/**
 * Gives a meeting a document: a file, told by its content and kept in the same transaction, or an address. Refusals: those of `reconnaitre`,
 * `texte_alternatif_manque`, `support_manque`, `support_double`, `trop_de_supports`.
 */
export const joindreSupport = commande('seance.joindre_support', {
  saisie: supportSchema,
  charger: async (ctx, { id }) => {
    const seance = await laSeance(ctx, id)
    if (!seance) return null
    const ici = and(
      eq(supports.collectiviteId, ctx.perimetre.collectiviteId),
      eq(supports.seanceId, id),
      isNull(supports.supprimeLe)
    )
    const [{ nombre }] = (await ctx.db.select({ nombre: count() }).from(supports).where(ici)) as [{ nombre: number }]
    return { nombre }
  },
  droit: peutTenirInstances,
  regle: ({ nombre }, { fichier, adresse, texteAlternatif }) => {
    if (nombre >= SUPPORTS_MAX) return refuser('trop_de_supports', 'fichier')
    if (!fichier) return adresse ? { lu: null } : refuser('support_manque', 'fichier')
    if (adresse) return refuser('support_double', 'adresse')
    const lu = reconnaitre(fichier.octets, fichier.nom)
    if (typeof lu === 'string') return refuser<RaisonFichier>(lu, 'fichier')
    return estImage(lu.genre) && !texteAlternatif ? refuser('texte_alternatif_manque', 'texteAlternatif') : { lu }
  },
  agir: async (ctx, _, { id: seanceId, intitule, adresse, texteAlternatif, fichier }, { lu }) => {
    const id = ctx.nouvelId()
    const nomFichier = lu && fichier ? nomDeFichier(fichier.nom, lu.genre) : null
    const garde =
      lu && fichier
        ? { genre: lu.genre, taille: fichier.octets.length, jeu: lu.jeu, empreinte: await garderFichier(ctx, fichier.octets) }
        : {}
    await ctx.db.insert(supports).values({
      collectiviteId: ctx.perimetre.collectiviteId,
      id,
      seanceId,
      intitule: intitule ?? nomFichier?.replace(/\.\w+$/, '').replaceAll('_', ' ') ?? adresse!.replace(/^https?:\/\//, ''),
      adresse,
      nomFichier,
      ...garde,
      texteAlternatif: nomFichier ? texteAlternatif : null,
      creeLe: ctx.maintenant
    })
    return { id }
  }
})

/** Takes a document of a meeting away, and brings it back. */
export const { retirer: retirerSupport, retablir: retablirSupport } = corbeilleDe('support', supports, peutTenirInstances)
