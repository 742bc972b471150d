/**
 * The Typst program that draws an `Imprimable`. It is constant: the document comes in as JSON through `sys.inputs`, and Typst never
 * reads a string value as markup, so nothing a person typed can be executed.
 */
export const MODELE = String.raw`
#let doc = json(bytes(sys.inputs.imprimable))
#let couleur = json(bytes(sys.inputs.couleurs)).pairs().map(((nom, code)) => (nom, rgb(code))).to-dict()

#set document(title: doc.titre, author: doc.auteur, date: none)
#set text(
  lang: "fr", region: "FR", size: 10.5pt, fill: couleur.encre, hyphenate: false, fallback: false,
  // the three after ours are bundled with the compiler, for signs that ours lacks: never the system's
  font: ("Atkinson Hyperlegible Next", "DejaVu Sans Mono", "Libertinus Serif", "New Computer Modern Math"),
)
#set par(leading: 0.68em, spacing: 1em, linebreaks: "optimized")
#set list(indent: 0.2em, body-indent: 0.6em, spacing: 0.75em, marker: (
  text(fill: couleur.trame, [•]), text(fill: couleur.fil, [–]), text(fill: couleur.encreDouce, [·])))
#let marges = (x: 2.3cm, top: 2.5cm, bottom: 2.3cm)
#set page(paper: "a4", margin: marges,
  header: context if not doc.ouverture.pleinePage or here().page() > 1 {
    set text(size: 8.5pt, fill: couleur.encreDouce)
    grid(columns: (1fr, auto), column-gutter: 1em, doc.entete, text(fill: couleur.trame, weight: "bold", doc.mention))
  },
  footer: context if not doc.ouverture.pleinePage or here().page() > 1 {
    set text(size: 8.5pt, fill: couleur.encreDouce)
    line(length: 100%, stroke: 0.5pt + couleur.filet)
    v(-0.5em)
    grid(columns: (1fr, auto), column-gutter: 1em, doc.pied,
      [page #counter(page).display() sur #counter(page).final().first()])
  })

// two signs that our font lacks and that another font would draw badly
#show "\u{202f}": text(size: 0.8em, "\u{a0}")
#show "\u{2011}": "-"

#let lignes(texte) = texte.split("\n").join(linebreak())
#let nom(texte) = text(size: 9pt, weight: "bold", fill: couleur.encreDouce, texte)

// headings: size falls with the level, never the colour's contrast
#let tailles = (19pt, 15pt, 13pt, 12pt, 11.5pt, 11pt)
#show heading: it => {
  let petit = not it.outlined and it.level > 1
  set text(size: if petit { 10.5pt } else { tailles.at(calc.min(it.level, 6) - 1) }, weight: "bold", fill: couleur.fil, hyphenate: false)
  set par(leading: 0.5em)
  block(
    sticky: true, width: 100%, breakable: false,
    above: if petit { 1.5em } else if it.level == 1 { 2.2em } else { 2.4em },
    below: if petit { 0.75em } else if it.level == 1 { 1.1em } else { 1em },
    ..if it.level == 1 { (stroke: (bottom: 1.5pt + couleur.trame), inset: (bottom: 0.45em)) } else { (:) },
    it.body)
}
#let titre(b) = {
  if b.nouvellePage { pagebreak(weak: true) }
  show heading: it => if b.bandeau {
    set block(fill: couleur.filFond, outset: (x: 0.7em), inset: (y: 0.6em), stroke: (left: 3pt + couleur.fil))
    it
  } else { it }
  heading(level: b.niveau, outlined: b.auSommaire, bookmarked: true, {
    if b.numero != "" { text(fill: couleur.trame, b.numero) }
    lignes(b.texte)
    if b.mention != none { text(size: 0.75em, weight: "regular", style: "italic", fill: couleur.encreDouce, " (" + b.mention + ")") }
  })
}

#let element(e) = {
  if e.nom != none { strong(e.nom + " : ") }
  lignes(e.texte)
  if e.note != none { linebreak(); text(fill: couleur.encreDouce, lignes(e.note)) }
  if e.enfants.len() > 0 { list(..e.enfants.map(element)) }
}

// a card is not cut, with the heading that it sticks to, unless it would leave half a page white
#let longueur(entrees) = entrees.map(e => 60 + e.valeur.len()).sum(default: 0)
#let reperes(entrees) = block(width: 100%, above: 0.9em, below: 1.3em, breakable: longueur(entrees) > 2200, {
  let filet = 0.5pt + couleur.filet
  grid(columns: (29%, 1fr), column-gutter: 0pt, inset: (x: 0.7em, y: 0.5em),
    stroke: (x, y) => (top: filet, bottom: filet),
    fill: (x, y) => if x == 0 { couleur.creux },
    ..entrees.map(e => (grid.cell(breakable: false, nom(e.nom)), grid.cell(breakable: e.valeur.len() > 600, lignes(e.valeur)))).flatten())
})

#let encadre(entrees) = block(width: 100%, above: 1em, below: 1.3em, inset: (left: 1em, y: 0.2em), stroke: (left: 2.5pt + couleur.trame),
  for e in entrees {
    block(sticky: true, below: 0.55em, text(size: 9pt, weight: "bold", fill: couleur.trame, e.nom))
    block(above: 0.55em, below: 1.2em, lignes(e.valeur))
  })

#let tableau(b) = block(width: 100%, above: 0.9em, below: 1.4em, {
  set text(size: if b.at("grand", default: false) { 14pt } else { 9.5pt })
  set par(leading: 0.55em)
  // only a word too long for a narrow column is cut, never the name of a town
  let contenu(c) = text(hyphenate: c.split(regex("\s")).any(mot => mot.clusters().len() > 15), lignes(c))
  let cellules(ligne, gras: false) = ligne.cellules.map(c => table.cell(breakable: not ligne.ensemble,
    if gras { strong(contenu(c)) } else { contenu(c) }))
  table(columns: b.colonnes.map(c => c.part * 1fr), inset: (x: 0.6em, y: 0.5em),
    align: (x, y) => if b.colonnes.at(x).chiffre { right + top } else { left + top },
    stroke: (x, y) => (bottom: if y == 0 { 1pt + couleur.fil } else { 0.5pt + couleur.filet }),
    fill: (x, y) => if y == 0 { couleur.filFond },
    table.header(..b.colonnes.map(c => text(weight: "bold", fill: couleur.fil, hyphenate: false, c.titre))),
    ..b.lignes.map(cellules).flatten(),
    ..if b.total != none { cellules(b.total, gras: true) } else { () })
})

// a few boxes stand together on one page
#let signatures(cases) = block(width: 100%, above: 1em, breakable: cases.len() > 6, grid(columns: (1fr, 1fr), gutter: 0.8em,
  ..cases.map(s => grid.cell(breakable: false, block(width: 100%, height: auto, stroke: 0.75pt + couleur.filetFort, radius: 3pt, inset: 0.9em, {
    set par(leading: 0.5em, spacing: 0.6em)
    block(height: 3.9em, {
      strong(text(fill: couleur.fil, lignes(s.structure)))
      if s.precision != none { parbreak(); text(size: 9pt, fill: couleur.encreDouce, lignes(s.precision)) }
    })
    block(height: 2.7em, {
      if s.personne != none { lignes(s.personne) } else { nom("Nom : ") }
      parbreak()
      if s.qualite != none { text(size: 9.5pt, lignes(s.qualite)) } else { nom("Qualité : ") }
    })
    block(if s.date != none { lignes(s.date) } else { nom("Date : ") })
    nom("Signature : ")
    v(1.5cm)
  })))))

// cards to cut out along their dashes; only one that fills a sheet is cut by it
#let coupable(c) = c.entrees.map(e => e.valeur.split("\n").len()).sum(default: 0) > 42
#let carte(c) = block(width: 100%, height: if c.grande { 5.4cm } else { auto }, breakable: coupable(c), inset: 0.9em,
  stroke: (paint: couleur.filetFort, thickness: 0.75pt, dash: "dashed"), {
    set par(leading: 0.5em, spacing: 0.65em)
    if c.grande { v(0.9cm) }
    let corps = if not c.grande { 12pt } else if c.titre.len() > 34 { 16pt } else { 22pt }
    show heading: it => block(above: 0pt, below: 0.55em, text(size: corps, weight: "bold", fill: couleur.fil, it.body))
    let dire = heading(level: 2, outlined: false, bookmarked: true, lignes(c.titre))
    if c.coin == none { dire } else {
      grid(columns: (1fr, auto), column-gutter: 0.8em, dire, text(size: 11pt, weight: "bold", fill: couleur.trame, c.coin))
    }
    for l in c.lignes { block(above: if c.grande { 1em } else { 0.4em }, below: 0.4em, text(size: if c.grande { 14pt } else { 9pt }, fill: if c.grande { couleur.encre } else { couleur.encreDouce }, lignes(l))) }
    if c.entrees.len() > 0 {
      set text(size: 9.5pt)
      grid(columns: (4.5em, 1fr), column-gutter: 0.5em, inset: (y: 0.5em), stroke: (x, y) => (top: 0.5pt + couleur.filet),
        ..c.entrees.map(e => (text(weight: "bold", fill: couleur.encreDouce, lignes(e.nom)), lignes(e.valeur))).flatten())
    }
    if c.pied != none {
      nom(c.pied)
      for _ in range(2) { v(1.5em); line(length: 100%, stroke: (paint: couleur.filetFort, thickness: 0.5pt, dash: "dotted")) }
    }
  })
#let cartes(b) = grid(columns: (1fr, 1fr), gutter: 0.5cm, ..b.cartes.map(c => grid.cell(breakable: coupable(c), carte(c))))

#let dessiner(b) = {
  if b.bloc == "titre" { titre(b) }
  else if b.bloc == "paragraphe" { par(lignes(b.texte)) }
  else if b.bloc == "liste" { list(..b.elements.map(element)) }
  else if b.bloc == "reperes" { reperes(b.entrees) }
  else if b.bloc == "encadre" { encadre(b.entrees) }
  else if b.bloc == "tableau" { tableau(b) }
  else if b.bloc == "cartes" { cartes(b) }
  else if b.bloc == "signatures" { signatures(b.cases) }
}

// a strip of plain weave, the sign of the platform
#let tissage(rangs, maille) = for y in range(rangs) {
  for x in range(calc.ceil(21cm / maille)) {
    place(top + left, dx: x * maille, dy: y * maille,
      rect(width: maille, height: maille, fill: if calc.even(x + y) { couleur.trame } else { couleur.filFond }))
  }
}

#let logo() = image(sys.inputs.logo, width: doc.logo.largeur * 1cm, height: doc.logo.hauteur * 1cm, alt: doc.logo.alternatif)

#let couverture(o) = page(margin: (x: 2.3cm, top: 2.3cm, bottom: 2.2cm), header: none, footer: none,
  background: place(bottom + left, rect(width: 100%, height: 0.5cm, fill: couleur.fil)), {
  // many parties or communes: the band leaves them its place, so that all stands on one sheet
  let serre = o.parties.len() > 7 or (o.parties.join("") + o.reperes.map(r => r.valeur).join("")).len() > 600
  v(-2.3cm)
  // a logo stands on white, whatever its own ground
  if doc.logo != none { block(width: 100%, height: if serre { 4.2cm } else { 5.4cm }, below: 0pt, align(left + horizon, logo())) }
  let haut = if doc.logo == none { if serre { 3.6cm } else { 6.5cm } } else { if serre { 1.4cm } else { 3cm } }
  block(width: 100%, fill: couleur.fil, outset: (x: 2.3cm), inset: (top: haut, bottom: if serre { 1.1cm } else { 1.8cm }), below: 0pt, {
    set text(fill: couleur.papier)
    set par(leading: 0.45em)
    text(size: 14pt, lignes(o.surtitre))
    v(0.4cm)
    show title: set text(size: if o.titre.len() > 70 { 25pt } else { 32pt }, weight: "bold", fill: couleur.papier)
    title(lignes(o.titre))
    if o.sousTitre != none { v(0.4cm); text(size: 17pt, lignes(o.sousTitre)) }
    if o.ligne != none { v(if o.sousTitre == none { 0.4cm } else { 0.1cm }); text(size: 13pt, lignes(o.ligne)) }
  })
  block(width: 100%, height: 12pt, below: if serre { 0.9cm } else { 1.5cm }, place(top + left, dx: -2.3cm, tissage(2, 6pt)))
  if doc.mention != "" {
    block(below: if serre { 0.6cm } else { 1cm }, stroke: 1pt + couleur.trame, radius: 3pt, inset: (x: 0.8em, y: 0.5em),
      text(fill: couleur.trame, weight: "bold", doc.mention))
  }
  if o.parties.len() > 0 {
    nom("Entre")
    set text(size: if serre { 10.5pt } else { 12pt })
    set par(leading: 0.5em) if serre
    let noms(parties) = list(spacing: 0.6em, ..parties.map(lignes))
    let moitie = calc.ceil(o.parties.len() / 2)
    block(above: 0.7em, below: if serre { 0.6cm } else { 1.2cm }, if o.parties.len() <= 7 { noms(o.parties) } else {
      grid(columns: (1fr, 1fr), column-gutter: 1.5em, noms(o.parties.slice(0, moitie)), noms(o.parties.slice(moitie)))
    })
  }
  // the facts stand at the foot of the sheet
  v(1fr)
  set text(size: if serre { 9.5pt } else { 11pt })
  set par(leading: 0.5em) if serre
  block(width: 100%, breakable: false, stroke: (top: 0.75pt + couleur.filet), inset: (top: 1.2em),
    grid(columns: (auto, 1fr), column-gutter: 1.5em, row-gutter: if serre { 0.6em } else { 0.8em },
      ..o.reperes.map(r => (nom(r.nom), lignes(r.valeur))).flatten()))
})

#let entete(o) = {
  let dit = {
    text(size: 10pt, fill: couleur.encreDouce, lignes(o.surtitre))
    block(above: 0.6em, below: 0.6em, text(size: 13pt, weight: "bold", fill: couleur.encre, lignes(o.titre)))
    if o.sousTitre != none { text(fill: couleur.encreDouce, lignes(o.sousTitre)) }
  }
  block(width: 100%, below: 1.6em, if doc.logo == none { dit } else {
    grid(columns: (1fr, auto), column-gutter: 1.2em, align: (left + horizon, right + horizon), dit, logo())
  })
}

#show outline.entry.where(level: 1): set block(above: 1.3em)
#show outline.entry.where(level: 1): set text(weight: "bold")
#set outline.entry(fill: repeat(text(fill: couleur.filetFort, [.]), gap: 0.35em))

#if doc.ouverture.pleinePage { couverture(doc.ouverture) } else { entete(doc.ouverture) }
#show outline: set heading(bookmarked: true)
#if doc.sommaire {
  outline(title: "Sommaire", indent: 1.1em)
  pagebreak(weak: true)
}
#for b in doc.blocs { dessiner(b) }
`
