import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'

import type { PlanFailure, PlanJob } from '#shared/wire/plans.ts'
import { loadWords } from '#web/i18n/t.ts'
import { PlanEnded } from '#web/screens/plan/plan-ended.tsx'
import { PlanProgress } from '#web/screens/plan/plan-progress.tsx'
import { anId, T0 } from '#test/support/builders.ts'

beforeAll(loadWords)
afterEach(cleanup)

const job = (over: Partial<PlanJob>): PlanJob => ({
  ...{ id: anId(1), bed: 'ic', state: 'running', stage: 'sharing', ahead: 0, asked: T0, started: T0 },
  ...{ ended: null, limitSeconds: 30, failure: null, whatIf: null },
  ...over,
})

test('a plan being made says where it is, and can be taken back', () => {
  const cancel = vi.fn()
  render(() => <PlanProgress job={job({})} onCancel={cancel} />)
  expect(screen.getByRole('status').textContent).toContain('Verdeelt naar aandeel en afstand')
  fireEvent.click(screen.getByRole('button', { name: 'Annuleer' }))
  expect(cancel).toHaveBeenCalledOnce()
})

test('one that waits its turn says how many go before it', () => {
  render(() => (
    <PlanProgress job={job({ state: 'queued', stage: null, ahead: 2 })} onCancel={() => undefined} />
  ))
  expect(screen.getByRole('status').textContent).toContain('In de wachtrij, 2 plannen gaan voor')
})

test.each<[PlanFailure, string]>([
  ['time-limit', 'Geen nieuw plan: de tijd was om'],
  ['solver-stopped', 'Geen nieuw plan: de rekenmachine stopte'],
  ['answer-wrong', 'Geen nieuw plan: de uitkomst klopte niet bij controle'],
  ['thread-failed', 'Geen nieuw plan: het rekenen liep vast'],
  ['server-stopped', 'Geen nieuw plan: de server stopte onder het rekenen'],
])('no plan for %s says so, and that the last one stands', (failure, words) => {
  const failed = job({ state: 'failed', failure })
  render(() => <PlanEnded job={failed} trouble={undefined} hasLast />)
  expect(screen.getByText(words)).toBeTruthy()
  expect(screen.getByText(/Het vorige plan staat hieronder, onveranderd/)).toBeTruthy()
  cleanup()
  render(() => <PlanEnded job={failed} trouble={undefined} hasLast={false} />)
  expect(screen.getByText(/Er is nog geen eerder plan/)).toBeTruthy()
})

test('one taken back, and one that could not be asked, leave the last one too', () => {
  render(() => <PlanEnded job={job({ state: 'cancelled' })} trouble={undefined} hasLast />)
  expect(screen.getByText('U annuleerde het rekenen')).toBeTruthy()
  cleanup()
  render(() => <PlanEnded job={undefined} trouble={{ outage: 'offline' }} hasLast />)
  expect(screen.getByText('Er is geen nieuw plan gevraagd')).toBeTruthy()
  expect(screen.getByText(/Het vorige plan staat hieronder/)).toBeTruthy()
})
