// F21: a proxy that holds the stream back, and connections that are dead without saying so. The client's own stream
// finds out, asks for the whole meanwhile, and is live again when the line is.
import { randomUUID } from 'node:crypto'
import { aRequest, places } from '#test/support/builders.ts'
import { Caller } from './caller.ts'
import { type NodePhone, startPhone, until } from './node-phone.ts'
import { newPlace } from './place.ts'
import { type Line, startProxy } from './proxy.ts'
import { startReal } from './real-server.ts'
import type { Shown } from './result.ts'

const LIMIT_MS = 35_000

export async function silentLines(): Promise<Shown[]> {
  const place = await newPlace(null)
  const server = await startReal(place.choice, 0, 'test/support/faults/serve-bare.ts')
  const proxy = await startProxy(server.url)
  const referrer = await new Caller(server.url).signIn(`intensivist@${places.from}`)
  const file = async () => {
    const request = aRequest({ readyFrom: new Date().toISOString() })
    await referrer.post(referrer.command('transfer.submit', { transfer: randomUUID(), request }))
  }
  try {
    const person = 'rcps@nazmn'
    const { cookie } = await new Caller(server.url).signIn(person)
    const shown = [await heldBack(proxy, cookie, person, file), await halfOpen(proxy, cookie, person, file)]
    return shown
  } finally {
    referrer.close()
    await proxy.close()
    await server.end('SIGTERM')
    await place.drop()
  }
}

const rowsOf = (phone: NodePhone) => phone.db.transfers.count()
const last = (phone: NodePhone) => phone.connections.at(-1)?.connection

/** From the first moment: the answer's head comes, and nothing after it. */
async function heldBack(
  proxy: Line,
  cookie: string,
  person: string,
  file: () => Promise<void>,
): Promise<Shown> {
  proxy.mode = 'hold'
  const phone = await startPhone(proxy.url, cookie, person)
  await until(() => (phone.asked.get('/api/events')?.length ?? 0) > 0, 5000)
  await file()
  const news = await until(async () => (await rowsOf(phone)) === 1, 2 * LIMIT_MS)
  const saidLive = phone.connections.some(({ connection }) => connection === 'live')
  proxy.mode = 'pass'
  const live = await until(() => last(phone) === 'live', 3 * LIMIT_MS)
  phone.stop()
  return {
    fault: 'F21',
    on: 'client',
    done: 'a proxy that holds the stream back',
    figures: `news by polling after ${(news / 1000).toFixed(1)} s, never called live meanwhile; live again ${(live / 1000).toFixed(1)} s after the proxy let go`,
    holds: news <= LIMIT_MS && !saidLive,
  }
}

/** A live line that dies without a word; new connections work. */
async function halfOpen(
  proxy: Line,
  cookie: string,
  person: string,
  file: () => Promise<void>,
): Promise<Shown> {
  const phone = await startPhone(proxy.url, cookie, person)
  await until(() => last(phone) === 'live', 10_000)
  const before = await rowsOf(phone)
  proxy.freeze()
  await file()
  const found = await until(() => last(phone) !== 'live', 2 * LIMIT_MS)
  const news = await until(async () => (await rowsOf(phone)) > before, LIMIT_MS)
  await until(() => last(phone) === 'live', LIMIT_MS)
  phone.stop()
  return {
    fault: 'F21',
    on: 'client',
    done: 'a half-open connection under a live stream',
    figures: `found after ${(found / 1000).toFixed(1)} s, news ${(news / 1000).toFixed(1)} s later, live again`,
    holds: found <= LIMIT_MS + 500,
  }
}
