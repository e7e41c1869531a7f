// Finds a Chromium for the browser stories: an installed one, else Debian's package where root may install it,
// else Playwright's own download. Says which. Used by playwright.config.ts, scripts/shots.ts and scripts/test.ts.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
]

/** Headless without a GPU, and without calls to the vendor's own hosts. Root cannot use the sandbox. */
export const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const installed = (): string | undefined => PLACES.find((place) => place !== '' && existsSync(place))

/** The path of a Chromium that is there now, installing nothing. */
export const chromiumHere = (): string | undefined =>
  installed() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)

/** The path of a Chromium, installed if need be. Throws one line when none can be had. */
export function findChromium(say: (line: string) => void): string {
  const here = chromiumHere()
  if (here !== undefined) {
    say(`chromium: ${here}`)
    return here
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("chromium: none here, installing Debian's package")
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' })
    const fromDebian = installed()
    if (fromDebian !== undefined) return fromDebian
  }
  say("chromium: none here, trying Playwright's download")
  execFileSync('npm', ['exec', '--', 'playwright', 'install', 'chromium'], { stdio: 'inherit' })
  const downloaded = chromiumHere()
  if (downloaded === undefined) throw new Error('no Chromium to be had: install one, or set CHROMIUM_PATH')
  return downloaded
}
