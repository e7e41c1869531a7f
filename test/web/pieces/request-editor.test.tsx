import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { anId, T0 } from '#test/support/builders.ts'
import { RequestEditor } from '#web/pieces/request/request-editor.tsx'
import { emptyForm, type RequestForm } from '#web/pieces/request/request-form.ts'

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})

afterEach(cleanup)

function open(over: Partial<RequestForm> = {}, isIntensivist = true) {
  const callback = { role: 'Dienstdoend intensivist', phone: '088 5550 100' }
  const start = { transfer: anId(1), reservation: anId(2), bed: 'ic' as const, callback }
  const [form, setForm] = createSignal<RequestForm>({ ...emptyForm(start), ...over })
  const onSend = vi.fn()
  render(() => (
    <RequestEditor
      form={form()}
      change={(patch) => setForm((old) => ({ ...old, ...patch }))}
      from="umc-utrecht"
      isIntensivist={isIntensivist}
      hfno="unknown"
      phase="2a"
      now={T0}
      busy={false}
      onSend={onSend}
    />
  ))
  return { form, onSend }
}

const tap = (question: string, answer: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: question })).getByRole('radio', { name: answer }))
const type = (label: string, text: string) => {
  const field = screen.getByLabelText(label)
  fireEvent.input(field, { target: { value: text } })
  fireEvent.blur(field)
  return field
}
const send = () => fireEvent.submit(screen.getByRole('button', { name: /Verstuur aanvraag/ }))

test('sending too early names what is missing and leads there; nothing is sent', () => {
  const { onSend } = open()
  send()
  const summary = screen.getByRole('region', { name: /Nog \d+ antwoorden nodig/ })
  expect(summary).toBe(document.activeElement)
  fireEvent.click(within(summary).getByRole('link', { name: 'Leeftijd' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Leeftijd'))
  expect(screen.getByLabelText('Leeftijd').getAttribute('aria-invalid')).toBe('true')
  expect(onSend).not.toHaveBeenCalled()
})

test('a figure outside the hard bounds says the bounds, when the field is left and not before', () => {
  open()
  const field = screen.getByLabelText('Gewicht')
  fireEvent.input(field, { target: { value: '400' } })
  expect(screen.queryByText(/Kan alleen van/)).toBeNull()
  fireEvent.blur(field)
  expect(screen.getByText('Kan alleen van 20 tot en met 350 kg.')).toBeTruthy()
})

test('a figure outside the soft bounds is asked once, and again when it changes', () => {
  open()
  type('Gewicht', '210')
  expect(screen.getByRole('status').textContent).toContain('210 kg is ongewoon. Klopt dit?')
  fireEvent.click(screen.getByRole('button', { name: 'Ja, 210 kg klopt' }))
  expect(screen.queryByText(/ongewoon/)).toBeNull()
  type('Gewicht', '215')
  expect(screen.getByText(/215 kg is ongewoon/)).toBeTruthy()
})

test('0,6 as FiO₂ becomes 60 % by one press', () => {
  const { form } = open({ support: 'invasive' })
  const field = type('FiO₂', '0,6')
  fireEvent.click(screen.getByRole('button', { name: 'Ja, 60%' }))
  expect(form().figures.fio2).toBe(60)
  expect(field).toHaveProperty('value', '60')
})

test('younger than 16 says whom to call', () => {
  open()
  type('Leeftijd', '15')
  expect(screen.getByText(/bel de PICU/)).toBeTruthy()
})

test('conditional fields open in place and come back as they were', () => {
  open()
  expect(screen.queryByLabelText('Flow')).toBeNull()
  tap('Ondersteuning', 'HFNO')
  type('Flow', '50')
  tap('Ondersteuning', 'Geen ondersteuning')
  expect(screen.queryByLabelText('Flow')).toBeNull()
  tap('Ondersteuning', 'HFNO')
  expect(screen.getByLabelText('Flow')).toHaveProperty('value', '50')
})

test('who is no intensivist reads why there is no escort to ask for', () => {
  open({}, false)
  expect(screen.queryByRole('group', { name: 'Begeleid vervoer' })).toBeNull()
  expect(screen.getByText(/kan alleen een intensivist indiceren/)).toBeTruthy()
})

test('an intensivist is asked for the criteria', () => {
  open()
  tap('Begeleid vervoer', 'Ja')
  expect(screen.getByRole('checkbox', { name: /Beademing stabiel/ })).toBeTruthy()
  expect(screen.getByLabelText(/^Begeleider: functie/)).toBeTruthy()
  expect(screen.getByLabelText(/^Begeleider: telefoon/)).toBeTruthy()
})

test('what R3 does not meet is shown and stops nobody', () => {
  const figures = {
    age: 63,
    weight: 84,
    fio2: 55,
    peep: 10,
    minuteVolume: 9.5,
    spo2: 93,
    breathingRate: 22,
    map: 72,
  }
  const { onSend } = open({
    urgency: 'planned',
    admissionReason: 'other',
    figures,
    sex: 'm',
    isolation: 'airborne',
    frail: false,
    treatmentLimits: 'full',
    support: 'invasive',
    vasoactive: 'stable',
    trend: 'stable',
    avpu: 'unresponsive',
    familyInformed: true,
  })
  expect(screen.getByText('Voldoet niet aan de criteria')).toBeTruthy()
  send()
  expect(onSend).toHaveBeenCalledOnce()
})
