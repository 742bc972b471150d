import { createInterface } from 'node:readline/promises'
import { ouvrirBase } from '#platform/db.server.ts'
import type { Settings } from '#platform/env.server.ts'
import { SYSTEME } from '#platform/acteur.ts'
import { aucunCompteReel } from '#domaines/comptes/queries.server.ts'
import { listerTerritoires } from '#domaines/territoires/queries.server.ts'
import { COMPTES_DE_DEMONSTRATION } from '#domaines/pilotage/fixtures/comptes.ts'

/**
 * What a first start does: loads the demonstration (asked for, or on an empty database seen from this machine only),
 * prints its accounts, and without a demonstration asks for the first account when somebody is there to answer.
 */
export async function accueillir(
  application: string,
  settings: Pick<Settings, 'TISSERAND_DEMO' | 'loopback'>,
  dire: (texte: string) => void = (texte) => console.log(texte)
): Promise<void> {
  const base = ouvrirBase(application, { max: 1 })
  try {
    const territoires = await listerTerritoires(base.db)
    const voulue =
      settings.TISSERAND_DEMO === 'oui' ||
      (settings.TISSERAND_DEMO === undefined && settings.loopback && territoires.length === 0)
    if (voulue) {
      // read only when it serves: a start of every day has nothing to load
      const { chargerDemonstration } = await import('#domaines/pilotage/fixtures/demonstration.server.ts')
      if ((await chargerDemonstration(base.db, new Date())).length > 0)
        dire('  La démonstration est chargée : quatre territoires à explorer.')
    }
    const demonstration = voulue || territoires.some((territoire) => territoire.demonstration)
    if (demonstration)
      dire(
        [
          '\n  Comptes de démonstration (le lien pour entrer est sur la page d’accueil) :',
          ...COMPTES_DE_DEMONSTRATION.map(({ courriel, territoire }) => `    ${courriel.padEnd(34)}${territoire}`)
        ].join('\n')
      )
    else if (await aucunCompteReel(base.db)) await demanderPremierCompte(base.db, dire)
  } finally {
    await base.fermer()
  }
}

async function demanderPremierCompte(db: ReturnType<typeof ouvrirBase>['db'], dire: (texte: string) => void): Promise<void> {
  if (!process.stdin.isTTY) {
    dire(
      '  Aucun compte encore. Ouvrez la page d’accueil, ou donnez le premier : npm run -s tisserand -- lien-connexion prenom.nom@ville.fr'
    )
    return
  }
  const { creerCompte } = await import('#domaines/comptes/commands.server.ts')
  const lignes = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (;;) {
      const courriel = await lignes.question('  Votre adresse électronique, pour le premier compte : ')
      if (courriel.trim() === '') return
      const fait = await creerCompte({ db, acteur: SYSTEME }, { courriel, administrateur: true })
      if (fait.ok) return dire('  Ce compte administre Tisserand.')
      dire('  Cette adresse n’est pas complète : elle doit ressembler à prenom.nom@ville.fr.')
    }
  } catch (error) {
    // Ctrl-C or Ctrl-D at the question is an answer: not now
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
    dire('\n  Pas de compte pour l’instant : la page d’accueil le demandera.')
  } finally {
    lignes.close()
  }
}
