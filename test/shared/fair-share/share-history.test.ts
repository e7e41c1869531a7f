import { describe, expect, it } from 'vitest'
import { fairShare } from '#shared/fair-share/fair-share.ts'
import { shareHistory } from '#shared/fair-share/share-history.ts'
import { presentByGroup } from '#shared/matching/match-facts.ts'
import { bedsDay } from '#shared/reports/beds-day.ts'
import { someBeds, T0 } from '#test/support/builders.ts'

const first = [someBeds('umc-utrecht', 'ic', { crisis: 20 }), someBeds('radboudumc', 'ic', { crisis: 8 })]
const second = [someBeds('umc-utrecht', 'ic', { crisis: 10 }), someBeds('radboudumc', 'ic', { crisis: 18 })]

describe('shareHistory', () => {
  const days = [
    ...bedsDay(first, '2026-11-19', T0, { ic: {}, ward: {} }),
    ...bedsDay(second, '2026-11-20', T0, { ic: { exempt: ['azo'] }, ward: {} }),
  ]
  const history = shareHistory(days)

  it('has the latest day first, and says of each day what R7 said of its figures', () => {
    expect(history.filter(({ bed }) => bed === 'ic').map(({ day }) => day)).toEqual([
      '2026-11-20',
      '2026-11-19',
    ])
    const then = history.find(({ day, bed }) => day === '2026-11-19' && bed === 'ic')
    const ruled = fairShare({ current: presentByGroup(first, 'ic') })
    expect(Object.fromEntries((then?.groups ?? []).map((one) => [one.group, one.deficit]))).toEqual(
      ruled.deficit,
    )
  })

  it('knows who was exempt on that day', () => {
    const azo = (day: string) =>
      history.find((one) => one.day === day && one.bed === 'ic')?.groups.find(({ group }) => group === 'azo')
    expect(azo('2026-11-20')).toMatchObject({ present: 18, target: null, deficit: null })
    expect(azo('2026-11-19')?.target).not.toBeNull()
  })
})
