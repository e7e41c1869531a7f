import { describe, expect, it } from 'vitest'
import { decidePurge, type PurgeFacts } from '#shared/retention/decide-purge.ts'
import { TRANSFER_STATES } from '#shared/transfers/transfer.ts'
import { aTransfer, places, plus, T0 } from '#test/support/builders.ts'

const HOUR = 60
const DAY = 24 * HOUR
const both = [places.from, places.to]
const facts = (over: Partial<PurgeFacts> = {}, row: Parameters<typeof aTransfer>[0] = {}): PurgeFacts => ({
  transfer: aTransfer({ state: 'closed', to: places.to, since: T0, ...row }),
  hasClinical: true,
  takenOverBy: both,
  isHeld: false,
  ...over,
})

describe('what of an ended transfer is to go', () => {
  it.each([
    ['a minute before 72 hours nothing', facts(), 72 * HOUR - 1, 'keep'],
    ['at 72 hours the clinical fields, both letters taken over', facts(), 72 * HOUR, 'clinical'],
    ['a letter not taken over is waited for', facts({ takenOverBy: [places.from] }), 72 * HOUR, 'remind'],
    ['until 14 days', facts({ takenOverBy: [] }), 14 * DAY - 1, 'remind'],
    ['and not longer', facts({ takenOverBy: [] }), 14 * DAY, 'clinical'],
    [
      'another hospital’s print counts for none',
      facts({ takenOverBy: ['lumc-leiden'] }),
      80 * HOUR,
      'remind',
    ],
    ['what is gone is not waited for', facts({ hasClinical: false, takenOverBy: [] }), 80 * HOUR, 'keep'],
    [
      'a cancelled one has no letter',
      facts({ takenOverBy: [] }, { state: 'withdrawn' }),
      72 * HOUR,
      'clinical',
    ],
    ['arrived is over, closed or not', facts({}, { state: 'arrived' }), 72 * HOUR, 'clinical'],
    ['all of it after 90 days', facts({ hasClinical: false }), 90 * DAY, 'timeline'],
    ['not a minute earlier', facts({ hasClinical: false }), 90 * DAY - 1, 'keep'],
    ['a legal hold keeps everything', facts({ isHeld: true }), 400 * DAY, 'keep'],
  ] as const)('%s', (_, given, minutes, expected) => {
    expect(decidePurge(given, plus(minutes))).toBe(expected)
  })

  it('nothing of one that is still under way, however old', () => {
    for (const state of TRANSFER_STATES) {
      const over = ['closed', 'withdrawn', 'rejected', 'solved-elsewhere', 'deceased', 'arrived'].includes(
        state,
      )
      expect(decidePurge(facts({}, { state }), plus(400 * DAY)), state).toBe(over ? 'timeline' : 'keep')
    }
  })
})
