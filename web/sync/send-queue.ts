import { makeSealer } from './crypto.ts'
import { openLocalDb } from './local-db.ts'
import { type Lock, Outbox } from './outbox.ts'
import { asPerson, type Fetch, isObject, request } from './request.ts'

type Deps = { fetch: Fetch; lock: Lock; clock: () => number; random: () => number; dbName?: string }

const isSomebody = (body: unknown): body is { person: string } =>
  isObject(body) && typeof body.person === 'string'

/**
 * Without an app: sends what waits, of the person as whom the server knows this browser and of nobody else. Says
 * whether it is worth trying again.
 */
export async function sendQueue({ fetch, lock, clock, random, dbName }: Deps): Promise<boolean> {
  const answer = await request('/api/session', { fetch, is: isSomebody })
  // Nobody is signed in: what waits flows when its person is back.
  if (!('ok' in answer)) return 'outage' in answer && answer.outage.code !== 'session'
  const { person } = answer.ok
  const db = openLocalDb(dbName)
  const outbox = new Outbox({
    db,
    sealer: makeSealer(db, person),
    person,
    fetch: asPerson(fetch, person),
    clock,
    random,
    lock,
    // It lives as long as the event that woke it: nothing is put off.
    setTimer: () => () => undefined,
    onFault: (fault) => console.error('queue', fault),
    onSessionLost: () => undefined,
  })
  try {
    return !(await drain(outbox))
  } finally {
    outbox.stop()
    db.close()
  }
}

/**
 * Sends what can go, each subject until it stops going, and says whether nothing failed: what another tab is sending
 * is in good hands.
 */
export async function drain(outbox: Outbox): Promise<boolean> {
  const done = new Set<string>()
  let failed = false
  for (;;) {
    const next = (await outbox.heads()).find(({ subject }) => !done.has(subject))
    if (next === undefined) return !failed
    const ran = await outbox.underLock(next.subject, () => true)
    const stays = (await outbox.heads()).some(({ id }) => id === next.id)
    if (ran && !stays) continue
    done.add(next.subject)
    failed ||= ran
  }
}
