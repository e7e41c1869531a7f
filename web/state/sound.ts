import { createSignal } from 'solid-js'

const KEPT = 'brancard.sound'
const SOUNDED = 'brancard.sounded'
/** Until somebody acknowledges it sounds again after this long. */
export const REPEAT_MS = 60_000

const [on, setOn] = createSignal(localStorage.getItem(KEPT) !== 'off')
/** Whether this device sounds; it does unless a person said otherwise. */
export { on as isSoundOn }

export function chooseSound(next: boolean): void {
  localStorage.setItem(KEPT, next ? 'on' : 'off')
  setOn(next)
}

/** Browsers give no sound before a person touched the page. */
export const maySound = (): boolean => navigator.userActivation?.hasBeenActive ?? true

type Deps = {
  play: () => void
  /** Epoch ms. */
  clock: () => number
}

/**
 * Sounds for what rings, in one tab only: `key` says what that is. Whoever comes second within the repeat finds that
 * it has sounded.
 */
export async function soundFor(key: string, { play, clock }: Deps): Promise<void> {
  const once = () => {
    const [sounded, at] = (localStorage.getItem(SOUNDED) ?? '').split('@')
    // A clock that is set back silences nothing.
    if (sounded === key && Math.abs(clock() - Number(at)) < REPEAT_MS - 1_000) return
    localStorage.setItem(SOUNDED, `${key}@${clock()}`)
    play()
  }
  if ('locks' in navigator) await navigator.locks.request('brancard-sound', async () => once())
  else once()
}
