import { useLocation, useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import { guardTransfer } from '#shared/access/guard.ts'
import type { Reservation } from '#shared/beds/reservation.ts'
import { BEDS, KINDS } from '#shared/terms.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { transferSteps } from '#shared/transfers/transfer-steps.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Choice } from '#web/parts/choice.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Tabs } from '#web/parts/tabs.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { LoadedRows } from '#web/pieces/loaded-rows.tsx'
import { isAskedOf } from '#web/pieces/beds/offers-groups.ts'
import { QUEUE_VIEWS, type QueueView, queueOf } from '#web/pieces/matching/queue-groups.ts'
import { QueueTable } from '#web/pieces/matching/queue-table.tsx'
import { term } from '#web/pieces/term.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createReservations } from '#web/state/reservations.ts'
import { me, myOrgs } from '#web/state/session.ts'
import { createTransfers } from '#web/state/transfers.ts'

import { createActing } from '#web/screens/create-acting.ts'

type Query = { lijst: string; bed: string; soort: string }

/** The coordinator's queue: its views, its filter, its rows. Beside an open match it is narrow. */
export function QueuePane(props: { open?: string | undefined }) {
  const [params] = useSearchParams<Query>()
  const location = useLocation()
  const navigate = useNavigate()
  const transfers = createTransfers()
  const view = (): QueueView => QUEUE_VIEWS.find((name) => name === params.lijst) ?? 'all'
  const filter = () => ({
    bed: BEDS.find((bed) => bed === params.bed),
    kind: KINDS.find((kind) => kind === params.soort),
  })
  const queue = createMemo(() => {
    const rows = transfers()
    return rows && queueOf(rows, me(), filter(), now())
  })
  const asked = createReservations(({ state }) => state === 'offered')
  const claiming = createClaiming()
  const hrefTo = (name: QueueView) => {
    const query = new URLSearchParams(location.search)
    if (name === 'all') query.delete('lijst')
    else query.set('lijst', name)
    return `${location.pathname}${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <>
      <Tabs
        label={t('matching.queue.views')}
        tabs={[...tabsOf(queue(), view(), hrefTo), ...askedTab(asked(), transfers())]}
      />
      <QueueFilters />
      <Show when={claiming.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <LoadedRows
        rows={queue()?.[view()]}
        synced={syncedAt() !== null}
        connection={connection()}
        failedTitle={t('matching.queue.failed')}
        failedText={t('matching.queue.failedText')}
        empty={
          <Empty kind="nothing" title={t(`matching.queue.empty.${view()}`)}>
            <p>{t('matching.queue.asOf', { time: moment(syncedAt() ?? now(), now()) })}</p>
          </Empty>
        }
        onRetry={sendNow}
      >
        {(rows) => (
          <QueueTable
            caption={t(`matching.queue.view.${view()}`)}
            rows={rows()}
            person={me()}
            now={now()}
            selected={props.open}
            narrow={props.open !== undefined}
            mayClaim={mayClaim}
            onClaim={(transfer) => void claiming.claim(transfer)}
            onOpen={({ id }) => navigate(`/matchen/${id}${location.search}`)}
          />
        )}
      </LoadedRows>
    </>
  )
}

const mayClaim = (transfer: Transfer): boolean =>
  !('refused' in guardTransfer(transfer, me(), transferSteps['transfer.claim']))

function createClaiming() {
  let subject = ''
  const { run, stopped } = createActing(() => subject)
  const claim = (transfer: Transfer) => {
    subject = transfer.id
    return run('transfer.claim', { transfer: transfer.id })
  }
  return { claim, stopped }
}

function tabsOf(
  queue: Record<QueueView, readonly unknown[]> | undefined,
  current: QueueView,
  hrefTo: (view: QueueView) => string,
) {
  return QUEUE_VIEWS.filter(
    (view) => view === 'all' || view === current || (queue?.[view].length ?? 0) > 0,
  ).map((view) => ({
    href: hrefTo(view),
    label: t(`matching.queue.view.${view}`),
    current: view === current,
    count: queue?.[view].length,
  }))
}

/** For an RCPS: what other regions ask of its hospitals now, on a screen of its own. */
function askedTab(
  offers: readonly Reservation[] | undefined,
  transfers: readonly Transfer[] | undefined,
): { href: string; label: string; current: boolean; count: number }[] {
  const count = (offers ?? []).filter((row) =>
    isAskedOf(
      myOrgs('rcps'),
      row,
      transfers?.find(({ id }) => id === row.transfer),
    ),
  ).length
  return count === 0
    ? []
    : [{ href: '/aanbod', label: t('matching.queue.view.asked'), current: false, count }]
}

/** Which beds, which haste: kept in the address, so that a colleague opens the same list. */
function QueueFilters() {
  const [params, setParams] = useSearchParams<Query>()
  const summary = () =>
    [params.bed && term('bed', params.bed), params.soort && term('kind', params.soort)]
      .filter(Boolean)
      .join(' · ') || t('matching.queue.filterNone')
  const all = { value: 'all', label: t('matching.queue.filterAll') }
  return (
    <Disclosure label={t('common.filter')} note={summary()}>
      <Fields row>
        <Choice
          label={t('matching.queue.bed')}
          options={[all, ...BEDS.map((bed) => ({ value: bed, label: term('bed', bed) }))]}
          value={params.bed ?? 'all'}
          onChange={(bed) => setParams({ bed: bed === 'all' ? null : bed })}
        />
        <Choice
          label={t('matching.queue.kind')}
          options={[all, ...KINDS.map((kind) => ({ value: kind, label: term('kind', kind) }))]}
          value={params.soort ?? 'all'}
          onChange={(kind) => setParams({ soort: kind === 'all' ? null : kind })}
        />
      </Fields>
    </Disclosure>
  )
}
