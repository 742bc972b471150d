import { ORDRE } from '../src/ordre.ts'

/** A file and what it imports, as the rules see them: paths from `src/`, without `#`. */
export type Fichier = { chemin: string; imports: string[] }
export type Faute = { fichier: string; regle: string; precision: string }

/** Kinds of a room, in the order of their knowledge, and what each may import of its own room. */
const GENRES: Record<string, readonly string[]> = {
  schema: ['schema'],
  libelles: ['schema'],
  regles: ['schema', 'libelles', 'regles'],
  droits: ['schema', 'regles'],
  tables: ['tables', 'schema'],
  queries: ['tables', 'schema', 'regles', 'droits', 'queries', 'libelles'],
  commands: ['tables', 'schema', 'regles', 'droits', 'queries', 'commands', 'courriels'],
  courriels: ['schema', 'libelles', 'courriels'],
  exports: ['queries', 'schema', 'libelles', 'regles', 'exports'],
  imports: ['commands', 'queries', 'schema', 'libelles', 'regles', 'tables', 'imports'],
  jobs: ['commands', 'queries', 'schema', 'courriels', 'tables', 'imports', 'exports', 'libelles', 'regles'],
  fixtures: ['commands', 'queries', 'schema', 'fixtures', 'regles'],
  ui: ['schema', 'regles', 'droits', 'libelles', 'ui', 'queries']
}
const PURS = ['schema', 'libelles', 'regles', 'droits']
const ECRIVENT = ['commands', 'jobs', 'imports', 'fixtures']

type Adresse = { etage: string; domaine?: string; genre?: string; test: boolean; serveur: boolean }

/** Floor, room and kind of a path; the kind of a folder is that of everything in it. */
export function situer(chemin: string): Adresse {
  const [etage, domaine, suite] = chemin.split('/')
  const test = /\.test\.ts$/.test(chemin) || /-d-essai\.ts$/.test(chemin)
  const serveur = /\.server\.(?:test\.)?ts$/.test(chemin)
  if (etage !== 'domaines') return { etage: chemin.includes('/') ? etage! : 'racine', test, serveur }
  return { etage, domaine, genre: suite?.replace(/\.(?:server\.)?(?:test\.)?(?:ts|svelte)$/, ''), test, serveur }
}

/** Every breach of the walls; empty when the house stands. */
export function verifier(fichiers: readonly Fichier[]): Faute[] {
  return fichiers.flatMap(({ chemin, imports }) => {
    const de = situer(chemin)
    if (de.test) return []
    const fautes: Faute[] = []
    const faute = (regle: string, precision: string) => void fautes.push({ fichier: chemin, regle, precision })
    if (de.etage === 'domaines') {
      if (!ORDRE.includes(de.domaine as never)) faute('salle inconnue', de.domaine!)
      if (!de.genre || !(de.genre in GENRES)) faute('genre inconnu', de.genre ?? '')
    }
    for (const cible of imports) {
      if (/^(?:type|sceau):/.test(cible)) continue
      if (!cible.startsWith('src:')) {
        if (cible.startsWith('$app/') || cible.startsWith('$env/')) {
          if (de.etage !== 'routes' && !chemin.startsWith('hooks.')) faute('cadre hors des portes', cible)
        } else if (de.genre && PURS.includes(de.genre) && cible !== 'zod') faute('fichier pur impur', cible)
        continue
      }
      const nom = cible.slice(4)
      const vers = situer(nom)
      if (vers.test) faute('essai importé', nom)
      if (vers.etage === 'routes' && de.etage !== 'routes' && !chemin.startsWith('hooks.')) faute('porte importée', nom)
      if (de.etage === 'ui' && (vers.etage === 'domaines' || (vers.etage === 'platform' && vers.serveur)))
        faute('mobilier qui connaît une salle', nom)
      if (de.etage === 'platform' && vers.etage !== 'platform') faute('cave qui connaît une salle', nom)
      if (nom === 'platform/acteur.ts' && imports.includes(`sceau:${nom}`) && de.domaine !== 'comptes')
        faute('périmètre scellé hors de comptes', nom)
      if (de.etage !== 'domaines') continue
      if (PURS.includes(de.genre!) && vers.serveur) faute('fichier pur impur', nom)
      if (vers.etage === 'racine' && nom !== 'ordre.ts') faute('salle qui connaît la maison', nom)
      if (vers.etage !== 'domaines') continue
      const [ici, la] = [ORDRE.indexOf(de.domaine as never), ORDRE.indexOf(vers.domaine as never)]
      if (la > ici) faute('regard vers la droite', nom)
      else if (la === ici) {
        // words for a refusal name its type, which the rules own
        const typeSeul = de.genre === 'libelles' && vers.genre === 'regles' && imports.includes(`type:${nom}`)
        if (!typeSeul && !GENRES[de.genre!]?.includes(vers.genre!)) faute('genre interdit', nom)
      } else if (vers.genre === 'commands' && !ECRIVENT.includes(de.genre!)) faute('commande d’une autre salle', nom)
      if (de.genre === 'ui' && vers.serveur && !imports.includes(`type:${nom}`)) faute('page qui connaît le serveur', nom)
    }
    return fautes
  })
}
