import { describe, expect, it } from 'vitest'
import type { PlanRow } from '#shared/wire/plans.ts'
import { loadWords } from '#web/i18n/t.ts'
import { outcomeOf, type PlanRowFacts } from '#web/pieces/plan/plan-outcome.ts'
import { stopCounts, whyHere, whyNowhere } from '#web/pieces/plan/plan-words.ts'
import { anId, aReservation, aTransfer, places, T0 } from '#test/support/builders.ts'

await loadWords()

const row = (over: Partial<PlanRow> = {}): PlanRow => ({
  transfer: anId(1),
  code: 'K7Q3TB',
  from: places.from,
  kind: 'planned',
  offer: anId(2),
  hospital: places.to,
  was: null,
  change: 'new',
  why: 'placed',
  of: 41,
  rank: 3,
  distanceKm: 52.4,
  usesBoss: false,
  above: { 'used-up': 1, farther: 4 },
  counts: {},
  unmet: [],
  ...over,
})
const facts = (over: Partial<PlanRowFacts> = {}): PlanRowFacts => ({
  transfer: aTransfer({ level: 'national' }),
  reservation: undefined,
  sent: undefined,
  stopped: undefined,
  person: 'lcps@nl',
  ...over,
})

describe('an assignment of the plan', () => {
  it('can be offered while its request waits at the nation, free and meeting the criteria', () => {
    expect(outcomeOf(row(), facts())).toMatchObject({ label: 'Nieuw', mayOffer: true })
  })

  it.each<[string, Partial<PlanRow>, Partial<PlanRowFacts>, string]>([
    ['is on its way', {}, { sent: { state: 'waiting', refusal: null } }, 'In wachtrij'],
    ['was offered', {}, { reservation: aReservation() }, 'Aangeboden'],
    [
      'was declined',
      {},
      { reservation: aReservation({ state: 'declined', declineReason: 'no-staff' }) },
      'Afgewezen',
    ],
    [
      'was refused by the server',
      {},
      { sent: { state: 'refused', refusal: { code: 'hospital.excluded', reasons: ['full'] } } },
      'Niet aangeboden',
    ],
    ['is gone from sight', {}, { transfer: null }, 'Niet meer te plannen'],
    ['went back to its region', {}, { transfer: aTransfer() }, 'Niet meer te plannen'],
    [
      'is in a colleague’s hands',
      {},
      {
        transfer: aTransfer({
          level: 'national',
          claim: { person: 'lcps-deputy@nl', role: 'lcps', org: 'nl', at: T0 },
        }),
      },
      'Collega bezig',
    ],
    [
      'does not meet the criteria',
      { unmet: ['patient-or-family-informed'] },
      {},
      'Bied aan vanuit de match, met een reden',
    ],
  ])('cannot when it %s', (_, over, known, label) => {
    const outcome = outcomeOf(row(over), facts(known))
    expect(outcome).toMatchObject({ label, mayOffer: false })
  })

  it('says why there, and what stops the ones before it', () => {
    expect(whyHere(row())).toBe('3e keus van 41; hoger: 4 verder weg, 1 vol door dit plan')
    expect(whyHere(row({ rank: 1, above: {}, usesBoss: true }))).toBe('eerste keus van 41; op een BOSS-bed')
  })

  it('says why nowhere, with every reason counted', () => {
    const nowhere = row({
      hospital: null,
      rank: null,
      why: 'no-candidates',
      counts: {
        full: { hospitals: 68, alone: 60 },
        'no-isolation': { hospitals: 9, alone: 4 },
        origin: { hospitals: 1, alone: 1 },
      },
    })
    expect(whyNowhere(nowhere)).toBe('Geen enkel ziekenhuis met een vrij bed en een isolatiekamer.')
    expect(stopCounts(nowhere)).toBe('68 vol · 9 geen isolatiekamer')
    expect(whyNowhere(row({ why: 'nation-closed' }))).toContain('in deze fase niet gezocht')
  })
})
