import { render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { Age } from '#web/parts/age.tsx'
import { Bar, MarkerBar } from '#web/parts/bar.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { STATES, StateMark } from '#web/parts/state-mark.tsx'
import { Timeline } from '#web/parts/timeline.tsx'

test('each state has a word, a shape of its own and a colour of its own', () => {
  render(() => STATES.map((state) => <StateMark state={state} />))
  const shapes = [...document.querySelectorAll('svg')].map((svg) => svg.innerHTML)
  expect(new Set(shapes).size).toBe(STATES.length)
  for (const word of ['Wacht', 'Aan zet', 'Onderweg', 'Klaar', 'Gestopt', 'Verouderd'])
    expect(screen.getByText(word).closest('[data-state]')).toBeTruthy()
})

test('an age grows with the clock it is given, and past its limit it is marked as old', () => {
  const at = Date.parse('2026-11-21T13:00:00Z')
  const [now, setNow] = createSignal(at + 5 * 60_000)
  render(() => <Age at={at} now={now()} limit={10 * 60_000} />)
  const age = screen.getByText('5 min geleden')
  expect(age.getAttribute('datetime')).toBe('2026-11-21T13:00:00.000Z')
  expect(age.getAttribute('data-state')).toBeNull()
  setNow(at + 11 * 60_000)
  expect(age.textContent).toContain('11 min geleden')
  expect(age.getAttribute('data-state')).toBe('old')
  expect(age.querySelector('svg')).toBeTruthy()
})

test('a bar says its value in words and never more than its limit in figures', () => {
  render(() => <Bar value={45} max={30} label="Verifiëren" valueText="45 van 30 min" />)
  const bar = screen.getByRole('progressbar', { name: 'Verifiëren' })
  expect(bar.getAttribute('aria-valuetext')).toBe('45 van 30 min')
  expect(bar.getAttribute('aria-valuenow')).toBe('30')
  expect(bar.style.getPropertyValue('--bar-fill')).toBe('100%')
})

test('two figures stand on one scale', () => {
  render(() => <MarkerBar value={6} marker={9} max={12} label="Belasting" valueText="3 onder aandeel" />)
  const bar = screen.getByRole('img', { name: 'Belasting: 3 onder aandeel' })
  expect(bar.style.getPropertyValue('--bar-fill')).toBe('50%')
  expect(bar.style.getPropertyValue('--bar-marker')).toBe('75%')
})

test('nothing there and not loaded are told apart; only the second is an alert', () => {
  render(() => <Empty kind="nothing" title="Geen verzoeken" />)
  expect(screen.queryByRole('alert')).toBeNull()
  render(() => <Empty kind="failed" title="Niet geladen" />)
  expect(screen.getByRole('alert').textContent).toContain('Niet geladen')
})

test('loading is said, not only drawn', () => {
  render(() => <Loading rows={3} />)
  expect(screen.getByRole('status').textContent).toBe('Bezig met laden')
})

test('a notice speaks only when told to', () => {
  render(() => <Notice kind="warn" title="Verouderd" />)
  expect(screen.queryByRole('status')).toBeNull()
  render(() => <Notice kind="stop" title="Gestopt" live="assertive" />)
  expect(screen.getByRole('alert').textContent).toContain('Gestopt')
})

test('the timeline tells what happened, whose turn it is and what is to come', () => {
  render(() => (
    <Timeline
      label="Verloop"
      steps={[
        { state: 'past', time: '13:41', entered: 'ingevoerd 14:01', act: 'Ingediend', actor: 'Isala' },
        { state: 'now', time: '14:02', act: 'Verifiëren' },
        { state: 'future', time: '15:00–16:00', act: 'Vertrek' },
      ]}
    />
  ))
  const steps = screen.getAllByRole('listitem')
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, 'step', null])
  expect(steps[0]?.textContent).toContain('ingevoerd 14:01')
  expect(steps.map((step) => step.querySelector('.visually-hidden')?.textContent?.trim())).toEqual([
    'gebeurd:',
    'nu:',
    'komt nog:',
  ])
})
