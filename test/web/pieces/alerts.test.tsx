import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Alert } from '#shared/alerts/alert.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import type { Escalation } from '#shared/transfers/transfer.ts'
import { anId, aTransfer, places, plus, T0 } from '#test/support/builders.ts'
import { AlertLine } from '#web/pieces/alerts/alert-line.tsx'
import { nextWords } from '#web/pieces/alerts/alert-words.ts'
import { escalationWords } from '#web/pieces/transfers/escalation-words.ts'

afterEach(cleanup)

const alert = (over: Partial<Alert> = {}): Alert => ({
  id: anId(70),
  rev: 1,
  transfer: anId(1),
  act: 'acknowledge',
  kind: 'planned',
  who: 'receiver',
  org: places.to,
  reservation: anId(2),
  state: 'raised',
  raisedAt: T0,
  level: 0,
  above: null,
  dueAt: plus(30),
  acknowledged: null,
  ...over,
})
const offered = aTransfer({ state: 'offered', to: places.to, toRegion: places.toRegion })

describe('a line of the alerts', () => {
  it('says of whom, what, how far, what happens by itself, and takes one answer', () => {
    const answered = vi.fn()
    render(() => (
      <AlertLine
        alert={alert({ level: 2, above: { who: 'rcps', org: places.toRegion } })}
        transfer={offered}
        now={plus(8)}
        href="/aanbod/x"
        onAcknowledge={answered}
      />
    ))
    expect(screen.getByText('Radboudumc Nijmegen moet het aanbod openen')).toBeTruthy()
    expect(screen.getByText(/^Geëscaleerd naar RCPS/)).toBeTruthy()
    expect(screen.getByText('K7Q-3TB')).toBeTruthy()
    expect(screen.getByText(/het aanbod vervalt om 11:30/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open overplaatsing K7Q-3TB' }).getAttribute('href')).toBe(
      '/aanbod/x',
    )
    screen.getByRole('button', { name: 'Bevestig melding' }).click()
    expect(answered).toHaveBeenCalledTimes(1)
  })

  it('has no answer to give where it is acknowledged, and says by whom', () => {
    const acknowledged = { role: 'bed-desk', org: places.to, at: plus(3) } as const
    render(() => (
      <AlertLine
        alert={alert({ state: 'acknowledged', acknowledged })}
        transfer={offered}
        now={plus(8)}
        href="/"
      />
    ))
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText(/bevestigd 11:03 door Radboudumc Nijmegen/)).toBeTruthy()
  })

  it('says where it goes next: the deputy, the coordinator, nowhere', () => {
    expect(nextWords(alert(), offered, T0)).toBe('gaat om 11:30 verder naar de plaatsvervanger')
    expect(nextWords(alert({ level: 1 }), offered, T0)).toMatch(/verder naar RCPS/)
    expect(nextWords(alert({ dueAt: null }), offered, T0)).toBeUndefined()
  })
})

describe('how far it went, under who acts now', () => {
  const escalation: Escalation = {
    act: 'acknowledge',
    level: 1,
    to: { who: 'receiver', org: places.to },
    at: plus(30),
    acknowledged: null,
  }
  const words = (row: Escalation | null) => escalationWords(row, actsNow(offered, null), plus(40))
  it('names the deputy or the coordinator, and who took it up', () => {
    expect(words(escalation)).toEqual(['Geëscaleerd naar de plaatsvervanger van Radboudumc Nijmegen, 11:30'])
    const above = { level: 2, to: { who: 'rcps', org: places.toRegion } } as const
    const taken = { acknowledged: { role: 'rcps', org: places.toRegion, at: plus(35) } } as const
    const [went, by] = words({ ...escalation, ...above, ...taken })
    expect(went).toMatch(/^Geëscaleerd naar RCPS .*, 11:30$/)
    expect(by).toMatch(/^RCPS .* heeft het opgepakt, 11:35$/)
  })

  it('says nothing of a turn that has passed', () => {
    expect(words(null)).toEqual([])
    expect(words({ ...escalation, act: 'confirm' })).toEqual([])
  })
})
