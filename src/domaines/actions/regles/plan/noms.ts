/**
 * Several names in one cell, parted by commas, semicolons or line breaks; not inside parentheses nor straight quotes
 * (« "Le Relais, asso" » is one name, a doubled quote is a quote). Bullets go, « etc. » is nobody. A bar between spaces parts names too
 * (« ARS / Ville ») when `barre`.
 */
export function lireNoms(texte: string, barre = false): string[] {
  const noms: string[] = []
  let reste = texte
  while (reste.trim() !== '') {
    const { nom, suite } = premier(reste, barre)
    if (nom !== '' && !/^(?:etc\.?|…|\.{3})$/iu.test(nom)) noms.push(nom)
    reste = suite
  }
  return noms.filter((nom, rang) => noms.indexOf(nom) === rang)
}

function premier(texte: string, barre: boolean): { nom: string; suite: string } {
  const net = texte.replace(/^[\s,;]*(?:[-–—•·▪*➔➜]\s+|[•·▪➔➜])?\s*/u, '')
  const cite = /^"((?:[^"]|"")*)"\s*(?:[,;\n/]|$)/.exec(net)
  if (cite) return { nom: plat(cite[1]!.replaceAll('""', '"')), suite: net.slice(cite[0].length) }
  const fin = finDuNom(net, barre)
  return { nom: plat(net.slice(0, fin)), suite: net.slice(fin + 1) }
}

const plat = (nom: string) => nom.replace(/\s+/gu, ' ').trim()

function finDuNom(texte: string, barre: boolean): number {
  let ouvertes = 0
  for (let rang = 0; rang < texte.length; rang++) {
    const signe = texte[rang]!
    // a parenthesis that nobody closes parts nothing
    if (signe === '(' && texte.indexOf(')', rang) > 0) ouvertes++
    else if (signe === ')' && ouvertes > 0) ouvertes--
    else if (ouvertes === 0 && /[,;\n]/.test(signe)) return rang
    else if (ouvertes === 0 && barre && signe === '/' && /\s/.test(texte[rang - 1] ?? '') && /\s/.test(texte[rang + 1] ?? ''))
      return rang
  }
  return texte.length
}
