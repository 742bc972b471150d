import { sql } from 'drizzle-orm'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { ajouterFonction } from '#domaines/partenaires/commands/fonctions.server.ts'
import { uneStructure } from '#domaines/partenaires/fixtures.server.ts'
import { proposerCorrection, traiterCorrection } from '#domaines/partenaires/commands/corrections.server.ts'
import { suivreLesSiennes } from '#domaines/instances/commands/son-agenda.server.ts'
import { reussi } from '#tests/base.ts'
import type { Decor } from './decor.ts'
import type { Visite } from './porte.ts'

type Siens = { ana: string; seance: string; seanceRendue: string; pilote: string }

/** The page of somebody who is invited, has a task and received minutes; that of who is asked for news. */
export async function desEspaces(scene: Scene, { ana, seance, seanceRendue, pilote }: Siens) {
  const { collectiviteId } = scene.perimetre
  const ouvrir = (personneId: string) =>
    emettreJeton({ db: scene.db as never, maintenant: new Date() }, 'espace', personneId, collectiviteId)
  const mae = pilote.split(' ')[1]!
  const parLien = { sorte: 'lien', nom: 'Mae Pilote', sujetId: mae, role: null, administrateur: false } as const
  reussi(await suivreLesSiennes({ ...scene, acteur: parLien }, { id: mae }))
  for (const texte of ['Un numéro', 'Une adresse'])
    reussi(await proposerCorrection({ ...scene, acteur: parLien }, { id: mae, texte }))
  const lire = <T>(requete: ReturnType<typeof sql>) =>
    scene.db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
      return (await tx.execute(requete)) as unknown as T
    })
  const [{ id: sonInvitation }] = await lire<[{ id: string }]>(
    sql`select id from invitations where seance_id = ${seance} and personne_id = ${ana}`
  )
  const [correction, traitee] = await lire<[{ id: string }, { id: string }]>(sql`select id from corrections order by id`)
  reussi(await traiterCorrection(scene, { id: traitee.id }))
  // where she is, and for what she may ask
  const saMaison = await uneStructure(scene, 'Maison des parents')
  reussi(await ajouterFonction(scene, { personneId: ana, structureId: saMaison, debut: '2026' }))
  const dites = { correction: correction.id, correctionTraitee: traitee.id, saMaison }
  return { soi: await ouvrir(ana), soiPilote: await ouvrir(mae), sonInvitation, rendu: seanceRendue, ...dites }
}

/** What she sends from there, and from her letters to have it. */
export function formulairesDesEspaces(d: Decor): Record<string, Pick<Visite, 'form' | 'params'>> {
  const envoyer = (form: Visite['form'] = {}, params: Visite['params'] = {}) => ({ form, params })
  // each link takes forty acts in ten minutes: two people share them
  const parMae = (form: Visite['form'] = {}) => envoyer(form, { soi: d.soiPilote })
  return {
    'espace/[soi]?/repondre': envoyer({ id: d.sonInvitation, reponse: 'vient' }),
    'espace/[soi]?/terminer': envoyer({ id: d.tache }),
    'espace/[soi]?/rouvrir': envoyer({ id: d.tacheFaite }),
    'espace/[soi]?/nouvelles': parMae({ id: d.demandeOuverte, texte: 'Le bilan avance.', statut: 'en_cours' }),
    'espace/[soi]?/corriger': envoyer({ structureId: '', texte: 'Mon numéro a changé.' }),
    'espace/[soi]?/appui': envoyer({ structureId: d.saMaison, titre: 'Trouver une salle' }),
    'espace/[soi]?/suivre': parMae(),
    'espace/[soi]?/cesser': parMae(),
    'espace/[soi]?/eteindre': parMae(),
    'espace/[soi]?/redemander': envoyer(),
    'espace/[soi]/messages?/default': parMae({ courriels: 'lecture' }),
    'invitation/[jeton]?/espace': envoyer(),
    'compte-rendu/[lettre]?/espace': envoyer(),
    'taches/[rappel]?/espace': envoyer(),
    'nouvelles/[demande]?/espace': envoyer(),
    '[territoire]/partenaires/personnes/[personne]?/traiter-correction': envoyer({ id: d.correction }),
    '[territoire]/partenaires/personnes/[personne]?/reprendre-correction': envoyer({ id: d.correctionTraitee }),
    '[territoire]/partenaires/personnes/[personne]?/envoyer-espace': envoyer({}, { personne: d.ana }),
    '[territoire]/partenaires/personnes/[personne]?/eteindre-espace': envoyer({}, { personne: d.ana })
  }
}
