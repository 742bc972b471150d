import { sql } from 'drizzle-orm'
import type { Perimetre } from '#platform/acteur.ts'
import type { Tx } from '#platform/db.server.ts'
import { renduEnvoye } from '#domaines/instances/queries/envoi-du-rendu.server.ts'
import { listerAxes, listerContrats, listerSignataires } from '#domaines/contrats/queries.server.ts'
import { arbreDesAxes, aplatir } from '#domaines/contrats/regles/arbre.ts'
import { contratCourant } from '#domaines/contrats/regles/courant.ts'
import { premierJour, type DateFloue } from '#platform/dates.ts'
import type { Moment } from '#domaines/contrats/schema.ts'
import { contratsEnCours } from '#domaines/actions/regles/programme.ts'
import { demandeLaSuite } from '#domaines/actions/regles/suite.ts'
import type { NatureAction, Statut } from '#domaines/actions/schema/mots.ts'
import { listerPlaces } from '#domaines/actions/queries/fiches.server.ts'
import { dernieresNouvelles } from '#domaines/actions/queries/nouvelles.server.ts'
import { estDuContrat } from '#domaines/actions/queries/selection.server.ts'
import { adressesPerdues } from '#domaines/partenaires/queries/lettres-perdues.server.ts'
import type { AdressePerdue } from '#domaines/partenaires/schema/lettres-perdues.ts'
import { estHabitante } from '#domaines/partenaires/queries/volontaires.server.ts'
import { nombreSansContact } from './effacement.server.ts'
import { lireDeparts } from './appuis.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { eq } from 'drizzle-orm'

/** What the dashboard is computed from: the contract that the territory works with, its tree, its signatories, and every action's essentials. */
export async function lireTableau(db: Tx, perimetre: Perimetre, jour: string) {
  const { collectiviteId } = perimetre
  const contrats = await listerContrats(db, perimetre)
  const contrat = contratCourant(contrats, jour)
  const enCours = [...contratsEnCours(contrats, jour)]
  const finissant = contrats.find((candidat) => demandeLaSuite(candidat, jour)) ?? null
  const [axes, places, signataires, fiches, [territoire], departs, comptes] = await Promise.all([
    contrat ? listerAxes(db, perimetre, contrat.id) : [],
    contrat ? listerPlaces(db, perimetre, contrat.id) : [],
    contrat ? listerSignataires(db, perimetre, contrat.id) : [],
    db.execute(sql`select f.id, f.titre, f.statut, f.nature, f.debut, f.fin, f.exemple, f.modifie_le as "modifieLe", dites.date as "derniereNouvelle",
        exists (select 1 from intervenants i where i.collectivite_id = ${collectiviteId} and i.fiche_id = f.id and i.role in ('pilote', 'service_pilote', 'personne_pilote')) as pilotee,
        ${estDuContrat(collectiviteId, { au: jour, enCours })} as "duCls",
        f.hors_qpv is null and not exists (select 1 from fiches_quartiers fq join quartiers q on q.collectivite_id = fq.collectivite_id and q.id = fq.quartier_id and q.supprime_le is null and q.nature = 'qpv'
          where fq.collectivite_id = ${collectiviteId} and fq.fiche_id = f.id) as "sansQpv",
        coalesce(repondues.par_moment, '{}') as reponses
      from fiches f left join (${dernieresNouvelles(collectiviteId, sql`true`)}) dites on dites.fiche_id = f.id
        left join (
          select fiche_id, json_object_agg(moment, nombre) as par_moment from (
            select r.fiche_id, r.moment, count(*) as nombre
            from reponses r join axes a on a.collectivite_id = r.collectivite_id and a.id = r.axe_id and a.supprime_le is null and a.contrat_id = ${contrat?.id ?? null}
            where r.collectivite_id = ${collectiviteId} group by r.fiche_id, r.moment
          ) x group by fiche_id
        ) repondues on repondues.fiche_id = f.id
      where f.collectivite_id = ${collectiviteId} and f.parent_id is null and f.supprime_le is null order by f.fin nulls last, f.titre`) as unknown as Promise<
      {
        id: string
        titre: string
        statut: Statut | null
        nature: NatureAction | null
        debut: DateFloue | null
        fin: DateFloue | null
        modifieLe: string
        derniereNouvelle: DateFloue | null
        exemple: boolean
        pilotee: boolean
        duCls: boolean
        sansQpv: boolean
        reponses: Partial<Record<Moment, number>>
      }[]
    >,
    db
      .select({ partiesRequises: collectivites.partiesRequises, asvDepuis: collectivites.asvDepuis })
      .from(collectivites)
      .where(eq(collectivites.id, collectiviteId)),
    lireDeparts(db, perimetre, jour),
    db.execute(sql`select (select json_build_object('sigle', r.sigle, 'parueLe', r.parue_le) from prs r where r.collectivite_id = ${collectiviteId} and r.id = ${contrat?.prsId ?? null} and r.supprime_le is null) as prs,
      (select count(*)::int from places p join fiches f on f.collectivite_id = p.collectivite_id and f.id = p.fiche_id and f.supprime_le is null
        where p.collectivite_id = ${collectiviteId} and p.contrat_id = ${finissant?.id ?? null} and p.jusque is null
          and (f.statut is null or f.statut not in ('realise', 'abandonne'))
          and not exists (select 1 from devenirs d where d.collectivite_id = p.collectivite_id and d.contrat_id = p.contrat_id and d.fiche_id = p.fiche_id)
          and not exists (select 1 from places n join contrats c on c.collectivite_id = n.collectivite_id and c.id = n.contrat_id and c.supprime_le is null
            where n.collectivite_id = p.collectivite_id and n.fiche_id = p.fiche_id and n.jusque is null and c.precedent_id = p.contrat_id)) as "aDecider",
      (select coalesce(json_agg(json_build_object('id', s.id, 'instanceId', n.id, 'instance', n.nom, 'jour', s.jour) order by s.jour), '[]') from seances s
        join instances n on n.collectivite_id = s.collectivite_id and n.id = s.instance_id and n.supprime_le is null
        where s.collectivite_id = ${collectiviteId} and s.supprime_le is null and s.annulee_le is null and s.jour < ${jour} and s.convoquee_le is not null
          and not ${renduEnvoye(sql`s`)}) as "aRendre",
      (select count(*)::int from taches where collectivite_id = ${collectiviteId} and faite_le is null and echeance < ${jour}) as "tachesEnRetard",
      (select count(*)::int from demandes_nouvelles d join fiches f on f.collectivite_id = d.collectivite_id and f.id = d.fiche_id and f.supprime_le is null
        where d.collectivite_id = ${collectiviteId} and d.statut_propose is not null and d.decision is null) as "statutsProposes",
      ${nombreSansContact(perimetre, jour)} as "sansContact", ${adressesPerdues(perimetre)} as perdues,
      (select coalesce(json_agg(json_build_object('personneId', p.id, 'nom', p.nom, 'prevuLe', e.prevu_le) order by e.prevu_le, p.cle_nom, p.id), '[]')
        from effacements e join personnes p on p.collectivite_id = e.collectivite_id and p.id = e.personne_id
        where e.collectivite_id = ${collectiviteId} and e.fait_le is null and e.motif = 'demande') as "partants",
      (select coalesce(json_agg(json_build_object('personneId', x.id, 'personne', x.nom, 'nombre', x.nombre) order by x.depuis, x.id), '[]') from (
        select p.id, p.nom, count(*)::int as nombre, min(k.cree_le) as depuis from corrections k
          join personnes p on p.collectivite_id = k.collectivite_id and p.id = k.personne_id and p.supprime_le is null
        where k.collectivite_id = ${collectiviteId} and k.traitee_le is null group by p.id, p.nom) x) as corrections,
      (select coalesce(json_agg(json_build_object('id', h.id, 'titre', h.titre, 'structure', s.nom) order by h.cree_le, h.id), '[]') from echanges h
        join structures s on s.collectivite_id = h.collectivite_id and s.id = h.structure_id and s.supprime_le is null
        where h.collectivite_id = ${collectiviteId} and h.nature = 'appui' and h.etat = 'ouverte' and h.supprime_le is null and not h.exemple) as appuis,
      (select count(*)::int from structures where collectivite_id = ${collectiviteId} and supprime_le is null) as structures,
      (select count(*)::int from personnes p where p.collectivite_id = ${collectiviteId} and p.supprime_le is null and not ${estHabitante(sql`p`)}) as personnes`) as unknown as Promise<
      [
        {
          prs: { sigle: string; parueLe: DateFloue | null } | null
          aDecider: number
          aRendre: { id: string; instanceId: string; instance: string; jour: string }[]
          tachesEnRetard: number
          statutsProposes: number
          sansContact: number
          perdues: AdressePerdue[]
          partants: { personneId: string; nom: string; prevuLe: string }[]
          appuis: { id: string; titre: string; structure: string }[]
          corrections: { personneId: string; personne: string; nombre: number }[]
          structures: number
          personnes: number
        }
      ]
    >
  ])
  const asv = territoire!.asvDepuis !== null && premierJour(territoire!.asvDepuis) <= jour
  const statuts = new Map([...fiches].map((fiche) => [fiche.id, fiche.statut]))
  const arbre = arbreDesAxes(axes.filter((axe) => axe.nature === 'thematique'))
  const avancement = arbre.map((axe) => {
    const sous = new Set(aplatir([axe]).map((noeud) => noeud.id))
    return {
      id: axe.id,
      numero: axe.numero,
      intitule: axe.intitule,
      statuts: places
        .filter((place) => place.axeId !== null && sous.has(place.axeId))
        .map((place) => statuts.get(place.ficheId) ?? null)
    }
  })
  const auContrat = new Set(places.map((place) => place.ficheId))
  return {
    contrat,
    generations: contrats.length,
    avancement,
    // how many actions of the contract are of each nature (R-069); « » where nobody has said it
    parNature: Object.fromEntries(
      Map.groupBy(
        [...fiches].filter((fiche) => auContrat.has(fiche.id)),
        (fiche) => fiche.nature ?? ''
      )
        .entries()
        .map(([nature, dedans]) => [nature, dedans.length])
    ) as Partial<Record<NatureAction | '', number>>,
    axes: axes.filter((axe) => axe.nature === 'thematique').length,
    transversaux: axes.filter((axe) => axe.nature === 'transversal').length,
    signataires: signataires.map(({ role, type }) => ({ role, type })),
    partiesRequises: territoire!.partiesRequises,
    fiches: [...fiches].map((fiche) => ({
      ...fiche,
      modifieLe: new Date(fiche.modifieLe),
      auContrat: auContrat.has(fiche.id),
      qpvManque: asv && !fiche.duCls && fiche.sansQpv
    })),
    suite: finissant && { id: finissant.id, intitule: finissant.intitule, aDecider: comptes[0].aDecider },
    prs: comptes[0].prs,
    aRendre: comptes[0].aRendre,
    tachesEnRetard: comptes[0].tachesEnRetard,
    statutsProposes: comptes[0].statutsProposes,
    sansContact: comptes[0].sansContact,
    perdues: comptes[0].perdues,
    partants: comptes[0].partants,
    appuis: comptes[0].appuis,
    corrections: comptes[0].corrections,
    departs,
    structures: comptes[0].structures,
    personnes: comptes[0].personnes
  }
}
