import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMAND_NAMES, type Command, type Receipt } from '#shared/wire/command.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { eventsAfter } from '#server/store/events.ts'
import { people } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { previousClient } from '#test/support/previous-client.ts'
import { type Caller, startTestServer, type TestServer } from '#test/support/server.ts'

describe.each(DIALECTS)('a client of an earlier version, on %s', (dialect) => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer(dialect, { phase: '2a' })
  })
  afterEach(() => server.close())

  /** Sends all it sent, at its own times; the code at the bed is the one this server issued. */
  async function replay(): Promise<Receipt[]> {
    const callers = new Map<string, Caller>()
    const codes = new Map<string, string>()
    const receipts: Receipt[] = []
    for (const { person, command } of previousClient.commands) {
      server.clock.now = command.at
      const caller = callers.get(person) ?? (await server.as(person))
      callers.set(person, caller)
      const { name, payload } = withCode(command, codes)
      const answer = await caller.post(name, payload, { id: command.id, at: command.at })
      const receipt = (await answer.json()) as Receipt
      expect(answer.status, `${name}: ${JSON.stringify(receipt)}`).toBe(200)
      if (receipt.code !== undefined) codes.set(previousClient.codes[receipt.subject] ?? '', receipt.code)
      receipts.push(receipt)
    }
    return receipts
  }

  it('has every command it ever sent accepted, and understands every receipt', async () => {
    const sent = previousClient.commands.map(({ command }) => command.name)
    expect(sent.filter((name) => !COMMAND_NAMES.includes(name))).toEqual([])
    expect(new Set(sent).size).toBe(previousClient.names)
    const receipts = await replay()
    for (const [index, receipt] of receipts.entries()) {
      expect(receipt.id).toBe(previousClient.commands[index]?.command.id)
      expect(receipt).toMatchObject({ at: expect.any(String), subject: expect.any(String) })
    }
  })

  it('is told of its own acts in news it can read, and of the same things', async () => {
    await replay()
    const told = (await eventsAfter(server.parts.hinge.store.query, 0, 10_000)).map(({ event }) => event)
    const known = told.filter(({ subject }) => previousClient.subjects.includes(subject))
    const names = known.map(({ name }) => name)
    const then = previousClient.news.flatMap((news) => (news.kind === 'event' ? [news.event.name] : []))
    expect(names.filter((name) => then.includes(name))).toEqual(then)
    for (const event of known)
      expect(event).toMatchObject({
        id: expect.any(String),
        rev: expect.any(Number),
        data: expect.any(Object),
        at: expect.any(String),
        by: { role: expect.any(String), org: expect.any(String) },
      })
  })

  it('gets a snapshot with every table it reads, rows with all the fields it knows', async () => {
    await replay()
    const answer = await (await server.as(people.lcps.id)).get('/api/snapshot')
    const snapshot = (await answer.json()) as Snapshot
    expect(snapshot).toMatchObject({
      cursor: expect.any(String),
      epoch: expect.any(String),
      at: expect.any(String),
    })
    for (const table of ['transfers', 'reservations', 'rides', 'beds', 'phases'] as const) {
      const fields = Object.keys(previousClient.after[table][0] ?? {}).sort()
      const row = snapshot[table][0] ?? {}
      expect(Object.keys(row).sort(), table).toEqual(expect.arrayContaining(fields))
    }
  })
})

/** As its crew would have typed it from the papers. */
function withCode(command: Command, codes: ReadonlyMap<string, string>): Command {
  const { check } = command.payload as { check?: string }
  if (check === undefined) return command
  const [, now = check] = [...codes].find(([then]) => then.endsWith(check)) ?? []
  return { ...command, payload: { ...command.payload, check: now.slice(-3) } } as Command
}
