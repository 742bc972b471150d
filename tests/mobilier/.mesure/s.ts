import { render } from 'svelte/server'
import M from './M.svelte'
export const rendre=()=>render(M).body
