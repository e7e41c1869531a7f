import { unsealWith } from './crypto.ts'
import type { StoredKey } from './local-db.ts'
import { isUnsent, type StoredEntry } from './outbox-entry.ts'

/** An act that a broken database still gives: what it was, and its words where they can be read. */
export type Rescued = Pick<StoredEntry, 'id' | 'name' | 'subject' | 'createdAt'> & { payload: object | null }
export type Rescue = {
  /** False: nothing could be read, whether something was there is not known. */
  readable: boolean
  mine: Rescued[]
  /** How many of other people stand there: they are not shown. */
  others: number
}

const PATIENCE_MS = 5_000

/** What was not sent yet, read past the database layer, record by record. Never throws. */
export async function rescue(person: string, name = 'brancard'): Promise<Rescue> {
  const nothing: Rescue = { readable: false, mine: [], others: 0 }
  const db = await within(openAsIs(name)).catch(() => undefined)
  if (db === undefined) return nothing
  try {
    const entries = await within(readAll<StoredEntry>(db, 'outbox'))
    const keys = await within(readAll<StoredKey>(db, 'keys')).catch(() => [])
    const key = keys.find((stored) => stored.person === person)?.key
    const open = entries.filter((entry) => isUnsent(entry))
    const mine = open.filter((entry) => entry.person === person)
    return {
      readable: true,
      mine: await Promise.all(mine.map((entry) => read(entry, key))),
      others: open.length - mine.length,
    }
  } catch (fault) {
    console.info('not rescued', fault)
    return nothing
  } finally {
    db.close()
  }
}

async function read(entry: StoredEntry, key: CryptoKey | undefined): Promise<Rescued> {
  const { id, name, subject, createdAt, person, command, sealed } = entry
  const opened = command ?? (sealed && key && (await unsealWith(key, `${person}|${id}`, sealed)))
  const payload = (opened as { payload?: object } | undefined)?.payload ?? null
  return { id, name, subject, createdAt, payload }
}

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS)),
  ])

/** In whatever version it is; one that did not exist is not made. */
const openAsIs = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(name)
    asked.onupgradeneeded = () => asked.transaction?.abort()
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
    asked.onblocked = () => reject(new Error('blocked'))
  })

/** As far as it can be read: a record that cannot ends it, what came before stays. */
const readAll = <T>(db: IDBDatabase, store: string): Promise<T[]> =>
  new Promise((resolve, reject) => {
    const found: T[] = []
    const walk = db.transaction(store).objectStore(store).openCursor()
    walk.onsuccess = () => {
      const at = walk.result
      if (at === null) return resolve(found)
      found.push(at.value as T)
      at.continue()
    }
    walk.onerror = () => (found.length > 0 ? resolve(found) : reject(walk.error))
  })

/**
 * Throws the database away; the next start builds it anew from the server. Rejects where another tab holds on to it:
 * one that is told, or the worker that is sending, lets go when it is done.
 */
export const rebuild = (name = 'brancard'): Promise<void> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(name)
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error)
    asked.onblocked = () => setTimeout(() => reject(new Error('blocked')), PATIENCE_MS)
  })
