import { parseArgs } from 'node:util'
import { ouvrirProcessus, preparerBase } from '../preparation.server.ts'
import { DataFolderError } from '#platform/embedded/data-folder.server.ts'
import { readSettings, SettingsError } from '#platform/env.server.ts'
import { BaseInadaptee } from '#platform/migrer.server.ts'
import { COMMANDES, Faute, type Outils } from './commandes.ts'

// `npm run -s tisserand -- COMMANDE`: another door over the same acts. Answers on standard output, messages on standard error.

const AIDE = `Tisserand en ligne de commande

  npm run -s tisserand -- COMMANDE [options] [--json]

  demo                                                   charge les quatre territoires de démonstration
  migrer                                                 met la base à jour
  lien-connexion COURRIEL                                donne un lien pour entrer (crée le premier compte s’il n’y en a pas)
  territoire creer CODE                                  commune (code INSEE), EPCI ou EPT (SIREN)
  territoire creer --nom NOM --communes A,B              groupe libre de communes
  importer plan FICHIER --territoire CODE [--contrat ID|nouveau] [--essai] [--ecraser]
                [--colonnes "Titre de l’action=INTITULÉ,Structure pilote=QUI"]
  importer contacts FICHIER --territoire CODE [--essai]
  exporter contrat ID --format docx|pdf|xlsx|json --vers CHEMIN
  lister contrats --territoire CODE
  lister actions --territoire CODE [--contrat ID]
`

async function lancer(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: true,
    options: {
      json: { type: 'boolean' },
      aide: { type: 'boolean' },
      territoire: { type: 'string' },
      contrat: { type: 'string' },
      essai: { type: 'boolean' },
      ecraser: { type: 'boolean' },
      format: { type: 'string' },
      vers: { type: 'string' },
      nom: { type: 'string' },
      communes: { type: 'string' },
      colonnes: { type: 'string' }
    }
  })
  const mots = positionals.slice(0, 2)
  const trouvee = COMMANDES[mots.join(' ')] ?? COMMANDES[mots[0] ?? '']
  if (values.aide || positionals.length === 0) return void process.stdout.write(AIDE)
  if (!trouvee) throw new Faute(`La commande « ${positionals.join(' ')} » n’existe pas.\n\n${AIDE}`)
  const settings = readSettings(process.env)
  const prete = await preparerBase(settings)
  const base = ouvrirProcessus(prete.application)
  try {
    const outils: Outils = {
      db: base.db,
      settings,
      options: values,
      reste: positionals.slice(COMMANDES[mots.join(' ')] ? 2 : 1),
      dire: (texte) => void process.stderr.write(`${texte}\n`)
    }
    const { valeur, texte } = await trouvee(outils)
    process.stdout.write(values.json ? `${JSON.stringify(valeur)}\n` : `${texte}\n`)
  } finally {
    await base.fermer()
    await prete.quitter()
  }
}

const enJson = process.argv.includes('--json')
lancer().catch((error: unknown) => {
  const attendue =
    error instanceof Faute ||
    error instanceof SettingsError ||
    error instanceof DataFolderError ||
    error instanceof BaseInadaptee ||
    (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  const phrase = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    ? `Option inconnue ou incomplète : ${(error as Error).message}`
    : (error as Error).message
  if (enJson) process.stdout.write(`${JSON.stringify({ erreur: phrase, ...(error instanceof Faute ? error.precisions : {}) })}\n`)
  process.stderr.write(`${attendue ? phrase : (error as Error).stack}\n`)
  process.exitCode = 1
})
