// `npm run -s bench:inp`: how soon the day board answers a press, a key and a drag with 300 rides on it, on a processor four
// times slower. Event timing of Chromium: the slowest event of each interaction; the 98th percentile is the figure.
import { loadavg } from 'node:os'
import { type BrowserContext, chromium, type Locator, type Page } from '@playwright/test'
import { fleet } from '#shared/reference/fleet.ts'
import { hospitals } from '#shared/reference/hospitals.ts'
import { minutesAfter } from '#shared/rides/ride-span.ts'
import type { BoardMove, BoardRide, DayBoard } from '#shared/wire/day-board.ts'
import { signIn } from '#test/support/commands.ts'
import { startServer } from '#test/support/server-process.ts'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.ts'

const AT = '2026-11-21T09:40:00.000Z'
const FROM = '2026-11-20T23:00:00.000Z'
const RIDES = 300
const SLOWER = 4
const ROUNDS = 20
const BUDGET_MS = 100

const place = (index: number): string => hospitals[index % hospitals.length]?.id ?? ''
const micus = fleet.filter(({ kind }) => kind === 'micu' || kind === 'ambulance').slice(0, 60)
const moveOf = (index: number): BoardMove => ({
  ...{ transfer: `transfer-${index}`, code: 'K7Q3TB', from: place(index), to: place(index + 7) },
  ...{ bed: 'ic', kind: 'planned', window: null, readyFrom: AT, roadKm: 60 },
  minutes: { micu: 55, ambulance: 50 },
  // Those of one kind, in two regions.
  fits: micus
    .slice(index % 50, (index % 50) + 10)
    .map(({ id }, rank) => ({ vehicle: id, rank, escorted: false })),
})

function rideOf(index: number): BoardRide {
  const vehicle = micus[index % micus.length]?.id ?? ''
  const departAt = minutesAfter(FROM, 150 + Math.floor(index / micus.length) * 260)
  const move = moveOf(index)
  return {
    ...{
      id: `ride-${index}`,
      vehicle,
      transfer: move.transfer,
      code: move.code,
      from: move.from,
      to: move.to,
    },
    ...{ state: 'planned', departAt, heldFrom: minutesAfter(departAt, -30) },
    ...{ arriveAt: minutesAfter(departAt, 55), heldUntil: minutesAfter(departAt, 100) },
    ...{ outsideWindow: false, outsideShift: false, window: null, move, chained: index % 3 === 0 },
  }
}

const board: DayBoard = {
  ...{ at: AT, day: '2026-11-21', from: FROM, until: minutesAfter(FROM, 1440), scope: 'own' },
  ...{ slackMinutes: 60, planHour: 15 },
  vehicles: micus.map(({ id, kind, name, org }) => ({
    id,
    kind,
    name,
    org,
    hours: null,
    out: null,
    extra: false,
  })),
  rides: Array.from({ length: RIDES }, (_, index) => rideOf(index)),
  waiting: Array.from({ length: 20 }, (_, index) => moveOf(1000 + index)),
}

/** The page keeps the browser's own clock: a test's clock would be measured along with it. Its time is the server's. */
async function open(context: BrowserContext, url: string): Promise<Page> {
  await signIn(context.request, url, 'transport-desk@micu-umc-utrecht')
  const page = await context.newPage()
  await page.route('**/api/day-board?*', (route) => route.fulfill({ json: board }))
  await page.addInitScript(watchOpening)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(`${url}/ritten`)
  await page.waitForFunction(() => Reflect.has(window, 'opened'))
  return page
}

/** In the page: when the bars stood on the screen, and for how long at most nothing could be pressed till then, ms. */
function watchOpening(): void {
  let longest = 0
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  tasks.observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (document.querySelector('.day-line__bar') === null) requestAnimationFrame(look)
    else requestAnimationFrame(() => setTimeout(() => settle(performance.now())))
  }
  const settle = (at: number) => setTimeout(() => Reflect.set(window, 'opened', { at, longest }), 1000)
  requestAnimationFrame(look)
}

/** Where it stands after it was brought into view, found before the press: finding it is no part of the press. */
async function boxOf(one: Locator) {
  await one.scrollIntoViewIfNeeded()
  await one.page().waitForTimeout(150)
  const box = await one.boundingBox()
  if (box === null) throw new Error('not on the page')
  return box
}

/** By the mouse itself, from the bar's beginning, so many pixels on; then given the time to be drawn. */
async function press(page: Page, one: Locator, on = 0): Promise<void> {
  const { x, y, height } = await boxOf(one)
  const at = { x: x + 8, y: y + height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.waitForTimeout(150)
  await page.mouse.down()
  for (let step = 20; step <= on; step += 20) {
    await page.mouse.move(at.x + step, at.y)
    await page.waitForTimeout(40)
  }
  await page.mouse.up()
  await page.waitForTimeout(250)
}

/** Presses, keys and drags. */
async function work(page: Page): Promise<void> {
  const bars = page.locator('.day-line__bar')
  for (let round = 0; round < ROUNDS; round += 1) {
    await press(page, page.locator('.waiting-moves__one button').nth(round))
    await press(page, bars.nth(round * 3))
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(250)
    }
    await press(page, bars.nth(round * 3 + 1), 100)
  }
}

type Timed = { duration: number; interactionId: number; name: string }

/** From before anything is pressed; the slowest event of each interaction. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Timed[] = []
    Reflect.set(window, 'timed', seen)
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry as unknown as Timed)
    })
    observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })

const timed = (page: Page): Promise<[number, number][]> =>
  page.evaluate(() =>
    (Reflect.get(window, 'timed') as Timed[])
      .filter(({ interactionId }) => interactionId > 0)
      .map(({ interactionId, duration }): [number, number] => [interactionId, duration]),
  )

const server = await startServer(AT)
const browser = await chromium.launch({
  args: CHROMIUM_ARGS,
  executablePath: findChromium((line) => console.error(line)),
})
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' })
const page = await open(context, server.url)
await watch(page)
const opened = await page.evaluate(() => Reflect.get(window, 'opened') as { at: number; longest: number })
await work(page)
const slowest = new Map<number, number>()
for (const [id, ms] of await timed(page)) slowest.set(id, Math.max(slowest.get(id) ?? 0, ms))
await browser.close()
await server.stop()
const sorted = [...slowest.values()].sort((a, b) => a - b)
const at = (share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
console.log(
  `${RIDES} rides, ${micus.length} vehicles, ${SLOWER}× slower, ${ROUNDS * 6} interactions, ${sorted.length} over 16 ms`,
)
console.log(`load of this machine: ${loadavg()[0]?.toFixed(1)}`)
console.log(
  `opened cold: the bars stand after ${Math.round(opened.at)} ms, the longest task ${Math.round(opened.longest)} ms`,
)
console.log(`| median | p98 | slowest |\n|---|---|---|\n| ${at(0.5)} ms | ${at(0.98)} ms | ${at(1)} ms |`)
process.exitCode = at(0.98) <= BUDGET_MS ? 0 : 1
