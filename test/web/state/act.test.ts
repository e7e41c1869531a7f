import { createRoot } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aRide, aTransfer, ids, people, places } from '#test/support/builders.ts'
import { settle } from '#test/support/phone.ts'
import { type Server, signedIn, snapshotOf } from '#test/support/signed-in.ts'

type Page = Awaited<ReturnType<typeof signedIn>>
let page: Page
afterEach(() => page.leave())

const noSignal = () => Promise.reject(new TypeError('no network'))
const driving = (): Partial<Server> => ({
  snapshot: snapshotOf({
    transfers: [aTransfer({ state: 'planned', to: places.to, ride: ids.ride, vehicle: places.vehicle })],
    rides: [aRide({ state: 'planned' })],
  }),
  command: noSignal,
})
const about = { subject: ids.transfer }
const entries = () => page.db.outbox.orderBy('seq').toArray()
const ride = () => page.rows.mirror()?.rides.get(ids.ride)

describe('an act', () => {
  test('without signal is queued, and the screen shows the ride as it will be', async () => {
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    expect(await act('ride.accept', { ride: ids.ride }, about)).toEqual({ queued: expect.any(String) })
    await vi.waitFor(() => expect(ride()).toMatchObject({ state: 'accepted', pending: true }))
    expect(await entries()).toMatchObject([{ state: 'waiting', subject: ids.transfer }])
    expect((await page.db.rides.get(ids.ride))?.state).toBe('planned')
  })

  test('that the rule refuses says so at once; nothing is queued or sent', async () => {
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    const acted = await act('ride.undo', { ride: ids.ride, step: 'en-route' }, about)
    expect(acted).toMatchObject({ refused: { code: 'step.refused' } })
    await settle()
    expect(await entries()).toEqual([])
    expect(page.answers.sent).toEqual([])
  })

  test('on a phone whose clock is a day off tells so, and is shown at the time it was', async () => {
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    const { hearServerTime } = await import('#web/state/now.ts')
    hearServerTime(Date.now() - 86_400_000)
    await act('ride.accept', { ride: ids.ride }, about)
    const [entry] = await entries()
    const { at = '', skew = 0 } = entry?.command ?? {}
    expect(Math.round(skew / 1000)).toBe(-86_400)
    await vi.waitFor(() => expect(ride()?.times.accepted).toMatchObject({ corrected: true }))
    expect(Date.parse(ride()?.times.accepted?.at ?? '')).toBe(Date.parse(at) + skew)
  })

  test('tapped twice is one act, with one answer', async () => {
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    const taps = [1, 2, 3].map(() => act('ride.accept', { ride: ids.ride }, about))
    const [first, ...others] = await Promise.all(taps)
    expect(first).toHaveProperty('queued')
    for (const other of others) expect(other).toEqual(first)
    expect(await entries()).toHaveLength(1)
  })

  test('on the heels of another is judged on top of it', async () => {
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    const acted = await Promise.all([
      act('ride.accept', { ride: ids.ride }, about),
      act('ride.advance', { ride: ids.ride, to: 'en-route' }, about),
      act('ride.advance', { ride: ids.ride, to: 'at-origin' }, about),
    ])
    for (const one of acted) expect(one).toHaveProperty('queued')
    expect((await entries()).map(({ name }) => name)).toEqual(['ride.accept', 'ride.advance', 'ride.advance'])
    await vi.waitFor(() => expect(ride()?.state).toBe('at-origin'))
  })

  test('that the phone cannot store fails aloud and shows nothing as done', async () => {
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    const spoken = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(page.db.outbox, 'add').mockRejectedValueOnce(new Error('QuotaExceededError'))
    expect(await act('ride.accept', { ride: ids.ride }, about)).toEqual({ failed: 'storage' })
    expect(spoken).toHaveBeenCalled()
    spoken.mockRestore()
    expect(ride()?.state).toBe('planned')
  })

  test('in a browser that will not wake the app says nothing of its storage', async () => {
    const refused = () => Promise.reject(new DOMException('Background Sync is disabled.', 'UnknownError'))
    const register = vi.fn(refused)
    Object.defineProperty(navigator, 'serviceWorker', {
      value: { ready: Promise.resolve({ sync: { register } }) },
      configurable: true,
    })
    page = await signedIn(people.crew, driving())
    const { act } = await import('#web/state/act.ts')
    const { trouble } = await import('#web/state/engine.ts')
    const spoken = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await act('ride.accept', { ride: ids.ride }, about)
    await vi.waitFor(() => expect(register).toHaveBeenCalledWith('outbox'))
    await settle()
    spoken.mockRestore()
    Reflect.deleteProperty(navigator, 'serviceWorker')
    expect(trouble()).toBeUndefined()
  })

  test('that the server received is ticked, its row still marked until the news of it has come', async () => {
    page = await signedIn(people.crew, {
      ...driving(),
      command: (command) => Response.json({ id: command.id, subject: ids.ride, at: command.at }),
    })
    const { act } = await import('#web/state/act.ts')
    await act('ride.accept', { ride: ids.ride }, about)
    await vi.waitFor(async () => expect(await entries()).toMatchObject([{ state: 'received' }]))
    await vi.waitFor(() => expect(ride()).toMatchObject({ state: 'accepted', pending: true }))
    await page.db.rides.put(aRide({ state: 'accepted', rev: 2 }))
    await vi.waitFor(() => expect(ride()).toEqual(aRide({ state: 'accepted', rev: 2 })))
  })
})

describe('a draft', () => {
  const type = (value: unknown) =>
    import('#web/state/drafts.ts').then(({ createDraft }) =>
      createRoot((dispose) => {
        const [read, write, clear, state] = createDraft<unknown>('request')
        if (value !== undefined) write(value)
        return { read, clear, state, dispose }
      }),
    )

  test('is there again after the page was closed, and for this person only', async () => {
    page = await signedIn(people.intensivist)
    const first = await type({ age: 61, note: 'wordt suf' })
    await vi.waitFor(() => expect(first.state()).toBe('kept'))
    expect(JSON.stringify(await page.db.drafts.toArray())).not.toContain('suf')
    await page.leave(true)

    page = await signedIn(people.wardStaff)
    const other = await type(undefined)
    await vi.waitFor(() => expect(other.state()).toBe('kept'))
    expect(other.read()).toBeUndefined()
    await page.leave(true)

    page = await signedIn(people.intensivist)
    const again = await type(undefined)
    await vi.waitFor(() => expect(again.read()).toEqual({ age: 61, note: 'wordt suf' }))
    await again.clear()
    expect(await page.db.drafts.count()).toBe(0)
  })

  test('that is left at once is written all the same', async () => {
    page = await signedIn(people.intensivist)
    const { dispose } = await type({ age: 70 })
    dispose()
    await vi.waitFor(async () => expect(await page.db.drafts.count()).toBe(1))
  })

  test('that the phone cannot store stays on the screen and says so', async () => {
    page = await signedIn(people.intensivist)
    const spoken = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(page.db.drafts, 'put').mockRejectedValueOnce(new Error('QuotaExceededError'))
    const { read, state } = await type({ age: 70 })
    await vi.waitFor(() => expect(state()).toBe('failed'))
    expect(read()).toEqual({ age: 70 })
    spoken.mockRestore()
  })
})
