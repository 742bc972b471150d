import { Agent, get } from 'node:http'

export type Charge = { parSeconde: number; p99: number; erreurs: number }

/** Asks an address of this machine again and again, `clients` at a time, for `secondes`, after one second to warm up. */
export async function charger(
  adresse: string,
  entetes: Record<string, string>,
  clients: number,
  secondes: number
): Promise<Charge> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const une = () =>
    new Promise<boolean>((fini) => {
      get(adresse, { agent, headers: entetes }, (reponse) => {
        reponse.resume()
        reponse.on('end', () => fini(reponse.statusCode === 200))
      }).on('error', () => fini(false))
    })
  const pendant = async (duree: number) => {
    const temps: number[] = []
    let erreurs = 0
    const fin = performance.now() + duree * 1000
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < fin) {
          const debut = performance.now()
          if (!(await une())) erreurs++
          temps.push(performance.now() - debut)
        }
      })
    )
    return { temps: temps.toSorted((a, b) => a - b), erreurs }
  }
  await pendant(1)
  const { temps, erreurs } = await pendant(secondes)
  agent.destroy()
  if (erreurs > 0) throw new Error(`${erreurs} errors from ${adresse}`)
  return { parSeconde: temps.length / secondes, p99: temps[Math.floor(temps.length * 0.99)]!, erreurs }
}
