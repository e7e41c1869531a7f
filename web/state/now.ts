import { type Accessor, createRoot, createSignal, onCleanup } from 'solid-js'

import { MAX_SKEW_MS } from '#shared/wire/act-time.ts'

const KEPT = 'brancard.clock'
/** An answer that was long under way makes a phone look ahead by as much; a header counts whole seconds. */
const LATENCY_MS = 30_000
const NOISE_MS = 2_000
/** From here on a person is told. */
const WRONG_MS = 5 * 60_000

/** What to add to this phone's clock to get the server's. Kept, for the phone may start without signal. */
const [offset, setOffset] = createSignal(remembered())

/** The server's clock as it just said, epoch ms. Called by the sync side only. */
export function hearServerTime(serverMs: number): void {
  setOffset((old) => settle(old, serverMs - Date.now()))
  keep(offset())
}

/** An answer can only be late, never early: of two that are near each other the greater offset is the truer one. */
function settle(old: number, found: number): number {
  if (old !== 0 && found < old + NOISE_MS && found > old - LATENCY_MS) return old
  return found < NOISE_MS && found > -LATENCY_MS ? 0 : found
}

/** For an act that is filed now: absent where this clock is right, or nobody said. */
export const skew = (): { skew?: number } => {
  const found = Math.round(offset())
  return found === 0 || Math.abs(found) > MAX_SKEW_MS ? {} : { skew: found }
}

/** How far this phone's clock is off, ms; 0 where that is no matter. */
export const clockOff: Accessor<number> = () => (Math.abs(offset()) < WRONG_MS ? 0 : offset())

function keep(found: number): void {
  if (found === 0) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, JSON.stringify({ offset: found, at: Date.now() }))
}

/** A clock that stands earlier than when it was heard has been set since: what was known of it is worth nothing. */
function remembered(): number {
  const [, found = '', at = ''] = /"offset":(-?\d+),"at":(\d+)/.exec(localStorage.getItem(KEPT) ?? '') ?? []
  return found !== '' && Number(at) <= Date.now() ? Number(found) : 0
}

const correctedMs = (): number => Date.now() + offset()
const correctedIso = (): string => new Date(correctedMs()).toISOString()

function createTick(ms: number): Accessor<string> {
  const [beat, setBeat] = createSignal(0)
  const timer = setInterval(() => setBeat((count) => count + 1), ms)
  onCleanup(() => clearInterval(timer))
  return () => {
    beat()
    return correctedIso()
  }
}

/** The time as the server has it, UTC ISO; moves every 30 s, one beat for all screens. */
export const now: Accessor<string> = createRoot(() => createTick(30_000))

/** For what counts seconds (an undo). Lives with the component that asks. */
export const createSecond = (): Accessor<string> => createTick(1_000)

/** This instant, not reactive: for an act's preview. */
export const serverNow = correctedIso
