import { Show } from 'solid-js'

import type { Membership } from '#shared/access/parties.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Settings } from '#shared/settings/setting-of.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { Event } from '#shared/wire/event.ts'
import { t } from '#web/i18n/t.ts'
import { Timeline } from '#web/parts/timeline.tsx'

import { aheadSteps } from './timeline-ahead.ts'
import { pastSteps } from './timeline-past.ts'

type Props = {
  transfer: Transfer
  ride: Ride | null
  /** Oldest first; undefined while it is not loaded: only what is to come is drawn. */
  events: readonly Event[] | undefined
  /** The viewer's own. */
  memberships: readonly Membership[]
  /** The register's lines. */
  settings: Settings
  /** ISO, the server's clock. */
  now: string
}

/** What happened, whose turn it is, and what is still to come with its windows: one line from top to bottom. */
export function TransferTimeline(props: Props) {
  const steps = () => [...pastSteps(props.events ?? [], props.now), ...aheadSteps(props)]
  return (
    <Show when={steps().length > 0}>
      <Timeline label={t('transfers.timeline.label')} steps={steps()} />
    </Show>
  )
}
