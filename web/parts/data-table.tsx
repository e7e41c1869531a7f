import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js'

import './data-table.css'

export type Column<Row> = {
  key: string
  head: string
  cell: (row: Row) => JSX.Element
  /** Figures stand at the end. */
  end?: boolean | undefined
  /** The cell that names its row. */
  lead?: boolean | undefined
  /** On a phone: without the word of its column where the value says enough, or not at all. */
  phone?: 'plain' | 'hidden' | undefined
}

type Props<Row> = {
  caption: string
  /** The caption stands above the table too, not only for a screen reader. */
  showCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Rows keep their place, focus and all, by this while their contents change. */
  rowKey: (row: Row) => string
  /** Rows can be opened: by click, Enter or Space; arrows, Home and End move along them. */
  onOpen?: ((row: Row) => void) | undefined
  selected?: string | undefined
  /** Rows that follow each other in one group stand under its head. */
  group?: { of: (row: Row) => string; head: (group: string) => JSX.Element } | undefined
}

/** So many rows are drawn at first, and as many more each time their end comes near. */
const DRAWN = 100

/** The board: rows under a sticky head on a desk, short blocks on a phone. */
export function DataTable<Row>(props: Props<Row>) {
  let body: HTMLTableSectionElement | undefined
  let held: Element | null = null
  const keys = createMemo(() => {
    held = body?.contains(document.activeElement) ? document.activeElement : null
    return props.rows.map((row) => props.rowKey(row))
  })
  // A row that is moved in the document loses the focus: it gets it back.
  createEffect(
    on(keys, () => {
      if (held instanceof HTMLElement && held.isConnected && document.activeElement !== held)
        held.focus({ preventScroll: true })
    }),
  )
  const [most, setMost] = createSignal(DRAWN)
  const drawn = createMemo(() => keys().slice(0, most()))
  const byKey = createMemo(() => new Map(props.rows.map((row) => [props.rowKey(row), row])))
  const [visited, setVisited] = createSignal<string>()
  const stop = () => {
    const wanted = visited() ?? props.selected
    return wanted !== undefined && byKey().has(wanted) ? wanted : keys()[0]
  }
  /** The group whose head stands above this row. */
  const headOf = (key: string, at: number) => {
    const { group } = props
    const row = byKey().get(key)
    const before = byKey().get(drawn()[at - 1] ?? '')
    if (group === undefined || row === undefined) return undefined
    const name = group.of(row)
    return before !== undefined && group.of(before) === name ? undefined : group.head(name)
  }
  const open = (key: string) => {
    const row = byKey().get(key)
    if (row !== undefined) props.onOpen?.(row)
  }
  return (
    <table
      class="data-table"
      role={props.onOpen ? 'grid' : 'table'}
      aria-rowcount={drawn().length < keys().length ? keys().length + 1 : undefined}
    >
      <caption class="data-table__caption" classList={{ 'visually-hidden': !props.showCaption }}>
        {props.caption}
      </caption>
      <thead class="data-table__head">
        <tr>
          <For each={props.columns}>
            {(column) => (
              <th scope="col" classList={{ 'data-table--end': column.end ?? false }}>
                {column.head}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody class="data-table__body" ref={body}>
        <For each={drawn()}>
          {(key, at) => (
            <Show when={byKey().get(key)}>
              {(row) => (
                <>
                  <GroupHead columns={props.columns.length} head={headOf(key, at())} />
                  <Line
                    columns={props.columns}
                    row={row()}
                    name={key}
                    opens={props.onOpen !== undefined}
                    stop={stop() === key}
                    selected={props.selected === key}
                    visit={() => setVisited(key)}
                    open={() => open(key)}
                  />
                </>
              )}
            </Show>
          )}
        </For>
      </tbody>
      <Show when={drawn().length < keys().length}>
        <More columns={props.columns.length} more={() => setMost((count) => count + DRAWN)} />
      </Show>
    </table>
  )
}

function GroupHead(props: { columns: number; head: JSX.Element }) {
  return (
    <Show when={props.head}>
      {(head) => (
        <tr class="data-table__group">
          <th scope="rowgroup" colspan={props.columns}>
            {head()}
          </th>
        </tr>
      )}
    </Show>
  )
}

/** The end of what is drawn: when it comes near, more is. */
function More(props: { columns: number; more: () => void }) {
  const watch = (end: HTMLElement) => {
    const seen = new IntersectionObserver(
      (marks) => {
        if (marks.some(({ isIntersecting }) => isIntersecting)) props.more()
      },
      { rootMargin: '1200px' },
    )
    queueMicrotask(() => seen.observe(end))
    onCleanup(() => seen.disconnect())
  }
  return (
    <tfoot>
      <tr>
        <td colspan={props.columns} ref={watch} />
      </tr>
    </tfoot>
  )
}

type LineProps<Row> = {
  columns: readonly Column<Row>[]
  row: Row
  name: string
  opens: boolean
  stop: boolean
  selected: boolean
  visit: () => void
  open: () => void
}

const OPENS = 'tr.data-table__opens'
const rowsBeside = (row: HTMLElement): HTMLElement[] => [
  ...(row.parentElement?.querySelectorAll<HTMLElement>(OPENS) ?? []),
]
const beside = (row: HTMLElement, by: 1 | -1): HTMLElement | undefined => {
  const rows = rowsBeside(row)
  return rows[rows.indexOf(row) + by]
}

const MOVES: Record<string, (row: HTMLElement) => Element | undefined> = {
  ArrowDown: (row) => beside(row, 1),
  ArrowUp: (row) => beside(row, -1),
  Home: (row) => rowsBeside(row)[0],
  End: (row) => rowsBeside(row).at(-1),
}

function onKey(event: KeyboardEvent & { currentTarget: HTMLElement }, open: () => void): void {
  if (event.target !== event.currentTarget) return
  const next = MOVES[event.key]?.(event.currentTarget)
  if (next instanceof HTMLElement) next.focus()
  else if (event.key === 'Enter' || event.key === ' ') open()
  else if (!MOVES[event.key]) return
  event.preventDefault()
}

function Line<Row>(props: LineProps<Row>) {
  const press = (event: MouseEvent) => {
    const inner = event.target instanceof Element && event.target.closest('a, button, input, label, summary')
    if (!inner) props.open()
  }
  const Cells = () => <For each={props.columns}>{(column) => <Cell column={column} row={props.row} />}</For>
  return (
    <Show when={props.opens} fallback={<tr>{Cells()}</tr>}>
      <tr
        class="data-table__opens"
        data-row={props.name}
        tabindex={props.stop ? 0 : -1}
        aria-selected={props.selected}
        onFocus={() => props.visit()}
        onClick={press}
        onKeyDown={(event) => onKey(event, props.open)}
      >
        {Cells()}
      </tr>
    </Show>
  )
}

function Cell<Row>(props: { column: Column<Row>; row: Row }) {
  const looks = () => ({
    'data-table--end': props.column.end ?? false,
    'data-table--hidden': props.column.phone === 'hidden',
  })
  return (
    <Show
      when={props.column.lead}
      fallback={
        <td data-head={props.column.phone ? undefined : props.column.head} classList={looks()}>
          <span class="data-table__value">{props.column.cell(props.row)}</span>
        </td>
      }
    >
      <th scope="row" class="data-table__lead" classList={looks()}>
        {props.column.cell(props.row)}
      </th>
    </Show>
  )
}
