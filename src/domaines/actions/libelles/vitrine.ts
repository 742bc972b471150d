import type { MomentPublic } from '../schema/presentation.ts'

export const MOMENT_PUBLIC: Record<MomentPublic, string> = {
  maintenant: 'En ce moment',
  a_venir: 'Bientôt',
  passee: 'Ce qui a été fait'
}
