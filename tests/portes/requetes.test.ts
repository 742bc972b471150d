import { beforeAll, expect, test } from 'vitest'
import { installerBase } from '#platform/db.server.ts'
import { baseDeTest } from '#tests/base.ts'
import { agrandir } from './agrandir.ts'
import { unDecor, type Decor } from './decor.ts'
import { ouvrir, porte, PORTES } from './porte.ts'

/** How many statements a whole page sends at most, its session and what surrounds it included: as measured. */
const PLAFONDS: [adresse: string, plafond: number][] = [
  ['/', 2],
  ['commencer', 2],
  ['connexion', 2],
  ['courriels', 2],
  ['deconnexion', 1],
  ['public/[lieu]', 3],
  ['agenda/[adresse].ics', 3],
  ['invitation/[jeton]', 5],
  ['invitation/[jeton]/documents/[support]', 5],
  ['invitation/[jeton]/messages', 5],
  ['invitation/[jeton]/seance.ics', 4],
  ['questions/[questionnaire]', 4],
  ['presence/[code]', 3],
  ['compte-rendu/[lettre]', 8],
  ['compte-rendu/[lettre]/documents/[annexe]', 6],
  ['compte-rendu/[lettre]/compte-rendu.[extension]', 6],
  ['compte-rendu/[lettre]/messages', 5],
  ['taches/[rappel]', 3],
  ['taches/[rappel]/messages', 4],
  ['nouvelles/[demande]', 3],
  ['nouvelles/[demande]/messages', 4],
  ['espace/[soi]', 3],
  ['espace/[soi]/messages', 4],
  ['espace/[soi]/compte-rendu/[rendu]', 7],
  ['espace/[soi]/compte-rendu/[rendu]/documents/[annexe]', 7],
  ['espace/[soi]/compte-rendu/[rendu]/compte-rendu.[extension]', 6],
  ['sante', 2],
  ['fichiers/[territoire]/contrats/[fichier] json', 23],
  ['fichiers/[territoire]/contrats/[fichier] docx', 24],
  ['fichiers/[territoire]/contrats/[fichier] pdf', 24],
  ['fichiers/[territoire]/contrats/[fichier] xlsx', 24],
  ['fichiers/[territoire]/contrats/[fichier] -resume.pdf', 24],
  ['fichiers/[territoire]/contrats/[fichier] -signature.docx', 10],
  ['fichiers/[territoire]/contrats/[fichier] -alignement.docx', 11],
  ['fichiers/[territoire]/fiches/[fichier] docx', 22],
  ['fichiers/[territoire]/fiches/[fichier] pdf', 22],
  ['fichiers/[territoire]/fiches/selection.[extension] ?grouper=pilote', 23],
  ['fichiers/[territoire]/fiches/selection.[extension] ?q=bus&tri=titre', 23],
  ['fichiers/[territoire]/logo', 2],
  ['fichiers/[territoire]/seances/[seance].[extension]', 4],
  ['fichiers/[territoire]/seances/[seance]/rencontres.pdf', 5],
  ['fichiers/[territoire]/pieces/[fichier] version', 2],
  ['fichiers/[territoire]/supports/[support]', 2],
  ['[territoire]/+layout', 2],
  ['[territoire]', 10],
  ['[territoire]/actions', 8],
  ['[territoire]/actions ?grouper=statut&tri=titre', 8],
  ['[territoire]/actions ?q=bus&statut=en_cours', 8],
  ['[territoire]/actions ?silence=oui', 8],
  ['[territoire]/actions/matrice', 5],
  ['[territoire]/actions/matrice ?moment=conception&manque=oui', 5],
  ['[territoire]/actions/statuts', 7],
  ['[territoire]/actions/statuts ?statut=non_dit&passee=FICHE&de=en_cours', 7],
  ['[territoire]/actions/calendrier', 7],
  ['[territoire]/actions/calendrier ?an=tout&q=bus', 7],
  ['[territoire]/actions/pilotes', 7],
  ['[territoire]/actions/quartiers', 7],
  ['[territoire]/actions/publics', 7],
  ['[territoire]/actions/lot', 7],
  ['[territoire]/actions/lot ?champ=statut&valeur=realise', 7],
  ['[territoire]/actions/budget', 8],
  ['[territoire]/actions/budget ?an=2026&modifier=poste', 9],
  ['[territoire]/actions/demandes', 4],
  ['[territoire]/actions/demandes ?choix=toutes', 4],
  ['[territoire]/actions/nouvelle', 6],
  ['[territoire]/actions/nouvelle ?titre=bus', 7],
  ['[territoire]/actions/nouvelle ?sous=FICHE', 6],
  ['[territoire]/actions/nouvelle ?modele=dents', 7],
  ['[territoire]/actions/nouvelle ?depuis=FICHE', 19],
  ['[territoire]/actions/modeles', 3],
  ['[territoire]/actions/modeles ?q=bus', 3],
  ['[territoire]/actions/importer', 3],
  ['[territoire]/actions/importer ?depot=DEPOT&nom=plan.xlsx', 21],
  ['[territoire]/actions/importer ?depot=DEPOT&nom=plan.xlsx&contrat=CONTRAT', 32],
  ['[territoire]/actions/importer/[import]', 3],
  ['[territoire]/actions/importer/colonnes', 2],
  ['[territoire]/actions/importer/colonnes ?depot=DEPOT&nom=plan.xlsx', 3],
  ['[territoire]/actions/[fiche]', 25],
  ['[territoire]/actions/[fiche] ?modifier=intervenants', 27],
  ['[territoire]/actions/[fiche] ?modifier=budget', 26],
  ['[territoire]/actions/[fiche] ?modifier=postes', 27],
  ['[territoire]/actions/[fiche] ?modifier=indicateurs', 26],
  ['[territoire]/actions/[fiche] ?modifier=quartiers', 26],
  ['[territoire]/actions/[fiche] ?modifier=liens', 26],
  ['[territoire]/actions/[fiche] ?modifier=place', 25],
  ['[territoire]/contrats', 5],
  ['[territoire]/contrats/nouveau', 3],
  ['[territoire]/contrats/[contrat]', 11],
  ['[territoire]/contrats/[contrat] ?modifier=convention', 12],
  ['[territoire]/contrats/frise', 12],
  ['[territoire]/contrats/reperes', 6],
  ['[territoire]/contrats/[contrat]/vie', 7],
  ['[territoire]/contrats/[contrat]/suite', 3],
  ['[territoire]/contrats/[contrat]/prs', 3],
  ['[territoire]/contrats/[contrat]/axes', 5],
  ['[territoire]/contrats/[contrat]/axes/[axe]', 6],
  ['[territoire]/contrats/[contrat]/signature', 9],
  ['[territoire]/historique', 5],
  ['[territoire]/historique/retires', 3],
  ['[territoire]/historique/[objet]', 6],
  ['[territoire]/partenaires', 6],
  ['[territoire]/partenaires ?recherche=structure', 6],
  ['[territoire]/partenaires/besoins', 3],
  ['[territoire]/partenaires/besoins ?nature=offre&etat=toutes', 3],
  ['[territoire]/partenaires/besoins ?modifier=noter', 4],
  ['[territoire]/partenaires/reciprocite', 3],
  ['[territoire]/partenaires/reciprocite ?mois=12&modifier=noter', 4],
  ['[territoire]/partenaires/chartes', 3],
  ['[territoire]/partenaires/chartes ?modifier=noter', 4],
  ['[territoire]/partenaires/ambassadeurs', 3],
  ['[territoire]/partenaires/ambassadeurs ?modifier=inscrire', 4],
  ['[territoire]/partenaires/rapprocher', 3],
  ['[territoire]/partenaires/rapprocher ?sorte=personnes', 3],
  ['[territoire]/partenaires/rapprocher/reunir ?PAIRE', 4],
  ['fichiers/[territoire]/annuaire.[tableur]', 2],
  ['fichiers/[territoire]/contacts.vcf', 2],
  ['fichiers/[territoire]/personnes/[personne].pdf', 4],
  ['[territoire]/partenaires/importer', 2],
  ['[territoire]/partenaires/importer ?CONTACTS', 3],
  ['[territoire]/partenaires/importer/colonnes', 2],
  ['[territoire]/partenaires/importer/colonnes ?CONTACTS', 3],
  ['[territoire]/partenaires/nouvelle', 2],
  ['[territoire]/partenaires/[structure]', 10],
  ['[territoire]/partenaires/[structure] ?modifier=identite', 12],
  ['[territoire]/partenaires/[structure] ?modifier=relation', 10],
  ['[territoire]/partenaires/[structure] ?modifier=provenance', 11],
  ['[territoire]/partenaires/reseau', 3],
  ['[territoire]/partenaires/reseau ?niveau=2&secteur=soins&quand=tout', 3],
  ['[territoire]/partenaires/reseau/niveaux', 3],
  ['[territoire]/partenaires/croissance', 4],
  ['[territoire]/partenaires/personnes', 5],
  ['[territoire]/partenaires/personnes/nouvelle', 3],
  ['[territoire]/partenaires/formations', 3],
  ['[territoire]/partenaires/volontaires', 4],
  ['[territoire]/partenaires/personnes/a-revoir', 4],
  ['[territoire]/partenaires/personnes/[personne]', 9],
  ['[territoire]/partenaires/personnes/[personne] ?modifier=fonction', 10],
  ['[territoire]/partenaires/personnes/[personne] ?modifier=changer', 10],
  ['[territoire]/partenaires/personnes/[personne] ?modifier=provenance', 10],
  ['[territoire]/partenaires/personnes/[personne]/passation/[structure]', 5],
  ['[territoire]/partenaires/appuis', 4],
  ['[territoire]/partenaires/ressources', 3],
  ['[territoire]/partenaires/carte', 3],
  ['[territoire]/partenaires/[structure] ?modifier=implantation', 12],
  ['[territoire]/partenaires/ressources ?offre=outils', 3],
  ['[territoire]/partenaires/[structure] ?modifier=regroupement', 10],
  ['[territoire]/instances', 4],
  ['[territoire]/instances/nouvelle', 3],
  ['[territoire]/instances/[instance]', 8],
  ['[territoire]/instances/[instance] ?modifier=composer', 10],
  ['[territoire]/instances/[instance] ?modifier=modifier', 9],
  ['[territoire]/instances/[instance]/seances/[seance]', 7],
  ['[territoire]/instances/[instance]/seances/[seance] ?modifier=composer', 8],
  ['[territoire]/instances/[instance]/seances/[seance]/emargement', 5],
  ['[territoire]/instances/[instance]/seances/[seance]/feuille', 4],
  ['[territoire]/instances/[instance]/seances/[seance]/projection', 5],
  ['[territoire]/instances/[instance]/seances/[seance]/compte-rendu', 6],
  ['[territoire]/instances/[instance]/seances/[seance]/questions', 4],
  ['[territoire]/instances/taches', 3],
  ['[territoire]/instances/presences', 3],
  ['[territoire]/instances/[instance]/seances/[seance]/rencontres', 4],
  ['[territoire]/instances/[instance]/seances/[seance]/rencontres ?modifier=composer', 6],
  ['[territoire]/instances/[instance]/seances/[seance]/rencontres/feuilles', 4],
  ['[territoire]/instances/agenda', 3],
  ['[territoire]/instances/presentations', 3],
  ['[territoire]/reglages', 4],
  ['[territoire]/reglages/documents', 4],
  ['[territoire]/reglages/boite', 3],
  ['[territoire]/reglages/membres', 3],
  ['[territoire]/reglages/quartiers', 4],
  ['[territoire]/reglages/quartiers/importer', 2]
]

const essai = baseDeTest()
let decor: Decor
const petit = new Map<string, string[]>()
const grand = new Map<string, string[]>()

async function mesurer(combien: Map<string, string[]>): Promise<void> {
  for (const [adresse] of PLAFONDS) {
    const [nom, suite = ''] = adresse.split(' ') as [string, string?]
    const visee = porte(nom)
    const objet = nom.includes('/fiches/') ? decor.fiche : decor.contrat
    const fichier = suite === 'version' ? decor.version : `${objet}${suite.startsWith('-') ? '' : '.'}${suite}`
    const params = suite.startsWith('?') ? decor.params : { ...decor.params, fichier }
    const demande = suite
      .replace(/^[^?].*/, '')
      .replace('FICHE', decor.fiche)
      .replace('CONTRAT', decor.contrat)
      .replace('DEPOT', decor.depot)
      .replace('PAIRE', String(new URLSearchParams(decor.paire)))
      .replace('CONTACTS', String(new URLSearchParams(decor.contacts)))
    const visite = { jeton: decor.jetons.coordination!, params, suite: demande }
    combien.set(
      adresse,
      await essai.requetesDe(() =>
        ouvrir(visee, visee.actes.has('load') ? 'load' : 'GET', visite).catch((leve: { status?: number }) => {
          // home, the guided start and the outbox send a member elsewhere: that too has its count
          if (leve.status === undefined || nom.startsWith('[')) throw leve
        })
      )
    )
  }
}

beforeAll(async () => {
  installerBase(essai.base())
  decor = await unDecor(essai.base().db)
  await mesurer(petit)
  await agrandir(decor)
  await mesurer(grand)
}, 180_000)

test('chaque page et chaque fichier a sa ligne dans le tableau', () => {
  const lues = PORTES.filter(({ actes }) => actes.has('load') || actes.has('GET')).map(({ nom }) => nom)
  expect([...new Set(PLAFONDS.map(([adresse]) => adresse.split(' ')[0]))].toSorted()).toEqual(lues.toSorted())
})

test.each(PLAFONDS)('%s : %d requêtes, quel que soit le nombre d’actions, de structures et de membres', (adresse, plafond) => {
  expect(grand.get(adresse)!.length).toBe(petit.get(adresse)!.length)
  expect(grand.get(adresse)!.length).toBeLessThanOrEqual(plafond)
})
