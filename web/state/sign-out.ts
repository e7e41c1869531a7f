import { type Accessor, createResource } from 'solid-js'

import { isUnsent, type OutboxEntry } from '#web/sync/outbox-entry.ts'
import { flushDrafts } from './drafts.ts'
import { forgetMirror, reportFault, trouble, useEngine, work } from './engine.ts'
import { outboxEntries } from './rows.ts'
import { tellLeaving } from './leaving.ts'
import { loseSession, session } from './session.ts'

/** Something that would be lost: an act the server does not have, a refusal nobody saw, a request half typed. */
export type Loose = { act: OutboxEntry } | { draft: string; savedAt: string }

/** `left`: nothing of this person is on the phone any more. `loose`: nothing happened yet; ask about each. */
export type Left = { left: true } | { loose: number }

/** Begun requests; notes begun elsewhere are part of an act that was never meant yet. */
const IS_REQUEST = /^(request-new$|refile:)/

const isOpen = (entry: OutboxEntry): boolean => isUnsent(entry) || entry.state === 'refused'

/** As the phone holds them: the list on the screens may still be on its way. */
async function openActs(): Promise<number> {
  const { db } = await useEngine()
  return db.outbox.filter((entry) => entry.person === session()?.person && isOpen(entry)).count()
}

async function openDrafts(): Promise<{ draft: string; savedAt: string }[]> {
  await flushDrafts()
  const { db } = await useEngine()
  const kept = await db.drafts
    .filter(({ person, key }) => person === session()?.person && IS_REQUEST.test(key))
    .toArray()
  return kept.map(({ key, savedAt }) => ({ draft: key, savedAt }))
}

/** What signing out would lose, one by one; undefined while it is looked up. */
export function createLoose(): [Accessor<Loose[] | undefined>, discard: (one: Loose) => Promise<void>] {
  const [drafts, { refetch }] = createResource(() => work() !== undefined, openDrafts)
  const loose = () => {
    const [begun, acts] = [drafts(), outboxEntries()]
    return begun && acts && [...acts.filter(isOpen).map((act) => ({ act })), ...begun]
  }
  const discard = async (one: Loose) => {
    const running = work()
    if ('act' in one) await running?.outbox.dismiss(one.act.id, true)
    else await running?.drafts.clear(one.draft)
    await refetch()
  }
  return [loose, (one) => discard(one).catch(reportFault)]
}

/** Signs out and wipes this person's rows, drafts, queue and key from the phone; not while something is loose. */
export async function signOut(): Promise<Left> {
  // Such a storage tells of nothing that is loose, and lets nothing be wiped.
  if (trouble() === 'unreadable') return leave()
  const person = session()?.person
  const begun = (await openDrafts()).length
  const loose = begun + (await openActs())
  if (loose > 0) return { loose }
  work()?.stop()
  if (person !== undefined) {
    const [{ forget }, { db }] = await Promise.all([import('#web/sync/forget.ts'), useEngine()])
    await forget(db, person)
  }
  return leave()
}

async function leave(): Promise<Left> {
  forgetMirror()
  await clearCaches()
  // While the server still knows who asks.
  if ('PushManager' in window) await stopPush().catch(reportFault)
  loseSession()
  await tellLeaving()
  return { left: true }
}

/** Messages are one person's: whoever comes next asks for their own. */
async function stopPush(): Promise<void> {
  const { turnOffPush } = await import('./push.ts')
  await turnOffPush()
}

/** The app itself stays, so that it opens without a connection; nothing else belongs in a cache. */
async function clearCaches(): Promise<void> {
  if (!('caches' in window)) return
  for (const name of await caches.keys()) if (!name.startsWith('workbox-precache')) await caches.delete(name)
}
