import { request } from '#web/sync/request.ts'

import { LEAVING } from './session.ts'

/**
 * Tells the server that the session is over; says whether it heard. Without a connection it hears it at the next
 * start, and until then nobody is signed in here.
 */
export async function tellLeaving(): Promise<boolean> {
  localStorage.setItem(LEAVING, '')
  const answer = await request('/api/session', {
    fetch: (path, init) => fetch(path, init),
    method: 'DELETE',
    is: (_): _ is unknown => true,
  })
  const heard = !('outage' in answer) || answer.outage.code === 'session'
  if (heard) localStorage.removeItem(LEAVING)
  return heard
}
