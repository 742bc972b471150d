import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { commande, refuser, renoncer, type CtxTerritoire } from '#platform/commande.server.ts'
import { nomDeFichier } from '#platform/fichiers.ts'
import { garderFichier } from '#platform/fichiers.server.ts'
import { reconnaitre } from '#platform/fichiers/reconnaitre.ts'
import { peutReglerTerritoire } from '#domaines/territoires/droits.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { lireHabillage } from '../queries/habillage.server.ts'
import { fauteDesChapitres, jugerLogo } from '../regles/habillage.ts'
import { chapitresSchema, couvertureSchema, HABILLAGE_D_ORIGINE, texteDuLogoSchema } from '../schema/habillage.ts'
import { fichierSchema } from '../schema/pieces.ts'
import { habillages } from '../tables/habillage.server.ts'

/** What the territory chose so far; two people who choose at once do so one after the other. */
async function verrouiller({ db, perimetre }: CtxTerritoire) {
  await db
    .select({ id: collectivites.id })
    .from(collectivites)
    .where(eq(collectivites.id, perimetre.collectiviteId))
    .for('no key update')
  return lireHabillage(db, perimetre)
}

type Choix = Partial<typeof habillages.$inferInsert>

/** Writes what was chosen, over the habits of the product the first time. */
async function choisir({ db, perimetre: { collectiviteId }, nouvelId }: CtxTerritoire, choix: Choix): Promise<void> {
  const deja = await db
    .update(habillages)
    .set(choix)
    .where(eq(habillages.collectiviteId, collectiviteId))
    .returning({ id: habillages.id })
  const { teinte, chapitres, ecartes } = HABILLAGE_D_ORIGINE
  if (deja.length === 0)
    await db
      .insert(habillages)
      .values({ collectiviteId, id: nouvelId(), teinte, chapitres: [...chapitres], ecartes: [...ecartes], ...choix })
}

/** Changes the texts of the cover, the foot of the pages and the colour of the territory's documents. */
export const ecrireHabillage = commande('habillage.ecrire', {
  saisie: couvertureSchema,
  charger: verrouiller,
  droit: peutReglerTerritoire,
  regle: () => ({}),
  agir: (ctx, _, dit) => choisir(ctx, dit)
})

/**
 * Gives the documents a logo, or another; without a file, corrects what is said of the one they have. The file is told by its content and
 * tried as it will be printed. Refusals: those of `jugerLogo`, `logo_manque`, `texte_alternatif_manque`.
 */
export const poserLogo = commande('habillage.poser_logo', {
  saisie: z.object({ fichier: fichierSchema.optional(), texteAlternatif: texteDuLogoSchema }),
  charger: verrouiller,
  droit: peutReglerTerritoire,
  regle: ({ logo }, { fichier, texteAlternatif }) => {
    if (!fichier && !logo) return refuser('logo_manque', 'fichier')
    const lu = fichier ? jugerLogo(reconnaitre(fichier.octets, fichier.nom), fichier.octets.length) : null
    if (typeof lu === 'string') return refuser(lu, 'fichier')
    return texteAlternatif ? { lu, texteAlternatif } : refuser('texte_alternatif_manque', 'texteAlternatif')
  },
  agir: async (ctx, _, { fichier }, { lu, texteAlternatif }) => {
    if (!fichier || !lu) return choisir(ctx, { texteAlternatif })
    // its makers weigh tens of megabytes: they are loaded by the first logo, not by every process
    const { sImprime } = await import('#platform/documents/pdf.server.ts')
    if (!sImprime({ ...lu, octets: fichier.octets, alternatif: texteAlternatif })) renoncer('fichier_abime', 'fichier')
    const empreinte = await garderFichier(ctx, fichier.octets)
    const nomFichier = nomDeFichier(fichier.nom, lu.genre)
    await choisir(ctx, { ...lu, empreinte, taille: fichier.octets.length, nomFichier, texteAlternatif })
  }
})

const SANS_LOGO = {
  empreinte: null,
  genre: null,
  taille: null,
  largeur: null,
  hauteur: null,
  nomFichier: null,
  texteAlternatif: null
}

/** Takes the logo off the documents; answers the act, which brings it back when undone. Refusal: `logo_manque`. */
export const retirerLogo = commande('habillage.retirer_logo', {
  saisie: z.object({}),
  charger: verrouiller,
  droit: peutReglerTerritoire,
  regle: ({ logo }) => (logo ? {} : refuser('logo_manque')),
  agir: async (ctx) => {
    await choisir(ctx, SANS_LOGO)
    return { geste: ctx.gesteId }
  }
})

/** Says in which order the chapters of a contract are printed, and which are left out. Refusals: `ordre_incomplet`, `chapitre_obligatoire`. */
export const ordonnerChapitres = commande('habillage.ordonner', {
  saisie: chapitresSchema,
  charger: verrouiller,
  droit: peutReglerTerritoire,
  regle: (_, { ordre, ecartes }) => {
    const faute = fauteDesChapitres(ordre, ecartes)
    return faute ? refuser(faute) : {}
  },
  agir: (ctx, _, { ordre, ecartes }) => choisir(ctx, { chapitres: ordre, ecartes: [...new Set(ecartes)] })
})
