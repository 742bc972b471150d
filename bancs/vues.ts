import { gzipSync } from 'node:zlib'

/** Each way of looking at the actions of a territory, and the pages one opens from them. */
export const VUES = [
  ['portefeuille', '/actions'],
  ['recherche', '/actions?q=quartier&statut=en_cours'],
  ['statuts', '/actions/statuts'],
  ['changement en lot', '/actions/lot?champ=priorite&valeur=eleve'],
  ['historique', '/historique'],
  ['calendrier', '/actions/calendrier'],
  ['pilotes', '/actions/pilotes'],
  ['quartiers', '/actions/quartiers'],
  ['publics', '/actions/publics'],
  ['budget', '/actions/budget'],
  ['tableau de bord', ''],
  ['contrats', '/contrats']
] as const

export type Vue = { p50: number; p95: number; html: number; comprime: number; scripts: number }

const octets = async (adresse: string) => {
  const reponse = await fetch(adresse, { headers: { 'accept-encoding': 'br' } })
  return Number(reponse.headers.get('content-length') ?? (await reponse.arrayBuffer()).byteLength)
}

/**
 * Opens a page again and again, alone: milliseconds from the request to its last byte; the size of its HTML, bare and compressed, and that of
 * the scripts which it asks for at once, as they are sent (bytes).
 */
export async function mesurerVue(adresse: string, cookie: string, fois = 40): Promise<Vue> {
  const temps: number[] = []
  let html = ''
  for (let rang = -3; rang < fois; rang++) {
    const debut = performance.now()
    const reponse = await fetch(adresse, { headers: { cookie } })
    html = await reponse.text()
    if (reponse.status !== 200) throw new Error(`${reponse.status} from ${adresse}`)
    if (rang >= 0) temps.push(performance.now() - debut)
  }
  temps.sort((a, b) => a - b)
  const demandes = new Set(
    [...html.matchAll(/["'](?:\.\.?\/)*((?:\/)?_app\/immutable\/[^"']+\.js)["']/g)].map(([, chemin]) => chemin!)
  )
  const tailles = await Promise.all([...demandes].map((chemin) => octets(new URL(chemin.replace(/^\/?/, '/'), adresse).href)))
  return {
    p50: temps[Math.floor(fois * 0.5)]!,
    p95: temps[Math.floor(fois * 0.95)]!,
    html: Buffer.byteLength(html),
    comprime: gzipSync(html).length,
    scripts: tailles.reduce((somme, taille) => somme + taille, 0)
  }
}
