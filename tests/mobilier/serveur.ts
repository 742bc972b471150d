import { render } from 'svelte/server'
import Vitrine from './Vitrine.svelte'
import type { NomPage } from './vitrine.ts'

/** A page of the showcase as the server writes it. */
export const rendre = (page: NomPage): { head: string; body: string } => render(Vitrine, { props: { page } })
