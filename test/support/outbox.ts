// An outbox on a fresh phone whose answers, clock and faults the test holds. Used by test/web/sync/outbox*.test.ts.
import { expect, vi } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import type { LocalDb } from '#web/sync/local-db.ts'
import { makeSealer } from '#web/sync/crypto.ts'
import { type Lock, Outbox } from '#web/sync/outbox.ts'
import { anId, T0 } from './builders.ts'
import { type Clock, freshDb, handClock, receipt, testLock } from './phone.ts'

export type Answer = (command: Command) => Response | Promise<Response>

export const taken: Answer = (command) => receipt(command.id)
export const noSignal: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

export const claim = (number: number): Command => ({
  id: anId(number),
  name: 'transfer.claim',
  at: T0,
  payload: { transfer: anId(900) },
})

export type Phone = {
  db: LocalDb
  clock: Clock
  sent: Command[]
  /** What the server says from now on. */
  answer: Answer
  faults: unknown[]
  onSessionLost: ReturnType<typeof vi.fn<() => void>>
}

export const aPhone = (): Phone => ({
  db: freshDb(),
  clock: handClock(),
  sent: [],
  answer: taken,
  faults: [],
  onSessionLost: vi.fn<() => void>(),
})

export function outboxOn(phone: Phone, person = 'rcps@nazmn', lock: Lock = testLock()): Outbox {
  return new Outbox({
    db: phone.db,
    sealer: makeSealer(phone.db, person),
    person,
    fetch: async (_path, init) => {
      const command = JSON.parse(String(init?.body)) as Command
      phone.sent.push(command)
      return phone.answer(command)
    },
    clock: phone.clock.now,
    random: () => 0.5,
    lock,
    setTimer: phone.clock.setTimer,
    onFault: (fault) => phone.faults.push(fault),
    onSessionLost: phone.onSessionLost,
  })
}

export const statesOn = async ({ db }: Phone) =>
  (await db.outbox.orderBy('seq').toArray()).map(({ state }) => state)

export async function onlyOn({ db }: Phone) {
  const entry = (await db.outbox.toArray())[0]
  expect(entry).toBeDefined()
  if (entry === undefined) throw new Error('nothing queued')
  return entry
}
