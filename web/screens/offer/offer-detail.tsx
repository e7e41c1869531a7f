import { createEffect, createMemo, createSignal, Match, onMount, Show, Switch } from 'solid-js'

import { isLive, type Reservation } from '#shared/beds/reservation.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen } from '#shared/transfers/transfer.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { NeedsStrip } from '#web/pieces/transfers/needs-strip.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { RequestSummary } from '#web/pieces/request/request-summary.tsx'
import { kindWords, specialWords } from '#web/pieces/transfers/asked-words.ts'
import { term } from '#web/pieces/term.ts'
import { TransferBed, TransferCode } from '#web/pieces/transfers/transfer-cells.tsx'
import { WhoActsNow } from '#web/pieces/transfers/who-acts-now.tsx'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createReservation, createReservations } from '#web/state/reservations.ts'
import { createRide } from '#web/state/rides.ts'
import { hasRole, me, myOrgs } from '#web/state/session.ts'
import { createTransfer, createTransferDetail, type ShownTransfer } from '#web/state/transfers.ts'

import { createActing } from '#web/screens/create-acting.ts'
import { Answer } from './answer.tsx'
import { Coming } from './coming.tsx'
import { LastBed } from './last-bed.tsx'
import { MoveOffer } from './move-offer.tsx'
import { OwnAnswer } from './own-answer.tsx'

/** One offer: who asks what, and this hospital's answer. */
export function OfferDetail(props: { id: string }) {
  const reservation = createReservation(() => props.id)
  const transfer = createTransfer(() => reservation()?.transfer ?? '')
  /** Which transfer it was about, also when the offer is gone. */
  const [about, setAbout] = createSignal('')
  createEffect(() => {
    const id = reservation()?.transfer
    if (id !== undefined) setAbout(id)
  })
  const pending = createPending(about)
  const others = createReservations((row) => row.transfer === about() && isLive(row))
  const isMine = (row: Reservation) => myOrgs('bed-desk').includes(row.hospital)
  return (
    <Switch fallback={<Loading rows={8} />}>
      <Match when={reservation() === null}>
        <OwnActs entries={pending()} onSeen={dismiss} />
        <Gone moved={others()?.find(({ id }) => id !== props.id)} />
      </Match>
      <Match when={live(reservation()) && transfer()}>
        {(row) => (
          <Show when={reservation()}>
            {(found) => <Found reservation={found()} transfer={row()} mine={isMine(found())} />}
          </Show>
        )}
      </Match>
      <Match when={transfer() !== undefined && reservation()}>
        {(found) => <OwnAnswer reservation={found()} />}
      </Match>
    </Switch>
  )
}

const live = (reservation: Reservation | null | undefined): boolean =>
  reservation != null && isLive(reservation)

function Gone(props: { moved: Reservation | undefined }) {
  return (
    <Show
      when={props.moved}
      fallback={
        <Empty
          kind="nothing"
          title={t('matching.offers.gone')}
          action={<LinkButton href="/aanbod">{t('common.back')}</LinkButton>}
        >
          <p>{t('matching.offers.goneText')}</p>
        </Empty>
      }
    >
      {(row) => (
        <Empty
          kind="nothing"
          title={t('matching.offers.movedTo', { hospital: hospitalName(row().hospital) })}
          action={<LinkButton href={`/aanbod/${row().id}`}>{t('matching.offers.toMoved')}</LinkButton>}
        />
      )}
    </Show>
  )
}

function Found(props: { reservation: Reservation; transfer: ShownTransfer; mine: boolean }) {
  const id = () => props.transfer.id
  const detail = createTransferDetail(id)
  const acting = createActing(id)
  const pending = createPending(id)
  const ride = createRide(() => props.transfer.ride)
  const acts = createMemo(() => actsNow(props.transfer, ride() ?? null))
  const clinical = () => detail.data()?.clinical ?? undefined
  const isOutage = () => {
    const trouble = detail.error()
    return trouble !== undefined && 'outage' in trouble
  }
  let top: HTMLElement | undefined
  onMount(() => {
    const head = top?.querySelector<HTMLElement>('h1')
    head?.setAttribute('tabindex', '-1')
    head?.focus({ preventScroll: true })
  })
  return (
    <article class="match-detail" ref={top}>
      <PageHead
        back={{ href: '/aanbod', label: t('common.back') }}
        title={
          <span class="match-detail__title">
            <TransferCode code={props.transfer.code} />{' '}
            <span class="match-detail__from">{hospitalName(props.transfer.from)}</span>
          </span>
        }
      >
        <p class="match-detail__kind">
          <TransferBed transfer={props.transfer} />
          <span>{kindWords(props.transfer, now())}</span>
        </p>
      </PageHead>
      <WhoActsNow
        acts={acts()}
        now={now()}
        mine={isMyTurn(acts(), me().memberships)}
        ended={isOpen(props.transfer) ? undefined : term('state', props.transfer.state)}
        pending={props.transfer.pending ? t('transfers.pending.short') : undefined}
        escalation={props.transfer.escalation}
        lines={detail.data()?.lines}
      />
      <Switch fallback={<Loading rows={2} />}>
        <Match when={clinical()}>
          {(found) => (
            <>
              <NeedsStrip clinical={found()} />
              <Disclosure label={t('matching.request')} note={specialWords(found())}>
                <RequestSummary
                  transfer={props.transfer}
                  clinical={found()}
                  contacts={detail.data()?.contacts}
                  now={now()}
                />
              </Disclosure>
            </>
          )}
        </Match>
        <Match when={isOutage()}>
          <Empty
            kind="failed"
            title={t('matching.offers.clinicalFailed')}
            action={<Button onClick={detail.refresh}>{t('common.retry')}</Button>}
          >
            <p>{t('matching.offers.clinicalFailedText')}</p>
          </Empty>
        </Match>
        <Match when={detail.data()}>{null}</Match>
      </Switch>
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
      <LastBed reservation={props.reservation} entries={pending()} />
      <Switch>
        <Match when={props.reservation.state !== 'offered'}>
          <Coming reservation={props.reservation} transfer={props.transfer} acting={acting} />
        </Match>
        <Match when={props.mine}>
          <Answer
            reservation={props.reservation}
            transfer={props.transfer}
            clinical={clinical()}
            acting={acting}
          />
        </Match>
        <Match when={hasRole('rcps')}>
          <MoveOffer
            reservation={props.reservation}
            transfer={props.transfer}
            clinical={clinical()}
            acting={acting}
          />
        </Match>
      </Switch>
    </article>
  )
}
