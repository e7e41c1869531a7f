import { For, Match, Show, Switch } from 'solid-js'

import { showCode } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'
import { actName } from '#web/pieces/act-name.ts'
import { progress } from '#web/pieces/own-acts.tsx'
import { refusalText } from '#web/pieces/refusal-text.ts'
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
  const tries = () => {
    const { lastError, tries } = props.entry
    return lastError === null ? undefined : t('app.outbox.tries', { count: tries })
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
      <StateMark state={LOOKS[props.entry.state]} label={progress(props.entry)} note={tries()} />
      <Show when={props.entry.refusal}>
        {(refusal) => (
          <>
            <p>{refusalText(refusal())}</p>
            <div>
              <Button onClick={() => dismiss(props.entry.id)}>{t('common.dismiss')}</Button>
            </div>
          </>
        )}
      </Show>
    </li>
  )
}
