import { createEffect, createMemo, createSignal } from 'solid-js'

import type { MatchView } from '#shared/wire/reads.ts'

type Ranked = MatchView['candidates']

/**
 * The hospital the offer goes to: the one that was chosen, else the one that stood first when the list was opened. It
 * never changes under the thumb because the order does; only when it cannot be chosen any more.
 */
export function createChosen(candidates: () => Ranked, wanted: () => string | undefined) {
  const [pinned, setPinned] = createSignal(candidates()[0]?.hospital)
  const find = (id: string | undefined) => candidates().find(({ hospital }) => hospital === id)
  createEffect(() => {
    if (find(pinned()) === undefined) setPinned(candidates()[0]?.hospital)
  })
  const chosen = createMemo(() => find(wanted()) ?? find(pinned()) ?? candidates()[0])
  const isPassed = () => find(wanted()) === undefined && chosen() !== candidates()[0]
  return { chosen, isPassed }
}
