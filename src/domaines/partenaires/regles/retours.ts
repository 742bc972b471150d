/** What a mail server says of one letter: refused for good, late but still tried, or nothing that matters. */
export type Retour = {
  gravite: 'refuse' | 'retarde' | 'rien'
  /** « 5.1.1 », as far as it is said */
  statut: string | null
  /** what the server wrote */
  diagnostic: string
  courriels: string[]
}

/** What a report says of each address (RFC 3464): one group of fields for each, after those of the whole. */
function lireGroupes(rapport: string): Map<string, string>[] {
  return rapport
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(
      (groupe) => new Map([...groupe.matchAll(/^([\w-]+):\s*(.*)$/gm)].map(([, nom, valeur]) => [nom!.toLowerCase(), valeur!]))
    )
    .filter((champs) => champs.has('final-recipient') || champs.has('original-recipient') || champs.has('action'))
}

const sansType = (valeur = ''): string => valeur.replace(/^[\w-]+\s*;\s*/, '').trim()
const adresse = (valeur = ''): string[] =>
  sansType(valeur)
    .toLowerCase()
    .match(/[^\s<>;]+@[^\s<>;]+/g) ?? []
const STATUT = /(?<![\d.])([245]\.[0-7]\.\d{1,3})(?![\d.])/

/** What becomes of an address, of what is done and of the status: what failed failed for good, even of a passing cause; what is late is tried again. */
function graviteDe(action: string, statut: string): Retour['gravite'] {
  if (action === 'failed') return 'refuse'
  if (action === 'delayed') return 'retarde'
  if (action) return 'rien'
  return statut.startsWith('5') ? 'refuse' : statut.startsWith('4') ? 'retarde' : 'rien'
}

/** What a report says; null when it says nothing that can be understood. */
export function lireRapport(rapport: string): Retour | null {
  const groupes = lireGroupes(rapport)
  if (groupes.length === 0) return null
  const lus = groupes.map((champs) => {
    const action = (champs.get('action') ?? '').trim().toLowerCase()
    const diagnostic = sansType(champs.get('diagnostic-code')).slice(0, 240)
    const statut = STATUT.exec(champs.get('status') ?? '')?.[1] ?? STATUT.exec(diagnostic)?.[1] ?? null
    return {
      gravite: graviteDe(action, statut ?? ''),
      statut,
      diagnostic,
      courriels: [...adresse(champs.get('original-recipient')), ...adresse(champs.get('final-recipient'))]
    }
  })
  // our letters go to one address: where a server reports of several, the worst one speaks
  const pire = (['refuse', 'retarde', 'rien'] as const).map((gravite) => lus.find((lu) => lu.gravite === gravite)).find(Boolean)!
  return { ...pire, courriels: [...new Set(lus.filter(({ gravite }) => gravite === pire.gravite).flatMap((lu) => lu.courriels))] }
}

/** What a mail server says in words, when it writes no report; null when nothing in them says what became of the letter. */
export function lireMotsDeLaPoste(texte: string): Retour | null {
  // some give back the whole letter after what they say
  const dit = texte.slice(0, 4_000)
  const code = STATUT.exec(dit)?.[1] ?? /(?:^|[\s:(#])([45][0-5]\d)(?=[\s-])/m.exec(dit)?.[1]
  if (!code || code.startsWith('2')) return null
  const ligne = dit.split('\n').find((candidate) => candidate.includes(code)) ?? ''
  const tard = code.startsWith('4') || /will (?:be retried|retry|keep trying|continue)|delayed/i.test(dit)
  const { 0: statut = null } = STATUT.exec(dit) ?? []
  return {
    gravite: tard ? 'retarde' : 'refuse',
    statut,
    diagnostic: ligne.trim().slice(0, 240),
    courriels: [...new Set(dit.toLowerCase().match(/[\w.+-]+@[\w-]+\.[\w.-]*\w/g) ?? [])]
  }
}
