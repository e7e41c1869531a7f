// What a browser story plays on: one server process, and a phone or desk per signed-in person. Used by test/flows.
import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test'
export { expect } from '@playwright/test'
import { type Caller, callAs, signIn } from './commands.ts'
import { startServer } from './server-process.ts'

export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 800 }

type Size = { width: number; height: number }
type Seat = {
  size?: Size
  dark?: boolean
  /** The installed app: its service worker may run, and the clock is the machine's own. */
  installed?: boolean
}

export type Stage = {
  url: string
  /** Opens a screen for one person, signed in, at a path; for `null` nobody is signed in. */
  open: (person: string | null, path?: string, size?: Size, seat?: Seat) => Promise<Page>
  /** A person without a screen. */
  call: (person: string) => Promise<Caller>
  /** The clock of the server and of every open screen. */
  now: () => string
  /** Sets it, and lets what a screen does by the clock happen. */
  setClock: (instant: string) => Promise<void>
  /** The server comes back with another build of the client; it lives by the machine's own clock. */
  restart: (dist: string) => Promise<void>
  /** What this story means to bring about in a console. */
  allow: (complaint: RegExp) => void
}

/** The screens look at the clock this often, at least. */
const SCREEN_CLOCK_MS = 31_000

type Complaint = { person: string; text: string }

/** A complaint in any console, or an uncaught error, fails the story. */
function watch(page: Page, person: string, complaints: Complaint[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push({ person, text: message.text() })
  })
  page.on('pageerror', (error) => complaints.push({ person, text: error.message }))
}

async function seatAt(browser: Browser, at: string, seat: Seat): Promise<BrowserContext> {
  const size = seat.size ?? DESK
  const context = await browser.newContext({
    viewport: size,
    hasTouch: size.width < 600,
    colorScheme: seat.dark ? 'dark' : 'light',
  })
  if (seat.installed) return context
  await context.addInitScript(withoutServiceWorker)
  await context.clock.install({ time: at })
  return context
}

/** As on a browser that has none: what is cached would outlive a story's clock. */
function withoutServiceWorker(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
}

export const test = base.extend<{ startsAt: string; stage: Stage }>({
  startsAt: ['2026-11-21T09:00:00Z', { option: true }],
  stage: async ({ browser, startsAt }, use) => {
    const server = await startServer(startsAt)
    const complaints: Complaint[] = []
    const allowed: RegExp[] = []
    const contexts: BrowserContext[] = []
    const callers = new Map<string, Promise<Caller>>()
    let clock = { set: Date.parse(startsAt), real: Date.now() }
    const now = () => new Date(clock.set + Date.now() - clock.real).toISOString()
    await use({
      url: server.url,
      now,
      restart: (dist) => server.restart(dist),
      allow: (complaint) => allowed.push(complaint),
      async open(person, path = '/', size = DESK, seat = {}) {
        const context = await seatAt(browser, now(), { size, ...seat })
        contexts.push(context)
        if (person !== null) await signIn(context.request, server.url, person)
        const page = await context.newPage()
        watch(page, person ?? 'nobody', complaints)
        await page.goto(server.url + path)
        return page
      },
      call(person) {
        const known = callers.get(person) ?? callAs(server.url, person, now)
        callers.set(person, known)
        return known
      },
      async setClock(instant) {
        await server.setClock(instant)
        clock = { set: Date.parse(instant), real: Date.now() }
        for (const context of contexts) {
          await context.clock.setSystemTime(instant)
          await context.clock.fastForward(SCREEN_CLOCK_MS)
          await context.clock.setSystemTime(now())
        }
      },
    })
    for (const context of contexts) await context.close()
    for (const caller of callers.values()) await (await caller).dispose()
    await server.stop()
    const told = complaints.filter(({ text }) => !allowed.some((pattern) => pattern.test(text)))
    if (told.length > 0)
      throw new Error(
        `complaints in the consoles:\n${told.map(({ person, text }) => `${person}: ${text}`).join('\n')}`,
      )
  },
})
