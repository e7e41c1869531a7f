import { createMemo, Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { now } from '#web/state/now.ts'

/** Why the ride before did not go on: whoever plans anew reads it first. */
export function RideBefore(props: { rides: readonly Ride[] }) {
  const last = createMemo(() =>
    props.rides
      .filter(({ state }) => state === 'aborted')
      .toSorted((a, b) => a.since.localeCompare(b.since))
      .at(-1),
  )
  return (
    <Show when={last()}>
      {(ride) => (
        <Notice
          kind="warn"
          live="polite"
          title={t(`transport.before.${endOf(ride())}`, { vehicle: vehicleName(ride().vehicle) })}
        >
          {t('transport.before.text', { reason: whyOf(ride()), time: moment(ride().since, now()) })}
        </Notice>
      )}
    </Show>
  )
}

function endOf({ refusal, abortReason }: Ride): 'declined' | 'escort-refused' | 'aborted' {
  if (abortReason === 'escort-refused') return 'escort-refused'
  return refusal === undefined ? 'aborted' : 'declined'
}

const whyOf = ({ refusal, abortReason }: Ride): string =>
  refusal === undefined ? term('abort', abortReason ?? 'other') : term('ride-refusal', refusal)
