import 'fake-indexeddb/auto'
import { cleanup, render, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DemoPerson, Session, Snapshot } from '#shared/wire/reads.ts'
import { aTransfer, inPhase, places } from '#test/support/builders.ts'
import { json, settle } from '#test/support/phone.ts'

const now = () => new Date().toISOString()
const session: Session = {
  person: 'rcps@nazmn',
  label: 'RCPS-coördinator, NAZMN',
  memberships: [{ role: 'rcps', org: places.region }],
  demo: true,
  expires: new Date(Date.now() + 3_600_000).toISOString(),
}
const people: DemoPerson[] = [
  {
    person: 'rcps@nazmn',
    label: 'RCPS-coördinator, NAZMN',
    membership: { role: 'rcps', org: places.region },
    place: 'NAZMN',
    region: 'nazmn',
  },
  {
    person: 'intensivist@umcg',
    label: 'Intensivist, UMC Groningen',
    membership: { role: 'intensivist', org: 'umcg' },
    place: 'UMC Groningen',
    region: 'aznn',
  },
]
const snapshot = (): Snapshot => ({
  cursor: 'c1',
  epoch: 'e1',
  at: now(),
  transfers: [aTransfer({ state: 'verifying', since: new Date(Date.now() - 8 * 60_000).toISOString() })],
  reservations: [],
  rides: [],
  beds: [],
  phases: inPhase('1b'),
  alerts: [],
  register: [],
})

let signedIn: boolean
let network: boolean
async function answer(path: string, init?: RequestInit): Promise<Response> {
  if (!network) throw new TypeError('no network')
  const what = `${init?.method ?? 'GET'} ${path}`
  if (what === 'GET /api/session/ways') return json({ demo: true, passkey: false, providers: [] })
  if (what === 'GET /api/session/demo') return json(people)
  if (what === 'POST /api/session/demo') {
    signedIn = true
    return json(session)
  }
  if (!signedIn) return json({ code: 'session.required' }, 401)
  if (what === 'GET /api/session') return json(session)
  if (what === 'GET /api/snapshot') return json(snapshot())
  return json({ code: 'not-found' }, 404)
}

let quit = async (_keepRows?: boolean): Promise<void> => undefined

/** A fresh app, as after opening the page. */
async function open(path: string): Promise<void> {
  vi.resetModules()
  history.replaceState(null, '', path)
  const { loadWords } = await import('#web/i18n/t.ts')
  await loadWords()
  const { App } = await import('#web/app.tsx')
  const { followSession, useEngine, work } = await import('#web/state/engine.ts')
  quit = async (keepRows = false) => {
    cleanup()
    // Ends what has begun, not what is still beginning.
    if (signedIn) await vi.waitFor(() => expect(work()).toBeDefined(), 5_000)
    work()?.stop()
    await settle()
    const { db } = await useEngine()
    if (keepRows) db.close()
    else await db.delete()
  }
  const { checkSession } = await import('#web/state/session.ts')
  const { afterFirstPaint } = await import('#web/state/first-paint.ts')
  render(() => <App />)
  afterFirstPaint(followSession)
  await checkSession()
}

beforeEach(() => {
  signedIn = false
  network = true
  localStorage.clear()
  vi.stubGlobal('fetch', vi.fn(answer))
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener(name: string, listener: (event: object) => void) {
        if (name === 'beat') setTimeout(() => listener({ lastEventId: '' }), 5)
      }
      close = vi.fn()
    },
  )
})
afterEach(async () => {
  await quit()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const patient = { timeout: 5_000 }

describe('opening the app', () => {
  test('nobody signed in: the people of the demo, found by word, one tap and the work stands there', async () => {
    await open('/')
    const search = await screen.findByLabelText('Zoek op plaats of rol', undefined, patient)
    await vi.waitFor(() => expect(location.pathname).toBe('/inloggen'))
    const box = search as HTMLInputElement
    box.value = 'rcps'
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    const one = await screen.findByRole('button', { name: 'RCPS-coördinator, NAZMN' }, patient)
    expect(screen.queryByRole('button', { name: 'Intensivist, UMC Groningen' })).toBeNull()
    one.click()
    const mine = await screen.findByRole('region', { name: /Wacht op u/ }, patient)
    expect(within(mine).getByRole('link', { name: /K7Q-3TB/ }).textContent).toContain('8 min van 1 u')
    await vi.waitFor(() => expect(location.pathname).toBe('/'))
  })

  test('on every screen stands that it is the demo', async () => {
    await open('/inloggen')
    expect(await screen.findByText('DEMO – fictieve cijfers', undefined, patient)).toBeTruthy()
  })

  test('a place that is not for this role is as if it did not exist', async () => {
    signedIn = true
    await open('/aanvraag')
    expect(await screen.findByRole('heading', { name: 'Hier is niets voor u' }, patient)).toBeTruthy()
  })

  test('without a network and without rows it says that nothing could be loaded, not that nothing is there', async () => {
    localStorage.setItem('brancard.session', JSON.stringify(session))
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    network = false
    await open('/')
    expect(await screen.findByText('De lijst kon niet worden geladen', undefined, patient)).toBeTruthy()
    expect(screen.queryByText('Er zijn geen overplaatsingen voor u')).toBeNull()
  })

  test('without a network the rows of last time stand there, with their age', async () => {
    signedIn = true
    await open('/')
    await screen.findByRole('link', { name: /K7Q-3TB/ }, patient)
    await vi.waitFor(() => expect(localStorage.getItem('brancard.mirror')).toBe('rcps@nazmn'), 5_000)
    await quit(true)
    network = false
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await open('/')
    expect(await screen.findByRole('link', { name: /K7Q-3TB/ }, patient)).toBeTruthy()
    expect(await screen.findByText(/Geen verbinding · stand van/, undefined, patient)).toBeTruthy()
  })
})
