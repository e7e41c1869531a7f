// The same server with a thousand and with a million events behind it, asked in turn: a command, a list, a catch-up.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { aRequest, aTransfer, places } from '#test/support/builders.ts'
import { Caller } from '#test/support/faults/caller.ts'
import { openRaw } from '#test/support/faults/raw-stream.ts'
import { at, sleep } from '#test/support/faults/result.ts'
import { type Child, startChild } from './child.ts'

const EVENTS_EACH = 10
export type LongLog = { command: number; list: number; catchUp: number }

/** Ended transfers of past months with their events and who may see them, written beside the product. */
function fill(dataDir: string, events: number): void {
  const database = new Database(join(dataDir, 'brancard.db'))
  const transfers = events / EVENTS_EACH
  const row = JSON.stringify(aTransfer({ id: 'ID', state: 'closed', since: '2026-06-01T00:00:00.000Z' }))
  const series = (n: number) =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${n})`
  const id = `printf('10000000-0000-4000-8000-%012d', i)`
  database.exec('begin')
  database.exec(`${series(transfers)} insert into transfers (id, rev, code, from_hospital, state, since, open, row)
    select ${id}, ${EVENTS_EACH}, printf('L%08d', i), '${places.from}', 'closed', '2026-06-01T00:00:00.000Z', 0,
    replace('${row}', 'ID', ${id}) from n`)
  for (const key of [`hospital:${places.from}`, 'rcps:nazmn', `hospital:${places.to}`])
    database.exec(
      `${series(transfers)} insert into audience (subject, id, key) select 'transfer', ${id}, '${key}' from n`,
    )
  database.exec(`${series(events)} insert into events (seq, name, subject, subject_id, rev, transfer,
    at, entered, role, org, person, command, data, note, audience, shifts)
    select i + (select seq from event_head), 'transfer.claimed', 'transfer',
    printf('10000000-0000-4000-8000-%012d', 1 + (i - 1) / ${EVENTS_EACH}), 1 + (i - 1) % ${EVENTS_EACH},
    printf('10000000-0000-4000-8000-%012d', 1 + (i - 1) / ${EVENTS_EACH}),
    '2026-06-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', 'rcps', 'nazmn', 'rcps@nazmn',
    printf('20000000-0000-4000-8000-%012d', i), '{"state":"matching","claim":{"org":"nazmn"}}', null,
    '["hospital:${places.from}","rcps:nazmn"]', '[]' from n`)
  database.exec(`update event_head set seq = seq + ${events}`)
  database.exec('commit')
  database.close()
}

export async function longLog(dirs: [string, string], sizes: [number, number], rounds: number) {
  for (const [n, dir] of dirs.entries()) {
    await (await startChild('scripts/bench-live/serve.ts', dir)).end()
    fill(dir, sizes[n] ?? 0)
  }
  const sides = await Promise.all(
    dirs.map(async (dir) => worker(await startChild('scripts/bench-live/serve.ts', dir))),
  )
  for (let round = 0; round < rounds; round += 1) for (const side of sides) await side.round()
  const results = sides.map(({ times }) => ({
    command: at(0.5, times.command),
    list: at(0.5, times.list),
    catchUp: at(0.5, times.catchUp),
  }))
  for (const { end } of sides) await end()
  return results as [LongLog, LongLog]
}

async function worker(child: Child) {
  const referrer = await new Caller(child.url).signIn(`intensivist@${places.from}`)
  const rcps = await new Caller(child.url).signIn('rcps@nazmn')
  const times = { command: [] as number[], list: [] as number[], catchUp: [] as number[] }
  const timed = async (into: number[], work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    into.push(performance.now() - started)
  }
  const file = async (into: number[] | null) => {
    const transfer = randomUUID()
    const request = aRequest({ readyFrom: new Date().toISOString() })
    const sent = referrer.command('transfer.submit', { transfer, request })
    const post = async () => {
      const answer = await referrer.post(sent)
      if (answer?.status !== 200) throw new Error(`${answer?.status} ${answer?.body}`)
    }
    await (into === null ? post() : timed(into, post))
    await referrer.post(referrer.command('transfer.withdraw', { transfer, reason: 'other' }))
  }
  const snapshot = async () =>
    JSON.parse((await rcps.ask('GET', '/api/snapshot'))?.body ?? '{}') as { cursor: string }
  // So much happened while this viewer was away.
  const { cursor } = await snapshot()
  for (let n = 0; n < 40; n += 1) await file(null)
  return {
    times,
    async round() {
      await file(times.command)
      await timed(times.list, snapshot)
      await timed(times.catchUp, () => caughtUp(child.port, rcps.cookie, cursor))
    },
    async end() {
      referrer.close()
      rcps.close()
      await child.end()
    },
  }
}

async function caughtUp(port: number, cookie: string, since: string): Promise<void> {
  const stream = openRaw({ port, cookie, since })
  while (!stream.caughtUp && !stream.socket.destroyed) await sleep(1)
  stream.socket.destroy()
}
