// What is fetched after the first paint, in one piece: the database and all that runs on it.
import { liveQuery } from 'dexie'

export { openLocalDb } from './local-db.ts'
export { Work } from './work.ts'

const AGAIN_MS = 3_000

/**
 * Calls back with the answer now and at each change, from this tab or another. A look that fails is taken again: by
 * itself it would wait for a change, the first for ever. Returns the way to stop.
 */
export function watchDb<T>(
  query: () => Promise<T>,
  tell: (answer: T) => void,
  onFault: (fault: unknown) => void,
): () => void {
  let again: ReturnType<typeof setTimeout> | undefined
  const error = (fault: unknown) => {
    onFault(fault)
    subscription.unsubscribe()
    again = setTimeout(look, AGAIN_MS)
  }
  const subscribe = () => liveQuery(query).subscribe({ next: tell, error })
  let subscription = subscribe()
  const look = () => {
    subscription = subscribe()
  }
  return () => {
    clearTimeout(again)
    subscription.unsubscribe()
  }
}
