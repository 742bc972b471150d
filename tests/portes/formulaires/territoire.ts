import { ecrireQuartiersGeojson } from '#domaines/territoires/regles/geojson.ts'
import { CHAPITRES } from '#domaines/actions/schema/habillage.ts'
import { unPng } from '#tests/parcours/fichiers.ts'
import type { Decor } from '../decor.ts'
import { envoyer, type Formulaires } from './envoi.ts'

const TRIANGLE = [
  [2, 49],
  [2.1, 49],
  [2.1, 49.1],
  [2, 49]
] as [number, number][]
const GEOJSON = ecrireQuartiersGeojson([
  { nom: 'Bastide', code: null, generation: null, communes: null, contour: { type: 'MultiPolygon', coordinates: [[TRIANGLE]] } }
])

export function formulairesDuTerritoire(d: Decor): Formulaires {
  const boite = {
    adresse: 'sante@exemple.fr',
    hote: '127.0.0.1',
    port: '1',
    chiffrement: 'aucun',
    compte: 'sante',
    motDePasse: 'secret'
  }
  const quartier = { nom: 'Croix petit', nature: 'quartier' }
  return {
    '[territoire]/historique?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/historique/[objet]?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/historique/retires?/retablir': envoyer({ table: 'fiches', id: d.retires.fiche }),
    '[territoire]/reglages?/regler': envoyer({ nom: 'Cergy', partiesRequises: ['collectivite', 'ars'] }),
    '[territoire]/reglages/documents?/couverture': envoyer({ surtitre: 'Direction de la santé', teinte: 'marine' }),
    '[territoire]/reglages/documents?/logo': envoyer({
      fichier: new File([unPng(400, 200) as BlobPart], 'logo.png'),
      texteAlternatif: 'Le nouveau logo'
    }),
    '[territoire]/reglages/documents?/retirer-logo': envoyer(),
    '[territoire]/reglages/documents?/chapitres': envoyer({ ordre: [...CHAPITRES], basculer: 'sigles' }),
    '[territoire]/reglages/documents?/annuler': envoyer({ geste: d.geste }),
    '[territoire]/reglages/boite?/essayer': envoyer(boite),
    '[territoire]/reglages/boite?/regler': envoyer(boite),
    '[territoire]/reglages/boite?/oublier': envoyer(),
    '[territoire]/reglages/boite?/vu': envoyer({ id: d.courrier }),
    '[territoire]/reglages/boite?/relever': envoyer(),
    '[territoire]/reglages/membres?/inviter': envoyer({ courriel: 'nouveau@exemple.fr', role: 'elu' }),
    '[territoire]/reglages/membres?/modifier': envoyer({ id: d.membre, role: 'direction' }),
    '[territoire]/reglages/membres?/retirer': envoyer({ id: d.membre }),
    '[territoire]/reglages/membres?/retablir': envoyer({ id: d.membreRetire }),
    '[territoire]/reglages/quartiers?/ajouter': envoyer(quartier),
    '[territoire]/reglages/quartiers?/modifier': envoyer({ id: d.quartier, ...quartier }),
    '[territoire]/reglages/quartiers?/retirer': envoyer({ id: d.quartier }),
    '[territoire]/reglages/quartiers?/retablir': envoyer({ id: d.quartierRetire }),
    '[territoire]/reglages/quartiers/importer?/apercevoir': envoyer({ fichier: new File([GEOJSON], 'quartiers.geojson') }),
    '[territoire]/reglages/quartiers/importer?/importer': envoyer({ lus: GEOJSON, choisis: ['0'], liste: 'quartier' })
  }
}
