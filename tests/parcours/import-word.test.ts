import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { expect, test } from 'vitest'
import { FACONS } from './mains.ts'
import { entrerChez, verifierPage, visites } from './visite.ts'

const visite = visites()
const IMPORTER = '/villiers-sur-marne/actions/importer'

/** A document as towns write it: a heading for the axis, then one table a fiche, its names on the left. */
function documentDeFiches(facon: string): Promise<Buffer> {
  const fiche = (lignes: string[][]) =>
    new Table({
      rows: lignes.map(
        (ligne) =>
          new TableRow({
            children: ligne.map((texte) => new TableCell({ children: texte.split('\n').map((un) => new Paragraph(un)) }))
          })
      )
    })
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph(`Axe 1 : Accès aux soins, ${facon}`),
            fiche([
              ['Titre de l’action', `Bus dentaire ${facon}`],
              ['Constat de départ', 'Peu de dentistes.\nDes délais longs.'],
              ['Structure pilote', 'CCAS'],
              ['Partenaires', 'CPAM, CPTS']
            ]),
            new Paragraph(`Axe 2 : Santé mentale, ${facon}`),
            fiche([
              ['Titre de l’action', `Écoute des jeunes ${facon}`],
              ['Structure pilote', 'CLSM'],
              ['Statut', 'En cours']
            ])
          ]
        }
      ]
    })
  )
}

test.each(FACONS)(
  'R-073 · %s, un document Word de fiches en tableaux devient un plan, ses axes pris des titres au-dessus',
  async (facon, contexte, tenir) => {
    const { page, finir } = await visite(contexte)
    const { activer, deposer } = tenir(page)
    await entrerChez(page, 'villiers-sur-marne')
    await page.goto(IMPORTER)
    const buffer = await documentDeFiches(facon)
    await deposer(page.getByLabel(/Votre fichier/), {
      name: `Fiches ${facon}.docx`,
      mimeType: 'application/octet-stream',
      buffer
    })
    await activer(page.getByRole('button', { name: 'Voir ce que l’import ferait' }))
    await page.getByRole('heading', { level: 1, name: 'L’import écrirait 2 actions' }).waitFor()
    await verifierPage(page)
    await activer(page.getByRole('button', { name: 'Tout importer' }))
    await page.getByRole('heading', { level: 1, name: /\d+ actions/ }).waitFor()
    expect(await page.getByText(`Santé mentale, ${facon}`).count()).toBeGreaterThan(0)
    await activer(page.getByRole('link', { name: `Bus dentaire ${facon}` }).first())
    await page.getByText('Des délais longs.').first().waitFor()
    await finir()
  }
)

test('R-073 · sans script, un document Word sans tableau de fiches est refusé avec sa phrase', async () => {
  const { page, finir } = await visite({ javaScriptEnabled: false, attendues: /422/ })
  await entrerChez(page, 'villiers-sur-marne')
  await page.goto(IMPORTER)
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Une lettre.')] }] }))
  await page.getByLabel(/Votre fichier/).setInputFiles({ name: 'lettre.docx', mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Voir ce que l’import ferait' }).click()
  await page.getByRole('link', { name: /Aucun tableau de fiches n’est reconnu/ }).waitFor()
  await finir()
})
