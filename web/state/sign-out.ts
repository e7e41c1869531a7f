import { flushDrafts } from './drafts.ts'
import { forgetMirror, useEngine, work } from './engine.ts'
import { unsentCount } from './outbox.ts'
import { endSession, session } from './session.ts'

/** `unsent`: nothing happened yet; ask whether to send first or to discard. */
export type Left = { left: true } | { unsent: number }

/** Signs out and wipes this person's rows, drafts, queue and key from the phone. */
export async function signOut(options: { discardUnsent?: boolean } = {}): Promise<Left> {
  const person = session()?.person
  const unsent = unsentCount()
  if (unsent > 0 && options.discardUnsent !== true) return { unsent }
  work()?.stop()
  await flushDrafts()
  if (person !== undefined) {
    const { forget, db } = await useEngine()
    await forget(db, person)
    forgetMirror()
  }
  await endSession()
  return { left: true }
}
