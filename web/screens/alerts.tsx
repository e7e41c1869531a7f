import { createMemo, createSignal, For, Match, onMount, Show, Switch } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { Section } from '#web/parts/section.tsx'
import { groupAlerts } from '#web/pieces/alerts/alert-groups.ts'
import { ActStop, type Stopped } from '#web/pieces/act-stop.tsx'
import { OwnActs } from '#web/pieces/own-acts.tsx'
import { acknowledge, createQuiet, createRinging, type ShownAlert } from '#web/state/alerts.ts'
import { connection, syncedAt } from '#web/state/connection.ts'
import { now } from '#web/state/now.ts'
import { createOutbox, dismiss, sendNow } from '#web/state/outbox.ts'
import { lookAtPush } from '#web/state/push.ts'

import { HelpAsked } from './transport/help-asked.tsx'
import { AlertGroup } from './alerts/alert-group.tsx'
import { AlertList, Line } from './alerts/alert-list.tsx'
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
                <Waiting alerts={list()} onAcknowledge={answer} />
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

/** What says the same many times is said once. */
function Waiting(props: {
  alerts: readonly ShownAlert[]
  onAcknowledge: (alert: ShownAlert) => Promise<void>
}) {
  const groups = createMemo(() => groupAlerts(props.alerts))
  const groupOf = (key: string) => groups().find((group) => group.key === key)
  return (
    <ul>
      {/* By key: an open list stays open when one of it is answered. */}
      <For each={groups().map(({ key }) => key)}>
        {(key, index) => (
          <Show when={groupOf(key)}>
            {(group) => (
              <Show
                when={group().alerts.length > 1}
                fallback={
                  <Line
                    alert={group().alerts[0]}
                    primary={index() === 0}
                    onAcknowledge={() => void props.onAcknowledge(group().alerts[0])}
                  />
                }
              >
                <AlertGroup group={group()} primary={index() === 0} onAcknowledge={props.onAcknowledge} />
              </Show>
            )}
          </Show>
        )}
      </For>
    </ul>
  )
}

function Nothing() {
  return (
    <Empty kind="nothing" title={t('alerts.empty')}>
      <Show when={syncedAt()}>{(at) => t('alerts.emptyText', { time: moment(at(), now()) })}</Show>
    </Empty>
  )
}
