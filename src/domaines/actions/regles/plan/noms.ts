/**
 * Several names in one cell, parted by commas, semicolons or line breaks; not inside parentheses nor straight quotes
 * (« "Le Relais, asso" » is one name, a doubled quote is a quote). Bullets go, « etc. » is nobody.
 */
export function lireNoms(texte: string): string[] {
  const noms: string[] = []
  let reste = texte
  while (reste.trim() !== '') {
    const { nom, suite } = premier(reste)
    if (nom !== '' && !/^(?:etc\.?|…|\.{3})$/iu.test(nom)) noms.push(nom)
    reste = suite
  }
  return noms.filter((nom, rang) => noms.indexOf(nom) === rang)
}

function premier(texte: string): { nom: string; suite: string } {
  const net = texte.replace(/^[\s,;]*(?:[-–—•·▪*➔➜]\s+|[•·▪➔➜])?\s*/u, '')
  const cite = /^"((?:[^"]|"")*)"\s*(?:[,;\n]|$)/.exec(net)
  if (cite) return { nom: plat(cite[1]!.replaceAll('""', '"')), suite: net.slice(cite[0].length) }
  const fin = finDuNom(net)
  return { nom: plat(net.slice(0, fin)), suite: net.slice(fin + 1) }
}

const plat = (nom: string) => nom.replace(/\s+/gu, ' ').trim()

function finDuNom(texte: string): number {
  let ouvertes = 0
  for (let rang = 0; rang < texte.length; rang++) {
    const signe = texte[rang]!
    // a parenthesis that nobody closes parts nothing
    if (signe === '(' && texte.indexOf(')', rang) > 0) ouvertes++
    else if (signe === ')' && ouvertes > 0) ouvertes--
    else if (ouvertes === 0 && /[,;\n]/.test(signe)) return rang
  }
  return texte.length
}
