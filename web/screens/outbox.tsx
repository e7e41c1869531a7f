import { For, Match, Show, Switch } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t, tryT } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'
import { actName } from '#web/pieces/act-name.ts'
import { now } from '#web/state/now.ts'
import { createOutbox, dismiss, type OutboxEntry, sendNow, unsentCount } from '#web/state/outbox.ts'
import { createTransfer } from '#web/state/transfers.ts'

import './outbox.css'

/** My own acts that the server does not have, or refused; a refusal stays until it is seen. */
export default function Outbox() {
  const entries = createOutbox()
  return (
    <>
      <header class="outbox__head">
        <h1>{t('app.title.outbox')}</h1>
        <Show when={unsentCount() > 0}>
          <Button onClick={sendNow}>{t('app.outbox.sendNow')}</Button>
        </Show>
      </header>
      <p>{t('app.outbox.text')}</p>
      <Switch>
        <Match when={entries() === undefined}>
          <Loading />
        </Match>
        <Match when={entries()?.length === 0}>
          <Empty kind="nothing" title={t('app.outbox.empty')} />
        </Match>
        <Match when={entries()}>
          {(list) => (
            <ul class="outbox__list">
              <For each={list()}>{(entry) => <Entry entry={entry} />}</For>
            </ul>
          )}
        </Match>
      </Switch>
    </>
  )
}

const LOOKS: Record<OutboxEntry['state'], State> = {
  waiting: 'waiting',
  sending: 'moving',
  received: 'done',
  refused: 'stopped',
}

function Entry(props: { entry: OutboxEntry }) {
  const transfer = createTransfer(() => props.entry.subject)
  const why = () => {
    const { lastError, tries } = props.entry
    if (lastError === null) return undefined
    return `${t(`app.outbox.why.${lastError}`)} · ${t('app.outbox.tries', { count: tries })}`
  }
  const reason = () => {
    const code = props.entry.refusal?.code
    return code && (tryT(`refusals.${code}`) ?? t('app.outbox.refusedText', { reason: code }))
  }
  return (
    <li class="outbox__entry">
      <div class="outbox__what">
        <strong>{actName(props.entry.name)}</strong>
        <Show when={transfer()?.code}>
          {(code) => <a href={`/aanvragen/${props.entry.subject}`}>{showCode(code())}</a>}
        </Show>
        <span class="outbox__when">
          {t('app.outbox.filed', { time: moment(props.entry.createdAt, now()) })}
        </span>
      </div>
      <StateMark state={LOOKS[props.entry.state]} label={t(`app.outbox.${props.entry.state}`)} note={why()} />
      <Show when={reason()}>
        <p>{reason()}</p>
        <div>
          <Button onClick={() => dismiss(props.entry.id)}>{t('common.dismiss')}</Button>
        </div>
      </Show>
    </li>
  )
}
