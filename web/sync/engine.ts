// What is fetched after the first paint, in one piece: the database and all that runs on it.
import { liveQuery } from 'dexie'

export { openLocalDb } from './local-db.ts'
export { Work } from './work.ts'

/** Calls back with the answer now and at each change, from this tab or another. Returns the way to stop. */
export function watchDb<T>(
  query: () => Promise<T>,
  tell: (answer: T) => void,
  onFault: (fault: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: tell, error: onFault })
  return () => subscription.unsubscribe()
}
