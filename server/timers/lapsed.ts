// Alerts that nobody hears any more: the last session in which one rang has run out (a desk left open over its twelve
// hours). Computed from the rows at each look. Called by do-due.ts.
import type { Membership } from '#shared/access/parties.ts'
import type { Alert } from '#shared/alerts/alert.ts'
import { ringsFor } from '#shared/alerts/alerted.ts'
import { dueAct, isLapse, levelSince } from '#shared/alerts/due.ts'
import type { Access } from '#server/sign-in/access.ts'
import { openAlerts } from '#server/store/alerts.ts'
import { lapsedSince, peoplePresent } from '#server/store/sessions.ts'
import type { Db } from '#server/store/store.ts'

export type Roles = Pick<Access, 'membershipsOf'>
export type Lapse = { alert: Alert; lapsed: string }

/** Who signed out chose to; where nobody was signed in, nobody stopped listening: both wait for the step's limit. */
export async function unheardAlerts(db: Db, roles: Roles, now: string): Promise<Lapse[]> {
  const ringing = (await openAlerts(db)).filter(
    (alert) => alert.state === 'raised' && dueAct(alert) === 'escalate',
  )
  const since = ringing.map(levelSince).toSorted()[0]
  if (since === undefined) return []
  const lapsed = await lapsedSince(db, since, now)
  if (lapsed.size === 0) return []
  const gone = await roles.membershipsOf([...lapsed.keys()])
  const heard = ringing.flatMap((alert) => {
    const last = lastOf(alert, gone, lapsed)
    return last !== null && isLapse(alert, last, now) ? [{ alert, lapsed: last }] : []
  })
  if (heard.length === 0) return []
  const present = [...(await roles.membershipsOf(await peoplePresent(db, now))).values()]
  return heard.filter(({ alert }) => !present.some((held) => ringsFor(alert, held)))
}

/** When the last session of those it rings for ran out. */
const lastOf = (
  alert: Alert,
  gone: ReadonlyMap<string, readonly Membership[]>,
  lapsed: ReadonlyMap<string, string>,
): string | null =>
  [...gone]
    .filter(([, held]) => ringsFor(alert, held))
    .map(([person]) => lapsed.get(person) ?? '')
    .toSorted()
    .at(-1) ?? null
