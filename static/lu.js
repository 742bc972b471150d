// Minutes that stayed a few seconds before someone's eyes are said to be read, once, and by nobody in particular. A page fetched ahead by a
// mail scanner, or opened and left, is not counted. Without a script nothing is.
const SECONDES = 4
let minuterie
let dit = false

function suivre() {
  clearTimeout(minuterie)
  if (dit || document.visibilityState !== 'visible') return
  minuterie = setTimeout(() => {
    dit = true
    const envoi = { method: 'POST', body: new FormData(), headers: { accept: 'application/json' }, keepalive: true }
    fetch('?/lu', envoi).catch(() => {})
  }, SECONDES * 1000)
}

document.addEventListener('visibilitychange', suivre)
suivre()
