import { spawnSync } from 'node:child_process'

// Programs of the machine that read what we write. Where one is missing, its tests are skipped and `npm test` says so at its end.

/** The first of these programs that answers; null when none does (macOS has a `java` that only says that there is no Java). */
const trouver = (noms: string[], question: string) =>
  noms.find((nom) => spawnSync(nom, [question], { stdio: 'ignore' }).status === 0) ?? null

export const trouverJava = () => trouver(['java'], '-version')

/** A calendar of Debian, on the command line. */
export const trouverKhal = () => trouver(['khal'], '--version')

export const trouverLibreOffice = () =>
  trouver(
    [
      'soffice',
      'libreoffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.com'
    ],
    '--version'
  )
