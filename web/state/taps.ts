type Deps<A> = {
  /** Epoch ms. */
  clock: () => number
  /** Resolves when what was acted stands on the screen: the next act is judged on top of it. */
  shown: (acted: A) => Promise<void> | undefined
  onFault: (fault: unknown) => void
}

const DOUBLE_TAP_MS = 2_000

/**
 * Taps become acts, one after the other: each is judged over what the ones before will make of the rows. The same
 * tap (`key`) twice within two seconds is one act: the second gets the first one's answer.
 */
export function makeTaps<A>({ clock, shown, onFault }: Deps<A>) {
  let last: { key: string; at: number; acted: Promise<A> } | undefined
  let turn: Promise<void> = Promise.resolve()
  return (key: string, perform: () => Promise<A>): Promise<A> => {
    // A clock that is set back must not make every later tap a second one.
    if (last?.key === key && Math.abs(clock() - last.at) < DOUBLE_TAP_MS) return last.acted
    const acted = turn.then(perform)
    turn = acted.then(shown).catch(onFault)
    last = { key, at: clock(), acted }
    return acted
  }
}
