import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'

import '#test/support/web-setup.ts'

import { type Column, DataTable } from '#web/parts/data-table.tsx'

type Row = { code: string; wait: number }

const COLUMNS: Column<Row>[] = [
  { key: 'code', head: 'Code', lead: true, cell: (row) => row.code },
  { key: 'wait', head: 'Wacht', end: true, cell: (row) => row.wait },
  { key: 'call', head: 'Bel', cell: () => <button type="button">Bel</button> },
]

function table(onOpen?: (row: Row) => void) {
  const [rows, setRows] = createSignal<Row[]>(['a', 'b', 'c'].map((code) => ({ code, wait: 1 })))
  render(() => (
    <DataTable
      caption="Verzoeken"
      columns={COLUMNS}
      rows={rows()}
      rowKey={(row) => row.code}
      selected="b"
      {...(onOpen ? { onOpen } : {})}
    />
  ))
  const row = (code: string) => screen.getByRole('rowheader', { name: code }).closest('tr') as HTMLElement
  return {
    row,
    setRows,
    stops: () => [...document.querySelectorAll('tbody tr')].map((tr) => (tr as HTMLElement).tabIndex),
  }
}

test('a table that opens nothing is a plain table', () => {
  const { stops } = table()
  expect(screen.getByRole('table', { name: 'Verzoeken' })).toBeTruthy()
  expect(document.querySelectorAll('tbody [tabindex]').length).toBe(0)
  expect(stops().length).toBe(3)
})

test('one row is in the tab order: the selected one, then the one last visited', () => {
  const { row, stops } = table(() => undefined)
  expect(stops()).toEqual([-1, 0, -1])
  row('b').focus()
  fireEvent.keyDown(row('b'), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(row('c'))
  expect(stops()).toEqual([-1, -1, 0])
})

test('arrows, Home and End move along the rows and stop at the ends', () => {
  const { row } = table(() => undefined)
  row('b').focus()
  fireEvent.keyDown(row('b'), { key: 'End' })
  expect(document.activeElement).toBe(row('c'))
  fireEvent.keyDown(row('c'), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(row('c'))
  fireEvent.keyDown(row('c'), { key: 'Home' })
  expect(document.activeElement).toBe(row('a'))
  fireEvent.keyDown(row('a'), { key: 'ArrowUp' })
  expect(document.activeElement).toBe(row('a'))
})

test('Enter, Space and a click open a row; a control inside it keeps its own', () => {
  const open = vi.fn()
  const { row } = table(open)
  fireEvent.keyDown(row('a'), { key: 'Enter' })
  fireEvent.keyDown(row('c'), { key: ' ' })
  fireEvent.click(screen.getByRole('rowheader', { name: 'b' }))
  expect(open.mock.calls.map(([opened]) => opened.code)).toEqual(['a', 'c', 'b'])
  const call = row('a').querySelector('button') as HTMLElement
  fireEvent.click(call)
  fireEvent.keyDown(call, { key: 'Enter' })
  expect(open).toHaveBeenCalledTimes(3)
})

test('fresh figures redraw the cells and leave the focus where it is', () => {
  const { row, setRows } = table(() => undefined)
  const before = row('c')
  before.focus()
  setRows([
    { code: 'c', wait: 9 },
    { code: 'a', wait: 2 },
  ])
  expect(row('c')).toBe(before)
  expect(document.activeElement).toBe(before)
  expect(before.textContent).toContain('9')
  expect(screen.queryByRole('rowheader', { name: 'b' })).toBeNull()
})

test('the open row is marked as selected', () => {
  const { row } = table(() => undefined)
  expect(row('b').getAttribute('aria-selected')).toBe('true')
  expect(row('a').getAttribute('aria-selected')).toBe('false')
})

test('groups have a head each, and the arrows pass over it', () => {
  const rows = ['a', 'b', 'c'].map((code) => ({ code, wait: code === 'a' ? 1 : 2 }))
  render(() => (
    <DataTable
      caption="Verzoeken"
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => row.code}
      group={{ of: ({ wait }) => String(wait), head: (name) => `Wacht ${name}` }}
      onOpen={() => undefined}
    />
  ))
  const heads = [...document.querySelectorAll('th[scope="rowgroup"]')].map((head) => head.textContent)
  expect(heads).toEqual(['Wacht 1', 'Wacht 2'])
  const row = (code: string) => screen.getByRole('rowheader', { name: code }).closest('tr') as HTMLElement
  row('a').focus()
  fireEvent.keyDown(row('a'), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(row('b'))
  fireEvent.keyDown(row('b'), { key: 'ArrowUp' })
  expect(document.activeElement).toBe(row('a'))
})

test('of a long list a part is drawn, and more as its end comes near', async () => {
  const seen: IntersectionObserverCallback[] = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: IntersectionObserverCallback) {
        seen.push(callback)
      }
      observe = vi.fn()
      disconnect = vi.fn()
    },
  )
  const rows = Array.from({ length: 250 }, (_, at) => ({ code: `r${at}`, wait: at }))
  render(() => <DataTable caption="Lang" columns={COLUMNS} rows={rows} rowKey={(row) => row.code} />)
  const drawn = () => document.querySelectorAll('tbody tr').length
  expect(drawn()).toBe(100)
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('251')
  for (const count of [200, 250]) {
    const end = [{ isIntersecting: true }] as IntersectionObserverEntry[]
    seen.at(-1)?.(end, {} as IntersectionObserver)
    await Promise.resolve()
    expect(drawn()).toBe(count)
  }
  expect(document.querySelector('tfoot')).toBeNull()
  vi.unstubAllGlobals()
})
