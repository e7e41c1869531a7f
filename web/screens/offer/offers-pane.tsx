import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, on, Show } from 'solid-js'

import type { Reservation } from '#shared/beds/reservation.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Section } from '#web/parts/section.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { isAskedOf, type Offer, offersOf } from '#web/pieces/beds/offers-groups.ts'
import { ComingPatients, OpenOffers, PastOffers } from '#web/pieces/beds/offers-table.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createReservations } from '#web/state/reservations.ts'
import { myOrgs } from '#web/state/session.ts'
import { createTransfers } from '#web/state/transfers.ts'

/** Own hospital's for a bed desk; for an RCPS what other regions ask of its hospitals. */
const isMine = (reservation: Reservation, transfer: Transfer | undefined): boolean =>
  myOrgs('bed-desk').includes(reservation.hospital) || isAskedOf(myOrgs('rcps'), reservation, transfer)

/** The offers as three lists; beside an open offer they are narrow. */
export function OffersPane(props: { open?: string | undefined }) {
  const navigate = useNavigate()
  const reservations = createReservations()
  const transfers = createTransfers()
  const offers = createMemo(() => {
    const rows = reservations()
    const known = transfers()
    if (rows === undefined || known === undefined) return undefined
    const byId = new Map(known.map((row) => [row.id, row]))
    return offersOf(
      rows.filter((row) => isMine(row, byId.get(row.transfer))),
      known,
    )
  })
  const all = () => {
    const found = offers()
    return found && [...found.open, ...found.coming, ...found.past]
  }
  speakNew(() => offers()?.open)
  const common = () => ({
    now: now(),
    selected: props.open,
    narrow: props.open !== undefined,
    own: myOrgs('bed-desk').length > 0,
    onOpen: ({ reservation }: Offer) => navigate(`/aanbod/${reservation.id}`),
  })
  return (
    <LoadedRows
      rows={all()}
      synced={syncedAt() !== null}
      connection={connection()}
      failedTitle={t('matching.offers.failed')}
      failedText={t('matching.offers.failedText')}
      empty={<NoOffers />}
      onRetry={sendNow}
    >
      {() => (
        <>
          <Show when={offers()?.open.length} fallback={<NoOffers />}>
            <OpenOffers {...common()} caption={t('matching.offers.open')} rows={offers()?.open ?? []} />
          </Show>
          <Show when={offers()?.coming.length}>
            {(count) => (
              <Section title={t('matching.offers.coming')} side={count()}>
                <ComingPatients
                  {...common()}
                  caption={t('matching.offers.coming')}
                  rows={offers()?.coming ?? []}
                />
              </Section>
            )}
          </Show>
          <Show when={offers()?.past.length}>
            {(count) => (
              <Disclosure label={t('matching.offers.past')} note={String(count())}>
                <PastOffers {...common()} caption={t('matching.offers.past')} rows={offers()?.past ?? []} />
              </Disclosure>
            )}
          </Show>
        </>
      )}
    </LoadedRows>
  )
}

function NoOffers() {
  return (
    <Empty kind="nothing" title={t('matching.offers.none')}>
      <p>{t('matching.offers.asOf', { time: moment(syncedAt() ?? now(), now()) })}</p>
    </Empty>
  )
}

/** A new offer must be acknowledged: it is spoken at once. */
function speakNew(open: () => readonly Offer[] | undefined): void {
  createEffect(
    on(open, (offers, before) => {
      if (offers === undefined || before === undefined) return
      const known = new Set(before.map(({ reservation }) => reservation.id))
      const fresh = offers.filter(
        ({ reservation }) => !known.has(reservation.id) && reservation.acknowledgedAt === null,
      )
      if (fresh.length > 0) announce(t('matching.offers.new', { count: fresh.length }), 'assertive')
    }),
  )
}
