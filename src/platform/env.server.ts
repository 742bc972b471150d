import { resolve } from 'node:path'
import { z } from 'zod'
import { defaultFolder } from './embedded/data-folder.server.ts'

const address = (nom: string) =>
  z
    .string()
    .regex(
      /^postgres(?:ql)?:\/\/\S+$/,
      `${nom} doit être une adresse PostgreSQL, par exemple postgres://compte:motdepasse@hote:5432/base.`
    )

const schema = z
  .object({
    PORT: z.coerce
      .number({ error: 'PORT doit être un nombre.' })
      .int('PORT doit être un nombre entier.')
      .min(0, 'PORT doit être entre 0 et 65535.')
      .max(65535, 'PORT doit être entre 0 et 65535.')
      .default(3000),
    HOST: z.string().min(1, 'HOST est vide : laissez-le de côté ou écrivez 127.0.0.1.').default('127.0.0.1'),
    TISSERAND_DONNEES: z.string().min(1, 'TISSERAND_DONNEES est vide : donnez le chemin d’un dossier.').optional(),
    TISSERAND_DEMO: z.enum(['oui', 'non'], { error: 'TISSERAND_DEMO vaut « oui » ou « non ».' }).optional(),
    DATABASE_URL: address('DATABASE_URL').optional(),
    DATABASE_URL_MIGRATIONS: address('DATABASE_URL_MIGRATIONS').optional(),
    URL_PUBLIQUE: z
      .url({ protocol: /^https?$/, error: 'URL_PUBLIQUE doit être une adresse complète, par exemple https://sante.exemple.fr.' })
      .optional(),
    SMTP_HOTE: z.string().min(1, 'SMTP_HOTE est vide : laissez-le de côté ou donnez le nom du serveur de courrier.').optional(),
    SMTP_PORT: z.coerce
      .number({ error: 'SMTP_PORT doit être un nombre, 587 par exemple.' })
      .int('SMTP_PORT doit être un nombre entier.')
      .default(587),
    SMTP_COMPTE: z.string().optional(),
    SMTP_MOT_DE_PASSE: z.string().optional(),
    TISSERAND_CLE: z
      .string()
      .min(20, 'TISSERAND_CLE est trop courte : donnez vingt signes au moins, tirés au hasard.')
      .optional(),
    SMTP_EXPEDITEUR: z.string().default('Tisserand <ne-pas-repondre@localhost>'),
    COURRIELS_PAR_MINUTE: z.coerce
      .number({ error: 'COURRIELS_PAR_MINUTE doit être un nombre, 600 par exemple.' })
      .int('COURRIELS_PAR_MINUTE doit être un nombre entier.')
      .min(1, 'COURRIELS_PAR_MINUTE vaut 1 au moins.')
      .default(3000),
    NIVEAU_JOURNAL: z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'NIVEAU_JOURNAL vaut silent, error, warn, info ou debug.' })
      .default('info')
  })
  .refine((env) => !env.DATABASE_URL_MIGRATIONS || env.DATABASE_URL, {
    error: 'DATABASE_URL_MIGRATIONS ne va pas sans DATABASE_URL : donnez les deux, ou aucune pour la base embarquée.'
  })

export type Settings = z.output<typeof schema> & { dossier: string; loopback: boolean; urlPublique: string }

/** Settings that cannot be used; each line of the message is a French sentence that names the variable. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Reads every setting once. Throws SettingsError with one sentence for each fault. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((nom) => (env[nom] === undefined ? [] : [[nom, env[nom]]])))
  const read = schema.safeParse(given)
  if (!read.success) throw new SettingsError(read.error.issues.map((issue) => issue.message).join('\n'))
  const { HOST, PORT, URL_PUBLIQUE, TISSERAND_DONNEES } = read.data
  return {
    ...read.data,
    dossier: TISSERAND_DONNEES ? resolve(TISSERAND_DONNEES) : defaultFolder(),
    loopback: ['127.0.0.1', '::1', 'localhost'].includes(HOST),
    urlPublique: (URL_PUBLIQUE ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, '')
  }
}
