import '#ui/jetons.css'
import { hydrate } from 'svelte'
import Vitrine from './Vitrine.svelte'

// tells the tests that the page has come alive
hydrate(Vitrine, { target: document.body, props: { page: document.documentElement.dataset.page as 'espace' } })
document.documentElement.dataset.pret = ''
