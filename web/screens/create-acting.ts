import { type Accessor, createSignal } from 'solid-js'

import type { CommandName, Payload } from '#shared/wire/command.ts'
import type { Stopped } from '#web/pieces/act-stop.tsx'
import { act } from '#web/state/act.ts'
import { createPending } from '#web/state/outbox.ts'

export type Acting = {
  /** True when it is stored on this device and on its way. */
  run: <N extends CommandName>(name: N, payload: Payload<N>) => Promise<boolean>
  busy: Accessor<boolean>
  /** One of these is queued or on its way for this subject: not to be done twice. */
  isUnderWay: (...names: CommandName[]) => boolean
  /** Why the last act went nowhere; gone with the next. */
  stopped: Accessor<Stopped | undefined>
  forget: () => void
}

/** A screen's acts on one subject, one at a time, with what stopped the last one. */
export function createActing(subject: () => string): Acting {
  const [busy, setBusy] = createSignal(false)
  const [stopped, setStopped] = createSignal<Stopped>()
  const pending = createPending(subject)
  const isUnderWay = (...names: CommandName[]) =>
    pending().some(({ name, state }) => names.includes(name) && (state === 'waiting' || state === 'sending'))
  async function run<N extends CommandName>(name: N, payload: Payload<N>): Promise<boolean> {
    if (busy()) return false
    setBusy(true)
    setStopped(undefined)
    try {
      const done = await act(name, payload, { subject: subject() })
      if (done.queued !== undefined) return true
      setStopped(done)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, isUnderWay, stopped, forget: () => setStopped(undefined) }
}
