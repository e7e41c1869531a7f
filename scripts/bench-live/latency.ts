// Commit → phone: one event to every open stream, the product and the bare server in turn, the same bytes.
import { request } from 'node:http'
import { places } from '#test/support/builders.ts'
import { Caller } from '#test/support/faults/caller.ts'
import { openRaw, type RawStream } from '#test/support/faults/raw-stream.ts'
import { at, sleep } from '#test/support/faults/result.ts'
import { type Child, startChild } from './child.ts'

export type Latency = { p50: number; p95: number; perStream: number }
type Side = { child: Child; streams: RawStream[]; idle: number; times: number[]; bytes: number }

const WARM_UP = 5

export async function latency(
  dirs: [string, string],
  count: number,
  rounds: number,
): Promise<{ product: Latency; bare: Latency }> {
  const heard = { count: 0, left: 0, at: [] as bigint[], done: (): void => undefined, frame: '' }
  const onData = (data: string) => {
    if (data.length < 20) return
    heard.at.push(process.hrtime.bigint())
    heard.frame = data
    if (heard.at.length === count) heard.done()
  }
  const product = side(await startChild('scripts/bench-live/serve.ts', dirs[0], { SAY_COMMITS: 'yes' }))
  const bare = side(await startChild('scripts/bench-live/bare.ts', dirs[1]))
  const desk = await new Caller(product.child.url).signIn(`bed-desk@${places.to}`)
  const cookies = await Promise.all(
    Array.from({ length: 20 }, async () => (await new Caller(product.child.url).signIn('rcps@nazmn')).cookie),
  )
  for (const one of [product, bare]) await warmUp(one, cookies[0] ?? '')
  for (const { child, streams } of [product, bare])
    for (let n = 0; n < count; n += 1)
      streams.push(openRaw({ port: child.port, cookie: cookies[n % cookies.length] ?? '', onData }))
  while (![...product.streams, ...bare.streams].every(({ caughtUp }) => caughtUp)) await sleep(20)
  const held = [await product.child.memory(), await bare.child.memory()]

  const one = async (to: Side, say: () => Promise<unknown>) => {
    heard.at = []
    const commit = to.child.next('commit')
    const all = new Promise<void>((resolve) => {
      heard.done = resolve
    })
    await Promise.all([say(), all])
    const from = BigInt(await commit)
    for (const then of heard.at) to.times.push(Number(then - from) / 1e6)
  }
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    if (round === WARM_UP) for (const { times } of [product, bare]) times.length = 0
    await one(product, () => desk.post(desk.command('beds.report', figures(round))))
    // The same bytes: the id line of the product, and its frame.
    const frame = `id: ${'x'.repeat(22)}\ndata: ${heard.frame}\n\n`
    await sleep(20)
    await one(bare, () => say(bare.child.url, frame))
    await sleep(20)
  }
  desk.close()
  for (const { child, streams } of [product, bare]) {
    for (const { socket } of streams) socket.destroy()
    await child.end()
  }
  const result = ({ times, idle }: Side, memory = 0): Latency => ({
    p50: at(0.5, times),
    p95: at(0.95, times),
    perStream: (memory - idle) / count,
  })
  return { product: result(product, held[0]), bare: result(bare, held[1]) }
}

/** What a first stream brings into memory once is no stream's own. */
async function warmUp(one: Side, cookie: string): Promise<void> {
  const first = openRaw({ port: one.child.port, cookie, onData: () => undefined })
  while (!first.caughtUp) await sleep(20)
  first.socket.destroy()
  await sleep(50)
  one.idle = await one.child.memory()
}

const side = (child: Child): Side => ({
  child,
  streams: [],
  idle: 0,
  times: [],
  bytes: 0,
})

const figures = (occupied: number) =>
  ({
    hospital: places.to,
    bed: 'ic',
    operational: 500,
    occupied,
    crisis: 0,
    boss: 0,
    addable24h: 0,
    intakeStop: null,
  }) as const

function say(url: string, frame: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const out = request(`${url}/say`, { method: 'POST' }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve())
    })
    out.once('error', reject)
    out.end(frame)
  })
}
