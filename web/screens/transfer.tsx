import { useParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import { createPending, dismiss, sendNow } from '#web/state/outbox.ts'
import type { Trouble } from '#web/state/opened.ts'
import { createTransfer, createTransferDetail } from '#web/state/transfers.ts'

import { TransferDetail } from './transfer/transfer-detail.tsx'

import './transfer.css'

/** One transfer from the first tap to the last: whose turn it is, what happened, what was asked, what I may do. */
export default function TransferScreen() {
  const params = useParams<{ id: string }>()
  return (
    <Show when={params.id} keyed>
      {(id) => <Opened id={id} />}
    </Show>
  )
}

function Opened(props: { id: string }) {
  const transfer = createTransfer(() => props.id)
  /** What went out of sight here is not asked for again. */
  const wasHere = createMemo<boolean>((was) => was || Boolean(transfer()), false)
  const pending = createPending(() => props.id)
  /** Rows from the phone alone say nothing where none was ever fetched. */
  const isUnknown = () => transfer() === null && syncedAt() === null
  return (
    <Switch fallback={<NotThere id={props.id} />}>
      <Match when={transfer()}>{(row) => <TransferDetail transfer={row()} />}</Match>
      <Match when={isUnknown() && connection() === 'offline'}>
        <Empty
          kind="failed"
          title={t('transfers.open.failed')}
          action={<Button onClick={sendNow}>{t('common.retry')}</Button>}
        >
          {t('transfers.open.failedText')}
        </Empty>
      </Match>
      <Match when={transfer() === undefined || isUnknown()}>
        <Loading rows={8} />
      </Match>
      <Match when={!wasHere() && pending().length === 0}>
        <Elsewhere id={props.id} />
      </Match>
    </Switch>
  )
}

/** What ended longer ago is not on this device: its parties find it at the server, to take over its letter. */
function Elsewhere(props: { id: string }) {
  const detail = createTransferDetail(() => props.id)
  return (
    <Switch fallback={<NotThere id={props.id} />}>
      <Match when={detail.data()}>{(found) => <TransferDetail transfer={found().transfer} />}</Match>
      <Match when={isOutage(detail.error())}>
        <Empty
          kind="failed"
          title={t('transfers.open.failed')}
          action={<Button onClick={detail.refresh}>{t('common.retry')}</Button>}
        >
          {t('transfers.open.failedText')}
        </Empty>
      </Match>
      <Match when={detail.error() === undefined}>
        <Loading rows={8} />
      </Match>
    </Switch>
  )
}

const isOutage = (trouble: Trouble | undefined): boolean => trouble !== undefined && 'outage' in trouble

/** Nothing to see here: never filed, not mine to know of, or refused by the server; then what was filled in comes back. */
function NotThere(props: { id: string }) {
  const pending = createPending(() => props.id)
  const isRefused = () =>
    pending().some(({ name, state }) => name === 'transfer.submit' && state === 'refused')
  return (
    <div class="transfer">
      <Show
        when={isRefused()}
        fallback={
          <Empty
            kind="nothing"
            title={t('transfers.open.none')}
            action={<LinkButton href="/">{t('app.fault.toWork')}</LinkButton>}
          >
            {t('transfers.open.noneText')}
          </Empty>
        }
      >
        <PageHead back={{ href: '/', label: t('app.title.work') }} title={t('transfers.receipt.refused')} />
        <OwnActs entries={pending()} onSeen={dismiss} />
        <div class="transfer__again">
          <LinkButton variant="primary" href={`/aanvraag?opnieuw=${props.id}`}>
            {t('transfers.receipt.again')}
          </LinkButton>
        </div>
      </Show>
    </div>
  )
}
