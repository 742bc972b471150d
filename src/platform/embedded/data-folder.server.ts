import { spawnSync } from 'node:child_process'
import { constants } from 'node:fs'
import { access, chmod, mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** A data folder that cannot serve; the message is a French sentence for the person who starts the product. */
export class DataFolderError extends Error {
  override name = 'DataFolderError'
}

/** The folder of the data when no setting names one: beside the project, or the system's own place for root. */
export function defaultFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/tisserand' : resolve('donnees')
}

/** Makes the folder if it is missing and checks that it can be written. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new DataFolderError(
      `Le dossier des données « ${folder} » ne peut pas être écrit (${(error as NodeJS.ErrnoException).code}). Donnez-vous le droit d’y écrire, ou choisissez-en un autre avec TISSERAND_DONNEES.`
    )
  }
}

/** As root, the server's user must be able to enter every folder above its data. */
export async function openToServerUser(folder: string, user: { uid: number; gid: number; nom: string }): Promise<void> {
  await chmod(folder, 0o711)
  const enters = (place: string) =>
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', place], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0
  if (enters(folder)) return
  let closed = folder
  while (dirname(closed) !== closed && !enters(dirname(closed))) closed = dirname(closed)
  throw new DataFolderError(
    `Le compte « ${user.nom} », sous lequel tourne la base, ne peut pas entrer dans « ${closed} ». Ouvrez ce dossier (chmod o+x), ou choisissez-en un autre avec TISSERAND_DONNEES.`
  )
}
