import { type Accessor, createMemo } from 'solid-js'

import { type Alert, isOpenAlert, ROLE_OF } from '#shared/alerts/alert.ts'
import { alertedAs, ringsFor } from '#shared/alerts/alerted.ts'
import { type Acted, act } from './act.ts'
import type { Shown } from './mirror.ts'
import { createRows } from './rows.ts'
import { me, myRoles } from './session.ts'

export type ShownAlert = Shown<Alert>

const byAge = (a: Alert, b: Alert): number => (a.raisedAt < b.raisedAt ? -1 : Number(a.raisedAt > b.raisedAt))

/** Roles that are ever alerted. */
export const isAlertable = (): boolean =>
  myRoles().some((role) => Object.values<string>(ROLE_OF).includes(role))

/** Those that ask this person for an answer now, the oldest first; undefined while loading. */
export function createRinging(): Accessor<ShownAlert[] | undefined> {
  const rows = createRows('alerts')
  return createMemo(() =>
    rows()
      ?.filter((alert) => ringsFor(alert, me().memberships))
      .sort(byAge),
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
      .sort(byAge),
  )
}

/** A hospital acknowledges an offer, whereby the alert is settled; everything else by the alert itself. */
export const acknowledge = ({
  id,
  act: due,
  reservation,
  transfer,
  who,
  org,
}: ShownAlert): Promise<Acted> => {
  const isOwn = me().memberships.some((held) => held.role === ROLE_OF[who] && held.org === org)
  const about = { subject: transfer }
  return due === 'acknowledge' && isOwn && reservation !== null
    ? act('reservation.acknowledge', { reservation }, about)
    : act('alert.acknowledge', { alert: id }, about)
}
