// Stories beside the line of a transfer: told among the others in test/shared/wire/stories.test.ts.
import { expect, it } from 'vitest'
import { SYSTEM } from '#shared/access/parties.ts'
import { aPerson, anId, ids, people, places, plus } from './builders.ts'
import type { Story } from './story.ts'

const { transfer } = ids

export function sideStories(filed: () => Story, end: (story: Story) => Story): void {
  it('wanted movements are published anew, a patient is named for one and taken back', () => {
    const story = filed()
    const pair = { from: places.region, to: places.toRegion, wanted: 2, proposed: 2 }
    const publish = (number: number, day: string, base: number) =>
      story.do(people.lcps, 'wish.publish', { wish: anId(number), day, bed: 'ic', base, pairs: [pair] })
    publish(70, '2026-11-21', 0)
    publish(71, '2026-11-21', 1)
    story.do(people.rcps, 'transfer.name', { transfer, to: places.toRegion })
    expect(story.transfer(transfer)).toMatchObject({ level: 'national', wish: { to: places.toRegion } })
    story.do(people.rcps, 'transfer.unname', { transfer })
    expect(story.transfer(transfer)).toMatchObject({ level: 'national', wish: null })
    story.now = plus(9 * 1440)
    publish(72, '2026-11-30', 0)
    expect([...story.register.values()].map((row) => 'over' in row && row.over)).toEqual([true, true, false])
    end(story)
  })

  it('opened in an emergency by who is no party, for an hour; the timers end it', () => {
    const story = filed()
    const stranger = aPerson('intensivist', places.elsewhere)
    const code = story.transfer(transfer).code
    const opened = () => story.transfer(transfer).emergencies?.map(({ person, until }) => [person, until])
    story.do(stranger, 'emergency.open', { code, reason: 'patiënt staat hier aan de deur' })
    expect(opened()).toEqual([[stranger.id, plus(60)]])
    expect(story.refusal(SYSTEM, 'emergency.end', { transfer }).code).toBe('step.refused')
    expect(story.refusal(stranger, 'transfer.withdraw', { transfer, reason: 'filed-in-error' }).code).toBe(
      'role.refused',
    )
    story.now = plus(60)
    story.do(SYSTEM, 'emergency.end', { transfer })
    expect(opened()).toEqual([])
    end(story)
  })
}
