import {
  type Accessor,
  batch,
  createEffect,
  createMemo,
  createRoot,
  createSignal,
  on,
  onCleanup,
} from 'solid-js'

import type { Command } from '#shared/wire/command.ts'
import type { RowTable } from '#shared/wire/event.ts'
import { commandOf, isUnsent, type OutboxEntry, type StoredEntry } from '#web/sync/outbox-entry.ts'
import { ROW_TABLES, type Rows } from '#web/sync/row-tables.ts'
import type { LocalDb } from '#web/sync/local-db.ts'
import type { Work } from '#web/sync/work.ts'
import { syncedAt } from './connection.ts'
import { first, reportFault, useEngine, work } from './engine.ts'
import { keepSame, type Mirror, mirrorOf, type Shown } from './mirror.ts'
import { type Decisions, type OwnAct, overlay } from './preview.ts'
import { me } from './session.ts'

const [stored, setStored] = createSignal<Partial<Mirror>>({})
/** Tables read before the server's rows were first laid in them: empty, which says nothing. */
const [unfilled, setUnfilled] = createSignal<ReadonlySet<RowTable>>(new Set())
const [entries, setEntries] = createSignal<readonly StoredEntry[]>()
/** What is shown over the rows: undefined until it was read once. */
const [waiting, setWaiting] = createSignal<{ acts: readonly OwnAct[]; rules: Decisions | null }>()

/** My own acts on this phone, oldest first; undefined while loading. */
export const outboxEntries: Accessor<readonly OutboxEntry[] | undefined> = entries

const RULES_MS = 3_000
let rules: Decisions | undefined
let patience: Promise<never> | undefined
/** Rejects where they did not come soon after they were first asked for: no act waits for them to be stored. */
export const loadDecisions = async (): Promise<Decisions> => {
  if (rules !== undefined) return rules
  patience ??= new Promise((_, tooLate) => setTimeout(tooLate, RULES_MS))
  const loading = import('#shared/wire/decisions.ts').then(({ decisions }) => {
    rules = decisions
    return decisions
  })
  return Promise.race([loading, patience])
}

/** What the server said first, while the phone's database was still on its way. */
const early: Accessor<Mirror | undefined> = createRoot(() =>
  createMemo(() => {
    const found = first()
    return found && mirrorOf(found)
  }),
)

/** Everything this person may see, in memory, with what waits on top; undefined while loading. */
export const mirror: Accessor<Mirror | undefined> = createRoot(() => {
  createEffect(on(work, follow))
  const rows = createMemo(() => {
    const own = stored()
    if (isWhole(own) && unfilled().size === 0) return own
    return early() ?? (isWhole(own) && syncedAt() === null ? own : undefined)
  })
  return createMemo(() => {
    const over = waiting()
    // The phone's own rows are not shown before what waits over them: a step must not jump back. Until then what
    // the server said first stays: a screen never goes blank under a thumb.
    if (over === undefined) return early()
    const found = rows()
    return found === undefined || over.rules === null ? found : overlay(found, over.acts, me(), over.rules)
  })
})

function isWhole(found: Partial<Mirror>): found is Mirror {
  return ROW_TABLES.every((name) => found[name] !== undefined)
}

/** All of it lives as long as the app: a screen that opens finds its rows in memory. */
function follow(running: Work | undefined): void {
  batch(() => {
    setStored({})
    setUnfilled(new Set<RowTable>())
    setEntries(undefined)
    setWaiting(undefined)
  })
  if (running === undefined) return
  const stops: (() => void)[] = []
  let gone = false
  onCleanup(() => {
    gone = true
    for (const stop of stops) stop()
  })
  useEngine()
    .then(({ db, watchDb }) => {
      if (gone) return
      const mine = () => db.outbox.where('person').equals(running.person).sortBy('seq')
      stops.push(watchDb(mine, (found) => takeEntries(running, found, () => gone), reportFault))
      for (const name of ROW_TABLES) stops.push(watchDb(() => readTable(db, name), take(name), reportFault))
    })
    .catch(reportFault)
}

type Table = { rows: Rows[RowTable][]; filled: boolean }

/** With its rows whether the server's were ever laid in: both of one moment. */
const readTable = (db: LocalDb, name: RowTable): Promise<Table> =>
  db.transaction('r', [db.meta, db.table(name)], async () => ({
    rows: await db.table<Rows[RowTable]>(name).toArray(),
    filled: (await db.meta.get('epoch')) !== undefined,
  }))

const take = (name: RowTable) => (found: Table) =>
  batch(() => {
    setStored((old) => {
      const kept = keepSame<Rows[RowTable]>(old[name] ?? early()?.[name], found.rows)
      return kept === old[name] ? old : { ...old, [name]: kept }
    })
    setUnfilled((old) => {
      if (found.filled === !old.has(name)) return old
      return new Set(found.filled ? [...old].filter((other) => other !== name) : [...old, name])
    })
  })

/** Received so long ago that its news must have come, or never will (no longer a party). */
const SETTLED_MS = 60_000
const isShownOver = (entry: OutboxEntry): boolean =>
  isUnsent(entry) ||
  (entry.state === 'received' && Date.now() - Date.parse(entry.receivedAt ?? '') < SETTLED_MS)

function takeEntries(running: Work, found: readonly StoredEntry[], gone: () => boolean): void {
  latest = found
  const counted = found.filter(isShownOver)
  const show = (acts: readonly OwnAct[], rules: Decisions | null) =>
    batch(() => {
      setEntries(found)
      setWaiting({ acts, rules })
    })
  if (counted.length === 0) {
    opened.clear()
    show([], null)
    return
  }
  // Without the rules (never fetched, no signal) the rows stand as they are, and what waits is listed.
  Promise.all([open(running, counted), loadDecisions().catch(() => null)])
    .then(([acts, rules]) => {
      if (!gone() && isLatest(found)) show(acts, rules)
    })
    .catch(reportFault)
}

/** Unsealing takes its time: an older answer never overtakes a newer one. */
let latest: readonly StoredEntry[] = []
const isLatest = (found: readonly StoredEntry[]): boolean => latest === found

/** Commands are read once, unsealed into memory only. */
const opened = new Map<string, Command>()
async function open(running: Work, found: readonly StoredEntry[]): Promise<OwnAct[]> {
  for (const entry of found) {
    if (opened.has(entry.id)) continue
    const command = await commandOf(entry, running.sealer)
    if (command !== undefined) opened.set(entry.id, command)
  }
  return found.flatMap(({ id, state, expect }) => {
    const command = opened.get(id)
    return command === undefined ? [] : [{ command, received: state === 'received', expect: expect ?? {} }]
  })
}

/** Resolves once the act stands in the mirror, or after a second: the next one is previewed on top of it. */
export const untilShown = (id: string): Promise<void> =>
  new Promise((done) => {
    createRoot((dispose) => {
      const finish = () => {
        clearTimeout(timer)
        dispose()
        done()
      }
      const timer = setTimeout(finish, 1_000)
      createEffect(() => {
        if (waiting()?.acts.some(({ command }) => command.id === id)) finish()
      })
    })
  })

/** One table's rows as a list that changes only when its rows do. */
export function createRows<T extends RowTable>(
  table: T,
  filter?: (row: Shown<Rows[T]>) => boolean,
): Accessor<Shown<Rows[T]>[] | undefined> {
  const rows = createMemo(() => mirror()?.[table])
  return createMemo(() => {
    const found = rows()
    if (found === undefined) return undefined
    const list = [...found.values()] as Shown<Rows[T]>[]
    return filter ? list.filter(filter) : list
  })
}

/** One row by id; undefined while loading, null when this person cannot see it (any more). */
export function createRow<T extends RowTable>(
  table: T,
  id: () => string | null | undefined,
): Accessor<Shown<Rows[T]> | null | undefined> {
  const rows = createMemo(() => mirror()?.[table])
  return createMemo(() => {
    const found = rows()
    const wanted = id()
    if (found === undefined) return undefined
    return wanted ? ((found.get(wanted) as Shown<Rows[T]> | undefined) ?? null) : null
  })
}
