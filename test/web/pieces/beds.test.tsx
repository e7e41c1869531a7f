import { fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import type { Beds } from '#shared/beds/beds.ts'
import type { Observation } from '#shared/beds/observation.ts'
import { figuresOf } from '#shared/beds/observe.ts'
import '#test/support/web-setup.ts'

import { plus, someBeds, T0 } from '#test/support/builders.ts'
import type { BedEdits } from '#web/pieces/beds/bed-edits.ts'
import { BedEditor } from '#web/pieces/beds/bed-editor.tsx'
import { BedHistory } from '#web/pieces/beds/bed-history.tsx'
import { BedTrend, countedPoints } from '#web/pieces/beds/bed-trend.tsx'

const HOUR = 60
const row = someBeds('umc-utrecht', 'ic', { operational: 20, occupied: 12, crisis: 4, boss: 2, reserved: 1 })

function edit(beds: Beds) {
  const [edits, setEdits] = createSignal<BedEdits>({})
  render(() => (
    <BedEditor beds={beds} edits={edits()} now={T0} onEdit={setEdits} onStillRight={() => undefined} />
  ))
  return edits
}
const figure = (name: string) => screen.getByRole('spinbutton', { name })
const more = (name: string) => fireEvent.click(screen.getByRole('button', { name: `Meer: ${name}` }))

test('the figures are prefilled; a nudged one says what it was and what will be free, and nothing of reserved is typed', () => {
  const edits = edit(row)
  expect(figure('Operationeel')).toHaveProperty('value', '20')
  expect(screen.getByText('5')).toBeTruthy()
  more('Bezet')
  expect(edits()).toEqual({ occupied: 13 })
  expect(screen.getByText('was 12')).toBeTruthy()
  expect(screen.getByText('4', { selector: '.free-beds__count' })).toBeTruthy()
  expect(screen.queryByRole('spinbutton', { name: /Gereserveerd/ })).toBeNull()
  expect(screen.getByText(/1 gereserveerd/)).toBeTruthy()
})

test('more of the crisis than are occupied is refused where it is typed', () => {
  edit({ ...row, crisis: 12 })
  more('Waarvan COVID-19')
  expect(screen.getByRole('spinbutton', { name: /COVID-19/ }).getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Hooguit 12: niet meer dan er bezet zijn.')).toBeTruthy()
})

test('old figures say so, with their age and who said them, and ask to be renewed', () => {
  edit({
    ...row,
    source: 'lpz',
    reportedAt: plus(-5 * HOUR),
    observedAt: plus(-5 * HOUR),
    reminded: { level: 'stale', at: T0, rev: 1 },
  })
  expect(screen.getByText(/5 u geleden.*LPZ/)).toBeTruthy()
  expect(screen.getByText(/Laatst gemeld: 5 u geleden.*Klopt alles nog/)).toBeTruthy()
})

test('a feed that says otherwise is shown beside, and its figures are taken over by one press', () => {
  const beside = {
    ...figuresOf({ ...row, occupied: 19 }),
    observedAt: plus(-5),
    reportedAt: plus(-5),
    source: 'lpz' as const,
    feed: 'lpz',
  }
  const edits = edit({ ...row, source: 'desk', beside })
  expect(screen.getByText(/LPZ zegt iets anders: bezet 19/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Neem over' }))
  expect(edits()).toMatchObject({ occupied: 19 })
})

const corrected = (minutes: number): Beds => ({
  ...row,
  operational: 24,
  source: 'correction',
  correction: { reason: 'by-phone', by: { role: 'rcps', org: 'nazmn' }, at: plus(-60), until: plus(minutes) },
  beneath: {
    ...figuresOf(row),
    observedAt: plus(-90),
    reportedAt: plus(-90),
    source: 'desk' as const,
    feed: null,
  },
})

test.each([
  [50, true],
  [300, false],
])(
  'a correction names its reason and what it covers; %i minutes before its end: told %s',
  (minutes, told) => {
    edit(corrected(minutes))
    expect(screen.getByText(/RCPS.*\(telefonisch gehoord\), tot/, { selector: 'strong' })).toBeTruthy()
    expect(screen.getByText(/20 operationeel, 12 bezet, 1 u 30 min geleden/)).toBeTruthy()
    expect(screen.queryByText(/Loopt over 50 min af/) !== null).toBe(told)
  },
)

const line = (minutes: number, occupied: number, became: Observation['became'] = 'current'): Observation => ({
  ...figuresOf({ ...row, occupied }),
  id: row.id,
  source: 'desk',
  feed: null,
  observedAt: plus(minutes),
  reportedAt: plus(minutes),
  became,
  by: { role: 'bed-desk', org: 'umc-utrecht' },
  reason: null,
  until: null,
  note: null,
})

test('the line of two weeks is of what counted, in words too; of one report there is no line', () => {
  const lines = [
    line(-60, 14),
    line(-120, 40, 'beside'),
    line(-3000, 9),
    line(-9000, 99, 'older'),
    line(-25000, 1),
  ]
  expect(countedPoints(lines, Date.parse(plus(-20160))).map(({ value }) => value)).toEqual([9, 14])
  render(() => <BedTrend beds={row} lines={lines} now={T0} />)
  expect(screen.getByRole('img', { name: 'Bezet, twee weken: 9 tot 14, nu 12' })).toBeTruthy()
  render(() => <BedTrend beds={row} lines={lines.slice(0, 2)} now={T0} />)
  expect(screen.getAllByRole('img')).toHaveLength(1)
})

test('the history tells who said what and what became of it; that it could not be loaded is no empty table', () => {
  const shown = (failed: boolean, lines: Observation[] | undefined) =>
    render(() => (
      <BedHistory title="Eerder: IC" lines={lines} failed={failed} now={T0} open onToggle={() => undefined} />
    ))
  const { unmount } = shown(false, [line(-60, 14), line(-120, 40, 'beside')])
  const second = screen.getAllByRole('row').at(-1)
  if (second === undefined) throw new Error('two lines are told')
  expect(within(second).getByText('40')).toBeTruthy()
  expect(within(second).getByText('ernaast gelegd')).toBeTruthy()
  unmount()
  shown(true, undefined)
  expect(screen.getByText('De geschiedenis kon niet worden geladen.')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})
