import { createMemo, Match, onMount, Show, Switch } from 'solid-js'

import { actsNow } from '#shared/transfers/acts-now.ts'
import type { Clinical } from '#shared/transfers/request.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { isMyTurn } from '#web/pieces/acts-now-words.ts'
import { ClaimLine, claimWords } from '#web/pieces/claim-line.tsx'
import { MatchCriteria } from '#web/pieces/match-criteria.tsx'
import { NeedsStrip } from '#web/pieces/needs-strip.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { RequestSummary } from '#web/pieces/request-summary.tsx'
import { term } from '#web/pieces/term.ts'
import { TransferBed, TransferCode } from '#web/pieces/transfer-cells.tsx'
import { WhoActsNow } from '#web/pieces/who-acts-now.tsx'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { me } from '#web/state/session.ts'
import {
  createMatch,
  createTransfer,
  createTransferDetail,
  type ShownTransfer,
} from '#web/state/transfers.ts'

import { type Acting, createActing } from '../create-acting.ts'
import { ChooseHospital } from './choose-hospital.tsx'
import { DirectHospital } from './direct-hospital.tsx'
import { isTakenByOther, mayTake } from './may-take.ts'
import { Offered } from './offered.tsx'
import { Verify } from './verify.tsx'

/** One request: whose turn it is, what the patient needs, and the one thing this person can do about it. */
export function MatchDetail(props: { id: string; back: string }) {
  const transfer = createTransfer(() => props.id)
  return (
    <Switch>
      <Match when={transfer()}>{(row) => <Found transfer={row()} back={props.back} />}</Match>
      <Match when={transfer() === undefined}>
        <Loading rows={8} />
      </Match>
      <Match when={transfer() === null}>
        <Empty
          kind="nothing"
          title={t('matching.gone')}
          action={<LinkButton href={props.back}>{t('common.back')}</LinkButton>}
        >
          <p>{t('matching.goneText')}</p>
        </Empty>
      </Match>
    </Switch>
  )
}

function Found(props: { transfer: ShownTransfer; back: string }) {
  const id = () => props.transfer.id
  const detail = createTransferDetail(id)
  const match = createMatch(id)
  const acting = createActing(id)
  const pending = createPending(id)
  const acts = createMemo(() => actsNow(props.transfer, null))
  const clinical = () => detail.data()?.clinical ?? undefined
  /** Whoever opens another request hears and sees where it begins. */
  let top: HTMLElement | undefined
  onMount(() => {
    const head = top?.querySelector<HTMLElement>('h1')
    head?.setAttribute('tabindex', '-1')
    head?.focus({ preventScroll: true })
  })
  return (
    <article class="match-detail" ref={top} onKeyDown={backToList}>
      <PageHead
        back={{ href: props.back, label: t('common.back') }}
        title={<Title transfer={props.transfer} />}
        side={
          <Show when={mayTake(props.transfer, 'transfer.claim')}>
            <ClaimLine
              claim={props.transfer.claim}
              person={me().id}
              now={now()}
              busy={acting.busy()}
              onClaim={() => void acting.run('transfer.claim', { transfer: id() })}
              onUnclaim={() => void acting.run('transfer.unclaim', { transfer: id() })}
            />
          </Show>
        }
      >
        <p class="match-detail__kind">
          <TransferBed transfer={props.transfer} />
          <span>{kindWords(props.transfer)}</span>
          <a href={`/aanvragen/${id()}`}>{t('matching.whole')}</a>
        </p>
      </PageHead>
      <WhoActsNow
        acts={acts()}
        now={now()}
        mine={isMyTurn(acts(), me().memberships)}
        ended={isOpen(props.transfer) ? undefined : term('state', props.transfer.state)}
        pending={props.transfer.pending ? t('transfers.pending.short') : undefined}
      />
      <Show
        when={clinical()}
        fallback={
          <Show when={detail.loading()}>
            <Loading rows={2} />
          </Show>
        }
      >
        {(found) => (
          <>
            <NeedsStrip clinical={found()} />
            <Disclosure label={t('matching.request')} note={specials(found())}>
              <RequestSummary transfer={props.transfer} clinical={found()} now={now()} />
            </Disclosure>
          </>
        )}
      </Show>
      <Show when={match.data()}>
        {(view) => (
          <div class="match-detail__criteria">
            <MatchCriteria eligibility={view().eligibility} />
          </div>
        )}
      </Show>
      <Show when={acting.stopped()}>{(stopped) => <ActStop stopped={stopped()} />}</Show>
      <OwnActs entries={pending()} onSeen={dismiss} />
      <MatchState match={match} />
      <Step transfer={props.transfer} match={match.data()} acting={acting} />
    </article>
  )
}

function Title(props: { transfer: Transfer }) {
  return (
    <span class="match-detail__title">
      <TransferCode code={props.transfer.code} />{' '}
      <span class="match-detail__from">{hospitalName(props.transfer.from)}</span>
    </span>
  )
}

/** "Geen bed vrij · Spreiding · klaar vanaf 14:30" */
const kindWords = ({ ground, purpose, readyFrom }: Transfer): string =>
  [
    ground && term('ground', ground),
    term('purpose', purpose),
    t('matching.readyFrom', { time: moment(readyFrom, now()) }),
  ]
    .filter(Boolean)
    .join(' · ')

/** What else the hospital must be able to do, beside the four facts. */
const specials = (clinical: Clinical): string | undefined =>
  clinical.specials.map((special) => term('special', special)).join(' · ') || undefined

/** Escape leads back from the request to its row in the list, where there is one beside it. */
function backToList(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (event.target instanceof Element && event.target.closest('dialog')) return
  document.querySelector<HTMLElement>('.queue-table [aria-selected="true"]')?.focus()
}

/** Where the ranking stands: on its way, could not be had, or not of this minute. */
function MatchState(props: { match: Opened<MatchView> }) {
  const outage = () => {
    const trouble = props.match.error()
    return trouble !== undefined && 'outage' in trouble
  }
  const retry = () => <Button onClick={props.match.refresh}>{t('common.retry')}</Button>
  return (
    <Switch>
      <Match when={outage() && props.match.data()}>
        {(view) => (
          <Notice
            kind="warn"
            title={t('matching.stale', { time: moment(view().at, now()) })}
            action={retry()}
          >
            {t('matching.staleText')}
          </Notice>
        )}
      </Match>
      <Match when={outage()}>
        <Empty kind="failed" title={t('matching.failed')} action={retry()}>
          <p>{t('matching.failedText')}</p>
        </Empty>
      </Match>
      <Match when={props.match.loading() && props.match.data() === undefined}>
        <Loading rows={5} />
      </Match>
    </Switch>
  )
}

type StepProps = { transfer: ShownTransfer; match: MatchView | undefined; acting: Acting }

/** The one thing to do in this state. */
function Step(props: StepProps) {
  const state = () => props.transfer.state
  const searches = () =>
    mayTake(props.transfer, 'transfer.offer') || mayTake(props.transfer, 'transfer.hand-over')
  const isBefore = () => state() === 'submitted' || state() === 'on-hold'
  return (
    <>
      <Blocked transfer={props.transfer} />
      <Switch
        fallback={
          <Show when={!isBefore() && !isSearching(props.transfer)}>
            <Past id={props.transfer.id} />
          </Show>
        }
      >
        <Match when={state() === 'verifying' && props.match}>
          {(match) => <Verify transfer={props.transfer} match={match()} acting={props.acting} />}
        </Match>
        <Match when={state() === 'matching' && searches() && props.match}>
          {(match) => <ChooseHospital transfer={props.transfer} match={match()} acting={props.acting} />}
        </Match>
        <Match when={state() === 'matching' && mayTake(props.transfer, 'transfer.direct') && props.match}>
          {(match) => <DirectHospital transfer={props.transfer} match={match()} acting={props.acting} />}
        </Match>
        <Match when={state() === 'offered'}>
          <Offered transfer={props.transfer} acting={props.acting} />
        </Match>
      </Switch>
    </>
  )
}

const isSearching = ({ state }: Transfer): boolean =>
  state === 'verifying' || state === 'matching' || state === 'offered'

/** Why there is nothing to press: a colleague works on it. */
function Blocked(props: { transfer: Transfer }) {
  const claim = () =>
    isTakenByOther(props.transfer) && mayTake(props.transfer, 'transfer.unclaim')
      ? props.transfer.claim
      : null
  return (
    <Show when={claim()}>
      {(held) => (
        <Notice kind="info" title={t('matching.claim.blocked')}>
          {t('matching.claim.blockedText', { claim: claimWords(held(), me().id, now()) })}
        </Notice>
      )}
    </Show>
  )
}

function Past(props: { id: string }) {
  return (
    <Empty
      kind="nothing"
      title={t('matching.past')}
      action={<LinkButton href={`/aanvragen/${props.id}`}>{t('matching.whole')}</LinkButton>}
    />
  )
}
