import { Show } from 'solid-js'

import { type Eta, etaAtDestination, etaAtOrigin } from '#shared/rides/eta.ts'
import type { Ride } from '#shared/rides/ride.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Facts } from '#web/parts/facts.tsx'
import { Section } from '#web/parts/section.tsx'
import { hospitalName, orgName, vehicleName } from '#web/pieces/place-name.ts'
import { etaDelay, etaSource, etaTime, isLate } from '#web/pieces/rides/eta-words.ts'
import { positionFact } from '#web/pieces/rides/position-fact.tsx'
import { term } from '#web/pieces/term.ts'
import { windowWords } from '#web/pieces/transport/window-words.ts'
import { now } from '#web/state/now.ts'
import { createPosition } from '#web/state/position-of.ts'

/** When it is there: always with who says so; later than planned with by how much, and what the crew met. */
function expected(ride: Ride, at: string) {
  const line = (where: string, eta: Eta | null) =>
    eta === null
      ? []
      : [
          {
            term: `${t('crew.eta.title')} ${t('crew.eta.origin', { place: hospitalName(where) })}`,
            value: etaTime(eta, at),
            note: [etaSource(eta), etaDelay(eta, at), metOn(ride, eta)].filter(Boolean).join(' · '),
          },
        ]
  return [...line(ride.from, etaAtOrigin(ride)), ...line(ride.to, etaAtDestination(ride, at))]
}

const metOn = ({ notes }: Ride, eta: Eta): string | undefined => {
  const last = notes.at(-1)
  return last !== undefined && isLate(eta) ? term('note', last.note) : undefined
}

/** When it may drive and why then; which vehicle, when. */
export function Driving(props: { transfer: Transfer; ride: Ride | null }) {
  const position = createPosition(
    () => props.transfer,
    () => props.ride,
  )
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
            ...expected(ride, now()),
            ...positionFact(ride, position(), now()),
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
