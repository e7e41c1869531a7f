// `npm run bench:offline`: the figures of docs/bench.md under "Offline cold start". The product with fifty open requests
// on its phone and a minimal Solid page with a service worker: one visit each, both servers stopped, then started cold in
// turn by a browser that was not running. Never part of the tests. DIST names another build than dist/.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hospitals } from '#shared/reference/hospitals.ts'
import { callAs, signIn } from '#test/support/commands.ts'
import { startServer } from '#test/support/server-process.ts'
import { filed } from '#test/support/told.ts'
import { coldStart, type Installed, type Start, visit } from './bench-offline/installed.ts'
import { serveMinimal } from './bench-offline/minimal.ts'
import { CHROMIUM_ARGS, findChromium } from './find-chromium.ts'

const ROUNDS = 10
const REQUESTS = 50
const PERSON = 'rcps@nazmn'

/** Filed by the doctors of the region whose coordinator has them all on one list. */
async function fileRequests(url: string): Promise<void> {
  const now = () => new Date().toISOString()
  const callers = new Map<string, ReturnType<typeof callAs>>()
  const call = (person: string) => {
    const known = callers.get(person) ?? callAs(url, person, now)
    callers.set(person, known)
    return known
  }
  const from = hospitals.filter(({ region, hasIc }) => region === 'nazmn' && hasIc)
  for (let filing = 0; filing < REQUESTS; filing += 1)
    await filed({ call, now }, {}, from[filing % from.length]?.id)
  for (const caller of callers.values()) await (await caller).dispose()
}

/** A failed start counts as one that did not come. */
const tryStart = (one: Installed): Promise<Start | null> =>
  coldStart(one).catch((error: Error) => {
    console.error(error.message)
    return null
  })

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const ms = (value: number): string => `${value.toFixed(0)} ms`
const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`)

function tell(product: readonly (Start | null)[], minimal: readonly (Start | null)[]): boolean {
  const came = (starts: readonly (Start | null)[]) => starts.filter((start) => start !== null)
  const [ours, theirs] = [came(product), came(minimal)]
  const paints = [median(ours.map(({ paint }) => paint)), median(theirs.map(({ paint }) => paint))] as const
  const pairs = product.flatMap((start, round) => {
    const other = minimal[round]
    return start && other ? [start.paint / other.paint] : []
  })
  const ratio = paints[0] / paints[1]
  row('what', 'product', 'minimal', 'ratio', 'budget')
  row('---', '---', '---', '---', '---')
  const of = (starts: readonly Start[]) => `${starts.length} of ${ROUNDS}`
  row('it came, the server stopped', of(ours), of(theirs), '', `${ROUNDS} of ${ROUNDS}`)
  row('first contentful paint, median', ms(paints[0]), ms(paints[1]), `${ratio.toFixed(2)} ×`, '≤ 2 ×')
  row('the same, median of the paired ratios', '', '', `${median(pairs).toFixed(2)} ×`, '')
  row(
    `all ${REQUESTS} rows of the list stand, median`,
    ms(median(ours.map(({ ready }) => ready))),
    '',
    '',
    '',
  )
  return ours.length === ROUNDS && ratio <= 2
}

const made = ['phone', 'minimal-phone', 'minimal'].map((name) =>
  mkdtempSync(join(tmpdir(), `brancard-${name}-`)),
)
const [disk = '', minimalDisk = '', build = ''] = made
const server = await startServer(new Date().toISOString())
const page = await serveMinimal(build)
const browser = { executablePath: findChromium(() => undefined), args: CHROMIUM_ARGS }
const product: Installed = {
  browser,
  disk,
  url: server.url,
  rows: { selector: '.transfer-line', count: REQUESTS },
}
const minimal: Installed = { browser, disk: minimalDisk, url: page.url, rows: { selector: 'h1', count: 1 } }
try {
  await fileRequests(server.url)
  await visit(product, ({ request }) => signIn(request, server.url, PERSON))
  await visit(minimal, async () => undefined)
  await server.stop()
  await page.stop()
  const starts: { product: Start | null; minimal: Start | null }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who goes first changes: what warms the machine for the other falls to both.
    const first = round % 2 === 0 ? await tryStart(product) : null
    const other = await tryStart(minimal)
    starts.push({ product: round % 2 === 0 ? first : await tryStart(product), minimal: other })
  }
  for (const [round, { product: ours, minimal: theirs }] of starts.entries())
    console.error(
      `${round + 1}: product ${ours?.paint} / ${ours?.ready}, minimal ${theirs?.paint} / ${theirs?.ready}`,
    )
  const holds = tell(
    starts.map((start) => start.product),
    starts.map((start) => start.minimal),
  )
  process.exitCode = holds ? 0 : 1
} finally {
  await server.stop()
  await page.stop().catch(() => undefined)
  for (const path of made) rmSync(path, { recursive: true, force: true })
}
