import { createEffect, createMemo, Match, on, onMount, Show, Switch } from 'solid-js'

import { guardTransfer } from '#shared/access/guard.ts'
import { isActive } from '#shared/rides/ride.ts'
import { rideSteps } from '#shared/rides/ride-steps.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { t } from '#web/i18n/t.ts'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { EscortFact } from '#web/pieces/transfers/escort-fact.tsx'
import { NeedsStrip } from '#web/pieces/transfers/needs-strip.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { RequestSummary } from '#web/pieces/request/request-summary.tsx'
import { rideContacts } from '#web/state/ride-contacts.ts'
import { RidePhones } from '#web/pieces/rides/ride-phones.tsx'
import { term } from '#web/pieces/term.ts'
import { TransferBed, TransferCode, TransferRoute } from '#web/pieces/transfers/transfer-cells.tsx'
import { TransferTimeline } from '#web/pieces/transfers/transfer-timeline.tsx'
import { WhoActsNow } from '#web/pieces/transfers/who-acts-now.tsx'
import { keepLast } from '#web/screens/keep-last.ts'
import type { Shown } from '#web/state/mirror.ts'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { createRides } from '#web/state/rides.ts'
import { hasRole, me, session } from '#web/state/session.ts'
import { createTransfer, createTransferDetail } from '#web/state/transfers.ts'

import { Help } from './help.tsx'
import { Indication } from './indication.tsx'
import { PlanRide } from './plan-ride.tsx'
import { RideBefore } from './ride-before.tsx'
import { RidePanel } from './ride-panel.tsx'
import { VehiclesThatMay } from './vehicles-that-may.tsx'

/** One move for whoever plans its transport or may look on. */
export function TransportDetail(props: { id: string }) {
  const transfer = keepLast(createTransfer(() => props.id))
  const rides = keepLast(createRides((ride) => ride.transfer === props.id))
  const ride = createMemo(() => rides()?.find(isActive) ?? null)
  return (
    <Switch fallback={<Loading rows={6} />}>
      <Match when={transfer()}>{(row) => <Move transfer={row()} />}</Match>
      <Match when={transfer() === null && ride()}>
        {(lent) => (
          <>
            <PageHead title={t('transport.rideOnly')} back={back(props.id)} />
            <RidePanel ride={lent()} transfer={null} />
          </>
        )}
      </Match>
      <Match when={transfer() === null}>
        <PageHead title={t('transport.planTitle')} back={back(props.id)} />
        <Empty kind="nothing" title={t('app.missing.title')}>
          {t('transport.goneText')}
        </Empty>
      </Match>
    </Switch>
  )
}

const back = (transfer: string) =>
  hasRole('transport-desk')
    ? { href: '/vervoer', label: t('transport.title') }
    : { href: `/aanvragen/${transfer}`, label: t('app.title.transfer') }

function Move(props: { transfer: Shown<Transfer> }) {
  const id = createMemo(() => props.transfer.id)
  const detail = createTransferDetail(id)
  const rides = keepLast(createRides((row) => row.transfer === props.transfer.id))
  const ride = createMemo(() => rides()?.find(isActive) ?? null)
  const pending = createPending(id)
  const settings = createRegister('setting')
  const acts = createMemo(() => actsNow(props.transfer, ride()))
  const mayPlan = () =>
    !('refused' in guardTransfer(props.transfer, me(), { from: ['reserved'], by: rideSteps['ride.plan'].by }))
  const clinical = () => detail.data()?.clinical ?? null
  let article: HTMLElement | undefined
  const driven = createMemo(() => rides() && (ride()?.id ?? null))
  // Whoever opens a move hears and sees where it begins; so too when the form gives way to the ride.
  onMount(() => toHead(article))
  createEffect(on(driven, (_, before) => before !== undefined && isLost(article) && toHead(article)))
  return (
    <article class="transport-plan" ref={article} onKeyDown={backToList}>
      <PageHead
        title={<TransferRoute transfer={props.transfer} />}
        back={back(props.transfer.id)}
        side={
          <>
            <TransferCode code={props.transfer.code} /> <TransferBed transfer={props.transfer} />
          </>
        }
      />
      <WhoActsNow
        acts={acts()}
        now={now()}
        mine={isMyTurn(acts(), me().memberships)}
        ended={isOpen(props.transfer) ? undefined : term('state', props.transfer.state)}
        pending={props.transfer.pending ? t('transfers.pending.short') : undefined}
        escalation={props.transfer.escalation}
        lines={detail.data()?.lines}
      />
      <OwnActs
        entries={pending().filter(({ name, state }) => name !== 'ride.plan' || state !== 'refused')}
        onSeen={dismiss}
      />
      <Show
        when={clinical()}
        fallback={
          <Show
            when={detail.loading()}
            fallback={<p class="transport-plan__none">{t('rides.factsNotLoaded')}</p>}
          >
            <Loading rows={2} />
          </Show>
        }
      >
        {(known) => (
          <>
            <NeedsStrip clinical={known()} />
            <EscortFact clinical={known()} from={props.transfer.from} />
            <Disclosure label={t('transport.wholeRequest')}>
              <RequestSummary
                transfer={props.transfer}
                clinical={known()}
                contacts={detail.data()?.contacts}
                now={now()}
              />
            </Disclosure>
          </>
        )}
      </Show>
      <Indication transfer={props.transfer} pending={pending()} />
      <Show when={!mayPlan()}>
        <Help transfer={props.transfer} />
      </Show>
      <Switch>
        <Match when={ride()}>{(row) => <RidePanel ride={row()} transfer={props.transfer} />}</Match>
        <Match when={mayPlan()}>
          <RideBefore rides={rides() ?? []} />
          <PlanRide transfer={props.transfer} clinical={clinical()} pending={pending()} />
        </Match>
        <Match when={props.transfer.to !== null && isOpen(props.transfer)}>
          <VehiclesThatMay id={props.transfer.id} clinical={clinical()} />
        </Match>
      </Switch>
      <Show when={detail.data()?.contacts && props.transfer.to}>
        {(to) => (
          <div class="transport-plan__phones">
            <RidePhones
              from={props.transfer.from}
              to={to()}
              contacts={rideContacts(detail.data())}
              demo={session()?.demo ?? false}
            />
          </div>
        )}
      </Show>
      <Disclosure label={t('transport.history')}>
        <TransferTimeline
          transfer={props.transfer}
          ride={ride()}
          events={detail.data()?.timeline}
          memberships={me().memberships}
          settings={settings() ?? []}
          now={now()}
        />
      </Disclosure>
    </article>
  )
}

/** The focus was in what is gone, or is still in the move. */
const isLost = (article: HTMLElement | undefined): boolean =>
  document.activeElement === document.body || (article?.contains(document.activeElement) ?? false)

function toHead(article: HTMLElement | undefined): void {
  const head = article?.querySelector<HTMLElement>('h1')
  head?.setAttribute('tabindex', '-1')
  head?.focus()
}

/** Escape leads back from the move to its row in the list, where there is one beside it. */
function backToList(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (event.target instanceof Element && event.target.closest('dialog')) return
  document.querySelector<HTMLElement>('.board [aria-selected="true"]')?.focus()
}
