/**
 * The order asked by a `ListeOrdonnable`: the ids of « ordre » as sent, with the element of « monter » or « descendre » moved by one
 * place. An unknown element, or a move past an end, changes nothing.
 */
export function ordreDemande(envoi: FormData): string[] {
  const ordre = envoi.getAll('ordre').map(String)
  const monter = envoi.get('monter')
  const id = monter ?? envoi.get('descendre')
  const de = ordre.indexOf(String(id))
  const vers = de + (monter === null ? 1 : -1)
  if (id === null || de < 0 || vers < 0 || vers >= ordre.length) return ordre
  return ordre.toSpliced(de, 1).toSpliced(vers, 0, String(id))
}
