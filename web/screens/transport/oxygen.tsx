import { createMemo, createSignal, Show } from 'solid-js'

import { roadBetween } from '#shared/reference/distances.ts'
import { mayShowOxygen, settingOf } from '#shared/settings/setting-of.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { fleetNow } from '#shared/transport/fleet-now.ts'
import { oxygenFacts } from '#shared/transport/oxygen-facts.ts'
import { OxygenSum } from '#web/pieces/transport/oxygen-sum.tsx'
import { now } from '#web/state/now.ts'
import { createRegister } from '#web/state/register.ts'
import { session } from '#web/state/session.ts'

type Props = {
  transfer: Pick<Transfer, 'from' | 'to'>
  clinical: Clinical | null
  vehicle: string | undefined
}

/** R10 beside an assignment; outside the demo only once the operator's conformity decision is on record. */
export function OxygenHelp(props: Props) {
  const settings = createRegister('setting')
  const vehicles = createRegister('vehicle')
  const teams = createRegister('team')
  const [leak, setLeak] = createSignal<number>()
  const isShown = () => mayShowOxygen(settings() ?? [], now(), session()?.demo ?? false)
  const wagon = createMemo(() =>
    fleetNow([...(vehicles() ?? []), ...(teams() ?? [])], now()).find(({ id }) => id === props.vehicle),
  )
  const minutes = () => {
    const road = roadBetween(props.transfer.from, props.transfer.to ?? '')
    return wagon()?.kind === 'micu' ? road?.micuMinutes : road?.ambulanceMinutes
  }
  return (
    <Show when={isShown() && props.vehicle !== undefined && props.clinical}>
      {(clinical) => (
        <OxygenSum
          facts={oxygenFacts({
            clinical: clinical(),
            minutes: minutes(),
            cylinders: wagon()?.oxygen,
            ventilatorUse: settingOf(settings() ?? [], 'oxygen.ventilator-use', now()),
            leak: leak(),
          })}
          asksLeak={clinical().support === 'niv'}
          leak={leak()}
          onLeak={setLeak}
        />
      )}
    </Show>
  )
}
