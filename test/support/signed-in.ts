// The client's state as it runs in a page, for one person, with a server that answers as told.
// Used by test/web/state.
import 'fake-indexeddb/auto'
import { vi } from 'vitest'
import type { Person } from '#shared/access/parties.ts'
import type { Command } from '#shared/wire/command.ts'
import type { Session, Snapshot } from '#shared/wire/reads.ts'
import { json, receipt, settle } from './phone.ts'

export const snapshotOf = (over: Partial<Snapshot> = {}): Snapshot => ({
  cursor: 'c1',
  epoch: 'e1',
  at: new Date().toISOString(),
  transfers: [],
  reservations: [],
  rides: [],
  beds: [],
  phases: [],
  alerts: [],
  register: [],
  ...over,
})

export type Server = {
  snapshot: Snapshot
  command: (command: Command) => Response | Promise<Response>
  sent: Command[]
  /** Any other read; not found when left out. */
  read?: (path: string) => Response | Promise<Response>
}

/** Fresh modules, a fresh page, this person signed in, rows in memory. `leave` ends it; rows go unless kept. */
export async function signedIn(person: Person, server: Partial<Server> = {}) {
  const answers: Server = {
    snapshot: snapshotOf(),
    command: (command) => receipt(command.id),
    sent: [],
    ...server,
  }
  const session: Session = {
    person: person.id,
    label: person.id,
    memberships: person.memberships,
    demo: true,
    expires: new Date(Date.now() + 3_600_000).toISOString(),
  }
  localStorage.setItem('brancard.session', JSON.stringify(session))
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (path === '/api/snapshot') return json(answers.snapshot)
    if (path !== '/api/commands') return answers.read?.(path) ?? json({ code: 'not-found' }, 404)
    const command = JSON.parse(String(init?.body)) as Command
    answers.sent.push(command)
    return answers.command(command)
  })
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener = vi.fn()
      close = vi.fn()
    },
  )
  vi.resetModules()
  const engine = await import('#web/state/engine.ts')
  const rows = await import('#web/state/rows.ts')
  engine.followSession()
  await vi.waitFor(() => {
    if (rows.outboxEntries() === undefined || rows.mirror() === undefined) throw new Error('not yet')
  }, 4_000)
  const { db } = await engine.useEngine()
  return {
    db,
    rows,
    answers,
    leave: async (keep = false) => {
      engine.work()?.stop()
      await settle()
      if (keep) db.close()
      else await db.delete()
      vi.unstubAllGlobals()
      localStorage.clear()
    },
  }
}
