import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seal } from '#server/record/seal.ts'
import { dueAlerts, openAlerts, transfersWithoutAlert, untoldAlerts } from '#server/store/alerts.ts'
import { changedIn } from '#server/store/changed.ts'
import { eventsAfter, eventsOf } from '#server/store/events.ts'
import { migrate } from '#server/store/migrate.ts'
import { bossReservationsSince, movesUnderWay } from '#server/store/moves.ts'
import { recordOf } from '#server/store/record.ts'
import { eventsOfMoved } from '#server/store/report-facts.ts'
import { heldAt, reservationsOf } from '#server/store/reservations.ts'
import { overWithClinical } from '#server/store/retention.ts'
import { activeRides, nextTurn, ridesOf } from '#server/store/rides.ts'
import { storeOn } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { lapsedEmergencies, openCodesAt, openTransferBy, transfersSince } from '#server/store/transfers.ts'
import { visibleRows } from '#server/store/visible.ts'
import { aTransfer, T0 } from '#test/support/builders.ts'

/** Whatever grows as long as the server is there. */
const LONG = 'transfers|reservations|rides|alerts|events|record_lines|bed_observations|commands|audience|own'
/** Indexes that hold what is going on now, and nothing of what is over. */
const OF_NOW = 'transfers_open|rides_active|one_\\w+|alerts_by_due|alerts_untold|record_of_lists'
const WHOLE = new RegExp(`^SCAN (${LONG})\\b(?! USING (COVERING )?INDEX (${OF_NOW})\\b)`)

type Asked = { text: string; bound: unknown[] }
let database: Database.Database
let store: Store
let asked: Asked[] = []
beforeAll(async () => {
  database = new Database(':memory:')
  store = storeOn(listening(database), () => undefined)
  await migrate(store, T0)
})
afterAll(() => store.close())

/** The same database, which remembers what was asked of it. */
const listening = (of: Database.Database): Database.Database =>
  new Proxy(of, {
    get(target, name) {
      if (name === 'prepare') return (text: string) => heard(text, target.prepare(text))
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

const heard = (text: string, statement: Database.Statement) =>
  new Proxy(statement, {
    get(target, name) {
      if (name === 'all')
        return (bound: unknown[] = []) => {
          asked.push({ text, bound })
          return target.all(bound)
        }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** What SQLite does for each statement; it keeps no figures about its tables, so it does the same when they are long. */
async function steps(ask: () => Promise<unknown>): Promise<string[]> {
  asked = []
  await ask()
  return asked.flatMap(({ text, bound }) =>
    (database.prepare(`explain query plan ${text}`).all(bound) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  )
}

const KEYS = ['all', 'hospital:umc-utrecht'] as const
const asks: Record<string, () => Promise<unknown>> = {
  'what is open or was so lately': () => transfersSince(store.query, T0),
  'the open one with a code': () => openTransferBy(store.query, 'AAA-AAA'),
  'codes in use': () => openCodesAt(store.query, ['umc-utrecht']),
  'who moves between share groups': () => movesUnderWay(store.query),
  'reservations of safety beds': () => bossReservationsSince(store.query, T0),
  'alerts that ring': () => openAlerts(store.query),
  'alerts that are due': () => dueAlerts(store.query, T0, 5),
  'alerts of which no device was told': () => untoldAlerts.list(store.query, 5),
  'emergency accesses that are over': () => lapsedEmergencies(store.query, T0, 5),
  'lines that the chain does not have': () => seal(store, T0),
  'transfers without an alert': () => transfersWithoutAlert(store.query, ['requested'], 5),
  'beds held': () => heldAt(store.query, ['umc-utrecht']),
  'a transfer’s reservations': () => reservationsOf(store.query, 'x'),
  'a transfer’s rides': () => ridesOf(store.query, 'x'),
  'rides that hold a vehicle': () => activeRides(store.query),
  'a vehicle’s next turn': () => nextTurn(store.query, 'x'),
  'events after': () => eventsAfter(store.query, 4, 5),
  'a transfer’s events': () => eventsOf(store.query, 'x'),
  'what changed on the way': () => changedIn(store.query, KEYS, { after: 4, until: 9 }),
  'a transfer’s record': () => recordOf(store.query, aTransfer()),
  'events of what moved in a day': () => eventsOfMoved(store.query, T0, T0),
  'letters that are still here': () => overWithClinical(store.query, KEYS),
  'transfers in a list': () => visibleRows(store.query, 'transfer', KEYS, T0),
  'reservations in a list': () => visibleRows(store.query, 'reservation', KEYS, T0),
  'rides in a list': () => visibleRows(store.query, 'ride', KEYS, T0),
  'alerts in a list': () => visibleRows(store.query, 'alert', KEYS, T0),
}

describe('on SQLite no table that grows is read whole', () => {
  for (const [name, ask] of Object.entries(asks))
    it(`for ${name}`, async () => {
      const done = await steps(ask)
      expect(done.length).toBeGreaterThan(0)
      expect(done.filter((step) => WHOLE.test(step))).toEqual([])
    })

  it('and a report goes by the hour and by the transfer, not through all events of a kind', async () => {
    const used = (await steps(() => eventsOfMoved(store.query, T0, T0))).flatMap(
      (step) => /INDEX (events_\w+)/.exec(step)?.[1] ?? [],
    )
    expect(used.sort()).toEqual(['events_by_at', 'events_by_transfer'])
  })
})
