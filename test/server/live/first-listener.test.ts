import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { BY_ITSELF } from '#shared/record/act.ts'
import type { Listener } from '#server/live/listener.ts'
import { appendEvents, headSpot, type Spot } from '#server/store/events.ts'
import { anId, people, T0 } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { startTestServer, type TestServer } from '#test/support/server.ts'

const KEY = 'hospital:a'
/** So many steps of the reader may be under way when a viewer joins. */
const STEPS = 60

describe.each(DIALECTS)('a viewer who comes while news is being read for nobody, on %s', (dialect) => {
  let server: TestServer
  afterEach(() => server.close())

  const losesSight = (n: number) => {
    const { store } = server.parts.hinge
    const event = {
      ...{ name: 'transfer.routed' as const, subject: 'transfer' as const, id: anId(n), data: {}, rev: 1 },
      ...{ transfer: null, at: T0, entered: T0, by: { role: 'system' as const, org: 'system' } },
    }
    const shifts = [{ subject: 'transfer' as const, id: anId(n), before: [KEY], after: [] }]
    return store.transaction((tx) =>
      appendEvents(tx, [{ event, person: people.rcps.id, command: anId(n), audience: [], shifts }]),
    )
  }

  function aViewer(at: Spot) {
    let told = ''
    const out = {
      ...{
        destroyed: false,
        writableEnded: false,
        writableLength: 0,
        writableNeedDrain: false,
        socket: null,
      },
      write: (bytes: Buffer) => (told += bytes.toString()),
      end: () => undefined,
      destroy: () => undefined,
    }
    const listener: Listener = {
      keys: [KEY],
      reader: { person: people.receiver, via: BY_ITSELF, recorded: null },
      tokenHash: '',
      expires: Number.POSITIVE_INFINITY,
      at,
      caughtUp: false,
      cursor: () => 'c',
      out: out as unknown as ServerResponse,
    }
    return { listener, told: () => told }
  }

  it('hears that a row went out of sight, whenever it comes', async () => {
    server = await startTestServer(dialect, { fill: false })
    const { live, hinge } = server.parts
    const missed: number[] = []
    for (let steps = 0; steps < STEPS; steps += 1) {
      const { epoch } = await live.place(() => 'head')
      const { listener, told } = aViewer(await headSpot(hinge.store.query))
      await losesSight(steps + 1)
      const another = live.place(() => 'head')
      for (let step = 0; step < steps; step += 1) await undefined
      const joined = live.add(listener, epoch)
      await Promise.all([another, joined])
      // Whoever comes now waits for the reader.
      await losesSight(1000 + steps)
      hinge.store.notify()
      await expect.poll(told, { interval: 1 }).toContain(anId(1000 + steps))
      live.remove(listener)
      if (!told().includes(`"kind":"gone","subject":"transfer","id":"${anId(steps + 1)}"`)) missed.push(steps)
    }
    expect(missed).toEqual([])
  })
})
