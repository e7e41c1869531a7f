import { spawn } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import type { StoredEvent } from '#server/store/events.ts'
import { appendEvents, eventHead, eventsAfter } from '#server/store/events.ts'
import { loadMeta } from '#server/store/meta.ts'
import { migrate } from '#server/store/migrate.ts'
import { migrations } from '#server/store/migrations/all.ts'
import { openStore } from '#server/store/open-store.ts'
import { RowMoved, StartError, type Store } from '#server/store/store.ts'
import { allBeds, lockBeds, saveBeds } from '#server/store/beds.ts'
import { insertRide, nextTurn } from '#server/store/rides.ts'
import { saveTransfer } from '#server/store/transfers.ts'
import { anId, aRide, aTransfer, places, someBeds, T0 } from '#test/support/builders.ts'
import { DIALECTS, type Dialect, emptyDatabase, type Place } from '#test/support/databases.ts'

const now = () => new Date(T0)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

async function place(dialect: Dialect): Promise<Place> {
  const made = await emptyDatabase(dialect)
  undo.push(made.drop)
  return made
}
async function open({ choice }: Place): Promise<Store> {
  const store = await openStore(choice, now)
  undo.push(() => store.close())
  return store
}

const event = (n: number, rev = 1): Parameters<typeof appendEvents>[1][number] => ({
  event: {
    name: 'beds.reported',
    subject: 'beds',
    id: `beds-${n}`,
    data: { n },
    rev,
    transfer: null,
    at: T0,
    entered: T0,
    by: { role: 'bed-desk', org: 'x' },
  },
  person: 'bed-desk@x',
  command: anId(n),
  audience: ['rcps'],
  shifts: [],
})

describe.each(DIALECTS)('the store on %s', (dialect) => {
  it('lets a row be written on one revision once: the second writer is told that it moved', async () => {
    const store = await open(await place(dialect))
    const beds = someBeds(places.to)
    await store.transaction((tx) => saveBeds(tx, beds, 0))
    await store.transaction((tx) => saveBeds(tx, { ...beds, rev: 2, reserved: 1 }, 1))
    const late = store.transaction((tx) => saveBeds(tx, { ...beds, rev: 2, reserved: 1 }, 1))
    await expect(late).rejects.toThrow(RowMoved)
    await late.catch((error: unknown) => expect(store.kindOf(error)).toBe('conflict'))
    expect(await allBeds(store.query)).toMatchObject([{ rev: 2, reserved: 1 }])
  })

  it('holds two decisions on one revision apart by a constraint, without any lock', async () => {
    const store = await open(await place(dialect))
    await store.transaction((tx) => appendEvents(tx, [event(1)]))
    const second = store.transaction((tx) => appendEvents(tx, [event(1)]))
    await second.then(
      () => expect.unreachable('the same revision was written twice'),
      (error: unknown) => expect(store.kindOf(error)).toBe('conflict'),
    )
    expect(await eventHead(store.query)).toBe(1)
  })

  it('gives a vehicle’s turn once, without any lock', async () => {
    const store = await open(await place(dialect))
    await store.transaction(async (tx) => {
      await saveTransfer(tx, aTransfer({ rev: 1 }), 0)
      await saveTransfer(tx, aTransfer({ rev: 1, id: anId(4), code: 'ANOTHR' }), 0)
    })
    const turn = await nextTurn(store.query, places.vehicle)
    await store.transaction((tx) => insertRide(tx, aRide(), turn))
    const other = store.transaction((tx) => insertRide(tx, aRide({ id: anId(5), transfer: anId(4) }), turn))
    await other.then(
      () => expect.unreachable('one turn was taken twice'),
      (error: unknown) => expect(store.kindOf(error)).toBe('conflict'),
    )
    expect(await nextTurn(store.query, places.vehicle)).toBe(turn + 1)
  })

  it('leaves nothing of a transaction that fails', async () => {
    const store = await open(await place(dialect))
    const failing = store.transaction(async (tx) => {
      await saveBeds(tx, someBeds(places.to), 0)
      await appendEvents(tx, [event(1)])
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await allBeds(store.query)).toEqual([])
    expect(await eventHead(store.query)).toBe(0)
  })

  it('never lets a reader skip an event, while 8 writers commit 400 transactions', async () => {
    const store = await open(await place(dialect))
    const seen: number[] = []
    let done = false
    const reader = (async () => {
      let at = 0
      for (;;) {
        const last = done
        const batch: StoredEvent[] = await eventsAfter(store.query, at, 50)
        for (const { seq } of batch) seen.push(seq)
        at = batch.at(-1)?.seq ?? at
        if (last && batch.length === 0) return
        // The embedded store answers without leaving this turn: others must get theirs.
        await new Promise((turn) => setImmediate(turn))
      }
    })()
    const writer = async (w: number) => {
      for (let n = 0; n < 50; n += 1)
        await store.transaction(async (tx) => {
          // Some commit later than they began.
          if (n % 3 === w % 3) await lockBeds(tx, ['nothing'])
          await appendEvents(tx, [event(w * 1000 + n), event(w * 1000 + n, 2)])
        })
    }
    await Promise.all(Array.from({ length: 8 }, (_, w) => writer(w)))
    done = true
    await reader
    expect(seen).toEqual(Array.from({ length: 800 }, (_, n) => n + 1))
  })

  it('keeps its epoch and secret over a restart, and has others than another database', async () => {
    const here = await place(dialect)
    const random = (bytes: number) => Buffer.alloc(bytes, 7)
    const first = await openStore(here.choice, now)
    const meta = await loadMeta(first, random)
    await first.close()
    const again = await open(here)
    expect(await loadMeta(again, (bytes) => Buffer.alloc(bytes, 9))).toEqual(meta)
    expect(meta.secret).toHaveLength(32)
  })

  it('runs each migration once, and refuses one that was changed afterwards or is from the future', async () => {
    const store = await open(await place(dialect))
    await migrate(store, T0)
    expect(await store.query.selectFrom('migrations').select('name').execute()).toEqual(
      migrations.map(({ name }) => ({ name })),
    )
    const changed = migrations.map((one) => ({ ...one, statements: [...one.statements, 'select 1'] }))
    await expect(migrate(store, T0, changed)).rejects.toThrow(/gewijzigd/)
    await expect(migrate(store, T0, [])).rejects.toThrow(/nieuwere versie/)
  })

  it('stops at a migration that fails, and keeps nothing of it', async () => {
    const store = await open(await place(dialect))
    const broken = { name: '002-broken', statements: ['create table half (id text)', 'create table'] }
    const failing = migrate(store, T0, [...migrations, broken])
    await expect(failing).rejects.toThrow(StartError)
    await expect(failing).rejects.toThrow(/002-broken/)
    await migrate(store, T0)
    const mended = { name: '002-broken', statements: ['create table half (id text)'] }
    await migrate(store, T0, [...migrations, mended])
  })
})

describe('two servers', () => {
  it.skipIf(!DIALECTS.includes('postgres'))(
    'wait for the row another one locked, on PostgreSQL',
    async () => {
      const store = await open(await place('postgres'))
      const row = someBeds(places.to)
      await store.transaction((tx) => saveBeds(tx, row, 0))
      const order: string[] = []
      const locks = (name: string, then: () => Promise<unknown>) =>
        store.transaction(async (tx) => {
          await lockBeds(tx, [row.id])
          order.push(`${name} has it`)
          await then()
          order.push(`${name} ends`)
        })
      let second = Promise.resolve()
      await locks('first', async () => {
        second = locks('second', () => Promise.resolve())
        await new Promise((later) => setTimeout(later, 300))
      })
      await second
      expect(order).toEqual(['first has it', 'first ends', 'second has it', 'second ends'])
    },
  )

  it.skipIf(!DIALECTS.includes('postgres'))('may start at once on PostgreSQL', async () => {
    const here = await place('postgres')
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(here)))
    for (const { query } of stores)
      expect(await query.selectFrom('migrations').selectAll().execute()).toHaveLength(migrations.length)
    const metas = await Promise.all(
      stores.map((store, n) => loadMeta(store, (bytes) => Buffer.alloc(bytes, n + 1))),
    )
    for (const meta of metas) expect(meta).toEqual(metas[0])
  })

  it.skipIf(!DIALECTS.includes('postgres'))('hear of each other’s events on PostgreSQL', async () => {
    const here = await place('postgres')
    const [one, other] = [await open(here), await open(here)]
    const woken = new Promise<void>((resolve) => {
      let heard = 0
      // The first call is its own: it has just begun to listen.
      one.listen(() => {
        heard += 1
        if (heard > 1) resolve()
      })
    })
    const nudge = setInterval(() => other.notify(), 50)
    await woken
    clearInterval(nudge)
  })

  it('cannot open one data directory: the second process says so in one line', async () => {
    const here = await place('sqlite')
    await open(here)
    const { code, said } = await startProcess({ DATA_DIR: here.choice.dataDir, PORT: '0' })
    expect(code).toBe(1)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(said).toContain('al in gebruik')
  })

  it('the lock dies with its holder, even by kill -9', async () => {
    const here = await place('sqlite')
    const holder = await startProcess({ DATA_DIR: here.choice.dataDir, PORT: '0' }, 'SIGKILL')
    expect(holder.said).toContain('brancard draait op http://127.0.0.1:')
    const store = await open(here)
    expect((await allBeds(store.query)).length).toBeGreaterThan(100)
  })
})

/** Runs the server as its own process until it ends, or until it is up and `signal` ends it. */
function startProcess(
  env: Record<string, string>,
  signal?: NodeJS.Signals,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/main.ts', '--demo'], { env: { ...process.env, ...env } })
    let said = ''
    const hear = (bytes: Buffer) => {
      said += bytes.toString()
      if (signal !== undefined && said.includes('draait')) child.kill(signal)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => resolve({ code, said }))
  })
}
