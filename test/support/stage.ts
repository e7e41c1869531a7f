// What a browser story plays on: one server process, and a phone or desk per signed-in person. Used by test/flows.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

export type Seat = { page: Page; context: BrowserContext }

export type Stage = {
  url: string
  /** Opens a screen for one person, signed in, at a path. */
  open: (person: string, path?: string, size?: { width: number; height: number }) => Promise<Page>
  /** Sets the clock of the server and of every open screen. */
  setClock: (instant: string) => Promise<void>
}

type Server = { child: ChildProcess; url: string; dataDir: string }

async function startServer(at: string): Promise<Server> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-story-'))
  const child = spawn(process.execPath, ['test/support/serve.ts', dataDir, at], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended at once (${code})`)))
  })
  return { child, url, dataDir }
}

async function stopServer({ child, dataDir }: Server): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  rmSync(dataDir, { recursive: true, force: true })
}

async function signIn(context: BrowserContext, url: string, person: string): Promise<void> {
  const answer = await context.request.post(`${url}/api/session/demo`, {
    data: { person },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`${person} cannot sign in: ${answer.status()} ${await answer.text()}`)
}

/** A complaint in any console, or an uncaught error, fails the story. */
function watch(page: Page, person: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${person}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${person}: ${error.message}`))
}

async function seat(
  browser: Browser,
  size: { width: number; height: number },
  at: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: size,
    hasTouch: size.width < 600,
    serviceWorkers: 'block',
  })
  await context.clock.install({ time: at })
  return context
}

export const test = base.extend<{ startsAt: string; stage: Stage }>({
  startsAt: ['2026-11-21T09:00:00Z', { option: true }],
  stage: async ({ browser, startsAt }, use) => {
    const server = await startServer(startsAt)
    const complaints: string[] = []
    const contexts: BrowserContext[] = []
    let clock = { set: Date.parse(startsAt), real: Date.now() }
    await use({
      url: server.url,
      async open(person, path = '/', size = DESK) {
        const at = new Date(clock.set + Date.now() - clock.real).toISOString()
        const context = await seat(browser, size, at)
        contexts.push(context)
        await signIn(context, server.url, person)
        const page = await context.newPage()
        watch(page, person, complaints)
        await page.goto(server.url + path)
        return page
      },
      async setClock(instant) {
        clock = { set: Date.parse(instant), real: Date.now() }
        server.child.stdin?.write(`${instant}\n`)
        for (const context of contexts) await context.clock.setSystemTime(instant)
      },
    })
    for (const context of contexts) await context.close()
    await stopServer(server)
    if (complaints.length > 0) throw new Error(`complaints in the consoles:\n${complaints.join('\n')}`)
  },
})
export { expect } from '@playwright/test'
