import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const PLACES = [
  process.env.TISSERAND_NAVIGATEUR,
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
]

/**
 * A browser for the journeys: one that is installed, else Playwright's own download, else (as root, where packages can be
 * installed) Debian's Chromium. Null when there is no way.
 */
export async function findBrowser(): Promise<string | null> {
  const trouve = PLACES.find((place) => place && existsSync(place))
  if (trouve) return trouve
  const telecharge = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)
  if (telecharge()) return telecharge()
  console.log('Aucun navigateur : téléchargement de celui de Playwright…')
  spawnSync(process.execPath, [join('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium-headless-shell'], {
    stdio: 'inherit',
    timeout: 300_000
  })
  if (telecharge()) return telecharge()
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installation de Chromium par les paquets du système…')
    spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    })
  }
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null
}
