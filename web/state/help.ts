import { type Accessor, createMemo } from 'solid-js'

import { asksForAnswer, type Help } from '#shared/transport/help.ts'
import type { Shown } from './mirror.ts'
import { createRegister } from './register.ts'
import { me } from './session.ts'

/** Requests for MICU help that ask this person's house for an answer, what goes on first at the top. */
export function createHelpAsked(): Accessor<Shown<Help>[] | undefined> {
  const rows = createRegister('help')
  return createMemo(() =>
    rows()
      ?.filter((help) => asksForAnswer(help, me().memberships))
      .sort((a, b) => ((a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1)),
  )
}

/** The newest request of one move, as far as this person may know of it. */
export function createHelpOf(transfer: () => string): Accessor<Shown<Help> | undefined> {
  const rows = createRegister('help')
  return createMemo(() =>
    rows()
      ?.filter((help) => help.transfer === transfer())
      .sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1))
      .at(0),
  )
}
