/** The numbers of a telephone as it is kept (« 01 34 33 00 00 / 3646 »), each with the address that calls it; null when it cannot be dialled. */
export const numerosDe = (telephone: string): { dit: string; appel: string | null }[] =>
  telephone.split(/\s*[/;,]\s*/).flatMap((dit) => {
    const [numero = ''] = /^\+?[\d\s.()-]+/.exec(dit.trim()) ?? []
    const chiffres = numero.replace('(0)', '').replace(/[^\d+]/g, '')
    return dit === '' ? [] : [{ dit, appel: chiffres.replace('+', '').length >= 4 ? `tel:${chiffres}` : null }]
  })
