import type { Refusal, RefusalCode } from '#shared/wire/refusal.ts'

/** Why there is no answer: a state, not a refusal. `portal`: something else answered in the server's place. `locked`: the
 * screen is, and what is sent waits until it is not. */
export type OutageCode = 'offline' | 'portal' | 'server' | 'busy' | 'session' | 'locked'
export type Outage = { code: OutageCode; retryAfterMs: number | null }

/** `at`: the server's clock in epoch ms where it said so. */
export type Answer<T> =
  | { ok: T; at: number | null }
  | { refused: Refusal; status: number }
  | { outage: Outage }

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>
type Options<T> = {
  fetch: Fetch
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  /** Whether a 2xx body is what was asked for; anything else counts as a portal's. */
  is: (body: unknown) => body is T
  timeoutMs?: number
  /** So long for the first word of the answer; what has begun to come may take `timeoutMs`. */
  firstWordMs?: number
}

/** Says for whom it speaks: a server that knows the browser as somebody else by now answers nobody. */
export const asPerson =
  (fetch: Fetch, person: string): Fetch =>
  (path, init) =>
    fetch(path, { ...init, headers: { ...init?.headers, [PERSON_HEADER]: encodeURIComponent(person) } })
const PERSON_HEADER = 'brancard-person'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one door to the server: JSON only. Never throws. */
export async function request<T>(path: string, options: Options<T>): Promise<Answer<T>> {
  const response = await send(path, options)
  if (response === null) return outage('offline')
  const body = await readJson(response)
  if (response.ok) {
    return options.is(body) ? { ok: body, at: serverTime(response) } : outage('portal')
  }
  return failed(response, body)
}

async function send<T>(path: string, options: Options<T>): Promise<Response | null> {
  const init: RequestInit = {
    method: options.method ?? 'GET',
    headers: { accept: 'application/json', ...(options.body === undefined ? {} : JSON_BODY) },
    credentials: 'same-origin',
    cache: 'no-store',
    // A portal that redirects to its own page must not look like an answer.
    redirect: 'error',
  }
  const timeoutMs = options.timeoutMs ?? 30_000
  const end = new AbortController()
  init.signal = end.signal
  AbortSignal.timeout(timeoutMs).addEventListener('abort', () => end.abort())
  if (options.body !== undefined) init.body = JSON.stringify(options.body)
  const timer = setTimeout(() => end.abort(), options.firstWordMs ?? timeoutMs)
  const answer = await options.fetch(path, init).catch(() => null)
  clearTimeout(timer)
  return answer
}

const JSON_BODY = { 'content-type': 'application/json' }

/** Undefined where the body is not JSON, or says that it is not. */
async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const type = response.headers.get('content-type') ?? ''
  if (!/^application\/([a-z.]+\+)?json\b/.test(type)) return undefined
  return response.json().catch(() => undefined)
}

function failed<T>(response: Response, body: unknown): Answer<T> {
  const refusal = asRefusal(body)
  const { status } = response
  if (status >= 500) return outage('server', response)
  if (status === 429 || status === 408 || status === 425) return outage('busy', response)
  if (refusal === null) return outage('portal', response)
  if (refusal.code === 'session.required') return outage('session')
  if (refusal.code === 'session.locked') return outage('locked')
  // Says nothing about the act: the same act may be sent again.
  if (refusal.code === 'unavailable' || refusal.code === 'fault' || refusal.code === 'origin.refused')
    return outage('server', response)
  return { refused: refusal, status }
}

const outage = (code: OutageCode, response?: Response): { outage: Outage } => ({
  outage: { code, retryAfterMs: retryAfter(response) },
})

/** A server that asks for more is asked again all the same. */
export const LONGEST_WAIT_MS = 3_600_000

function retryAfter(response: Response | undefined): number | null {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : null
}

function serverTime(response: Response): number | null {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? null : at
}

/** Problem details of ours (RFC 9457 with a code); a code newer than this build still refuses. */
function asRefusal(body: unknown): Refusal | null {
  if (!isObject(body) || typeof body.code !== 'string' || !/^[a-z]+([.-][a-z]+)*$/.test(body.code))
    return null
  const refusal: Refusal = { code: body.code as RefusalCode }
  if (Array.isArray(body.fields)) refusal.fields = body.fields
  if (Array.isArray(body.reasons)) refusal.reasons = body.reasons
  if (isObject(body.facts)) refusal.facts = body.facts as NonNullable<Refusal['facts']>
  return refusal
}
