import { createMemo, Match, onMount, Show, Switch } from 'solid-js'

import { actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import { isMyTurn } from '#shared/transfers/turn.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { ActStop } from '#web/pieces/act-stop.tsx'
import { ClaimLine } from '#web/pieces/matching/claim-line.tsx'
import { MatchCriteria } from '#web/pieces/matching/match-criteria.tsx'
import { NeedsStrip } from '#web/pieces/transfers/needs-strip.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { hospitalName, regionName } from '#web/pieces/place-name.ts'
import { RequestSummary } from '#web/pieces/request/request-summary.tsx'
import { kindWords, specialWords } from '#web/pieces/transfers/asked-words.ts'
import { term } from '#web/pieces/term.ts'
import { TransferBed, TransferCode } from '#web/pieces/transfers/transfer-cells.tsx'
import { WhoActsNow } from '#web/pieces/transfers/who-acts-now.tsx'
import { now } from '#web/state/now.ts'
import { createPending, dismiss } from '#web/state/outbox.ts'
import { createRide } from '#web/state/rides.ts'
import { me } from '#web/state/session.ts'
import {
  createMatch,
  createTransfer,
  createTransferDetail,
  type ShownTransfer,
} from '#web/state/transfers.ts'

import { createActing } from '#web/screens/create-acting.ts'
import { MatchState, Step } from './match-step.tsx'
import { mayTake } from './may-take.ts'

/** One request: whose turn it is, what the patient needs, and the one thing this person can do about it. */
export function MatchDetail(props: { id: string; back: string }) {
  const transfer = createTransfer(() => props.id)
  const pending = createPending(() => props.id)
  return (
    <Switch>
      <Match when={transfer()}>{(row) => <Found transfer={row()} back={props.back} />}</Match>
      <Match when={transfer() === undefined}>
        <Loading rows={8} />
      </Match>
      <Match when={transfer() === null}>
        <OwnActs entries={pending()} onSeen={dismiss} />
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
  const ride = createRide(() => props.transfer.ride)
  const acts = createMemo(() => actsNow(props.transfer, ride() ?? null))
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
          <span>{kindWords(props.transfer, now())}</span>
          <Show when={props.transfer.wish}>
            {(wish) => <strong>{t('wishes.mark', { region: regionName(wish().to) })}</strong>}
          </Show>
          <a href={`/aanvragen/${id()}`}>{t('matching.whole')}</a>
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
      <Step transfer={props.transfer} clinical={clinical()} match={match.data()} acting={acting} />
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

/** Escape leads back from the request to its row in the list, where there is one beside it. */
function backToList(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (event.target instanceof Element && event.target.closest('dialog')) return
  document.querySelector<HTMLElement>('.board [aria-selected="true"]')?.focus()
}
