import { createSignal, Match, onMount, Show, Switch } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Section } from '#web/parts/section.tsx'
import { ActStop, type Stopped } from '#web/pieces/act-stop.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { acknowledge, createQuiet, createRinging, type ShownAlert } from '#web/state/alerts.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { createOutbox, dismiss, sendNow } from '#web/state/outbox.ts'
import { lookAtPush } from '#web/state/push.ts'

import { HelpAsked } from './transport/help-asked.tsx'
import { AlertList } from './alerts/alert-list.tsx'
import { ThisDevice } from './alerts/this-device.tsx'

import './alerts.css'

/** What must be acknowledged, what was, and how this device tells of it. */
export default function Alerts() {
  const ringing = createRinging()
  const quiet = createQuiet()
  const outbox = createOutbox()
  const [stopped, setStopped] = createSignal<Stopped>()
  onMount(() => void lookAtPush())
  const acks = () => (outbox() ?? []).filter(({ name }) => name === 'alert.acknowledge')
  const answer = async (alert: ShownAlert) => {
    const acted = await acknowledge(alert)
    setStopped('queued' in acted && acted.queued !== undefined ? undefined : (acted as Stopped))
  }
  const isUnknown = () => syncedAt() === null && connection() === 'offline'
  return (
    <>
      <header class="alerts__head">
        <h1>{t('alerts.title')}</h1>
        <p>{t('alerts.text')}</p>
      </header>
      <Show when={stopped()}>{(why) => <ActStop stopped={why()} />}</Show>
      <OwnActs entries={acks()} onSeen={dismiss} />
      <HelpAsked />
      <Switch>
        <Match when={isUnknown()}>
          <Empty
            kind="failed"
            title={t('alerts.offline')}
            action={<Button onClick={sendNow}>{t('common.retry')}</Button>}
          >
            {t('alerts.offlineText')}
          </Empty>
        </Match>
        <Match when={ringing() === undefined}>
          <Loading rows={4} />
        </Match>
        <Match when={ringing()}>
          {(list) => (
            <Section title={t('alerts.waiting')} side={list().length}>
              <Show when={list().length > 0} fallback={<Nothing />}>
                <AlertList alerts={list()} onAcknowledge={(alert) => void answer(alert)} />
              </Show>
            </Section>
          )}
        </Match>
      </Switch>
      <Show when={quiet()?.length}>
        <Section title={t('alerts.known')} side={quiet()?.length}>
          <AlertList alerts={quiet() ?? []} />
        </Section>
      </Show>
      <ThisDevice />
    </>
  )
}

function Nothing() {
  return (
    <Empty kind="nothing" title={t('alerts.empty')}>
      <Show when={syncedAt()}>{(at) => t('alerts.emptyText', { time: moment(at(), now()) })}</Show>
    </Empty>
  )
}
