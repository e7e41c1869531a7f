// @vitest-environment node
import { forceCloseDatabase } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Command } from '#shared/wire/command.ts'
import { seeded } from '#server/demo/seeded.ts'
import { aPhone, claim, outboxOn, type Phone } from '#test/support/outbox.ts'
import { receipt } from '#test/support/phone.ts'
import { openLocalDb } from '#web/sync/local-db.ts'

const SEEDS = 200

/** Takes each command once, in the order it came; loses answers, fails, takes its time. */
function aServer(chance: () => number) {
  const stored: Command[] = []
  const answer = async (command: Command): Promise<Response> => {
    const fate = chance()
    for (let turn = 0; turn < fate * 6; turn += 1) await new Promise((done) => setTimeout(done, 0))
    if (fate < 0.15) throw new TypeError('lost on the way there')
    if (!stored.some(({ id }) => id === command.id)) stored.push(command)
    if (fate > 0.8) throw new TypeError('lost on the way back')
    return receipt(command.id)
  }
  return { stored, answer }
}

/** The tab dies: nothing of it runs on, what was written stays written. */
function kill(phone: Phone, outbox: ReturnType<typeof outboxOn>): void {
  outbox.stop()
  const { name } = phone.db
  forceCloseDatabase(phone.db.backendDB() as never)
  phone.db.close()
  phone.db = openLocalDb(name)
}

async function live(phone: Phone, chance: () => number, next: { number: number; kept: string[] }) {
  const outbox = outboxOn(phone)
  await outbox.start()
  const acts = Math.floor(chance() * 4)
  for (let act = 0; act < acts; act += 1) {
    next.number += 1
    const command = claim(next.number)
    outbox
      .enqueue(command, `subject-${next.number % 3}`)
      .then(() => next.kept.push(command.id))
      .catch(() => undefined)
  }
  const turns = Math.floor(chance() * 30)
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setTimeout(done, 0))
  return outbox
}

async function history(seed: number): Promise<void> {
  const chance = seeded(seed * 7919).fraction
  const phone = aPhone()
  const server = aServer(chance)
  phone.answer = server.answer
  const next = { number: 0, kept: [] as string[] }
  for (let life = 0; life < 3; life += 1) kill(phone, await live(phone, chance, next))
  phone.answer = async (command) => {
    if (!server.stored.some(({ id }) => id === command.id)) server.stored.push(command)
    return receipt(command.id)
  }
  const last = outboxOn(phone)
  await last.start()
  const waiting = () => phone.db.outbox.filter(({ state }) => state !== 'received').count()
  for (let turn = 0; turn < 60 && (await waiting()) > 0; turn += 1) await phone.clock.pass(1_000)
  const where = `seed ${seed}`
  expect(await waiting(), where).toBe(0)
  expect(
    next.kept.filter((id) => !server.stored.some((command) => command.id === id)),
    where,
  ).toEqual([])
  expect(new Set(server.stored.map(({ id }) => id)).size, where).toBe(server.stored.length)
  for (const subject of [0, 1, 2]) {
    const mine = server.stored
      .map(({ id }) => Number(id.slice(-12)))
      .filter((number) => number % 3 === subject)
    expect(mine, where).toEqual(mine.toSorted((a, b) => a - b))
  }
  last.stop()
  phone.db.close()
}

test(`a tab that is killed at any moment loses nothing and doubles nothing, ${SEEDS} times`, {
  timeout: 60_000,
}, async () => {
  // Twenty phones beside each other: most of a history is waiting.
  for (let from = 1; from <= SEEDS; from += 20)
    await Promise.all(Array.from({ length: 20 }, (_, index) => history(from + index)))
})
