import { Show } from 'solid-js'

import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { orgName, vehicleName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'
import { windowWords } from '#web/pieces/transport/window-words.ts'
import { now } from '#web/state/now.ts'

/** When it may drive and why then; which vehicle, when. */
export function Driving(props: { transfer: Transfer; ride: Ride | null }) {
  const facts = () => {
    const { window, desks } = props.transfer
    const ride = props.ride
    return [
      ...(window === null
        ? []
        : [
            {
              term: t('transfers.driving.window'),
              value: windowWords(window, now()),
              note: t(`transfers.driving.${window.basis}`),
            },
          ]),
      ...(ride === null
        ? [{ term: t('transfers.driving.desk'), value: desks[0] ? orgName(desks[0]) : t('common.unknown') }]
        : [
            {
              term: t('transfers.driving.vehicle'),
              value: vehicleName(ride.vehicle),
              note: [
                term('vehicle', ride.escorted ? 'ambulance-escorted' : ride.vehicleKind),
                orgName(ride.org),
              ].join(' · '),
            },
            {
              term: t('transfers.driving.depart'),
              value: moment(ride.departAt, now()),
              ...(ride.outsideWindow ? { note: t('transfers.driving.outside') } : {}),
            },
            { term: t('transfers.driving.state'), value: term('ride', ride.state) },
          ]),
    ]
  }
  return (
    <Show when={props.transfer.window !== null || props.ride !== null}>
      <Section title={t('transfers.driving.title')}>
        <Facts facts={facts()} />
      </Section>
    </Show>
  )
}
