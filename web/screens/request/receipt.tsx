import { createEffect, on, onMount, Show } from 'solid-js'

import { actsNow } from '#shared/transfers/acts-now.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { HfnoNotice } from '#web/pieces/request/hfno-notice.tsx'
import type { RequestForm } from '#web/pieces/request/request-form.ts'
import { RequestReceipt, type Sent } from '#web/pieces/request/request-receipt.tsx'
import { createDraft } from '#web/state/drafts.ts'
import { now } from '#web/state/now.ts'
import { session } from '#web/state/session.ts'
import { createPending } from '#web/state/outbox.ts'
import { createTransfer, createTransferDetail, createTransport } from '#web/state/transfers.ts'

import { copyKey } from './create-form.ts'

type ReceiptProps = { form: RequestForm; at: string; onNew: () => void; onAgain: () => void }

/** What became of what was just sent, as it becomes known. */
export function Receipt(props: ReceiptProps) {
  const id = () => props.form.transfer
  const transfer = createTransfer(id)
  const pending = createPending(id)
  const [, , clearCopy] = createDraft<RequestForm>(copyKey(props.form.transfer))
  const entry = () => pending().find(({ name }) => name === 'transfer.submit')
  const isThere = () => entry()?.state === 'received'
  const transport = createTransport(() => (isThere() && props.form.support === 'hfno' ? id() : ''))
  const detail = createTransferDetail(() => (isThere() ? id() : ''))
  const sent = (): Sent => ({
    state: entry()?.state ?? 'waiting',
    filedAt: props.at,
    receivedAt: entry()?.receivedAt ?? null,
    code: entry()?.receipt?.code ?? transfer()?.code ?? '',
    refusal: entry()?.refusal ?? null,
  })
  const acts = () => {
    const row = transfer()
    return row ? actsNow(row, null) : undefined
  }
  createEffect(
    on(isThere, (there) => {
      if (!there) return
      void clearCopy()
      announce(t('transfers.receipt.isThere'))
    }),
  )
  const title = () => {
    if (entry()?.state === 'refused') return t('transfers.receipt.refused')
    return t(isThere() ? 'transfers.receipt.titleReceived' : 'transfers.receipt.title')
  }
  let head: HTMLHeadingElement | undefined
  onMount(() => {
    window.scrollTo({ top: 0 })
    head?.focus()
  })
  return (
    <>
      <h1 class="request-new__sent" ref={head} tabindex="-1">
        {title()}
      </h1>
      <RequestReceipt
        sent={sent()}
        acts={acts()}
        lines={detail.data()?.lines}
        href={`/aanvragen/${id()}`}
        now={now()}
        onNew={props.onNew}
        onAgain={props.onAgain}
      >
        <Show when={transport.data()}>
          {(view) => (
            <HfnoNotice facts={view().hfnoNext ?? 'free'} now={now()} demo={session()?.demo ?? true} />
          )}
        </Show>
      </RequestReceipt>
    </>
  )
}
