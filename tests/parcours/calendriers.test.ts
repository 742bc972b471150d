import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composerAgenda, type SeanceAuCalendrier } from '#domaines/instances/exports/agenda.server.ts'
import { SEANCE_A_L_AGENDA as SEANCE } from '#domaines/instances/fixtures.server.ts'
import { trouverKhal } from './programmes.ts'

const reglages = (dossier: string) => `[calendars]
[[essai]]
path = ${join(dossier, 'agenda')}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Paris
default_timezone = Europe/Paris
[default]
default_calendar = essai
[sqlite]
path = ${join(dossier, 'khal.db')}
`

/** What a person of Debian has in her calendar once she opened what we sent her, one line each. */
test.skipIf(!trouverKhal())(
  'R-090 · un agenda de Debian prend l’invitation, la déplace quand elle change et la barre quand elle est annulée',
  async () => {
    const dossier = await mkdtemp(join(tmpdir(), 'tisserand-khal-'))
    try {
      await writeFile(join(dossier, 'reglages'), reglages(dossier))
      const khal = (...args: string[]) => {
        const fait = spawnSync('khal', ['-c', join(dossier, 'reglages'), ...args], {
          encoding: 'utf8',
          env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: dossier }
        })
        expect(fait.status, fait.stderr).toBe(0)
        return fait.stdout
      }
      const recevoir = async (seance: SeanceAuCalendrier) => {
        const fichier = join(dossier, 'recu.ics')
        await writeFile(fichier, composerAgenda(seance).contenu)
        khal('import', '--batch', '-a', 'essai', fichier)
        return khal('list', '2026-12-01', '30d', '--day-format', '', '--format', '{title}|{start}|{end}|{location}|{status}')
          .split('\n')
          .map((ligne) => ligne.trim())
          .filter(Boolean)
      }
      const dit = (jour: string, de: string, a: string, etat: string) => [
        `${SEANCE.titre}|${jour} ${de}|${jour} ${a}|${SEANCE.lieu}|${etat}`
      ]
      expect(await recevoir(SEANCE)).toEqual(dit('2026-12-09', '14:00', '16:00', 'CONFIRMED'))
      const deplacee = { ...SEANCE, jour: '2026-12-16', heure: '15:00', version: 1 }
      expect(await recevoir(deplacee)).toEqual(dit('2026-12-16', '15:00', '17:00', 'CONFIRMED'))
      expect(await recevoir({ ...deplacee, version: 2, annulee: true })).toEqual(dit('2026-12-16', '15:00', '17:00', 'CANCELLED'))
    } finally {
      await rm(dossier, { recursive: true, force: true })
    }
  },
  60_000
)
