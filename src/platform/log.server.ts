import pino, { type Logger } from 'pino'

let logger: Logger | null = null

/** The process's log, on standard error: standard output belongs to what a command answers. */
export function log(): Logger {
  logger ??= pino({ level: process.env.NIVEAU_JOURNAL ?? 'info', base: null }, pino.destination(2))
  return logger
}
