import { For } from 'solid-js'

import { AlertLine } from '#web/pieces/alerts/alert-line.tsx'
import { leadsSomewhere } from '#web/routes.ts'
import type { ShownAlert } from '#web/state/alerts.ts'
import { now } from '#web/state/now.ts'
import { myRoles } from '#web/state/session.ts'
import { createTransfer } from '#web/state/transfers.ts'

/** Alerts with their transfers; the first is the one to answer first. */
export function AlertList(props: {
  alerts: readonly ShownAlert[]
  onAcknowledge?: (alert: ShownAlert) => void
}) {
  return (
    <ul>
      <For each={props.alerts}>
        {(alert, index) => (
          <Line
            alert={alert}
            primary={index() === 0}
            onAcknowledge={props.onAcknowledge && (() => props.onAcknowledge?.(alert))}
          />
        )}
      </For>
    </ul>
  )
}

export function Line(props: {
  alert: ShownAlert
  primary: boolean
  onAcknowledge?: (() => void) | undefined
}) {
  const transfer = createTransfer(() => props.alert.transfer)
  return (
    <AlertLine
      alert={props.alert}
      transfer={transfer()}
      now={now()}
      href={hrefOf(props.alert)}
      primary={props.primary}
      onAcknowledge={props.onAcknowledge}
    />
  )
}

/** Where the work is done, as far as this person may go there. */
function hrefOf({ act, who, transfer, reservation }: ShownAlert): string {
  const place =
    act === 'plan'
      ? `/vervoer/${transfer}`
      : reservation === null || who === 'lcps'
        ? `/matchen/${transfer}`
        : `/aanbod/${reservation}`
  return leadsSomewhere(place, myRoles()) ? place : `/aanvragen/${transfer}`
}
