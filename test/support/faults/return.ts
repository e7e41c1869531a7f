// F20: the server goes while thousands listen; they come back at once, as spread as it told them, with their cursors.
// Each is told everything, and who posts meanwhile is served.
import { randomUUID } from 'node:crypto'
import { aRequest, places } from '#test/support/builders.ts'
import { Caller } from './caller.ts'
import { newPlace } from './place.ts'
import { openRaw, type RawStream } from './raw-stream.ts'
import { freePort, startReal } from './real-server.ts'
import { at, type Shown, sleep, storeName } from './result.ts'

const SERVE = 'test/support/faults/serve-bare.ts'
/** Listeners, all of whom see what is filed at one hospital, with a session each ten. */
const PEOPLE = [`intensivist@${places.from}`, `bed-desk@${places.from}`, 'rcps@nazmn']
const PER_SESSION = 10
const LIMIT_MS = 60_000

const TRANSFER = /"id":"([0-9a-f-]{36})"/
const isFiled = (data: string): boolean =>
  data.includes('transfer.submitted') || data.startsWith('{"kind":"row","subject":"transfer"')
/** Ids as numbers: each stream holds many of them. */
const numbers = new Map<string, number>()
function numberOf(id: string): number {
  const known = numbers.get(id)
  if (known !== undefined) return known
  numbers.set(Buffer.from(id).toString(), numbers.size)
  return numbers.size - 1
}
function mark(data: string): number | null {
  const id = isFiled(data) ? TRANSFER.exec(data)?.[1] : undefined
  return id === undefined ? null : numberOf(id)
}

export async function thousandsReturn(cluster: string | null, streams: number): Promise<Shown> {
  const place = await newPlace(cluster)
  const port = await freePort()
  let server = await startReal(place.choice, port, SERVE)
  const poster = await new Caller(server.url).signIn(`intensivist@${places.from}`)
  const posts = { filed: [] as string[], ms: [] as number[], over: false }
  try {
    const cookies = await signInAll(server.url, Math.ceil(streams / PER_SESSION))
    const open = Array.from({ length: streams }, (_, n) =>
      openRaw({ port, cookie: cookies[n % cookies.length] ?? '', mark }),
    )
    await all(open)
    const filing = post(poster, posts)
    await sleep(1500)
    await server.end('SIGKILL')
    // What was acknowledged while nobody listened.
    const pause = sleep(500)
    server = await startReal(place.choice, port, SERVE)
    await pause
    posts.ms.length = 0
    const started = performance.now()
    const again = await Promise.all(
      open.map((old, n) => comeBack(old, port, cookies[n % cookies.length] ?? '')),
    )
    await all(again)
    const seconds = (performance.now() - started) / 1000
    const memory = server.memory()
    await sleep(500)
    posts.over = true
    await filing
    const missed = await waitTold(again, posts.filed)
    for (const { socket } of again) socket.destroy()
    return {
      fault: 'F20',
      on: storeName(place.choice),
      done: `${streams} streams reconnect after a kill -9, while requests are filed`,
      figures:
        `missed ${missed} of ${streams * posts.filed.length}; all caught up after ${seconds.toFixed(1)} s; ` +
        `others’ p99 ${Math.round(at(0.99, posts.ms))} ms; ${Math.round(memory / 1e6)} MB`,
      holds: missed === 0 && posts.filed.length > 5,
    }
  } finally {
    posts.over = true
    poster.close()
    await server.end('SIGTERM')
    await place.drop()
  }
}

async function signInAll(url: string, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let n = 0; n < count; n += 1) {
    const caller = await new Caller(url).signIn(PEOPLE[n % PEOPLE.length] ?? '')
    cookies.push(caller.cookie)
    caller.close()
  }
  return cookies
}

async function all(streams: readonly RawStream[]): Promise<void> {
  const started = performance.now()
  while (!streams.every(({ caughtUp }) => caughtUp)) {
    if (performance.now() - started > LIMIT_MS) throw new Error('not all streams came')
    await sleep(20)
  }
}

/** As a browser does: after the pause the server asked for, with the last id it saw, again until it is let in. */
async function comeBack(old: RawStream, port: number, cookie: string): Promise<RawStream> {
  for (;;) {
    await sleep(old.retry)
    const stream = openRaw({ port, cookie, since: old.cursor, told: old.told, mark })
    stream.retry = old.retry
    while (!stream.open && !stream.socket.destroyed) await sleep(20)
    if (stream.open) return stream
  }
}

async function post(caller: Caller, posts: { filed: string[]; ms: number[]; over: boolean }): Promise<void> {
  while (!posts.over) {
    const transfer = randomUUID()
    const request = aRequest({ readyFrom: new Date().toISOString() })
    let started = performance.now()
    await caller.deliver(caller.command('transfer.submit', { transfer, request }), (answer) => {
      if (answer?.status === 200) posts.ms.push(performance.now() - started)
      started = performance.now()
    })
    posts.filed.push(transfer)
    await sleep(40)
  }
}

/** How many tellings are missing once nothing more comes. */
async function waitTold(streams: readonly RawStream[], filed: readonly string[]): Promise<number> {
  const missing = () =>
    streams.reduce((sum, { told }) => sum + filed.filter((id) => !told.has(numberOf(id))).length, 0)
  for (let turn = 0; turn < 100 && missing() > 0; turn += 1) await sleep(100)
  return missing()
}
