import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Db } from '#platform/db.server.ts'
import { lecture } from '#platform/db.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { jourDe } from '#platform/dates.ts'
import type { Settings } from '#platform/env.server.ts'
import { creerCompte, emettreJeton } from '#domaines/comptes/commands.server.ts'
import { aucunCompteReel, compteDuCourriel, perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { courrielSchema } from '#domaines/comptes/schema.ts'
import { creerTerritoire } from '#domaines/territoires/commands.server.ts'
import { listerTerritoires, territoireDuCode, type Territoire } from '#domaines/territoires/queries.server.ts'
import { importerContacts } from '#domaines/partenaires/commands/contacts.server.ts'
import { apercevoirContacts, ouvrirContacts, proposerColonnesContacts } from '#domaines/partenaires/imports/contacts.server.ts'
import { lireContacts } from '#domaines/partenaires/regles/contacts/lire.ts'
import { jugerRolesContacts } from '#domaines/partenaires/regles/contacts/proposer.ts'
import { importerPlan } from '#domaines/actions/commands/importer.server.ts'
import { FORMATS, produireContrat, type Format } from '#domaines/actions/exports/produire.server.ts'
import { listerActions } from '#domaines/actions/queries/liste.server.ts'
import { ouvrirFichier } from '#domaines/actions/imports/plan.server.ts'
import { RAISON_CIBLE } from '#domaines/actions/libelles/imports.ts'
import type { Jumeau, RaisonDeCible } from '#domaines/actions/regles/plan/cible.ts'
import { lireChoixDeCible } from '#domaines/actions/schema/import.ts'
import { lireSansPage } from '#domaines/actions/imports/sans-page.server.ts'
import { previsualiserPlan } from '#domaines/actions/queries/plan.server.ts'
import type { DifferencesPlan, PlanLu, Remarque } from '#domaines/actions/schema/plan.ts'
import { chargerDemonstration } from '#domaines/pilotage/fixtures/demonstration.server.ts'
import { resumerContrats } from '#domaines/pilotage/queries/contrats.server.ts'

/** An expected failure, said in French; `precisions` go into the JSON answer beside `erreur`. */
export class Faute extends Error {
  readonly precisions: Record<string, unknown>
  constructor(phrase: string, precisions: Record<string, unknown> = {}) {
    super(phrase)
    this.precisions = precisions
  }
}

export type Outils = {
  db: Db
  settings: Settings
  options: {
    territoire?: string
    contrat?: string
    essai?: boolean
    ecraser?: boolean
    format?: string
    vers?: string
    nom?: string
    communes?: string
    colonnes?: string
  }
  /** what follows the name of the command */
  reste: string[]
  dire: (texte: string) => void
}

type Reponse = { valeur: unknown; texte: string }

const territoireVoulu = async (db: Db, code: string | undefined): Promise<Territoire> => {
  if (!code) throw new Faute('Dites quel territoire, avec --territoire CODE (code INSEE, SIREN ou nom court).')
  const trouve = await territoireDuCode(db, code)
  if (!trouve) throw new Faute(`Aucun territoire n’a le code « ${code} ». Créez-le avec : territoire creer ${code}`)
  return trouve
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const uuid = (texte: string, nom: string) => {
  if (!UUID.test(texte)) throw new Faute(`« ${texte} » n’est pas l’identifiant d’un ${nom}.`)
  return texte
}

const dire = ({ feuille, ligne, colonne, motif }: Remarque) =>
  `  ${[feuille || 'Le fichier', ligne > 0 ? `ligne ${ligne}` : '', colonne ? `colonne « ${colonne} »` : ''].filter(Boolean).join(', ')} : ${motif}`

/** The answer of an import, whether it was tried or done. */
function reponseDImport(
  essai: boolean,
  contrat: string | null,
  plan: PlanLu,
  { differences, raison, jumeau = null }: { differences: DifferencesPlan; raison: RaisonDeCible; jumeau?: Jumeau | null }
): Reponse {
  const { crees, modifies, inchanges } = differences
  const valeur = {
    essai,
    contrat,
    raison,
    jumeau,
    crees,
    modifies,
    inchanges,
    refus: plan.refus,
    avertissements: plan.avertissements
  }
  const ligne = (nom: string, comptes: typeof crees) =>
    `  ${nom} : ${comptes.axes} axes, ${comptes.actions} actions, ${comptes.sousActions} sous-actions, ${comptes.structures} structures, ${comptes.personnes} personnes`
  const texte = [
    essai ? 'Essai : rien n’a été écrit.' : `Plan importé dans le contrat ${contrat}.`,
    `  ${RAISON_CIBLE[raison]}`,
    ...(jumeau
      ? [
          `  ${jumeau.communes} actions sur ${jumeau.creees} à créer existent déjà dans « ${jumeau.intitule} » : pour les y importer, --contrat ${jumeau.id}`
        ]
      : []),
    ligne('Créés', crees),
    ligne('Modifiés', modifies),
    ligne('Inchangés', inchanges),
    ...plan.avertissements.map(dire)
  ].join('\n')
  return { valeur, texte }
}

async function importer({ db, options, reste }: Outils): Promise<Reponse> {
  const [fichier] = reste
  if (!fichier) throw new Faute('Donnez le fichier à importer : importer plan FICHIER --territoire CODE')
  const territoire = await territoireVoulu(db, options.territoire)
  const choix = lireChoixDeCible(options.contrat ?? null)
  if (choix.contratId) uuid(choix.contratId, 'contrat')
  const octets = await readFile(fichier).catch((error: NodeJS.ErrnoException) => {
    throw new Faute(`Le fichier « ${fichier} » ne peut pas être lu (${error.code}).`)
  })
  const refuser = (motif: string): never => {
    throw new Faute(motif, { refus: [{ feuille: '', ligne: 0, colonne: '', motif }] })
  }
  const perimetre = perimetreSysteme(territoire.id)
  const ouvert = await ouvrirFichier(octets, basename(fichier))
  const classeur = typeof ouvert === 'string' ? refuser(ouvert) : ouvert
  const lu = await lecture(perimetre, (tx) => lireSansPage(tx, perimetre, classeur, basename(fichier), options.colonnes), db)
  const plan = typeof lu === 'string' ? refuser(lu) : lu
  if (plan.refus.length > 0)
    throw new Faute(plan.refus.map((refus) => refus.motif).join(' '), { refus: plan.refus, avertissements: plan.avertissements })
  const ecraser = options.ecraser ?? false
  if (options.essai) {
    const apercu = await lecture(
      perimetre,
      (tx) => previsualiserPlan(tx, perimetre, plan, { ...choix, ecraser, maintenant: new Date() }),
      db
    )
    if (!apercu) throw new Faute(`Aucun contrat « ${choix.contratId} » dans ce territoire.`)
    return reponseDImport(true, apercu.contrat?.id ?? null, plan, apercu)
  }
  const fait = await importerPlan({ db, perimetre, acteur: SYSTEME }, { plan, ...choix, ecraser })
  if (!fait.ok)
    throw new Faute(
      fait.sorte === 'introuvable' ? `Aucun contrat « ${choix.contratId} » dans ce territoire.` : 'L’import a été refusé.'
    )
  return reponseDImport(false, fait.valeur.contratId, plan, fait.valeur)
}

/** Contacts are read as this territory described their columns before, else as their names tell. */
async function importerListe({ db, options, reste }: Outils): Promise<Reponse> {
  const [fichier] = reste
  if (!fichier) throw new Faute('Donnez le fichier à importer : importer contacts FICHIER --territoire CODE')
  const perimetre = perimetreSysteme((await territoireVoulu(db, options.territoire)).id)
  const octets = await readFile(fichier).catch((error: NodeJS.ErrnoException) => {
    throw new Faute(`Le fichier « ${fichier} » ne peut pas être lu (${error.code}).`)
  })
  const classeur = await ouvrirContacts(octets, basename(fichier))
  if (typeof classeur === 'string') throw new Faute(classeur)
  const proposition = await lecture(perimetre, (tx) => proposerColonnesContacts(tx, perimetre, classeur), db)
  const fautes = proposition ? jugerRolesContacts(proposition.appariement.roles) : []
  if (!proposition || fautes.length > 0)
    throw new Faute(
      'Les colonnes de ce fichier ne sont pas reconnues. Dites ce qu’elles contiennent une fois, sur la page « Importer des contacts ».'
    )
  const lus = lireContacts(classeur, proposition.appariement)
  if (lus.refus !== null) throw new Faute(lus.refus)
  const apercu = await lecture(perimetre, (tx) => apercevoirContacts(tx, perimetre, lus), db)
  const fait = options.essai ? null : await importerContacts({ db, perimetre, acteur: SYSTEME }, { lus })
  if (fait && !fait.ok) throw new Faute('L’import a été refusé.')
  const { comptes, refusees, remarques } = apercu
  const texte = [
    options.essai ? 'Essai : rien n’a été écrit.' : 'Contacts importés.',
    `  Créés : ${comptes.structures} structures, ${comptes.personnes} personnes, ${comptes.fonctions} fonctions ; ${comptes.completees} fiches complétées, ${comptes.inchangees} lignes sans rien de neuf`,
    ...refusees.map(({ ligne, motif }) => `  ligne ${ligne} : refusée. ${motif}`),
    ...remarques.map(dire)
  ].join('\n')
  return { valeur: { essai: options.essai ?? false, ...comptes, refusees, avertissements: remarques }, texte }
}

async function exporter({ db, options, reste }: Outils): Promise<Reponse> {
  const [id] = reste
  if (!id) throw new Faute('Donnez l’identifiant du contrat : exporter contrat ID --format docx --vers CHEMIN')
  const { format = extname(options.vers ?? '').slice(1), vers } = options
  if (!vers) throw new Faute('Dites où écrire, avec --vers CHEMIN.')
  if (!FORMATS.includes(format as Format))
    throw new Faute(`Le format « ${format} » n’existe pas. Choisissez : ${FORMATS.join(', ')}.`)
  uuid(id, 'contrat')
  for (const territoire of await listerTerritoires(db)) {
    const perimetre = perimetreSysteme(territoire.id)
    const octets = await lecture(perimetre, (tx) => produireContrat(tx, perimetre, id, format as Format, jourDe(new Date())), db)
    if (!octets) continue
    await writeFile(`${vers}.brouillon`, octets.octets).catch((error: NodeJS.ErrnoException) => {
      throw new Faute(`« ${vers} » ne peut pas être écrit (${error.code}).`)
    })
    await rename(`${vers}.brouillon`, vers)
    return { valeur: { contrat: id, format, vers, octets: octets.octets.length }, texte: `Contrat écrit dans ${vers}` }
  }
  throw new Faute(`Aucun contrat n’a l’identifiant « ${id} ».`)
}

async function lienConnexion({ db, settings, reste }: Outils): Promise<Reponse> {
  const lu = courrielSchema.safeParse(reste[0] ?? '')
  if (!lu.success) throw new Faute(lu.error.issues[0]!.message)
  const connu = await compteDuCourriel(db, lu.data)
  if (!connu && !(await aucunCompteReel(db))) throw new Faute(`Aucun compte n’a l’adresse « ${lu.data} ».`)
  const compte =
    connu ??
    (await creerCompte({ db, acteur: SYSTEME }, { courriel: lu.data, administrateur: true }).then((fait) =>
      fait.ok ? fait.valeur : null
    ))
  const jeton = await db.transaction((tx) => emettreJeton({ db: tx, maintenant: new Date() }, 'connexion', compte!.id))
  const lien = `${settings.urlPublique}/connexion/${jeton}`
  return { valeur: { courriel: lu.data, lien, compteCree: !connu }, texte: lien }
}

async function creer({ db, options, reste }: Outils): Promise<Reponse> {
  const communes = options.communes?.split(',').map((code) => code.trim())
  if (!reste[0] && !options.nom) throw new Faute('Donnez un code (territoire creer 95127), ou --nom et --communes.')
  const fait = await creerTerritoire({ db, acteur: SYSTEME }, { code: reste[0], nom: options.nom, communes })
  if (fait.ok) {
    const { id, slug, nom, cree } = fait.valeur
    return {
      valeur: { id, code: reste[0] ?? null, slug, nom, cree },
      texte: cree ? `Territoire créé : ${nom} (${slug})` : `Ce territoire existe déjà, rien n’a changé : ${nom} (${slug})`
    }
  }
  if (fait.sorte === 'saisie') throw new Faute(Object.values(fait.champs).flat().join(' '))
  if (fait.sorte !== 'refus') throw new Faute('Le territoire n’a pas pu être créé.')
  if (fait.raison === 'code_inconnu')
    throw new Faute(`Le code « ${reste[0]} » n’est celui d’aucune commune, d’aucun EPCI et d’aucun EPT.`)
  if (fait.raison === 'communes_inconnues')
    throw new Faute(`Ces codes ne sont ceux d’aucune commune : ${(fait.precisions?.codes as string[]).join(', ')}.`)
  throw new Faute('Un groupe libre demande --nom et --communes.')
}

/** Every command by its words. */
export const COMMANDES: Record<string, (outils: Outils) => Promise<Reponse>> = {
  demo: async ({ db }) => {
    const charges = await chargerDemonstration(db, new Date())
    return {
      valeur: { charges },
      texte: charges.length > 0 ? `Territoires chargés : ${charges.join(', ')}` : 'La démonstration est déjà là, rien n’a changé.'
    }
  },
  migrer: async () => ({ valeur: { migre: true }, texte: 'La base est à jour.' }),
  'lien-connexion': lienConnexion,
  'territoire creer': creer,
  'importer plan': importer,
  'importer contacts': importerListe,
  'exporter contrat': exporter,
  'lister contrats': async ({ db, options }) => {
    const territoire = await territoireVoulu(db, options.territoire)
    const perimetre = perimetreSysteme(territoire.id)
    const contrats = await lecture(perimetre, (tx) => resumerContrats(tx, perimetre, jourDe(new Date())), db)
    // the shape is promised: what a contract gains since is not in it
    const valeur = contrats.map(({ id, finProrogee: _, ...reste }) => ({
      id,
      territoire: territoire.code ?? territoire.slug,
      ...reste
    }))
    return {
      valeur,
      texte:
        contrats
          .map(
            (contrat) =>
              `${contrat.id}  ${contrat.intitule}  ${contrat.debut ?? '?'} → ${contrat.fin ?? '?'}  ${contrat.etat}  ${contrat.actions} actions`
          )
          .join('\n') || 'Aucun contrat.'
    }
  },
  'lister actions': async ({ db, options }) => {
    const perimetre = perimetreSysteme((await territoireVoulu(db, options.territoire)).id)
    const contratId = options.contrat ? uuid(options.contrat, 'contrat') : null
    const actions = await lecture(perimetre, (tx) => listerActions(tx, perimetre, contratId, jourDe(new Date())), db)
    if (actions === null) throw new Faute(`Aucun contrat « ${contratId} » dans ce territoire.`)
    return {
      valeur: actions,
      texte:
        actions.map((action) => `${action.numero ?? '–'}  ${action.titre}  ${action.statut ?? ''}`).join('\n') || 'Aucune action.'
    }
  }
}
