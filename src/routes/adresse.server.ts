import { z } from 'zod'
import { error } from '@sveltejs/kit'

// made once: to make a schema costs a hundred times what it costs to use it
const id = z.uuid()

/** The page that an address asks for: `?page=3`; the first one for anything else. */
export const numeroDePage = (url: URL): number => {
  const page = Number(url.searchParams.get('page') ?? 1)
  return Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}

/** An id given by an address; 404 when it is not one, so that the database is never asked for nonsense. */
export function idDe(texte: string): string {
  if (!id.safeParse(texte).success) error(404, 'Ceci n’existe pas, ou plus.', {})
  return texte
}

/** An id given by the query of an address; null when there is none, or it is not one. */
export const idDuParametre = (url: URL, nom: string): string | null => id.safeParse(url.searchParams.get(nom)).data ?? null
