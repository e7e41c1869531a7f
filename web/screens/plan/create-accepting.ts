import { type Accessor, createMemo, createSignal } from 'solid-js'

import type { PlanRow, PlanView } from '#shared/wire/plans.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { outcomeOf, type PlanOutcome, type PlanRowFacts } from '#web/pieces/plan/plan-outcome.ts'
import { act } from '#web/state/act.ts'
import { createOutbox } from '#web/state/outbox.ts'
import { createReservations } from '#web/state/reservations.ts'
import { me } from '#web/state/session.ts'
import { createTransfers } from '#web/state/transfers.ts'

type Stopped = NonNullable<PlanRowFacts['stopped']>

export type Accepting = {
  outcome: (row: PlanRow) => PlanOutcome
  isChosen: (row: PlanRow) => boolean
  choose: (rows: readonly PlanRow[], on: boolean) => void
  /** Those that would be offered. */
  chosen: Accessor<readonly PlanRow[]>
  busy: Accessor<boolean>
  /** One ordinary offer each; what goes wrong with one stops no other. */
  offer: (plan: PlanView) => Promise<void>
}

/** What becomes of a plan's assignments: chosen, offered, answered. */
export function createAccepting(rows: Accessor<readonly PlanRow[]>): Accepting {
  const transfers = createTransfers()
  const reservations = createReservations()
  const outbox = createOutbox()
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const [stopped, setStopped] = createSignal<ReadonlyMap<string, Stopped>>(new Map())
  const [busy, setBusy] = createSignal(false)
  const facts = createMemo(() => ({
    transfers: transfers() && new Map(transfers()?.map((row) => [row.id, row])),
    reservations: new Map(reservations()?.map((row) => [row.id, row])),
    sent: new Map(
      (outbox() ?? []).filter(({ name }) => name === 'transfer.offer').map((entry) => [entry.subject, entry]),
    ),
  }))
  const outcome = (row: PlanRow): PlanOutcome => {
    const { transfers: known, reservations: made, sent } = facts()
    return outcomeOf(row, {
      transfer: known && (known.get(row.transfer) ?? null),
      reservation: made.get(row.offer),
      sent: sent.get(row.transfer),
      stopped: stopped().get(row.offer),
      person: me().id,
    })
  }
  const isChosen = (row: PlanRow) => !left().has(row.offer)
  const chosen = createMemo(() =>
    rows().filter((row) => row.hospital !== null && isChosen(row) && outcome(row).mayOffer),
  )
  const choose = (of: readonly PlanRow[], on: boolean) =>
    setLeft((before) => {
      const next = new Set(before)
      for (const { offer } of of) on ? next.delete(offer) : next.add(offer)
      return next
    })
  async function offer(plan: PlanView): Promise<void> {
    if (busy()) return
    setBusy(true)
    try {
      for (const row of chosen()) {
        const { transfer, hospital, offer: reservation } = row
        if (hospital === null) continue
        const reason = t('plan.reason', { time: clock(plan.figures.at) })
        const done = await act(
          'transfer.offer',
          { transfer, reservation, hospital, reason },
          { subject: transfer },
        )
        if (done.queued === undefined)
          setStopped((before) => new Map(before).set(reservation, done as Stopped))
      }
    } finally {
      setBusy(false)
    }
  }
  return { outcome, isChosen, choose, chosen, busy, offer }
}
