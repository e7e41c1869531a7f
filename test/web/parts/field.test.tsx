import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'

import '#test/support/web-setup.ts'

import { Select } from '#web/parts/select.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { TextField } from '#web/parts/text-field.tsx'

const describedBy = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim())

test('hint and error are tied to the control, and the error makes it invalid', () => {
  const [error, setError] = createSignal<string>()
  render(() => (
    <TextField label="Terugbelnummer" hint="Geen naam." error={error()} value="" onChange={() => undefined} />
  ))
  const control = screen.getByLabelText('Terugbelnummer')
  expect(describedBy(control)).toEqual(['Geen naam.'])
  expect(control.getAttribute('aria-invalid')).toBeNull()
  setError('Vul een nummer in.')
  expect(describedBy(control)).toEqual(['Geen naam.', 'Vul een nummer in.'])
  expect(control.getAttribute('aria-invalid')).toBe('true')
})

test('typing tells the new text', () => {
  const typed = vi.fn()
  render(() => <TextField label="Code" value="" onChange={typed} />)
  fireEvent.input(screen.getByLabelText('Code'), { target: { value: 'K7Q' } })
  expect(typed).toHaveBeenCalledWith('K7Q')
})

test('a field that may stay empty says so in its label', () => {
  render(() => <TextField label="Toelichting" optional value="" onChange={() => undefined} />)
  expect(screen.getByLabelText(/mag leeg blijven/)).toBeTruthy()
})

test('the counter counts down, then counts over; nothing is cut', () => {
  const [text, setText] = createSignal('abc')
  render(() => <TextArea label="Toelichting" limit={4} value={text()} onChange={setText} />)
  expect(screen.getByText('nog 1 teken')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('Toelichting'), { target: { value: 'abcdef' } })
  expect(text()).toBe('abcdef')
  expect(describedBy(screen.getByLabelText('Toelichting'))).toEqual(['2 tekens te veel'])
})

test('a select offers its placeholder until something is chosen', () => {
  const [value, setValue] = createSignal<'a' | 'b'>()
  render(() => (
    <Select
      label="Ziekenhuis"
      placeholder="Kies"
      value={value()}
      onChange={setValue}
      options={[
        { group: 'Regio', options: [{ value: 'a', label: 'Isala' }] },
        { value: 'b', label: 'UMC Utrecht' },
      ]}
    />
  ))
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Ziekenhuis' }).value).toBe('')
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'b' } })
  expect(value()).toBe('b')
  expect(screen.queryByText('Kies')).toBeNull()
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('b')
})
