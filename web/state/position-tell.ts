import { createSignal } from 'solid-js'

import { coarse } from '#shared/rides/position.ts'
import { request } from '#web/sync/request.ts'
import { reportFault } from './engine.ts'

/** A phone that sleeps or is without signal tells nothing. */
const EVERY_MS = 60_000
const FIX = { enableHighAccuracy: false, maximumAge: 30_000, timeout: 20_000 } as const

export type Telling = {
  transfer: string
  /** `stopping`: the last one told is not erased yet. */
  state: 'asking' | 'on' | 'denied' | 'no-fix' | 'stopping'
  /** By this phone's clock. */
  sentAt: number | undefined
  /** The last one did not reach the server. */
  unsent: boolean
}

const [telling, setTelling] = createSignal<Telling>()
/** What this phone tells of where it is: nothing, until its owner turns it on for one ride. Ends with the page. */
export { telling }

let timer: ReturnType<typeof setInterval> | undefined

export function startTelling(transfer: string): void {
  end()
  setTelling({ transfer, state: 'asking', sentAt: undefined, unsent: false })
  timer = setInterval(run, EVERY_MS)
  run()
}

/** Erases what was told, as soon as there is signal. */
export function stopTelling(): void {
  const said = telling()
  if (said?.sentAt === undefined) end()
  else {
    change({ state: 'stopping' })
    run()
  }
}

/** The ride is over or another's. What was told goes by itself. */
export function endTelling(): void {
  if (telling()?.state !== 'stopping') end()
}

function end(): void {
  clearInterval(timer)
  setTelling(undefined)
}

const change = (over: Partial<Telling>) => setTelling((said) => said && { ...said, ...over })
const run = () => void turn().catch(reportFault)

async function turn(): Promise<void> {
  const said = telling()
  if (said === undefined) return
  const { transfer } = said
  if (said.state === 'stopping') {
    const came = await say(transfer, 'DELETE')
    if (came !== 'outage' && telling()?.state === 'stopping') end()
    return
  }
  const found = await locate()
  if (telling()?.transfer !== transfer || telling()?.state === 'stopping') return
  if (typeof found === 'string') {
    change({ state: found })
    return
  }
  const came = await say(transfer, 'POST', coarse(found))
  if (telling()?.transfer !== transfer || telling()?.state === 'stopping') {
    // Turned off while it was on its way.
    if (came === 'ok') await say(transfer, 'DELETE')
    return
  }
  if (came === 'refused') end()
  else change({ state: 'on', unsent: came === 'outage', ...(came === 'ok' ? { sentAt: Date.now() } : {}) })
}

const locate = (): Promise<{ lat: number; lon: number } | 'denied' | 'no-fix'> =>
  new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'no-fix'),
      FIX,
    ),
  )

/** Never queued: where it was an hour ago is of use to nobody. */
async function say(
  transfer: string,
  method: 'POST' | 'DELETE',
  body?: unknown,
): Promise<'ok' | 'refused' | 'outage'> {
  const answer = await request(`/api/transfers/${encodeURIComponent(transfer)}/position`, {
    fetch: (path, init) => fetch(path, init),
    method,
    ...(body === undefined ? {} : { body }),
    is: (came): came is null => came === null,
  })
  if ('ok' in answer) return 'ok'
  // Nobody is signed in any more: what was told goes by itself.
  return 'refused' in answer || answer.outage.code === 'session' ? 'refused' : 'outage'
}
