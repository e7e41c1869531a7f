import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { Person } from '#shared/access/parties.ts'
import type { Beds } from '#shared/beds/beds.ts'
import { aPerson, people, places, someBeds } from '#test/support/builders.ts'
import { signedIn, snapshotOf } from '#test/support/signed-in.ts'

let page: Awaited<ReturnType<typeof signedIn>>
afterEach(async () => {
  cleanup()
  await page.leave()
})

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const old = (hospital: string, level: 'stale' | 'expired'): Beds => {
  const at = hoursAgo(level === 'stale' ? 5 : 25)
  return { ...someBeds(hospital, 'ic'), observedAt: at, reportedAt: at, reminded: { level, at, rev: 1 } }
}

async function open(person: Person, beds: Beds[], path = '/') {
  page = await signedIn(person, { snapshot: snapshotOf({ beds }) })
  // After the page's own fresh modules: one router for both.
  const { createMemoryHistory, MemoryRouter, Route } = await import('@solidjs/router')
  const { BedReminder } = await import('#web/frame/bed-reminder.tsx')
  await (await import('#web/i18n/t.ts')).loadWords()
  const history = createMemoryHistory()
  history.set({ value: path })
  render(() => (
    <MemoryRouter history={history}>
      <Route path="*" component={BedReminder} />
    </MemoryRouter>
  ))
  return { go: (value: string) => history.set({ value }) }
}

test('a desk is told how old its own figures are, and led to the form', async () => {
  await open(people.receiver, [old(places.to, 'stale')])
  expect(await screen.findByText(/^Uw bedcijfers: laatst gemeld 5 u/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Werk bedden bij' }).getAttribute('href')).toBe('/bedden')
})

test('a region is told of expired figures only, and led to that hospital', async () => {
  await open(aPerson('rcps', places.toRegion), [old(places.to, 'expired'), old(places.sibling, 'stale')])
  expect(await screen.findByText(/Radboudumc.*bedcijfers ouder dan een dag/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Bekijk bedden' }).getAttribute('href')).toBe(
    `/bedden?bed=ic&ziekenhuis=${places.to}`,
  )
})

test('on the form itself nobody is sent to it, and on any other screen they are', async () => {
  const { go } = await open(people.receiver, [old(places.to, 'stale')], '/bedden')
  await expect(screen.findByRole('link', {}, { timeout: 300 })).rejects.toThrow()
  go('/fasen')
  expect(await screen.findByRole('link', { name: 'Werk bedden bij' })).toBeTruthy()
})
