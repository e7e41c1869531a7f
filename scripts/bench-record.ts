// `npm run bench:record`: what recording adds to a read and to a write, for docs/bench.md. One paired run: every act
// once with and once without the record, in turn, on the same rows. SQLite on disk, and PostgreSQL with every commit on
// disk where there is one.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { CompiledQuery } from 'kysely'
import { hospitals } from '#shared/reference/hospitals.ts'
import { decisions } from '#shared/wire/decisions.ts'
import type { AppEnv } from '#server/http/app-env.ts'
import { createApp } from '#server/http/app.ts'
import { closeParts, makeParts } from '#server/start.ts'
import { openStore, type StoreChoice } from '#server/store/open-store.ts'
import type { Store } from '#server/store/store.ts'
import { aRequest } from '#test/support/builders.ts'
import { startPostgres } from '#test/support/postgres.ts'
import { fill } from '#test/support/fill.ts'
import { roomEverywhere } from '#test/support/story.ts'

const RUNS = 600
const WARM_UP = 60

const middle = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The same store, but lines of the record go nowhere. */
function withoutRecord(store: Store): Store {
  // The line's statement is compiled once (server/store/fixed.ts): what is sent is looked at, not what is built.
  const silent = <T extends Store['query']>(db: T): T =>
    new Proxy(db, {
      get(target, key) {
        if (key === 'executeQuery')
          return (query: CompiledQuery) =>
            query.sql.startsWith('insert into "record_lines"')
              ? Promise.resolve({ rows: [] })
              : target.executeQuery(query)
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  return {
    ...store,
    query: silent(store.query),
    transaction: (work) => store.transaction((tx) => work({ ...tx, db: silent(tx.db) })),
    // In a transaction as well: alone, each of a read's queries would wait for its own turn, and seem to cost more.
    reading: (work) => store.reading((tx) => work({ ...tx, db: silent(tx.db) })),
  }
}
/** So many acts left a line: both sides recording would show no difference at all. */
const recorded = async ({ query }: Store): Promise<number> =>
  Number(
    (
      await query
        .selectFrom('record_lines')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('event', 'in', ['transfer.submit', 'transfer.read'])
        .executeTakeFirstOrThrow()
    ).count,
  )

async function signIn(app: Hono<AppEnv>, person: string): Promise<string> {
  const answer = await app.request('/api/session/demo', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

type Times = { read: number[]; write: number[] }

async function measure(app: Hono<AppEnv>, cookie: string, transfer: string, times: Times): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json' }
  const at = new Date().toISOString()
  const payload = { transfer, request: aRequest({ readyFrom: at }) }
  const body = JSON.stringify({ id: randomUUID(), name: 'transfer.submit', at, payload })
  const ask = async (path: string, init: RequestInit, into: number[]) => {
    const started = performance.now()
    const answer = await app.request(path, init)
    await answer.text()
    into.push(performance.now() - started)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  }
  await ask('/api/commands', { method: 'POST', headers, body }, times.write)
  await ask(`/api/transfers/${transfer}`, { headers }, times.read)
}

async function run(name: string, choice: StoreChoice): Promise<void> {
  const outside = { now: () => new Date(), random: randomBytes }
  const store = await openStore(choice, outside.now)
  await fill(store, roomEverywhere(), '2a')
  const parts = await makeParts(store, decisions, null, outside)
  const bare = withoutRecord(store)
  const apps = {
    with: createApp(parts),
    without: createApp({ ...parts, hinge: { ...parts.hinge, store: bare } }),
  }
  // Enough of them that none is told to wait.
  const cookies = await Promise.all(
    hospitals.filter(({ hasIc }) => hasIc).map(({ id }) => signIn(apps.with, `intensivist@${id}`)),
  )
  const times = { with: { read: [], write: [] } as Times, without: { read: [], write: [] } as Times }
  for (let n = 0; n < RUNS + WARM_UP; n += 1)
    for (const way of n % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const))
      await measure(
        apps[way],
        cookies[n % cookies.length] ?? '',
        randomUUID(),
        n < WARM_UP ? { read: [], write: [] } : times[way],
      )
  const lines = await recorded(store)
  if (lines !== 2 * (RUNS + WARM_UP)) throw new Error(`${lines} lines of ${2 * (RUNS + WARM_UP)} acts`)
  for (const act of ['read', 'write'] as const) {
    const [slow, quick] = [middle(times.with[act]), middle(times.without[act])]
    const differences = times.with[act].map((time, n) => time - (times.without[act][n] ?? 0))
    console.log(
      `| ${name}, a ${act} | ${quick.toFixed(2)} ms | ${slow.toFixed(2)} ms | ${(slow - quick).toFixed(2)} ms | ${middle(differences).toFixed(2)} ms | ≤ 1 ms |`,
    )
  }
  await parts.access.streams.close()
  await closeParts(parts)
}

console.log(
  '| what | p50 without | p50 with | difference | p50 of the paired differences | budget |\n|---|---|---|---|---|---|',
)
const dataDir = mkdtempSync(join(tmpdir(), 'brancard-bench-'))
await run('SQLite', { dataDir, databaseUrl: null })
rmSync(dataDir, { recursive: true, force: true })
const cluster = await startPostgres(true)
if (cluster !== null) {
  try {
    await run('PostgreSQL', { dataDir, databaseUrl: cluster.url })
  } finally {
    await cluster.stop()
  }
}
