import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TransportView } from '#shared/wire/reads.ts'
import { aClinical, aTransfer, places, plus, T0 } from '#test/support/builders.ts'
import { emptyPlan, type PlanDraft } from '#web/pieces/transport/plan-draft.ts'
import { RidePlanForm } from '#web/pieces/rides/ride-plan-form.tsx'

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(cleanup)

const micu = (id: string, org: string, distanceKm: number) =>
  ({ id, kind: 'micu', name: id, org, distanceKm, busy: null }) as const
const view: TransportView = {
  allowed: ['micu'],
  excluded: { ambulance: ['ic-patient', 'ventilated'] },
  distanceKm: 60,
  roadKm: 72,
  minutes: { micu: 66, ambulance: 55 },
  vehicles: [micu('MICU A', places.desk, 4), micu('MICU B', 'micu-radboudumc', 60)],
  hfnoNext: null,
  at: T0,
}
/** Confirmed at 11:00: may drive until midnight. */
const window = { basis: 'same-day', from: T0, until: '2026-11-21T23:00:00.000Z' } as const

function plan(start: Partial<PlanDraft> = {}) {
  const [answer, setAnswer] = createSignal(view)
  const [draft, setDraft] = createSignal<PlanDraft>({ ...emptyPlan(), ...start })
  const onPlan = vi.fn()
  render(() => (
    <RidePlanForm
      transfer={aTransfer({ state: 'reserved', to: places.to, window, desks: [places.desk] })}
      clinical={aClinical()}
      view={answer()}
      own={[places.desk]}
      draft={draft()}
      onDraft={setDraft}
      takenAt={(vehicle, departAt) =>
        vehicle === 'MICU A' && departAt < plus(200) ? { until: plus(170), next: plus(200) } : null
      }
      refused={undefined}
      onSeen={() => undefined}
      now={T0}
      busy={false}
      onPlan={onPlan}
    />
  ))
  return { draft, onPlan, setAnswer }
}
const send = () => fireEvent.submit(screen.getByRole('button', { name: 'Plan de rit' }))
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }))

test('planning too early leads to what is missing; typing on never takes the focus away', () => {
  const { onPlan } = plan()
  send()
  expect(screen.getByRole('region', { name: 'Nog 2 antwoorden nodig' })).toBe(document.activeElement)
  const gms = screen.getByLabelText(/GMS-nummer/)
  gms.focus()
  fireEvent.input(gms, { target: { value: '12 34' } })
  expect(document.activeElement).toBe(gms)
  expect(gms.getAttribute('aria-invalid')).toBe('true')
  expect(onPlan).not.toHaveBeenCalled()
})

test('a taken vehicle is refused with until when, and offers the first departure it can make', () => {
  const { draft, onPlan } = plan({ departAt: plus(10) })
  fireEvent.click(screen.getByRole('radio', { name: /MICU A/ }))
  send()
  expect(screen.getByText(/MICU A is bezet tot 13:50/)).toBeTruthy()
  expect(onPlan).not.toHaveBeenCalled()
  press(/^Vertrek 14:20$/)
  expect(draft().departAt).toBe(plus(200))
  send()
  expect(onPlan).toHaveBeenCalledOnce()
})

test('outside the window it drives only with a reason', () => {
  const { onPlan } = plan({ departAt: '2026-11-22T09:00:00.000Z', vehicle: 'MICU B', choice: 'micu' })
  expect(screen.getByText('Buiten het tijdvak')).toBeTruthy()
  send()
  expect(onPlan).not.toHaveBeenCalled()
  fireEvent.input(screen.getByLabelText('Waarom buiten het tijdvak'), {
    target: { value: 'bed pas dan vrij' },
  })
  send()
  expect(onPlan).toHaveBeenCalledOnce()
})

test('what may not drive says every reason, and the arrival is marked as an estimate', () => {
  plan({ departAt: plus(60), vehicle: 'MICU B', choice: 'micu' })
  const reasons = screen.getByText('niet voor een IC-patiënt; patiënt wordt beademd')
  expect(within(reasons.parentElement as HTMLElement).getByText('Ambulance')).toBeTruthy()
  expect(screen.getByText(/Aankomst rond 13:06: 1 u 6 min rijden\. Schatting/)).toBeTruthy()
})

test('a newer answer says what changed and leaves the focus where it is', () => {
  const { setAnswer } = plan({ departAt: plus(60) })
  const radio = screen.getByRole('radio', { name: /MICU B/ })
  radio.focus()
  setAnswer({ ...view, vehicles: view.vehicles.map((vehicle) => ({ ...vehicle, distanceKm: 7 })) })
  expect(document.activeElement).toBe(radio)
  expect(screen.getByRole('radio', { name: /MICU B.*7 km/ })).toBe(radio)
})
