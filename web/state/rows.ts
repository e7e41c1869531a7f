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
import type { Rows, RowTable } from '#web/sync/local-db.ts'
import type { OutboxEntry, StoredEntry } from '#web/sync/outbox-entry.ts'
import type { Work } from '#web/sync/engine.ts'
import { reportFault, useEngine, work } from './engine.ts'
import { emptyMirror, keepSame, type Mirror, type Shown } from './mirror.ts'
import { type Decisions, overlay } from './preview.ts'
import { me } from './session.ts'

const TABLES: readonly RowTable[] = ['transfers', 'reservations', 'rides', 'beds', 'phases']

/** All of it lives as long as the app: a screen that opens finds its rows in memory. */
const shared = createRoot(() => {
  const [stored, setStored] = createSignal<Partial<Mirror>>({})
  const [entries, setEntries] = createSignal<readonly StoredEntry[]>()
  const [commands, setCommands] = createSignal<readonly Command[]>([])
  const [decisions, setDecisions] = createSignal<Decisions>()

  createEffect(
    on(work, (running) => {
      batch(() => {
        setStored({})
        setEntries(undefined)
        setCommands([])
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
          for (const name of TABLES)
            stops.push(
              watchDb(
                () => db.table(name).toArray(),
                (rows) => take(name, rows),
                reportFault,
              ),
            )
          const mine = () => db.outbox.where('person').equals(running.person).sortBy('seq')
          stops.push(watchDb(mine, (found) => takeEntries(running, found), reportFault))
        })
        .catch(reportFault)
    }),
  )

  const take = (name: RowTable, rows: Rows[RowTable][]) =>
    setStored((old) => {
      const kept = keepSame<Rows[RowTable]>(old[name], rows)
      return kept === old[name] ? old : { ...old, [name]: kept }
    })

  /** Commands are read once, unsealed into memory only. */
  const opened = new Map<string, Command>()
  async function open(running: Work, found: readonly StoredEntry[]): Promise<Command[]> {
    for (const entry of found) {
      if (opened.has(entry.id)) continue
      const command = entry.command ?? (await running.sealer.unseal(entry.sealed, entry.id))
      if (command !== undefined) opened.set(entry.id, command as Command)
    }
    return found.flatMap(({ id }) => opened.get(id) ?? [])
  }

  function takeEntries(running: Work, found: readonly StoredEntry[]): void {
    setEntries(found)
    const counted = found.filter(isShownOver)
    if (counted.length === 0) {
      opened.clear()
      setCommands([])
      return
    }
    Promise.all([open(running, counted), loadDecisions()])
      .then(([opened_, rules]) =>
        batch(() => {
          setDecisions(() => rules)
          setCommands(opened_)
        }),
      )
      .catch(reportFault)
  }

  const whole = createMemo<Mirror | undefined>(() => {
    const found = stored()
    return TABLES.every((name) => found[name] !== undefined) ? { ...emptyMirror(), ...found } : undefined
  })
  const shown = createMemo<Mirror | undefined>(() => {
    const mirror = whole()
    const rules = decisions()
    if (mirror === undefined || rules === undefined || commands().length === 0) return mirror
    return overlay(mirror, commands(), me(), rules)
  })
  return { entries, shown }
})

export const loadDecisions = async (): Promise<Decisions> =>
  (await import('#shared/wire/decisions.ts')).decisions

/** Just received: shown over the rows until the news of it has surely come. */
const SETTLED_MS = 60_000

const isShownOver = (entry: OutboxEntry): boolean =>
  entry.state === 'waiting' ||
  entry.state === 'sending' ||
  (entry.state === 'received' && Date.now() - Date.parse(entry.receivedAt ?? '') < SETTLED_MS)

/** My own acts on this phone, oldest first; undefined while loading. */
export const outboxEntries: Accessor<readonly OutboxEntry[] | undefined> = shared.entries

/** Everything this person may see, in memory; undefined while loading. */
export const mirror: Accessor<Mirror | undefined> = shared.shown

/** One table's rows as a list that changes only when its rows do. */
export function createRows<T extends RowTable>(
  table: T,
  filter?: (row: Shown<Rows[T]>) => boolean,
): Accessor<Shown<Rows[T]>[] | undefined> {
  const rows = createMemo(() => shared.shown()?.[table])
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
  const rows = createMemo(() => shared.shown()?.[table])
  return createMemo(() => {
    const found = rows()
    const wanted = id()
    if (found === undefined) return undefined
    return wanted ? ((found.get(wanted) as Shown<Rows[T]> | undefined) ?? null) : null
  })
}
