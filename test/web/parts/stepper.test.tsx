import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { Stepper } from '#web/parts/stepper.tsx'

function stepper(start: number, more: { min?: number; max?: number; was?: string } = {}) {
  const [value, setValue] = createSignal(start)
  render(() => <Stepper label="IC vrij" value={value()} onChange={setValue} {...more} />)
  return { value, figure: screen.getByRole<HTMLInputElement>('spinbutton') }
}

test('one press is one step, and a step stops at the bounds', () => {
  const { value } = stepper(1, { max: 2 })
  fireEvent.click(screen.getByRole('button', { name: 'Meer: IC vrij' }))
  fireEvent.click(screen.getByRole('button', { name: 'Meer: IC vrij' }))
  expect(value()).toBe(2)
  for (let presses = 0; presses < 4; presses++)
    fireEvent.click(screen.getByRole('button', { name: 'Minder: IC vrij' }))
  expect(value()).toBe(0)
  expect(screen.getByRole('button', { name: 'Minder: IC vrij' }).getAttribute('aria-disabled')).toBe('true')
})

test('the arrow keys step too', () => {
  const { value, figure } = stepper(4)
  fireEvent.keyDown(figure, { key: 'ArrowUp' })
  fireEvent.keyDown(figure, { key: 'ArrowUp' })
  fireEvent.keyDown(figure, { key: 'ArrowDown' })
  expect(value()).toBe(5)
  expect(figure.getAttribute('aria-valuenow')).toBe('5')
})

test('a figure can be typed; an emptied one changes nothing and comes back on leaving', () => {
  const { value, figure } = stepper(4)
  fireEvent.input(figure, { target: { value: '12' } })
  expect(value()).toBe(12)
  fireEvent.input(figure, { target: { value: '' } })
  expect([value(), figure.value]).toEqual([12, ''])
  fireEvent.blur(figure)
  expect(figure.value).toBe('12')
})

test('a figure beyond the bounds is brought back to them', () => {
  const { value, figure } = stepper(4, { max: 60 })
  fireEvent.input(figure, { target: { value: '600' } })
  fireEvent.blur(figure)
  expect([value(), figure.value]).toEqual([60, '60'])
})

test('a changed figure says what it was', () => {
  const { figure } = stepper(4, { was: 'was 3' })
  const id = figure.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(id)?.textContent).toBe('was 3')
})
