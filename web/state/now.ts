import { type Accessor, createRoot, createSignal, onCleanup } from 'solid-js'

const [offset, setOffset] = createSignal(0)
/** Below this the phone's own clock is left alone: a Date header counts whole seconds. */
const NOISE_MS = 2_000

/** The server's clock as it just said, epoch ms. Called by the sync side only. */
export function hearServerTime(serverMs: number): void {
  const found = serverMs - Date.now()
  setOffset((old) => (Math.abs(found - old) < NOISE_MS ? old : Math.abs(found) < NOISE_MS ? 0 : found))
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
