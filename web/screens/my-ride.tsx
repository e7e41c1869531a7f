import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Empty } from '#web/parts/empty.tsx'
import { Section } from '#web/parts/section.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { vehicleName } from '#web/pieces/place-name.ts'
import { RideLine } from '#web/pieces/rides/ride-line.tsx'
import { orderRides } from '#web/pieces/rides/ride-order.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createRides } from '#web/state/rides.ts'
import { myOrgs } from '#web/state/session.ts'

import { keepLast } from './keep-last.ts'
import { CrewRide } from './ride/crew-ride.tsx'

import './my-ride.css'

/** The crew's ride: the one it is on, and below it what comes after. */
export default function MyRide() {
  const [shownId, setShownId] = createSignal<string>()
  const rides = keepLast(createRides((ride) => isMine(ride) || ride.id === shownId()))
  const order = createMemo(() => orderRides((rides() ?? []).filter(isMine)))
  // What is on the screen stays there when it ends, until the crew has seen it: no ride vanishes under a thumb.
  const shown = createMemo(() => rides()?.find(({ id }) => id === shownId()))
  createEffect(
    on([order, shown], ([open, kept]) => {
      if (kept === undefined) setShownId(open[0]?.id)
    }),
  )
  createEffect(on(shownId, () => window.scrollTo({ top: 0 }), { defer: true }))
  const others = createMemo(() => order().filter(({ id }) => id !== shown()?.id))
  const rows = () => {
    const found = rides()
    const kept = shown()
    return found && (kept ? [kept, ...others()] : others())
  }
  return (
    <LoadedRows
      rows={rows()}
      synced={syncedAt() !== null}
      connection={connection()}
      failedTitle={t('rides.notLoaded')}
      failedText={t('rides.notLoadedText')}
      onRetry={sendNow}
      empty={<NoRide />}
    >
      {() => (
        <Show when={shown()?.id} keyed>
          {(_id) => (
            <Show when={shown()}>
              {(ride) => (
                <CrewRide ride={ride()} onNext={() => setShownId(undefined)}>
                  <Show when={others().length > 0}>
                    <Section title={t('rides.others')} side={others().length}>
                      <ul>
                        <For each={others()}>
                          {(other) => (
                            <li>
                              <RideLine ride={other} transfer={null} href={`/rit/${other.id}`} now={now()} />
                            </li>
                          )}
                        </For>
                      </ul>
                    </Section>
                  </Show>
                </CrewRide>
              )}
            </Show>
          )}
        </Show>
      )}
    </LoadedRows>
  )
}

const isMine = ({ vehicle }: Ride): boolean => myOrgs('crew').includes(vehicle)

function NoRide() {
  return (
    <Empty kind="nothing" title={t('rides.none')}>
      <p>{t('rides.noneText', { vehicle: myOrgs('crew').map(vehicleName).join(', ') })}</p>
      <Show when={syncedAt()}>{(at) => <p>{t('rides.noneAsOf', { time: moment(at(), now()) })}</p>}</Show>
    </Empty>
  )
}
