// Events in the database, numbered in the order they commit (docs/decisions/003).
// Written by the hinge, read by the live stream and by a transfer's timeline.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Key } from '#shared/access/audience.ts'
import type { Event, EventName, Subject } from '#shared/wire/event.ts'
import type { Role } from '#shared/terms.ts'
import type { Shift } from './audience.ts'
import { fixed, fixedRows } from './fixed.ts'
import { flag } from './save-row.ts'
import type { Db, Tx } from './store.ts'
import type { Tables } from './tables.ts'

/** An event with what readers never see: who exactly, by which command, for whom, who gained or lost sight. */
export type NewEvent = { event: Event; person: string; command: string; audience: Key[]; shifts: Shift[] }
export type StoredEvent = Spot & { event: Event; audience: Key[]; shifts: Shift[] }

/**
 * A place in the log. Two logs that went different ways hold other marks at one number; before the first event, and
 * where an event has been cleared away, the mark is 0.
 */
export type Spot = { seq: number; mark: number }
type Marked = Pick<Tables['events'], 'seq' | 'command' | 'entered'>

const headMoved = fixed((db, { by }: { by: number }) =>
  db.updateTable('event_head').set((of) => ({ seq: of('seq', '+', by) })),
)
const inserted = fixedRows((db, rows: (Omit<Tables['events'], 'seq'> & { back: number })[]) =>
  db.insertInto('events').values(
    rows.map(({ back, ...row }) => ({
      seq: db.selectFrom('event_head').select(sql<number>`seq - ${back}`.as('seq')),
      ...row,
    })),
  ),
)

/**
 * The last statements of a transaction: the head's row stays locked until the commit, so a number is seen only
 * when every lower one is.
 */
export async function appendEvents({ db }: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await headMoved(db, { by: events.length })
  await inserted(
    db,
    events.map((event, index) => columnsOf(event, events.length - 1 - index)),
  )
}

function columnsOf({ event, person, command, audience, shifts }: NewEvent, back: number) {
  return {
    back,
    name: event.name,
    subject: event.subject,
    subject_id: event.id,
    rev: event.rev,
    transfer: event.transfer,
    at: event.at,
    entered: event.entered,
    corrected: flag(event.corrected === true),
    role: event.by.role,
    org: event.by.org,
    person,
    command,
    data: JSON.stringify(event.data),
    note: event.note ?? null,
    audience: JSON.stringify(audience),
    shifts: JSON.stringify(shifts),
  }
}

/** Commands sent again after a backup was put back keep their ids: the time of entry tells the two apart. */
const markOf = ({ seq, command, entered }: Marked): number =>
  hash('sha256', `${seq} ${command} ${entered}`, 'buffer').readUInt32BE(0)

const toStored = (row: Tables['events']): StoredEvent => ({
  seq: row.seq,
  mark: markOf(row),
  event: {
    name: row.name as EventName,
    subject: row.subject as Subject,
    id: row.subject_id,
    data: JSON.parse(row.data) as Record<string, unknown>,
    rev: row.rev,
    transfer: row.transfer,
    at: row.at,
    entered: row.entered,
    ...(row.corrected === 1 ? { corrected: true } : {}),
    by: { role: row.role as Role | 'system', org: row.org },
    ...(row.note === null ? {} : { note: row.note }),
  },
  audience: JSON.parse(row.audience) as Key[],
  shifts: JSON.parse(row.shifts) as Shift[],
})

/** Lets decisions that rest on a whole table, the phase register, happen one after another. */
export async function lockHead(tx: Tx): Promise<void> {
  await tx.lock(tx.db.selectFrom('event_head').select('seq')).execute()
}

export async function eventHead(db: Db): Promise<number> {
  return (await db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq
}

const after = fixed((db, { seq, limit }: { seq: number; limit: number }) =>
  db.selectFrom('events').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit),
)

export async function eventsAfter(db: Db, seq: number, limit: number): Promise<StoredEvent[]> {
  const { rows } = await after(db, { seq, limit })
  return rows.map(toStored)
}

/** The event at this number and those after it. */
export const eventsFrom = (db: Db, seq: number, limit: number): Promise<StoredEvent[]> =>
  eventsAfter(db, seq - 1, limit)

/** The last place in the log. */
export async function headSpot(db: Db): Promise<Spot> {
  return spotAt(db, await eventHead(db))
}

export async function spotAt(db: Db, seq: number): Promise<Spot> {
  const found = await db
    .selectFrom('events')
    .select(['seq', 'command', 'entered'])
    .where('seq', '=', seq)
    .executeTakeFirst()
  return { seq, mark: found === undefined ? 0 : markOf(found) }
}

/** One transfer's events, oldest first, without the bed counts (those are nobody's transfer). */
export async function eventsOf(db: Db, transfer: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where('transfer', '=', transfer)
    .orderBy('seq')
    .execute()
  return rows.map(toStored)
}
