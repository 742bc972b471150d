import { compter } from '#platform/texte.ts'

/** What follows when a signed contract is put aside: `actions` are those under its axes, `asv` says that the territory has one. */
export function suitesDuRetrait({ enVigueur, actions, asv }: { enVigueur: boolean; actions: number; asv: boolean }): string[] {
  if (actions === 0) return ['Aucune action n’est sous ses axes.']
  const [elles, deviennent, comptent] = actions > 1 ? ['elles', 'deviennent', 'comptent'] : ['elle', 'devient', 'compte']
  return [
    enVigueur
      ? `${compter(actions, 'action')} ne ${comptent} plus au CLS\u00a0: ${elles} ${asv ? `${deviennent} ASV` : actions > 1 ? 'ne sont plus dans aucun contrat' : 'n’est plus dans aucun contrat'}.`
      : `${compter(actions, 'action')} ne ${comptent} plus au CLS dans les années qu’il couvrait.`,
    ...(enVigueur ? ['Les dates passées sont comptées de même.'] : [])
  ]
}
