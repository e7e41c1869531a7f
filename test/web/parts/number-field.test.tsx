import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'

import '#test/support/web-setup.ts'

import { NumberField } from '#web/parts/number-field.tsx'
import { readNumber, writeNumber } from '#web/parts/read-number.ts'

test.each([
  ['12', 12],
  ['12,5', 12.5],
  ['12.5', 12.5],
  [' 0,21 ', 0.21],
  [',5', 0.5],
  ['3,', 3],
  ['-2', -2],
  ['', undefined],
  ['twaalf', undefined],
  ['1.2.3', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
])('%j is read as %j', (text, value) => {
  expect(readNumber(text)).toBe(value)
})

test('a number is written in the language of the screen, without grouping', () => {
  expect(writeNumber(1234.5, 'nl-NL')).toBe('1234,5')
  expect(writeNumber(undefined, 'nl-NL')).toBe('')
})

function field(start?: number) {
  const [value, setValue] = createSignal<number | undefined>(start)
  const told = vi.fn((next: number | undefined, _text: string) => setValue(next))
  render(() => <NumberField label="Flow" unit="L/min" value={value()} onChange={told} />)
  return { control: screen.getByLabelText<HTMLInputElement>('Flow'), value, setValue, told }
}

test('what is typed stays as typed while the caller holds the number', () => {
  const { control, value } = field()
  fireEvent.input(control, { target: { value: '0,' } })
  expect([control.value, value()]).toEqual(['0,', 0])
  fireEvent.input(control, { target: { value: '0.40' } })
  expect([control.value, value()]).toEqual(['0.40', 0.4])
})

test('a value from outside replaces the text', () => {
  const { control, setValue } = field(40)
  expect(control.value).toBe('40')
  setValue(37.5)
  expect(control.value).toBe('37,5')
  setValue(undefined)
  expect(control.value).toBe('')
})

test('what is no number is told with its text, kept, and explained on leaving', () => {
  const { control, told } = field()
  fireEvent.input(control, { target: { value: 'veel' } })
  expect(told).toHaveBeenLastCalledWith(undefined, 'veel')
  expect(screen.queryByText(/geen getal/)).toBeNull()
  fireEvent.blur(control)
  expect(control.value).toBe('veel')
  expect(screen.getByText(/geen getal/)).toBeTruthy()
  expect(control.getAttribute('aria-invalid')).toBe('true')
})

test('it brings up the decimal keys', () => {
  expect(field().control.getAttribute('inputmode')).toBe('decimal')
})
