import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { someBeds } from '#test/support/builders.ts'
import { createChosen } from '#web/screens/match/create-chosen.ts'

const candidate = (hospital: string) => ({
  hospital,
  group: 'aznn',
  free: 2,
  usesBoss: false,
  distanceKm: 10,
  roadKm: 12,
  beds: someBeds(hospital),
  freshness: 'fresh' as const,
})
const ranked = (...hospitals: string[]) => hospitals.map(candidate)

function opened(...hospitals: string[]) {
  const [list, setList] = createSignal(ranked(...hospitals))
  const [wanted, setWanted] = createSignal<string>()
  return createRoot((dispose) => ({ ...createChosen(list, wanted), setList, setWanted, dispose }))
}

test('the offer goes to the first, until a person chooses another', () => {
  const { chosen, isPassed, setWanted, dispose } = opened('a', 'b')
  expect([chosen()?.hospital, isPassed()]).toEqual(['a', false])
  setWanted('b')
  expect([chosen()?.hospital, isPassed()]).toEqual(['b', false])
  dispose()
})

test('a changed order does not change to whom the offer goes; it says so', () => {
  const { chosen, isPassed, setList, dispose } = opened('a', 'b')
  setList(ranked('b', 'a'))
  expect([chosen()?.hospital, isPassed()]).toEqual(['a', true])
  dispose()
})

test('a hospital that can no longer be chosen gives way to the first', () => {
  const { chosen, setList, setWanted, dispose } = opened('a', 'b', 'c')
  setWanted('b')
  setList(ranked('c', 'a'))
  expect(chosen()?.hospital).toBe('a')
  setList(ranked('c'))
  expect(chosen()?.hospital).toBe('c')
  setList([])
  expect(chosen()).toBeUndefined()
  dispose()
})
