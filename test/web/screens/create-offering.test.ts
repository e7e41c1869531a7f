import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Payload } from '#shared/wire/command.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { aTransfer, T0 } from '#test/support/builders.ts'
import { createOffering } from '#web/screens/match/create-offering.ts'

const nobodyHere: MatchView = {
  ...{ phase: '2d', level: 'national', coordinator: 'lcps', error: null, candidates: [], excluded: {} },
  ...{ share: [], origin: null, regionFree: { free: 0, freeInclBoss: 0, reportedAt: null }, at: T0 },
  ...{ eligibility: { eligible: true, notMet: [], missing: [] }, abroad: null },
}
const partner = (icBeds: number | null, taken: number) => ({
  ...{ id: 'aachen', name: 'Klinikum Aachen', city: 'Aachen', country: 'DE', lat: 50.776, lon: 6.043 },
  ...{ nearBorder: true, icBeds, taken, contact: null, declined: false },
  ...{ distanceKm: 90, roadKm: 115, minutes: { micu: 92, ambulance: 78 } },
})

function chosenAbroad(icBeds: number | null, taken: number) {
  const sent: unknown[] = []
  const acting = {
    run: async (_: string, payload: Payload<'transfer.offer'> | object) => sent.push(payload) > 0,
    busy: () => false,
    isUnderWay: () => false,
    stopped: () => undefined,
    forget: () => undefined,
  }
  const match = { ...nobodyHere, abroad: [partner(icBeds, taken)] }
  return createRoot((dispose) => {
    const offering = createOffering({ transfer: aTransfer(), match, acting }, () => true)
    offering.choose('aachen')
    return { offering, sent, dispose }
  })
}

test.each([
  { agreed: 6, taken: 5, asks: false },
  { agreed: 6, taken: 6, asks: true },
  { agreed: 6, taken: 9, asks: true },
  { agreed: null, taken: 9, asks: false },
])('abroad, $taken taken of $agreed agreed: asks why is $asks', async ({ agreed, taken, asks }) => {
  const { offering, sent, dispose } = chosenAbroad(agreed, taken)
  expect([offering.isBeyond(), offering.needsReason()]).toEqual([asks, asks])
  await offering.offer()
  expect(sent).toHaveLength(asks ? 0 : 1)
  if (asks) {
    offering.say('neemt er één meer')
    await offering.offer()
    expect(sent).toMatchObject([{ hospital: 'aachen', reason: 'neemt er één meer' }])
  }
  dispose()
})
