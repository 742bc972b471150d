import { reussi } from '#tests/base.ts'
import type { Scene } from '#domaines/comptes/fixtures.server.ts'
import { annulerSeance, prevoirSeance, retirerSeance } from '#domaines/instances/commands/seances.server.ts'
import { sql } from 'drizzle-orm'
import { lecture, type Db } from '#platform/db.server.ts'
import { emettreJeton } from '#domaines/comptes/commands.server.ts'
import { convoquerSeance } from '#domaines/instances/commands/invitations.server.ts'
import { lireRencontres } from '#domaines/instances/queries/rencontres.server.ts'
import { desContacts } from '#domaines/partenaires/fixtures.server.ts'
import { composerOrdreDuJour } from '#domaines/instances/commands/points.server.ts'
import { composerInstance } from '#domaines/instances/commands/sieges.server.ts'
import { retirerInstance } from '#domaines/instances/commands/instances.server.ts'
import { conclure, validerCompteRendu } from '#domaines/instances/commands/compte-rendu.server.ts'
import { accueillir } from '#domaines/instances/commands/emargement.server.ts'
import { confierTache, terminerTache } from '#domaines/instances/commands/taches.server.ts'
import { confierEnvois } from '#domaines/partenaires/commands/envois.server.ts'
import { jourDe } from '#platform/dates.ts'
import { sAbonner } from '#domaines/instances/commands/abonnements.server.ts'
import { lireAgenda } from '#domaines/instances/queries/agenda.server.ts'
import { joindreSupport, retirerSupport } from '#domaines/instances/commands/supports.server.ts'
import { noterPassage, retirerPassage } from '#domaines/instances/commands/passages.server.ts'
import { composerRencontres, noterRencontre } from '#domaines/instances/commands/rencontres.server.ts'
import { desCourriers, uneBoite } from './boite.ts'
import { ecarterAttente, proposerAttente } from '#domaines/instances/commands/attentes.server.ts'
import { noterInteret } from '#domaines/instances/commands/interets.server.ts'
import { lireQuestionsDeSeance } from '#domaines/instances/queries/questions.server.ts'
import { fermerQuestionnaire, ouvrirQuestionnaire } from '#domaines/enquetes/commands.server.ts'
import { lireRecueil } from '#domaines/enquetes/queries.server.ts'
import { desQuestions, desReponses, uneInstance, uneSeanceTenue } from '#domaines/instances/fixtures.server.ts'

/** A group with who sits in it, and one that was put aside. */
export async function desInstances(scene: Scene, axeId: string) {
  const instance = await uneInstance(scene, { axeId })
  reussi(await composerInstance(scene, { id: instance, sieges: [{ role: 'pilote', structure: 'CPTS', personne: 'Lou Petit' }] }))
  const instanceRetiree = await uneInstance(scene, { nom: 'Groupe retiré' })
  reussi(await retirerInstance(scene, { id: instanceRetiree }))
  const prevoir = async (jour: string) =>
    reussi(await prevoirSeance(scene, { instanceId: instance, jour, duree: '2 h', motifQuota: 'Pour l’essai.' })).id
  const [seance, seanceAnnulee, seanceRetiree] = [
    await prevoir('2030-03-10'),
    await prevoir('2030-06-16'),
    await prevoir('2030-09-09')
  ]
  reussi(await annulerSeance(scene, { id: seanceAnnulee }))
  reussi(await retirerSeance(scene, { id: seanceRetiree }))
  reussi(await composerOrdreDuJour(scene, { id: seance, points: [{ temps: 'presentation', structure: 'CPTS', minutes: '20' }] }))
  const seanceAConvoquer = await prevoir('2030-11-20')
  await desContacts(scene, [{ nom: 'Ana Roy', courriel: 'ana@ccas.fr' }])
  reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
  const { collectiviteId } = scene.perimetre
  const { invitation, envoi } = await scene.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    const [lue] = (await tx.execute(sql`
      with refuse as (update envois set etat = 'refuse' where objet_id = ${seance} returning id)
      select i.id as invitation, refuse.id as envoi from invitations i, refuse where i.seance_id = ${seance} limit 1`)) as unknown as [
      { invitation: string; envoi: string }
    ]
    return lue
  })
  const express = await desRencontres(scene, seance)
  const adresse = reussi(await sAbonner(scene, { quoi: 'territoire' })).jeton
  const abonnement = await abonnementDe(scene)
  const jeton = await emettreJeton({ db: scene.db as never, maintenant: new Date() }, 'invitation', invitation, collectiviteId)
  const tenue = await uneSeanceVecue(scene, instance)
  await uneBoite(scene)
  const courrier = await desCourriers(scene, seance)
  reussi(await noterInteret(scene, { id: instance, personne: 'Ana Roy' }))
  await desContactsEchanges({ ...scene, maintenant: new Date() }, tenue.seanceTenue)
  const demandes = await desDemandes(scene, tenue.seanceRendue, instance)
  const joindre = async (id: string, nom: string) =>
    reussi(await joindreSupport(scene, { id, fichier: { nom, octets: new TextEncoder().encode(nom) } })).id
  const [support, supportRetire] = [await joindre(seance, 'À lire.txt'), await joindre(seance, 'Par erreur.txt')]
  reussi(await retirerSupport(scene, { id: supportRetire }))
  return {
    ...tenue,
    ...demandes,
    support,
    supportRetire,
    annexe: await joindre(tenue.seanceRendue, 'Diaporama.txt'),
    instance,
    instanceRetiree,
    seance,
    seanceAnnulee,
    seanceRetiree,
    seanceAConvoquer,
    ...(await desPassages(scene)),
    envoiRefuse: envoi,
    courrier,
    jeton,
    adresse,
    abonnement,
    ...express
  }
}

async function abonnementDe(scene: Scene): Promise<string> {
  const demande = { compteId: scene.acteur.compteId, de: '2030-01-01', avant: '2031-01-01', instance: null }
  const lu = await lecture(scene.perimetre, (tx) => lireAgenda(tx, scene.perimetre, demande), scene.db as Db)
  return lu!.abonnements[0]!.id
}

/** Four people who met by two, with what two of them promised each other. */
async function desRencontres(scene: Scene, seanceId: string) {
  const autres = [1, 2, 3, 4].map((n) => ({ personne: `Participante ${n}` }))
  reussi(await composerRencontres(scene, { seanceId, tours: 3, minutes: 5, autres }))
  const lues = await lecture(scene.perimetre, (tx) => lireRencontres(tx, scene.perimetre, seanceId), scene.db as Db)
  const rencontre = lues!.paires[0]!.id
  reussi(await noterRencontre(scene, { id: rencontre, promesse: 'Une permanence commune' }))
  return { rencontre, inscrits: lues!.inscrits.map(({ id }) => id) }
}

/** Two people who met, have an address, and agreed that each has the other's. */
async function desContactsEchanges(scene: Scene, seanceId: string) {
  const noms = ['Une', 'Deux', 'Trois', 'Quatre'].map((rang) => `Convive ${rang}`)
  await desContacts(
    scene,
    noms.map((nom, rang) => ({ nom, courriel: `convive${rang}@exemple.fr` }))
  )
  reussi(await composerRencontres(scene, { seanceId, tours: 1, minutes: 5, autres: noms.map((personne) => ({ personne })) }))
  const lues = await lecture(scene.perimetre, (tx) => lireRencontres(tx, scene.perimetre, seanceId), scene.db as Db)
  reussi(await noterRencontre(scene, { id: lues!.paires[0]!.id, unAccepte: 'oui', autreAccepte: 'oui' }))
}

/** Questions that six people answered after a meeting, and others that one may still answer after another; a need kept for the next one, and another that was noted. */
async function desDemandes(scene: Scene, seanceId: string, instanceId: string) {
  const aujourdhui = { ...scene, maintenant: new Date() }
  const idQuestionnaire = await desQuestions(aujourdhui, seanceId)
  const envois = [1, 2, 3, 4, 5, 6].map((n) => ({ 'choix-1': ['4'], 'texte-2': `Un café n°${n}`, 'choix-3': ['1'] }))
  await desReponses(aujourdhui, idQuestionnaire, envois)
  reussi(await fermerQuestionnaire(aujourdhui, { id: idQuestionnaire }))
  const recueil = (await lecture(scene.perimetre, (tx) => lireRecueil(tx, scene.perimetre, idQuestionnaire), scene.db as Db))!
  const [premiere, deuxieme, troisieme] = recueil.reponses.filter(({ texte }) => texte)
  const garder = async (reponseId: string) => reussi(await proposerAttente(aujourdhui, { id: seanceId, reponseId }))
  await garder(premiere!.id)
  await garder(deuxieme!.id)
  const deLaSeance = await lecture(
    scene.perimetre,
    (tx) => lireQuestionsDeSeance(tx, scene.perimetre, seanceId, jourDe(new Date())),
    scene.db as Db
  )
  const [attente, attenteEcartee] = deLaSeance!.attentes.map(({ id }) => id)
  reussi(await ecarterAttente(aujourdhui, { id: attenteEcartee! }))
  const questions = [{ genre: 'texte' as const, intitule: 'Autre chose ?' }]
  const seanceOuverte = await uneSeanceTenue(aujourdhui, '2024-06-11', { instanceId })
  const idQuestionnaireOuvert = await desQuestions(aujourdhui, seanceOuverte)
  const ouvert = await lecture(scene.perimetre, (tx) => lireRecueil(tx, scene.perimetre, idQuestionnaireOuvert), scene.db as Db)
  return {
    idQuestionnaireOuvert,
    questionnaireNeuf: reussi(await ouvrirQuestionnaire(aujourdhui, { questions, fermeLe: jourDe(new Date()) })).id,
    questionnaire: ouvert!.cle,
    reponse: troisieme!.id,
    attente: attente!,
    attenteEcartee: attenteEcartee!
  }
}

/** Ten more bodies, and more people in the first. */
export async function allongerLesInstances(scene: Scene, instance: string, seance: string, questionnaire: string): Promise<void> {
  const rangs = Array.from({ length: 10 }, (_, rang) => rang + 1)
  const sieges = rangs.map((n) => ({ role: 'membre' as const, structure: `Structure ${n}`, personne: `Personne ${n}` }))
  for (const n of rangs) {
    const id = await uneInstance(scene, { nom: `Groupe ${n}`, mandatDebut: '2020', mandatFin: '2026' })
    reussi(await composerInstance(scene, { id, sieges }))
  }
  reussi(await composerInstance(scene, { id: instance, sieges }))
  const points = rangs.map((n) => ({ temps: 'presentation' as const, structure: `Structure ${n}`, minutes: '10' }))
  reussi(await composerOrdreDuJour(scene, { id: seance, points }))
  await desContacts(
    scene,
    rangs.map((n) => ({ nom: `Invitée ${n}`, courriel: `invitee${n}@exemple.fr`, structure: `Structure ${n}` }))
  )
  reussi(await convoquerSeance(scene, { id: seance, choix: 'tous' }))
  await desCourriers(scene, seance, 10)
  const autres = rangs.map((n) => ({ personne: `Invitée ${n}` }))
  reussi(await composerRencontres(scene, { seanceId: seance, tours: 5, minutes: 5, depuis: 2, autres }))
  for (const n of rangs)
    reussi(
      await prevoirSeance(scene, { instanceId: instance, jour: `20${30 + n}-03-10`, duree: '2 h', motifQuota: 'Pour l’essai.' })
    )
  await desReponses(
    { ...scene, maintenant: new Date() },
    questionnaire,
    rangs.map((n) => ({ 'choix-1': ['4'], 'texte-2': `Un autre café n°${n}` }))
  )
}

/** A body of residents, a time the service went there, and one that was put aside. */
async function desPassages(scene: Scene) {
  const participative = await uneInstance(scene, { nom: 'Conseil citoyen', nature: 'conseil_citoyen', placeDuCls: 'sans' })
  const venir = async (date: string) =>
    reussi(await noterPassage(scene, { id: participative, date, qui: 'La coordination', sujets: 'Le bruit.' })).id
  const [passage, passageRetire] = [await venir('2026-03'), await venir('2025')]
  reussi(await retirerPassage(scene, { id: passageRetire }))
  return { participative, passage, passageRetire }
}

/** A meeting held today, with what came out of it, and one whose minutes are validated; what their links open. */
async function uneSeanceVecue(scene: Scene, instanceId: string) {
  const { collectiviteId } = scene.perimetre
  const emettre = (finalite: 'emargement' | 'compte_rendu' | 'taches', sujet: string) =>
    emettreJeton({ db: scene.db as never, maintenant: new Date() }, finalite, sujet, collectiviteId)
  // the doors live today; the acts of the setting, on the day of the scene
  const aujourdhui = { ...scene, maintenant: new Date() }
  const seanceTenue = await uneSeanceTenue(aujourdhui, jourDe(new Date()), { instanceId })
  const seanceRendue = await uneSeanceTenue(aujourdhui, '2024-03-12', { instanceId })
  for (const id of [seanceTenue, seanceRendue]) {
    reussi(await accueillir(aujourdhui, { id, nom: 'Noé Blanc' }))
    reussi(await conclure(scene, { id, sorte: 'decision', texte: 'Ouvrir une permanence.' }))
    reussi(await confierTache(scene, { id, texte: 'Trouver une salle', personne: 'Ana Roy', echeance: '2024-05-01' }))
  }
  reussi(await validerCompteRendu(aujourdhui, { id: seanceRendue }))
  // nobody was invited, and who came left no address
  const sansAdresse = { instanceId, jour: '2024-03-13', duree: '2 h', motifQuota: 'Pour l’essai.' }
  const { id: seanceSansAdresse } = reussi(await prevoirSeance(aujourdhui, sansAdresse))
  reussi(await accueillir(aujourdhui, { id: seanceSansAdresse, nom: 'Noé Blanc' }))
  reussi(await conclure(aujourdhui, { id: seanceSansAdresse, sorte: 'decision', texte: 'Revenir.' }))
  reussi(await validerCompteRendu(aujourdhui, { id: seanceSansAdresse }))
  const lus = await scene.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    const [ids] = (await tx.execute(sql`
      select e.id as emargement, c.id as conclusion, t.id as tache, t.personne_id as ana, p.id as point,
        (select i.id from invitations i where i.seance_id = ${seanceTenue} limit 1) as "invitationTenue",
        (select f.id from taches f where f.seance_id = ${seanceRendue}) as "tacheFaite"
      from emargements e, conclusions c, taches t, points p
      where e.seance_id = ${seanceTenue} and c.seance_id = e.seance_id and t.seance_id = e.seance_id and p.seance_id = e.seance_id limit 1`)) as unknown as [
      Record<'emargement' | 'conclusion' | 'tache' | 'ana' | 'point' | 'invitationTenue' | 'tacheFaite', string>
    ]
    return ids
  })
  reussi(await terminerTache(scene, { id: lus.tacheFaite }))
  const destinataires = [{ personneId: lus.ana, structureId: null, courriel: 'ana@ccas.fr' }]
  reussi(await confierEnvois(scene, { nature: 'compte_rendu', objetId: seanceRendue, destinataires }))
  const envoi = await scene.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.collectivite', ${collectiviteId}, true)`)
    const [lettre] = (await tx.execute(sql`select id from envois where nature = 'compte_rendu'`)) as unknown as [{ id: string }]
    return lettre.id
  })
  const [code, lettre, rappel] = [
    await emettre('emargement', seanceTenue),
    await emettre('compte_rendu', envoi),
    await emettre('taches', lus.ana)
  ]
  return { ...lus, seanceTenue, seanceRendue, seanceSansAdresse, code, lettre, rappel }
}
