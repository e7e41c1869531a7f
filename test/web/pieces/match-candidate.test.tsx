import { fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal, For } from 'solid-js'
import { expect, test } from 'vitest'

import '#test/support/web-setup.ts'

import { aTransfer, plus, someBeds, T0 } from '#test/support/builders.ts'
import { ExcludedList } from '#web/pieces/matching/excluded-list.tsx'
import { MatchCandidate } from '#web/pieces/matching/match-candidate.tsx'
import { NobodyFound } from '#web/pieces/matching/nobody-found.tsx'
import { ActState, OwnActs } from '#web/pieces/own-acts.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { ShareBar } from '#web/pieces/matching/share-bar.tsx'

const of = (hospital: string, over: object = {}) => ({
  hospital,
  group: 'aznn',
  free: 5,
  usesBoss: false,
  distanceKm: 158.2,
  roadKm: 195,
  beds: someBeds(hospital, 'ic', { operational: 10, occupied: 5, reserved: 0, boss: 0 }),
  freshness: 'fresh' as const,
  ...over,
})

function list(hospitals: string[], urgent = false) {
  const [chosen, setChosen] = createSignal(hospitals[0])
  render(() => (
    <ol>
      <For each={hospitals}>
        {(id) => (
          <MatchCandidate
            candidate={of(id)}
            reasons={['dichtstbij']}
            bar={<ShareBar share={{ group: 'aznn', present: 22, target: 34, deficit: 11.9 }} name="AZNN" />}
            urgent={urgent}
            elsewhere
            group="offer"
            chosen={chosen() === id}
            onChoose={() => setChosen(id)}
            now={T0}
          >
            <p>waarom {id}</p>
          </MatchCandidate>
        )}
      </For>
    </ol>
  ))
  return chosen
}

test('a hospital is one radio that names its beds, its way and its share; the chosen one shows its figures', () => {
  const chosen = list(['umcg-groningen', 'martini-groningen'])
  const [first, second] = screen.getAllByRole('radio')
  expect(first).toHaveProperty('checked', true)
  expect(screen.getByText('waarom umcg-groningen')).toBeTruthy()
  expect(screen.getAllByText('Gereserveerd')).toHaveLength(1)
  const row = screen.getAllByRole('listitem')[1]
  if (!row || !second) throw new Error('two hospitals are listed')
  expect(within(row).getByText('AZNN · 158 km, over de weg 195')).toBeTruthy()
  expect(within(row).getByRole('img').getAttribute('aria-label')).toContain('22 van 34, 12 onder aandeel')
  fireEvent.click(second)
  expect(chosen()).toBe('martini-groningen')
  expect(screen.getByText('waarom martini-groningen')).toBeTruthy()
})

test('the figures of an urgent patient count the safety beds, a planned one does not get them', () => {
  const beds = someBeds('umcg-groningen', 'ic', { operational: 10, occupied: 8, reserved: 0, boss: 1 })
  const show = (urgent: boolean) =>
    render(() => (
      <MatchCandidate
        candidate={of('umcg-groningen', { beds, free: urgent ? 2 : 1 })}
        reasons={[]}
        bar={null}
        urgent={urgent}
        elsewhere={false}
        chosen
        onChoose={() => undefined}
        now={T0}
      />
    ))
  const value = (word: string) => screen.getByText(word).nextElementSibling?.textContent
  const { unmount } = show(true)
  expect([value('Vrij'), value('waarvan BOSS')]).toEqual(['=2', '1'])
  unmount()
  show(false)
  expect([value('Vrij'), value('BOSS')]).toEqual(['=1', '−1'])
})

test.each([
  ['stale', someBeds('umcg-groningen', 'ic', { reportedAt: plus(-300) }), 'ouder dan 4 uur'],
  [
    'fresh',
    someBeds('umcg-groningen', 'ic', { source: 'lpz', feed: 'NAZMN', reportedAt: plus(-25) }),
    '25 min geleden, NAZMN',
  ],
] as const)('%s figures say so before anyone chooses', (freshness, beds, said) => {
  render(() => (
    <MatchCandidate
      candidate={of('umcg-groningen', { beds, freshness })}
      reasons={[]}
      bar={null}
      urgent={false}
      elsewhere={false}
      group="offer"
      chosen={false}
      onChoose={() => undefined}
      now={T0}
    />
  ))
  expect(screen.getByText(said)).toBeTruthy()
})

test('the excluded are counted, grouped by reason and named with all reasons', () => {
  render(() => (
    <ExcludedList
      excluded={{
        'umc-utrecht': ['full', 'origin'],
        'isala-zwolle': ['full'],
        'mst-enschede': ['intake-stop'],
      }}
    />
  ))
  expect(screen.getByText('3 vallen af')).toBeTruthy()
  expect(screen.getByText('2 vol')).toBeTruthy()
  expect(screen.getByText('UMC Utrecht').textContent).toContain('eigen ziekenhuis')
})

const nobody = {
  candidates: [],
  abroad: null,
  share: [],
  origin: null,
  at: T0,
  regionFree: { free: 0, freeInclBoss: 0, reportedAt: null },
}
const eligibility = { eligible: true, notMet: [], missing: [] }

test('a match that finds nobody says why, every way on, and whom to call', () => {
  render(() => (
    <NobodyFound
      match={{
        ...nobody,
        eligibility,
        phase: '1b',
        level: 'none',
        coordinator: 'rcps',
        error: null,
        excluded: { 'isala-zwolle': ['capacity-expired'], 'mst-enschede': ['capacity-expired', 'full'] },
      }}
      transfer={aTransfer({ purpose: 'specialist-care' })}
      handsOver={false}
      handsBack={false}
    />
  ))
  const ways = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(screen.getByText(/in fase 1b wordt hiervoor niet landelijk gezocht/)).toBeTruthy()
  expect(ways.some((way) => way?.includes('Isala Zwolle') && !way.includes('MST'))).toBe(true)
  expect(ways.some((way) => way?.includes('Intensivist, UMC Utrecht'))).toBe(true)
  expect(ways.at(-1)).toBe('Bel het LCPS en overleg.')
  expect(ways.some((way) => way?.startsWith('Draag'))).toBe(false)
})

test('a refusal names its reasons and who came first', () => {
  expect(refusalText({ code: 'hospital.excluded', reasons: ['full', 'no-hfno'] })).toContain(
    '(vol, geen HFNO)',
  )
  const taken = refusalText({ code: 'claim.taken', facts: { role: 'lcps', org: 'nl', at: T0 } })
  expect(taken).toContain('LCPS, 11:00')
})

const act = (id: string, state: 'waiting' | 'received' | 'refused', over: object = {}) => ({
  id,
  name: 'reservation.confirm' as const,
  state,
  createdAt: T0,
  receivedAt: state === 'received' ? T0 : null,
  lastError: null,
  refusal: null,
  ...over,
})

test('own acts: all that wait or were refused, of what arrived only the last; a refusal goes when it is seen', () => {
  const seen: string[] = []
  render(() => (
    <OwnActs
      entries={[
        act('1', 'received'),
        act('2', 'received'),
        act('3', 'waiting', { lastError: 'offline' }),
        act('4', 'refused', { refusal: { code: 'bed.none-left' } }),
      ]}
      onSeen={(id) => seen.push(id)}
    />
  ))
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  expect(screen.getByText('wacht op verbinding')).toBeTruthy()
  expect(screen.getByText(/Het laatste bed is net vergeven/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Gezien' }))
  expect(seen).toEqual(['4'])
})

test('an act is never called received before the server said so', () => {
  render(() => <ActState act={act('1', 'waiting')} />)
  expect(screen.queryByText(/ontvangen/)).toBeNull()
})
