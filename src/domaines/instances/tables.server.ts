import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DateFloue } from '#platform/dates.ts'
import { cle, clePrimaire, corbeille, reference } from '#platform/tables.server.ts'
import { collectivites } from '#domaines/territoires/tables.server.ts'
import { personnes, structures } from '#domaines/partenaires/tables.server.ts'
import { axes, contrats } from '#domaines/contrats/tables.server.ts'
import { attentes } from './tables/attentes.server.ts'
import type { NatureInstance, PlaceDuCls, Reponse, RoleSiege, Technique, TempsSeance } from './schema.ts'

/** The bodies where the contract is steered, worked on and discussed. A group lives longer than a contract: its axis is of one of them. */
export const instances = pgTable(
  'instances',
  {
    ...cle(),
    nom: text().notNull(),
    cleNom: text().notNull(),
    nature: text().$type<NatureInstance>().notNull(),
    contratId: uuid(),
    axeId: uuid(),
    mission: text(),
    placeDuCls: text().$type<PlaceDuCls>().notNull().default('pilote'),
    motifSansCls: text(),
    mandatDebut: text().$type<DateFloue>(),
    mandatFin: text().$type<DateFloue>(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    uniqueIndex('instances_un_nom')
      .on(t.collectiviteId, t.cleNom)
      .where(sql`${t.supprimeLe} is null`),
    reference('instances_contrat_fk', t, t.contratId, () => contrats),
    reference('instances_axe_fk', t, t.axeId, () => axes),
    foreignKey({ columns: [t.collectiviteId], foreignColumns: [collectivites.id] }),
    check(
      'instances_nature',
      sql`${t.nature} in ('copil', 'cotech', 'groupe', 'groupe_interne', 'clsm_pleniere', 'clsm_copil', 'clsm_groupe', 'conseil_developpement', 'conseil_citoyen', 'conseil_quartier', 'participative')`
    ),
    check('instances_place_du_cls', sql`${t.placeDuCls} in ('pilote', 'copilote', 'sans')`),
    check(
      'instances_mandat',
      sql`${t.mandatDebut} is null or ${t.mandatFin} is null or ${t.mandatFin} >= left(${t.mandatDebut}, length(${t.mandatFin}))`
    )
  ]
)

/** Who sits in a body, and as what: a structure, a person, or a person for a structure. */
export const sieges = pgTable(
  'sieges',
  {
    ...cle(),
    instanceId: uuid().notNull(),
    rang: integer().notNull(),
    role: text().$type<RoleSiege>().notNull(),
    structureId: uuid(),
    personneId: uuid(),
    qualite: text()
  },
  (t) => [
    clePrimaire(t),
    reference('sieges_instance_fk', t, t.instanceId, () => instances),
    reference('sieges_structure_fk', t, t.structureId, () => structures),
    reference('sieges_personne_fk', t, t.personneId, () => personnes),
    index('sieges_par_instance').on(t.collectiviteId, t.instanceId, t.rang),
    index('sieges_par_structure').on(t.collectiviteId, t.structureId),
    index('sieges_par_personne').on(t.collectiviteId, t.personneId),
    check('sieges_role', sql`${t.role} in ('presidence', 'pilote', 'copilote', 'membre')`),
    check('sieges_quelqu_un', sql`${t.structureId} is not null or ${t.personneId} is not null`)
  ]
)

/** A meeting of a body: a day, an hour, a place. The reasons are those of what goes past two a year for a theme, or past two hours. */
export const seances = pgTable(
  'seances',
  {
    ...cle(),
    instanceId: uuid().notNull(),
    objet: text(),
    jour: text().notNull(),
    heure: text(),
    duree: integer().notNull(),
    lieu: text(),
    capacite: integer(),
    motifQuota: text(),
    motifDuree: text(),
    annuleeLe: timestamp({ withTimezone: true }),
    motifAnnulation: text(),
    /** when it first invited; each move after that raises `version`, by which calendars know the latest */
    convoqueeLe: timestamp({ withTimezone: true }),
    version: integer().notNull().default(0),
    /** the secret of the code shown in the room, by which people note themselves present; shown again, so kept as it is */
    cleEmargement: text(),
    exemple: boolean().notNull().default(false),
    creeLe: timestamp({ withTimezone: true }).notNull(),
    ...corbeille()
  },
  (t) => [
    clePrimaire(t),
    reference('seances_instance_fk', t, t.instanceId, () => instances),
    index('seances_par_instance').on(t.collectiviteId, t.instanceId, t.jour),
    index('seances_par_jour').on(t.collectiviteId, t.jour),
    check('seances_jour', sql`${t.jour} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
    check('seances_heure', sql`${t.heure} ~ '^[0-2][0-9]:[0-5][0-9]$'`),
    check('seances_duree', sql`${t.duree} between 15 and 720`),
    check('seances_capacite', sql`${t.capacite} > 0`)
  ]
)

/** A point of the agenda of a meeting: its part, how long, who presents itself, with which way of working. */
export const points = pgTable(
  'points',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    rang: integer().notNull(),
    temps: text().$type<TempsSeance>().notNull(),
    intitule: text().notNull(),
    minutes: integer(),
    structureId: uuid(),
    technique: text().$type<Technique>(),
    detail: text(),
    /** what was said, written during the meeting */
    notes: text(),
    /** what was asked for after another meeting, that it answers */
    attenteId: uuid()
  },
  (t) => [
    clePrimaire(t),
    reference('points_seance_fk', t, t.seanceId, () => seances),
    reference('points_attente_fk', t, t.attenteId, () => attentes),
    uniqueIndex('points_un_par_attente').on(t.collectiviteId, t.attenteId),
    reference('points_structure_fk', t, t.structureId, () => structures),
    index('points_par_seance').on(t.collectiviteId, t.seanceId, t.rang),
    index('points_par_structure').on(t.collectiviteId, t.structureId),
    check('points_temps', sql`${t.temps} in ('suivi', 'presentation', 'thematique')`),
    check('points_minutes', sql`${t.minutes} between 1 and 720`),
    check(
      'points_technique',
      sql`${t.technique} in ('tour_de_table', 'brise_glace', 'photolangage', 'cartes_representations', 'jeu_de_role', 'escape_game', 'speed_meeting', 'vote_de_priorites')`
    )
  ]
)

/** Who is invited to a meeting, a person or the house itself, and what was answered. Nobody is invited twice to one. */
export const invitations = pgTable(
  'invitations',
  {
    ...cle(),
    seanceId: uuid().notNull(),
    personneId: uuid(),
    structureId: uuid(),
    courriel: text().notNull(),
    reponse: text().$type<Reponse>(),
    /** who comes instead */
    remplacant: text(),
    reponduLe: timestamp({ withTimezone: true }),
    /** the day or the hour changed since she answered: her answer stands, and is asked again */
    aConfirmer: boolean().notNull().default(false),
    /** when she was last written to about it: it puts the act that did so among those that cannot be undone */
    prevenuLe: timestamp({ withTimezone: true }),
    creeLe: timestamp({ withTimezone: true }).notNull()
  },
  (t) => [
    clePrimaire(t),
    reference('invitations_seance_fk', t, t.seanceId, () => seances),
    reference('invitations_personne_fk', t, t.personneId, () => personnes),
    reference('invitations_structure_fk', t, t.structureId, () => structures),
    uniqueIndex('invitations_une_par_personne').on(t.collectiviteId, t.seanceId, t.personneId),
    uniqueIndex('invitations_une_par_structure').on(t.collectiviteId, t.seanceId, t.structureId),
    index('invitations_par_personne').on(t.collectiviteId, t.personneId),
    index('invitations_par_structure').on(t.collectiviteId, t.structureId),
    check('invitations_reponse', sql`${t.reponse} in ('vient', 'remplace', 'absent', 'lit')`),
    check('invitations_a_qui', sql`num_nonnulls(${t.personneId}, ${t.structureId}) = 1`)
  ]
)
