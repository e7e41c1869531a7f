// F13's last part against a real server: a whole ride tapped without signal, then delivered over 50 kbit/s, 800 ms and
// 5 % loss by the client's own outbox.
import { randomUUID } from 'node:crypto'
import type { Command } from '#shared/wire/command.ts'
import { places } from '#test/support/builders.ts'
import { Caller } from './caller.ts'
import { startPhone, until } from './node-phone.ts'
import { newPlace } from './place.ts'
import { startProxy } from './proxy.ts'
import { startReal } from './real-server.ts'
import { planRide } from './scene.ts'
import { type Shown, sleep } from './result.ts'

const LINE = { latencyMs: 400, bitsPerSecond: 50_000, loss: 0.05 }
const LIMIT = { seconds: 30, kB: 50 }

export async function slowLine(): Promise<Shown> {
  const place = await newPlace(null)
  const server = await startReal(place.choice, 0, 'test/support/faults/serve-bare.ts')
  const proxy = await startProxy(server.url)
  try {
    const { ride, check } = await planRide(server.url)
    const person = `crew@${places.vehicle}`
    const { cookie } = await new Caller(server.url).signIn(person)
    const phone = await startPhone(proxy.url, cookie, person)
    await until(async () => (await phone.db.rides.count()) === 1, 10_000)
    proxy.mode = 'refuse'
    proxy.cut()
    for (const command of ridden(ride, check)) await phone.work.outbox.enqueue(command, ride)
    await sleep(1500)
    proxy.shape = LINE
    proxy.mode = 'pass'
    proxy.bytes.up = 0
    proxy.bytes.down = 0
    const started = performance.now()
    phone.work.hurry(true)
    const states = async () => (await phone.db.outbox.toArray()).map(({ state }) => state)
    await until(
      async () => (await states()).every((state) => state !== 'waiting' && state !== 'sending'),
      120_000,
    )
    const seconds = (performance.now() - started) / 1000
    const kB = (proxy.bytes.up + proxy.bytes.down) / 1000
    const received = (await states()).filter((state) => state === 'received').length
    const order = await stepsOf(server.url, cookie, ride)
    phone.stop()
    return {
      fault: 'F13',
      on: 'client',
      done: '8 queued steps over 50 kbit/s, 800 ms, 5 % loss; the real outbox, its stream beside it',
      figures: `${received} of 8 received in order in ${seconds.toFixed(1)} s, ${kB.toFixed(1)} kB both ways`,
      holds: received === 8 && order === 'available' && seconds <= LIMIT.seconds && kB <= LIMIT.kB,
    }
  } finally {
    await proxy.close()
    await server.end('SIGTERM')
    await place.drop()
  }
}

function ridden(ride: string, check: string): Command[] {
  const at = (n: number) => new Date(Date.now() - (8 - n) * 60_000).toISOString()
  const command = (n: number, name: string, payload: object) =>
    ({ id: randomUUID(), name, at: at(n), payload: { ride, ...payload } }) as unknown as Command
  return [
    command(0, 'ride.accept', {}),
    command(1, 'ride.advance', { to: 'en-route' }),
    command(2, 'ride.note', { note: 'traffic' }),
    command(3, 'ride.advance', { to: 'at-origin' }),
    command(4, 'ride.advance', { to: 'departed', check }),
    command(5, 'ride.advance', { to: 'at-destination' }),
    command(6, 'ride.advance', { to: 'handed-over' }),
    command(7, 'ride.advance', { to: 'available' }),
  ]
}

async function stepsOf(url: string, cookie: string, ride: string): Promise<string> {
  const caller = new Caller(url)
  caller.cookie = cookie
  const answer = await caller.ask('GET', '/api/snapshot')
  caller.close()
  const { rides } = JSON.parse(answer?.body ?? '{"rides":[]}') as { rides: { id: string; state: string }[] }
  return rides.find(({ id }) => id === ride)?.state ?? 'gone'
}
