import { createEffect, createMemo, onCleanup } from 'solid-js'

import { now, serverNow, setStruck } from './now.ts'
import { mirror } from './rows.ts'

/** A timer cannot wait longer. */
const LONGEST_MS = 2 ** 31 - 1
/** A clock that is a hair early would find nothing changed. */
const PAST_IT_MS = 50

/**
 * Moves every screen's clock at the very moment when something announced begins or ends to hold: a phase, an exemption,
 * a key. Lives with the component that asks.
 */
export function strikeWhenDue(): void {
  const next = createMemo(() => {
    const at = Date.parse(now())
    const ahead = moments()
      .map((moment) => Date.parse(moment))
      .filter((moment) => moment > at)
    return ahead.length === 0 ? undefined : Math.min(...ahead)
  })
  createEffect(() => {
    const at = next()
    if (at === undefined) return
    const wait = Math.max(0, at - Date.parse(serverNow())) + PAST_IT_MS
    const timer = setTimeout(() => setStruck(serverNow()), Math.min(wait, LONGEST_MS))
    onCleanup(() => clearTimeout(timer))
  })
}

function moments(): string[] {
  const rows = mirror()
  if (rows === undefined) return []
  return [
    ...[...rows.phases.values()].map(({ inForceFrom }) => inForceFrom),
    ...[...rows.register.values()].flatMap((row) => {
      if (row.list === 'exemption') return row.until === null ? [row.from] : [row.from, row.until]
      return 'from' in row ? [row.from] : []
    }),
  ]
}
