import { type JSX, Match, Show, Switch } from 'solid-js'

import type { ActsNow } from '#shared/transfers/acts-now.ts'
import type { OrgLine } from '#shared/transfers/lines-for.ts'
import { showCode } from '#shared/transfers/transfer.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { WhoActsNow } from '#web/pieces/transfers/who-acts-now.tsx'

import './request-receipt.css'

export type Sent = {
  state: 'waiting' | 'sending' | 'received' | 'refused'
  filedAt: string
  receivedAt: string | null
  code: string
  refusal: Refusal | null
}

type Props = {
  sent: Sent
  /** Undefined while this phone cannot say yet. */
  acts: ActsNow | undefined
  /** Whom to call, once the server has it. */
  lines?: readonly OrgLine[] | undefined
  href: string
  now: string
  onNew: () => void
  /** After a refusal: what was filled in comes back. */
  onAgain: () => void
  /** What must be known at once: no vehicle for this patient. */
  children?: JSX.Element
}

/** What became of a request just sent: its code, the time, whose turn it is, and whom to call if nothing happens. */
export function RequestReceipt(props: Props) {
  return (
    <section class="request-receipt" aria-live="polite">
      <Switch>
        <Match when={props.sent.state === 'refused'}>
          <Notice
            kind="stop"
            title={t('transfers.receipt.kept')}
            action={
              <Button variant="primary" onClick={() => props.onAgain()}>
                {t('transfers.receipt.again')}
              </Button>
            }
          >
            {props.sent.refusal && refusalText(props.sent.refusal)}
          </Notice>
        </Match>
        <Match when={true}>
          <p class="request-receipt__state">
            <Progress sent={props.sent} />
          </p>
          <Code code={props.sent.code} />
          <Show when={props.acts} fallback={<p>{t('transfers.receipt.unknown')}</p>}>
            {(acts) => (
              <WhoActsNow
                acts={acts()}
                now={props.now}
                unsent={props.sent.state !== 'received'}
                lines={props.lines}
              />
            )}
          </Show>
          {props.children}
        </Match>
      </Switch>
      <div class="request-receipt__acts">
        <Show when={props.sent.state !== 'refused'}>
          <LinkButton variant="primary" href={props.href}>
            {t('transfers.receipt.open')}
          </LinkButton>
        </Show>
        <Button onClick={() => props.onNew()}>{t('transfers.receipt.new')}</Button>
      </div>
    </section>
  )
}

/** A tick only once the server has it. */
function Progress(props: { sent: Sent }) {
  return (
    <Switch
      fallback={
        <StateMark
          state="waiting"
          label={t('transfers.receipt.waiting')}
          note={t('transfers.receipt.filed', { time: clock(props.sent.filedAt) })}
        />
      }
    >
      <Match when={props.sent.state === 'received'}>
        <StateMark
          state="done"
          label={t('transfers.receipt.received', {
            time: clock(props.sent.receivedAt ?? props.sent.filedAt),
          })}
        />
      </Match>
      <Match when={props.sent.state === 'sending'}>
        <StateMark
          state="moving"
          label={t('transfers.receipt.sending')}
          note={t('transfers.receipt.filed', { time: clock(props.sent.filedAt) })}
        />
      </Match>
    </Switch>
  )
}

function Code(props: { code: string }) {
  return (
    <div class="request-receipt__code">
      <span class="request-receipt__word">{t('transfers.receipt.code')}</span>
      <Show
        when={props.code}
        fallback={<span class="request-receipt__follows">{t('transfers.code.follows')}</span>}
      >
        <strong class="request-receipt__figures">{showCode(props.code)}</strong>
      </Show>
      <span class="request-receipt__word">
        {t(props.code ? 'transfers.receipt.write' : 'transfers.receipt.later')}
      </span>
    </div>
  )
}
