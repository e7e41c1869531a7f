import { lazy, Show, Suspense } from 'solid-js'

import type { Beds } from '#shared/beds/beds.ts'
import type { BedHistory } from '#shared/wire/reads.ts'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'

const BedTrend = lazy(() =>
  import('#web/pieces/beds/bed-trend.tsx').then(
    ({ BedTrend }) => ({ default: BedTrend }),
    // The figures stand without it.
    () => ({ default: () => null }),
  ),
)

/** The line of a level's history, once it is there; without a connection nothing is missed. */
export function Trend(props: { beds: Beds; history: Opened<BedHistory> }) {
  return (
    <Show when={props.history.data()}>
      {(told) => (
        <Suspense>
          <BedTrend beds={props.beds} lines={told().lines} now={now()} />
        </Suspense>
      )}
    </Show>
  )
}
