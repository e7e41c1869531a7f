// F11: PostgreSQL restarted, its connections killed, the server's pool held up, while clients post and read. Answers are
// 200 or 503 with Retry-After, nothing hangs, nothing answered is lost, and all is well again after it.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hospitals } from '#shared/reference/hospitals.ts'
import { openStore } from '#server/store/open-store.ts'
import { aRequest } from '#test/support/builders.ts'
import type { Cluster } from '#test/support/postgres.ts'
import { type Answer, Caller } from './caller.ts'
import { newPlace, runOn } from './place.ts'
import { startReal } from './real-server.ts'
import { type Shown, sleep } from './result.ts'

const CLIENTS = 12
/** Held longer than the server waits for a connection. */
const HELD_MS = 8000
const WELL_LIMIT_MS = 10_000

type Run = { acked: string[]; odd: Map<string, number>; busy: number; longest: number; over: boolean }

export async function databaseAway(cluster: Cluster): Promise<Shown> {
  const place = await newPlace(cluster.url)
  const databaseUrl = place.choice.databaseUrl ?? ''
  const server = await startReal(place.choice, 0, 'test/support/faults/serve-bare.ts')
  const run: Run = { acked: [], odd: new Map(), busy: 0, longest: 0, over: false }
  try {
    const callers = await Promise.all(
      hospitals
        .filter(({ hasIc }) => hasIc)
        .slice(0, CLIENTS)
        .map(({ id }) => new Caller(server.url).signIn(`intensivist@${id}`)),
    )
    const working = callers.map((caller, n) => (n % 3 === 2 ? read(caller, run) : file(caller, run)))
    await sleep(500)
    const well: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      await killConnections(databaseUrl)
      well.push(await wellAgain(callers[0]))
    }
    for (let turn = 0; turn < 2; turn += 1) {
      await cluster.restart()
      well.push(await wellAgain(callers[0]))
    }
    await holdHead(databaseUrl)
    well.push(await wellAgain(callers[0]))
    run.over = true
    await Promise.all(working)
    for (const caller of callers) caller.close()
    const lost = await missing(place.choice, run.acked)
    const slowest = Math.max(...well)
    const odd = [...run.odd].map(([what, count]) => `${what} × ${count}`).join(', ')
    return {
      fault: 'F11',
      on: 'PostgreSQL',
      done: 'connections killed 5 ×, database restarted 2 ×, pool held up 8 s; 12 clients',
      figures:
        `${run.acked.length} taken, lost ${lost}; ${run.busy} × 503 with Retry-After, other answers ${odd || 'none'}; ` +
        `slowest answer ${(run.longest / 1000).toFixed(1)} s; well again within ${(slowest / 1000).toFixed(1)} s, stuck 0`,
      holds: lost === 0 && run.odd.size === 0 && run.busy > 0 && slowest < WELL_LIMIT_MS,
    }
  } finally {
    run.over = true
    await server.end('SIGTERM')
    await place.drop()
  }
}

function count(run: Run, answer: Answer | null, started: number): void {
  run.longest = Math.max(run.longest, performance.now() - started)
  const { status = 0, headers = {} } = answer ?? {}
  if (status === 200) return
  if (status === 503 && headers['retry-after'] !== undefined) run.busy += 1
  else run.odd.set(String(status), (run.odd.get(String(status)) ?? 0) + 1)
}

async function file(caller: Caller, run: Run): Promise<void> {
  while (!run.over) {
    const transfer = randomUUID()
    const request = aRequest({ readyFrom: new Date().toISOString() })
    let started = performance.now()
    await caller.deliver(caller.command('transfer.submit', { transfer, request }), (answer) => {
      count(run, answer, started)
      started = performance.now() + 80
    })
    run.acked.push(transfer)
  }
}

async function read(caller: Caller, run: Run): Promise<void> {
  while (!run.over) {
    const started = performance.now()
    count(run, await caller.ask('GET', '/api/snapshot'), started)
    await sleep(50)
  }
}

async function wellAgain(caller: Caller | undefined): Promise<number> {
  const started = performance.now()
  for (let good = 0; good < 5; ) {
    const answer = await caller?.ask('GET', '/api/session')
    good = answer?.status === 200 ? good + 1 : 0
    if (performance.now() - started > 60_000) return Number.POSITIVE_INFINITY
    await sleep(20)
  }
  return performance.now() - started
}

async function killConnections(url: string): Promise<void> {
  const admin = new URL(url)
  const database = admin.pathname.slice(1)
  admin.pathname = 'postgres'
  await runOn(
    admin.href,
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [database],
  )
}

/** Every command waits for this row, and with them the whole pool. */
async function holdHead(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  await client.query('select seq from event_head for update')
  await sleep(HELD_MS)
  await client.query('rollback')
  await client.end()
}

async function missing(choice: Parameters<typeof openStore>[0], acked: readonly string[]): Promise<number> {
  const store = await openStore(choice, () => new Date())
  const rows = await store.query.selectFrom('transfers').select('id').execute()
  await store.close()
  const there = new Set(rows.map(({ id }) => id))
  return acked.filter((id) => !there.has(id)).length
}
