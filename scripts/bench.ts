// `npm run bench`: the figures of docs/bench.md. Medians of runs on this machine; never part of the tests.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from '@playwright/test'
import { may } from '#shared/access/may.ts'
import { matchInput } from '#shared/matching/match-facts.ts'
import { matchHospitals } from '#shared/matching/rank-hospitals.ts'
import { demoBeds } from '#server/demo/bed-figures.ts'
import { seeded } from '#server/demo/seeded.ts'
import { aClinical, aPerson, aTransfer } from '#test/support/builders.ts'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.ts'

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const row = (what: string, figure: string, budget: string): void =>
  console.log(`| ${what} | ${figure} | ${budget} |`)
const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

function matching(): void {
  const now = new Date()
  const beds = demoBeds(now, seeded(1))
  const facts = { beds, reservations: [], phases: [], register: [] }
  const transfer = aTransfer({ kind: 'urgent', ground: 'bed-shortage', level: 'national' })
  const times: number[] = []
  for (let run = 0; run < 500; run += 1) {
    const started = performance.now()
    matchHospitals(matchInput(transfer, aClinical(), facts, now.toISOString()))
    times.push(performance.now() - started)
  }
  row('matching one request among all hospitals: first call', ms(times[0] ?? Number.NaN), '')
  row('matching one request among all hospitals: median of 500', ms(median(times)), '≤ 2 ms')
}

function permissions(): void {
  const person = aPerson('bed-desk', 'radboudumc')
  const list = Array.from({ length: 1000 }, (_, n) => {
    const transfer = aTransfer({
      level: 'national',
      ...(n % 2 === 0 ? { to: 'radboudumc', state: 'offered' } : {}),
    })
    return { kind: 'transfer', transfer } as const
  })
  const times = Array.from({ length: 200 }, () => {
    const started = performance.now()
    for (const thing of list) may(person, 'get /api/transfers/{id}', thing)
    return performance.now() - started
  })
  row('`may` over a list of 1 000 transfers: median of 200', ms(median(times)), '≤ 5 ms')
}

type Started = { url: string; ms: number; stop: () => Promise<void> }

/** From starting the process on an empty data directory to its one line with the address. */
async function startDemo(): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'brancard-bench-'))
  const started = performance.now()
  const child = spawn(process.execPath, ['server/main.ts', '--demo'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error('the server did not start')))
  })
  const url = /http:\S+/.exec(line)?.[0] ?? ''
  await fetch(url).then((answer) => answer.text())
  return {
    url,
    ms: performance.now() - started,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Visit = { js: number; requests: number; hops: number; listJs: number; listMs: number }

/** What a first visit fetches before the first paint, and until the work list is there. Bytes as sent (brotli). */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  await context.request.post(`${url}/api/session/demo`, {
    data: { person: 'intensivist@umc-utrecht' },
    headers: { origin: url },
  })
  const page = await context.newPage()
  // Held back for a second: what the first picture does not wait for comes after it.
  await page.route('**/api/session', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await route.continue()
  })
  await page.goto(url)
  await page.getByRole('main').waitFor()
  await page.waitForTimeout(3500)
  const seen = await page.evaluate(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return {
      paint,
      files: files.map(({ name, initiatorType, startTime, responseEnd, encodedBodySize }) => ({
        name,
        initiatorType,
        startTime,
        responseEnd,
        size: encodedBodySize,
      })),
    }
  })
  const isJs = ({ name }: { name: string }) => new URL(name).pathname.endsWith('.js')
  const sum = (files: { size: number }[]) => files.reduce((total, { size }) => total + size, 0)
  // What had arrived by then; what the app asks for after it drew its first picture comes later.
  const before = seen.files.filter(({ responseEnd }) => responseEnd <= seen.paint)
  await context.close()
  return {
    js: sum(before.filter(isJs)),
    requests: before.length + 1,
    hops: hopsOf(before),
    listJs: sum(seen.files.filter(isJs)),
    listMs: Math.max(...seen.files.filter(isJs).map(({ responseEnd }) => responseEnd)),
  }
}

/** The document is one hop; what starts after another file of ours had ended is one more. */
function hopsOf(files: { startTime: number; responseEnd: number }[]): number {
  let hops = 1
  let end = 0
  for (const file of [...files].sort((a, b) => a.startTime - b.startTime)) {
    if (file.startTime >= end) {
      hops += 1
      end = file.responseEnd
    }
  }
  return hops
}

function bundle(): void {
  const files = readdirSync('dist/assets').filter((name) => name.endsWith('.js.br'))
  const sizes = files.map((name) => ({ name, size: readFileSync(join('dist/assets', name)).length }))
  const all = sizes.reduce((total, { size }) => total + size, 0)
  row('all screens, all languages: JavaScript in the build, brotli', kb(all), '')
}

const node = `Node ${process.versions.node}`
console.log(
  `Measured ${new Date().toISOString().slice(0, 10)}, ${node}, two cores.\n\n| what | figure | budget |\n|---|---|---|`,
)
matching()
permissions()
bundle()
const starts: number[] = []
for (let run = 0; run < 3; run += 1) {
  const demo = await startDemo()
  starts.push(demo.ms)
  await demo.stop()
}
row('cold start of the demo to its first page, built, median of 3', ms(median(starts)), '≤ 6 s')
const browser = await chromium.launch({ executablePath: findChromium(() => undefined), args: CHROMIUM_ARGS })
const demo = await startDemo()
const first = await visit(browser, demo.url)
row('JavaScript before the first paint, brotli', kb(first.js), '≤ 35 kB')
row('JavaScript to a usable work list with the local database', kb(first.listJs), '≤ 70 kB')
row('requests before the first paint, the document included', String(first.requests), '≤ 8')
row('hops before the first paint', String(first.hops), '≤ 2')
await browser.close()
await demo.stop()
