// F20: the server goes while thousands listen; they come back at once, as spread as it told them, with their cursors.
// Each is told everything, and who posts meanwhile is served.
import { randomUUID } from 'node:crypto'
import { hospitals } from '#shared/reference/hospitals.ts'
import { aRequest } from '#test/support/builders.ts'
import { Caller } from './caller.ts'
import { newPlace } from './place.ts'
import { openRaw, type RawStream } from './raw-stream.ts'
import { freePort, startReal } from './real-server.ts'
import { at, type Shown, sleep, storeName } from './result.ts'

const SERVE = 'test/support/faults/serve-bare.ts'
/** Listeners work at these hospitals, and requests are filed at them in turn. */
const PLACES = hospitals
  .filter(({ hasIc }) => hasIc)
  .slice(0, 50)
  .map(({ id }) => id)
const ROLES = ['intensivist', 'bed-desk'] as const
const PER_SESSION = 5
const EVERY_MS = 100
const LIMIT_MS = 120_000

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

type Posts = { filed: { id: string; place: number }[]; ms: number[]; over: boolean }

export async function thousandsReturn(cluster: string | null, streams: number): Promise<Shown> {
  const place = await newPlace(cluster)
  const port = await freePort()
  let server = await startReal(place.choice, port, SERVE)
  const posts: Posts = { filed: [], ms: [], over: false }
  const posters = await Promise.all(PLACES.map((id) => new Caller(server.url).signIn(`intensivist@${id}`)))
  try {
    const cookies = await signInAll(server.url, Math.ceil(streams / PER_SESSION))
    const cookieOf = (n: number) => cookies[n % cookies.length] ?? ''
    const open: RawStream[] = []
    while (open.length < streams) open.push(...(await openSome(port, cookieOf, open.length, streams)))
    const filing = post(posters, posts)
    await sleep(1500)
    await server.end('SIGKILL')
    server = await startReal(place.choice, port, SERVE)
    posts.ms.length = 0
    const started = performance.now()
    const again = await Promise.all(open.map((old, n) => comeBack(old, port, cookieOf(n))))
    await all(again)
    const seconds = (performance.now() - started) / 1000
    const memory = server.memory()
    await sleep(500)
    posts.over = true
    await filing
    const { missed, of } = await waitTold(again, cookies.length, posts)
    for (const { socket } of again) socket.destroy()
    return {
      fault: 'F20',
      on: storeName(place.choice),
      done: `${streams} streams at ${PLACES.length} hospitals reconnect after a kill -9, while requests are filed`,
      figures:
        `missed ${missed} of ${of}; all caught up after ${seconds.toFixed(1)} s; ` +
        `others’ p99 ${Math.round(at(0.99, posts.ms))} ms; ${Math.round(memory / 1e6)} MB`,
      holds: missed === 0 && posts.filed.length > 20,
    }
  } finally {
    posts.over = true
    for (const poster of posters) poster.close()
    await server.end('SIGTERM')
    await place.drop()
  }
}

/** The nth works at the nth place, and round again. */
async function signInAll(url: string, count: number): Promise<string[]> {
  const cookies: string[] = []
  for (let n = 0; n < count; n += 1) {
    const role = ROLES[Math.floor(n / PLACES.length) % ROLES.length]
    const caller = await new Caller(url).signIn(`${role}@${PLACES[n % PLACES.length]}`)
    cookies.push(caller.cookie)
    caller.close()
  }
  return cookies
}

const TOGETHER = 100

/** The next hundred of them, all caught up. */
async function openSome(
  port: number,
  cookieOf: (n: number) => string,
  from: number,
  streams: number,
): Promise<RawStream[]> {
  const count = Math.min(TOGETHER, streams - from)
  const some = Array.from({ length: count }, (_, n) => openRaw({ port, cookie: cookieOf(from + n), mark }))
  await all(some)
  return some
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

async function post(posters: readonly Caller[], posts: Posts): Promise<void> {
  for (let n = 0; !posts.over; n += 1) {
    const place = n % posters.length
    const caller = posters[place]
    const id = randomUUID()
    const request = aRequest({ readyFrom: new Date().toISOString() })
    let started = performance.now()
    const sent = caller?.command('transfer.submit', { transfer: id, request })
    if (sent !== undefined)
      await caller?.deliver(sent, (answer) => {
        if (answer?.status === 200) posts.ms.push(performance.now() - started)
        started = performance.now()
      })
    posts.filed.push({ id, place })
    await sleep(EVERY_MS)
  }
}

/** How many tellings are missing once nothing more comes: each stream is told what was filed where it works. */
async function waitTold(
  streams: readonly RawStream[],
  sessions: number,
  { filed }: Posts,
): Promise<{ missed: number; of: number }> {
  const wanted = streams.map(({ told }, n) => {
    const place = (n % sessions) % PLACES.length
    return { told, ids: filed.filter((one) => one.place === place).map(({ id }) => numberOf(id)) }
  })
  const missing = () =>
    wanted.reduce((sum, { told, ids }) => sum + ids.filter((id) => !told.has(id)).length, 0)
  for (let turn = 0; turn < 100 && missing() > 0; turn += 1) await sleep(100)
  return { missed: missing(), of: wanted.reduce((sum, { ids }) => sum + ids.length, 0) }
}
