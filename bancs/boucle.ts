/** While something is done, asks a server for its health again and again, one after the other: the longest wait, in milliseconds. */
export async function plusLongueAttente(sante: string, agir: () => Promise<unknown>): Promise<number> {
  let fini = false
  let attente = 0
  const veille = (async () => {
    while (!fini) {
      const debut = performance.now()
      const reponse = await fetch(sante)
      if (!reponse.ok) throw new Error(`health: ${reponse.status}`)
      attente = Math.max(attente, performance.now() - debut)
      await new Promise((suite) => setTimeout(suite, 10))
    }
  })()
  try {
    await agir()
  } finally {
    fini = true
    await veille
  }
  return attente
}

/** Leaves a file on the page of imports and reads its preview, as a browser does; answers the text of the page. */
export async function apporter(page: string, cookie: string, nom: string, octets: Uint8Array): Promise<string> {
  const corps = new FormData()
  corps.set('fichier', new File([octets as BlobPart], nom))
  const origin = new URL(page).origin
  const envoi = await fetch(`${page}?/deposer`, {
    method: 'POST',
    body: corps,
    headers: { cookie, origin, accept: 'text/html' },
    redirect: 'manual'
  })
  const suite = envoi.headers.get('location')
  if (envoi.status !== 303 || !suite) throw new Error(`the file was not taken: ${envoi.status}`)
  return (await fetch(new URL(suite, page), { headers: { cookie } })).text()
}
