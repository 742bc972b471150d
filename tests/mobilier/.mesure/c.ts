import '#ui/jetons.css'
import { hydrate } from 'svelte'
import M from './M.svelte'
const t=performance.now(); hydrate(M,{target:document.body}); (globalThis as any).hyd=performance.now()-t
