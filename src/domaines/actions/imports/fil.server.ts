import { lecture, ouvrirBase } from '#platform/db.server.ts'
import { repondreDuFil } from '#platform/fil.server.ts'
import { perimetreSysteme } from '#domaines/comptes/queries.server.ts'
import { TACHES, type Fichier, type LireIci, type TacheDuFil } from './taches.server.ts'
import { executerImport } from './travail.server.ts'

// What runs in a thread of its own: the reading of a large file, its comparison with what is here, its import.

type Faire = (lire: LireIci, fichier: Fichier, demande: unknown) => Promise<unknown>

await repondreDuFil(async (tache: TacheDuFil) => {
  const { db, fermer } = ouvrirBase(tache.adresse, { max: 2 })
  const perimetre = perimetreSysteme(tache.collectiviteId)
  try {
    if (tache.acte === 'importer') return await executerImport(db, tache.donnees, tache.collectiviteId, tache.id)
    const faire = TACHES[tache.tache] as Faire
    const lire: LireIci = (requete) => lecture(perimetre, (tx) => requete(tx, perimetre), db)
    return await faire(lire, tache.fichier, tache.demande)
  } finally {
    await fermer()
  }
})
