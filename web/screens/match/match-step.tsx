import { Match, Show, Switch } from 'solid-js'

import type { Clinical } from '#shared/transfers/request.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { claimWords } from '#web/pieces/matching/claim-line.tsx'
import { now } from '#web/state/now.ts'
import type { Opened } from '#web/state/opened.ts'
import { me } from '#web/state/session.ts'
import type { ShownTransfer } from '#web/state/transfers.ts'

import type { Acting } from '#web/screens/create-acting.ts'
import { ChooseHospital } from './choose-hospital.tsx'
import { DirectHospital } from './direct-hospital.tsx'
import { isTakenByOther, mayTake } from './may-take.ts'
import { Offered } from './offered.tsx'
import { Verify } from './verify.tsx'

/** Where the ranking stands: on its way, could not be had, or not of this minute. */
export function MatchState(props: { match: Opened<MatchView> }) {
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

type StepProps = {
  transfer: ShownTransfer
  clinical: Clinical | undefined
  match: MatchView | undefined
  acting: Acting
}

/** The one thing to do in this state. */
export function Step(props: StepProps) {
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
          <Offered transfer={props.transfer} clinical={props.clinical} acting={props.acting} />
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
