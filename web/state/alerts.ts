import { type Accessor, createMemo } from 'solid-js'

import { type Alert, isOpenAlert, ROLE_OF } from '#shared/alerts/alert.ts'
import { alertedAs, ringsFor } from '#shared/alerts/alerted.ts'
import { type Acted, act } from './act.ts'
import type { Shown } from './mirror.ts'
import { createRows } from './rows.ts'
import { me } from './session.ts'

export type ShownAlert = Shown<Alert>

/** How far it went, then what goes on first, then the oldest. */
const byUrgency = (a: Alert, b: Alert): number => {
  const order = [b.level - a.level, compare(a.dueAt ?? '9', b.dueAt ?? '9'), compare(a.raisedAt, b.raisedAt)]
  return order.find((step) => step !== 0) ?? 0
}
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Those that ask this person for an answer now, the most urgent first; undefined while loading. */
export function createRinging(): Accessor<ShownAlert[] | undefined> {
  const rows = createRows('alerts')
  return createMemo(() =>
    rows()
      ?.filter((alert) => ringsFor(alert, me().memberships))
      .sort(byUrgency),
  )
}

/** Open ones for this person that do not ring: acknowledged, or still a colleague's to answer. */
export function createQuiet(): Accessor<ShownAlert[] | undefined> {
  const rows = createRows('alerts')
  return createMemo(() =>
    rows()
      ?.filter(
        (alert) =>
          isOpenAlert(alert) && alertedAs(alert, me()) !== undefined && !ringsFor(alert, me().memberships),
      )
      .sort(byUrgency),
  )
}

/** A hospital acknowledges an offer, whereby the alert is settled; everything else by the alert itself. */
export const acknowledge = ({
  id,
  act: due,
  reservation,
  transfer,
  raisedAt,
  who,
  org,
}: ShownAlert): Promise<Acted> => {
  const isOwn = me().memberships.some((held) => held.role === ROLE_OF[who] && held.org === org)
  const about = { subject: transfer }
  return due === 'acknowledge' && isOwn && reservation !== null
    ? act('reservation.acknowledge', { reservation }, about)
    : act('alert.acknowledge', { alert: id, seen: raisedAt }, about)
}
