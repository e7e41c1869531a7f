import { type Accessor, createRoot, createSignal, onCleanup } from 'solid-js'

/** An answer that was long under way makes a phone look ahead by as much; a header counts whole seconds. */
const LATENCY_MS = 30_000
const NOISE_MS = 2_000

const [offset, setOffset] = createSignal(0)
/** What to add to this phone's clock to get the server's, ms. Kept over a restart by skew.ts, and set by it only. */
export { offset, setOffset }

/**
 * The server's clock as it just said, epoch ms. Called by the sync side only. An answer can only be late, never early:
 * of two that are near each other the greater offset is the truer one.
 */
export function hearServerTime(serverMs: number): void {
  const found = serverMs - Date.now()
  const isNear = (known: number) => found < known + NOISE_MS && found > known - LATENCY_MS
  if (offset() === 0 || !isNear(offset())) setOffset(isNear(0) ? 0 : found)
}

const correctedMs = (): number => Date.now() + offset()
const correctedIso = (): string => new Date(correctedMs()).toISOString()

/** Moves, and every clock with it, when something announced began or ended to hold. Set by moments.ts only. */
export const [struck, setStruck] = createSignal('')

function createTick(ms: number): Accessor<string> {
  const [beat, setBeat] = createSignal(0)
  const timer = setInterval(() => setBeat((count) => count + 1), ms)
  onCleanup(() => clearInterval(timer))
  return () => {
    beat()
    struck()
    return correctedIso()
  }
}

/** The time as the server has it, UTC ISO; moves every 30 s, one beat for all screens. */
export const now: Accessor<string> = createRoot(() => createTick(30_000))

/** For what counts seconds (an undo). Lives with the component that asks. */
export const createSecond = (): Accessor<string> => createTick(1_000)

/** This instant, not reactive: for an act's preview. */
export const serverNow = correctedIso
