import { createEffect, createMemo, Match, on, Show, Switch } from 'solid-js'

import { isLive } from '#shared/beds/reservation.ts'
import { partiesOf } from '#shared/access/parties.ts'
import { actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import type { TransferDetail as Detail } from '#shared/wire/reads.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { actsSentence } from '#web/pieces/transfers/acts-now-words.ts'
import { AmbulancePlusNotice } from '#web/pieces/transfers/ambulance-plus-notice.tsx'
import { PrintOnly } from '#web/pieces/print/print-only.tsx'
import { LetterSheet } from '#web/pieces/print/letter-sheet.tsx'
import { NeedsStrip } from '#web/pieces/transfers/needs-strip.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { RequestSummary } from '#web/pieces/request/request-summary.tsx'
import { term } from '#web/pieces/term.ts'
import { TransferBed, TransferCode, TransferRoute } from '#web/pieces/transfers/transfer-cells.tsx'
import { transferLook } from '#web/pieces/transfers/transfer-look.ts'
import { TransferTimeline } from '#web/pieces/transfers/transfer-timeline.tsx'
import { WhoActsNow } from '#web/pieces/transfers/who-acts-now.tsx'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRegister } from '#web/state/register.ts'
import { createReservations } from '#web/state/reservations.ts'
import { createRide } from '#web/state/rides.ts'
import { hasRole, me, session } from '#web/state/session.ts'
import { createTransferDetail, createTransport, type ShownTransfer } from '#web/state/transfers.ts'
import { createActing } from '#web/screens/create-acting.ts'

import { Answers } from './answers.tsx'
import { Driving } from './driving.tsx'
import { hasLetter, LetterSection } from './letter.tsx'
import { LookedAt } from './looked-at.tsx'
import { OrgLines } from './org-lines.tsx'
import { ReturnLinks } from './return-links.tsx'
import { PhoneLines } from './phone-lines.tsx'
import { TransferActs } from './transfer-acts.tsx'

/** One transfer as this person may see it: the headline, the one act, then what happened beside what was asked. */
export function TransferDetail(props: { transfer: ShownTransfer }) {
  const id = () => props.transfer.id
  /** Only the server's own: what waits here for signal has no contents there yet. */
  const detail = createTransferDetail(() => (isNew(props.transfer) ? '' : id()))
  const ride = createRide(() => props.transfer.ride)
  const live = createReservations((row) => row.transfer === id() && isLive(row))
  const pending = createPending(id)
  const settings = createRegister('setting')
  const acting = createActing(id)
  const acts = createMemo(() => actsNow(props.transfer, ride() ?? null))
  /** On the server too: its record is for the parties, not for all in their houses. */
  const isParty = () =>
    !isNew(props.transfer) && me().memberships.some((one) => partiesOf(one, props.transfer).length > 0)
  const mine = () => isMyTurn(acts(), me().memberships)
  createEffect(
    on(
      () => [props.transfer.state, acts().act],
      () => announce(isOpen(props.transfer) ? actsSentence(acts(), mine()) : endWords(props.transfer)),
      { defer: true },
    ),
  )
  return (
    <article class="transfer">
      <PageHead
        back={{ href: '/', label: t('app.title.work') }}
        title={
          <span class="transfer__code">
            <TransferCode code={props.transfer.code} />
          </span>
        }
      >
        <p class="transfer__route">
          <TransferRoute transfer={props.transfer} />
        </p>
        <p class="transfer__kind">
          <TransferBed transfer={props.transfer} />
          <span>{kindWords(props.transfer)}</span>
        </p>
        <ReturnLinks transfer={props.transfer} />
      </PageHead>
      <WhoActsNow
        acts={acts()}
        now={now()}
        mine={mine()}
        ended={isOpen(props.transfer) ? undefined : endWords(props.transfer)}
        endedLook={transferLook(props.transfer.state, false)}
        unsent={isNew(props.transfer)}
        pending={props.transfer.pending ? t('transfers.pending.short') : undefined}
        escalation={props.transfer.escalation}
        lines={detail.data()?.lines}
      />
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
      <HfnoNext transfer={props.transfer} detail={detail.data()} />
      <TransferActs
        transfer={props.transfer}
        reservation={live()?.[0] ?? null}
        ride={ride() ?? null}
        acts={acts()}
        acting={acting}
      />
      <DetailState detail={detail} />
      <Show when={hasLetter(props.transfer) && detail.data()}>
        {(data) => (
          <PrintOnly>
            <LetterSheet transfer={props.transfer} detail={data()} ride={ride() ?? data().ride} now={now()} />
          </PrintOnly>
        )}
      </Show>
      <div class="transfer__panes">
        <div class="transfer__pane">
          <Section title={t('transfers.timeline.label')}>
            <TransferTimeline
              transfer={props.transfer}
              ride={ride() ?? null}
              events={detail.data()?.timeline}
              memberships={me().memberships}
              settings={settings() ?? []}
              now={now()}
            />
          </Section>
          <Driving transfer={props.transfer} ride={ride() ?? null} />
          <Answers transfer={id()} />
        </div>
        <div class="transfer__pane">
          <Asked transfer={props.transfer} detail={detail.data()} />
          <LetterSection transfer={props.transfer} ready={detail.data() !== undefined} />
          <Show when={isParty()}>
            <LookedAt transfer={props.transfer} />
          </Show>
        </div>
      </div>
    </article>
  )
}

/** It waits on this device: the server gives the code. */
const isNew = ({ code }: Transfer): boolean => code === ''

/** "Geen bed vrij · Spreiding · klaar vanaf 14:30" */
const kindWords = ({ ground, purpose, readyFrom }: Transfer): string =>
  [
    ground && term('ground', ground),
    term('purpose', purpose),
    t('transfers.readyFrom', { time: moment(readyFrom, now()) }),
  ]
    .filter(Boolean)
    .join(' · ')

/** "Ingetrokken: niet meer nodig" */
function endWords({ state, endReason }: Transfer): string {
  const word = term('state', state)
  if (endReason === null) return word
  return `${word}: ${term(state === 'rejected' ? 'reject' : 'cancel', endReason).toLowerCase()}`
}

/** Where the contents stand: not to be had now, or of an earlier minute. */
function DetailState(props: { detail: Opened<Detail> }) {
  const error = () => props.detail.error()
  const retry = () => <Button onClick={props.detail.refresh}>{t('common.retry')}</Button>
  return (
    <Switch>
      <Match when={error() && props.detail.data()}>
        <Notice
          kind="warn"
          title={t('transfers.open.stale', { time: moment(props.detail.fetchedAt() ?? now(), now()) })}
          action={retry()}
        />
      </Match>
      <Match when={error()}>
        <Notice kind="warn" live="polite" title={t('transfers.open.partly')} action={retry()}>
          {t('transfers.open.partlyText')}
        </Notice>
      </Match>
    </Switch>
  )
}

function Asked(props: { transfer: Transfer; detail: Detail | undefined }) {
  return (
    <Show
      when={props.detail}
      fallback={
        <Show when={!isNew(props.transfer)}>
          <Loading rows={6} />
        </Show>
      }
    >
      {(detail) => (
        <>
          <Section title={t('transfers.asked.title')}>
            <Show when={detail().clinical} fallback={<p>{t('transfers.asked.none')}</p>}>
              {(clinical) => (
                <>
                  <NeedsStrip clinical={clinical()} />
                  <RequestSummary
                    transfer={props.transfer}
                    clinical={clinical()}
                    contacts={null}
                    now={now()}
                  />
                </>
              )}
            </Show>
          </Section>
          <OrgLines lines={detail().lines} />
          <Show when={detail().contacts}>
            {(contacts) => <PhoneLines transfer={props.transfer} contacts={contacts()} />}
          </Show>
        </>
      )}
    </Show>
  )
}

/** HFNO, and every ambulance+ taken: when and where one frees, and whom to call. */
function HfnoNext(props: { transfer: Transfer; detail: Detail | undefined }) {
  const isWanted = () =>
    props.detail?.clinical?.support === 'hfno' &&
    props.transfer.ride === null &&
    isOpen(props.transfer) &&
    hasRole('intensivist', 'ward-staff', 'rcps', 'lcps', 'transport-desk')
  const transport = createTransport(() => (isWanted() ? props.transfer.id : ''))
  return (
    <Show when={isWanted() && transport.data()?.hfnoNext}>
      {(next) => <AmbulancePlusNotice next={next()} now={now()} demo={session()?.demo ?? true} />}
    </Show>
  )
}
