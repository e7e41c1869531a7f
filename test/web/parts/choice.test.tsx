import { fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { Checks } from '#web/parts/checks.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Toggle } from '#web/parts/toggle.tsx'

const BEDS = [
  { value: 'ic', label: 'IC' },
  { value: 'ward', label: 'Kliniek', hint: 'gewone afdeling' },
] as const

test('a choice is a group of real radios under its question, one of them checked', () => {
  const [bed, setBed] = createSignal<'ic' | 'ward'>()
  render(() => <Choice label="Bed" options={BEDS} value={bed()} onChange={setBed} />)
  const group = within(screen.getByRole('group', { name: 'Bed' }))
  expect(group.getAllByRole('radio').some((radio) => (radio as HTMLInputElement).checked)).toBe(false)
  fireEvent.click(group.getByRole('radio', { name: /Kliniek/ }))
  expect(bed()).toBe('ward')
  expect(group.getByRole('radio', { name: /Kliniek/, checked: true })).toBeTruthy()
})

test('two choices on one screen do not share their radios', () => {
  const Two = () => <Choice label="Bed" options={BEDS} value={undefined} onChange={() => undefined} />
  render(() => [<Two />, <Two />])
  const names = screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).name)
  expect(new Set(names).size).toBe(2)
})

test('the error of a choice is tied to its group', () => {
  render(() => (
    <Choice label="Bed" error="Kies een bed." options={BEDS} value={undefined} onChange={() => undefined} />
  ))
  const id = screen.getByRole('group').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(id)?.textContent).toContain('Kies een bed.')
})

test('checks keep the order of the options, whatever the order of ticking', () => {
  const [value, setValue] = createSignal<('ic' | 'ward')[]>([])
  render(() => <Checks label="Soort" options={BEDS} value={value()} onChange={setValue} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /Kliniek/ }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'IC' }))
  expect(value()).toEqual(['ic', 'ward'])
  fireEvent.click(screen.getByRole('checkbox', { name: 'IC' }))
  expect(value()).toEqual(['ward'])
})

test('a toggle is a switch that says on or off', () => {
  const [on, setOn] = createSignal(false)
  render(() => <Toggle label="Geluid" value={on()} onChange={setOn} />)
  expect(screen.getByText('Uit')).toBeTruthy()
  fireEvent.click(screen.getByRole('switch', { name: 'Geluid' }))
  expect(on()).toBe(true)
  expect(screen.getByText('Aan')).toBeTruthy()
})
