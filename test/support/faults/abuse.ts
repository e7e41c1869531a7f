// F23: slow bodies, bodies of 10 MB and one person who scans the lists as fast as the line carries, with an ordinary
// person's answers timed beside it.
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { aRequest, places } from '#test/support/builders.ts'
import { Caller } from './caller.ts'
import { newPlace } from './place.ts'
import { startReal } from './real-server.ts'
import { at, type Shown, sleep } from './result.ts'

const SCANNERS = 40
const BIG_BYTES = 10 * 1024 * 1024
/** An ordinary answer beside all of it. */
const LIMIT_MS = 1000

type Tally = Map<string, number>
const add = (tally: Tally, what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
const told = (tally: Tally) => [...tally].map(([what, count]) => `${what} × ${count}`).join(', ')

/** `slowMs`: how long a body may take until the server lets go; the server's own limit is 30 s. */
export async function abuse(seconds: number): Promise<Shown> {
  const place = await newPlace(null)
  const server = await startReal(place.choice, 0, 'test/support/faults/serve-bare.ts')
  const state = { over: false }
  const slow: Tally = new Map()
  const big: Tally = new Map()
  const scans: Tally = new Map()
  try {
    const victim = await new Caller(server.url).signIn(`intensivist@${places.from}`)
    const alone = await ordinary(victim, 3)
    const scanner = await new Caller(server.url, SCANNERS).signIn('rcps@nazmn')
    const work = [
      ...Array.from({ length: SCANNERS }, () => scan(scanner, state, scans)),
      ...Array.from({ length: 10 }, () => drip(server.url, victim.cookie, slow)),
      ...Array.from({ length: 4 }, () => heap(server.url, victim.cookie, state, big)),
    ]
    const beside = await ordinary(victim, seconds)
    state.over = true
    await Promise.all(work)
    victim.close()
    scanner.close()
    const p99 = at(0.99, beside)
    return {
      fault: 'F23',
      on: 'SQLite',
      done: `10 slow bodies, 10 MB bodies, ${SCANNERS} list scans at once by one person, for ${seconds} s`,
      figures:
        `slow bodies ${told(slow)}; 10 MB ${told(big)}; scans ${told(scans)}; ` +
        `an ordinary person's p99 ${Math.round(p99)} ms (alone ${Math.round(at(0.99, alone))} ms)`,
      holds:
        [...slow.keys()].join() === '408' &&
        [...big.keys()].join() === '413' &&
        p99 < LIMIT_MS &&
        scans.has('429'),
    }
  } finally {
    state.over = true
    await server.end('SIGTERM')
    await place.drop()
  }
}

/** Files and reads as a person does; milliseconds of each answer. */
async function ordinary(caller: Caller, seconds: number): Promise<number[]> {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  const timed = async (work: () => Promise<{ status: number } | null>) => {
    const started = performance.now()
    const answer = await work()
    if (answer?.status !== 200) throw new Error(`an ordinary person was told ${answer?.status}`)
    times.push(performance.now() - started)
  }
  while (performance.now() < until) {
    const request = aRequest({ readyFrom: new Date().toISOString() })
    const sent = caller.command('transfer.submit', { transfer: randomUUID(), request })
    await timed(() => caller.post(sent))
    await timed(() => caller.ask('GET', '/api/snapshot'))
    await sleep(200)
  }
  return times
}

async function scan(caller: Caller, state: { over: boolean }, scans: Tally): Promise<void> {
  while (!state.over) {
    const answer = await caller.ask('GET', '/api/snapshot')
    add(scans, String(answer?.status ?? 'none'))
    if (answer?.status !== 200) await sleep(20)
  }
}

const head = (url: string, cookie: string, length: number): string =>
  `POST /api/commands HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncookie: ${cookie}\r\n` +
  `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

/** A byte each half second, until the server has had enough. */
function drip(url: string, cookie: string, slow: Tally): Promise<void> {
  return new Promise((resolve) => {
    const { port, hostname } = new URL(url)
    const socket = connect(Number(port), hostname)
    let said = ''
    socket.write(head(url, cookie, 1000))
    const timer = setInterval(() => socket.write('{'), 500)
    socket.on('data', (bytes) => {
      said += String(bytes)
    })
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      clearInterval(timer)
      add(slow, /^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? 'closed')
      resolve()
    })
  })
}

async function heap(url: string, cookie: string, state: { over: boolean }, big: Tally): Promise<void> {
  const body = Buffer.alloc(BIG_BYTES, 0x20)
  while (!state.over) {
    await new Promise<void>((resolve) => {
      const { port, hostname } = new URL(url)
      const socket = connect(Number(port), hostname)
      socket.write(head(url, cookie, body.length))
      socket.write(body)
      socket.once('data', (bytes) => {
        add(big, /^HTTP\/1\.1 (\d+)/.exec(String(bytes))?.[1] ?? 'closed')
        socket.destroy()
      })
      socket.on('error', () => socket.destroy())
      socket.once('close', () => resolve())
    })
    await sleep(20)
  }
}
