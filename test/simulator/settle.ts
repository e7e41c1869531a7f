// How a world ends: the network is well, the server stands, people come back, and everything must come right by itself.
import { isUnsent } from '#web/sync/outbox-entry.ts'
import { T0 } from '#test/support/builders.ts'
import { checkLog } from './check-log.ts'
import { checkTaps, mirrorFaults } from './check-phones.ts'
import { GOOD } from './network.ts'
import type { Phone } from './phone.ts'
import type { World } from './world.ts'

/** A dead line is noticed after 35 s, the longest backoff is a minute, an unheard question ends after a minute. */
const AT_LAST_MS = 300_000
const SLICE_MS = 2_500
/** P4: within five seconds a screen is right. */
const WHOLE_MS = 5_000

export async function settle(world: World): Promise<void> {
  const { server, history, phones } = world
  world.isOver = true
  history.say('— all is well from here')
  await world.ran(server.start())
  for (const { network } of phones) network.set({ ...GOOD })
  for (const phone of phones) await sendAll(world, phone)
  for (const phone of phones) await converge(world, phone)
  // A first whole may ask for something once more.
  for (const phone of phones) await untilSent(world, phone, ownerOf(phone))
  if (server.restores > 0) {
    // What a server that was put back had forgotten is sent again.
    for (const phone of phones) await sendAll(world, phone)
    for (const phone of phones) await converge(world, phone)
  }
  checkLog(server.copy.database, (name, what) => history.violate(name, what))
  checkCommands(world)
  for (const phone of phones)
    for (const person of phone.people) await world.ran(checkTaps(phone, person, world.facts))
}

/** What was done was tapped by somebody: one command for one tap. */
function checkCommands({ server, history, taps, told }: World): void {
  const find = server.copy.database.prepare('select id, person from commands where entered > ?')
  for (const { id, person } of find.all(T0) as { id: string; person: string }[])
    if (person !== 'system' && !taps.has(id) && !told.has(id))
      history.violate('double-effect', `${person} did ${id}, and nobody tapped it`)
}

const ownerOf = (phone: Phone): string => phone.person ?? [...phone.people].at(-1) ?? ''

/** Everybody with something unsent on this phone comes back to it; its owner last. */
async function sendAll(world: World, phone: Phone): Promise<void> {
  const last = ownerOf(phone)
  const others = [...phone.people].filter((one) => one !== last)
  for (const person of last === '' ? [] : [...others, last]) {
    if (phone.work === null && phone.person === person) await world.ran(phone.open())
    if (phone.person !== person) await world.ran(comeBack(phone, person))
    phone.hurry(true)
    // What a restored server forgot is known once the whole has come: the entry looks received until then.
    if (world.server.restores > 0) await world.time.runUntil(world.time.now + WHOLE_MS)
    await untilSent(world, phone, person)
  }
}

async function comeBack(phone: Phone, person: string): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) if (await phone.signIn(person)) return
}

async function untilSent(world: World, phone: Phone, person: string): Promise<void> {
  const until = world.time.now + AT_LAST_MS
  while (world.time.now < until) {
    // Who was signed out meanwhile signs in again.
    if (phone.person !== person) await world.ran(comeBack(phone, person))
    const left = (await world.ran(phone.entries(person))).filter(isUnsent)
    if (left.length === 0) return
    await world.time.runUntil(world.time.now + SLICE_MS)
  }
}

/** Everything on this phone becomes what the server shows. */
async function converge(world: World, phone: Phone): Promise<void> {
  const from = world.time.now
  const last = ownerOf(phone)
  for (;;) {
    if (phone.person !== last) await world.ran(comeBack(phone, last))
    const faults = await world.ran(mirrorFaults(phone, world))
    const waited = world.time.now - from
    if (faults.length === 0) {
      world.history.count(`phone right within ${waited < 5_000 ? '5 s' : waited < 40_000 ? '40 s' : '300 s'}`)
      return
    }
    if (waited >= AT_LAST_MS) {
      for (const fault of faults) world.history.violate('not-converged', fault)
      return
    }
    await world.time.runUntil(world.time.now + SLICE_MS)
  }
}
