import { AGE } from '#domaines/contrats/libelles.ts'
import { THEMATIQUE } from '../libelles.ts'
import type { Raison } from './ressemblances.ts'

const minuscule = (texte: string) => texte.charAt(0).toLowerCase() + texte.slice(1)

const ECARTS = {
  territoire: 'toutes deux sur tout le territoire',
  periode: 'en même temps',
  autre_theme: 'autre thème',
  autre_type: 'autre type d’action',
  autre_public: 'autre public',
  autre_quartier: 'autre quartier',
  autre_periode: 'à un autre moment'
} as const

/** A reason as a person reads it: « même thème : nutrition ». */
export function direRaison(raison: Raison): string {
  switch (raison.sorte) {
    case 'theme':
      return `même thème\u00a0: ${raison.dits.map((theme) => minuscule(THEMATIQUE[theme])).join(', ')}`
    case 'age':
      return `même âge\u00a0: ${raison.dits.map((age) => minuscule(AGE[age])).join(', ')}`
    case 'public':
      return `même public\u00a0: ${raison.dits.map(minuscule).join(', ')}`
    case 'quartier':
      return `même quartier\u00a0: ${raison.dits.join(', ')}`
    case 'mots':
      return `mots communs\u00a0: ${raison.dits.join(', ')}`
    default:
      return ECARTS[raison.sorte]
  }
}
