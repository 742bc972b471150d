import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import postgres from 'postgres'
import { normaliser } from '#platform/texte.ts'

/** The vintage of the package: its major version 6 is the geography of 1 January 2026. */
const MILLESIMES: Record<string, number> = { '6': 2026 }

type Commune = {
  code: string
  nom: string
  type: string
  departement: string
  region: string
  codesPostaux?: string[]
  population?: number
}
type Groupement = { code: string; nom: string; type: string; populationMunicipale?: number; membres: { code: string }[] }

/**
 * Loads the communes, EPCI and EPT of the official geography (package @etalab/decoupage-administratif) as the owner of the
 * database, when that vintage is not there yet. Answers the vintage.
 */
export async function chargerGeographie(proprietaire: string): Promise<number> {
  const require = createRequire(import.meta.url)
  const lire = async <T>(nom: string): Promise<T> =>
    JSON.parse(await readFile(require.resolve(`@etalab/decoupage-administratif/${nom}`), 'utf8')) as T
  const { version } = await lire<{ version: string }>('package.json')
  const millesime = MILLESIMES[version.split('.')[0]!]
  if (!millesime) throw new Error(`unknown vintage of the geography package: ${version}`)
  const sql = postgres(proprietaire, { max: 1, onnotice: () => {} })
  try {
    const [deja] = await sql`select 1 from communes where millesime = ${millesime} limit 1`
    if (deja) return millesime
    const [communes, epci, ept] = await Promise.all([
      lire<Commune[]>('data/communes.json'),
      lire<Groupement[]>('data/epci.json'),
      lire<Groupement[]>('data/ept.json')
    ])
    const membreDe = (groupements: Groupement[]) =>
      new Map(groupements.flatMap((groupement) => groupement.membres.map((membre) => [membre.code, groupement.code])))
    const [parEpci, parEpt] = [membreDe(epci), membreDe(ept)]
    const lignes = communes
      .filter((commune) => commune.type === 'commune-actuelle')
      .map((commune) => ({
        code: commune.code,
        nom: commune.nom,
        recherche: normaliser(commune.nom),
        departement: commune.departement,
        region: commune.region,
        codes_postaux: commune.codesPostaux ?? [],
        population: commune.population ?? null,
        epci: parEpci.get(commune.code) ?? null,
        ept: parEpt.get(commune.code) ?? null,
        millesime
      }))
    const groupements = [...epci, ...ept].map((groupement) => ({
      siren: groupement.code,
      nom: groupement.nom,
      recherche: normaliser(groupement.nom),
      nature: groupement.type,
      population: groupement.populationMunicipale ?? null,
      millesime
    }))
    await sql.begin(async (tx) => {
      await tx`insert into communes select * from jsonb_populate_recordset(null::communes, ${tx.json(lignes)}) on conflict (code) do update set
        nom = excluded.nom, recherche = excluded.recherche, departement = excluded.departement, region = excluded.region, codes_postaux = excluded.codes_postaux,
        population = excluded.population, epci = excluded.epci, ept = excluded.ept, millesime = excluded.millesime`
      await tx`insert into intercommunalites select * from jsonb_populate_recordset(null::intercommunalites, ${tx.json(groupements)}) on conflict (siren) do update set
        nom = excluded.nom, recherche = excluded.recherche, nature = excluded.nature, population = excluded.population, millesime = excluded.millesime`
    })
    await sql`analyze communes, intercommunalites`
    return millesime
  } finally {
    await sql.end({ timeout: 5 })
  }
}
