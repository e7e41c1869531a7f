import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { DateTimeField } from '#web/parts/date-time-field.tsx'

function field() {
  const [value, setValue] = createSignal<Date | undefined>(new Date('2026-11-21T13:10:00Z'))
  render(() => (
    <DateTimeField
      label="Klaar"
      value={value()}
      onChange={setValue}
      quick={[{ label: 'Morgen 08:00', at: '2026-11-22T07:00:00Z' }]}
    />
  ))
  return { value, control: screen.getByLabelText<HTMLInputElement>('Klaar') }
}

test("it shows and reads Amsterdam's clock", () => {
  const { value, control } = field()
  expect(control.value).toBe('2026-11-21T14:10')
  fireEvent.input(control, { target: { value: '2026-07-01T09:00' } })
  expect(value()?.toISOString()).toBe('2026-07-01T07:00:00.000Z')
})

test('a quick choice is one press and is seen to be pressed', () => {
  const { value, control } = field()
  fireEvent.click(screen.getByRole('button', { name: 'Morgen 08:00', pressed: false }))
  expect(value()?.toISOString()).toBe('2026-11-22T07:00:00.000Z')
  expect(control.value).toBe('2026-11-22T08:00')
  expect(screen.getByRole('button', { pressed: true })).toBeTruthy()
})

test('an emptied field gives no moment, on leaving it', () => {
  const { value, control } = field()
  fireEvent.input(control, { target: { value: '' } })
  expect(value()).toBeDefined()
  fireEvent.blur(control)
  expect(value()).toBeUndefined()
})
