import { For } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { alertSentence, nextWords, raisedWords } from '#web/pieces/alerts/alert-words.ts'
import type { AlertGroup as Group } from '#web/pieces/alerts/alert-groups.ts'
import type { ShownAlert } from '#web/state/alerts.ts'
import { now } from '#web/state/now.ts'

import { Line } from './alert-list.tsx'

type Props = {
  group: Group<ShownAlert>
  primary: boolean
  onAcknowledge: (alert: ShownAlert) => Promise<void>
}

/** Many that say the same: once in words, answered together, each to be opened. */
export function AlertGroup(props: Props) {
  const alerts = () => props.group.alerts
  const first = () => alerts()[0]
  const oldest = () => alerts().toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt))[0] ?? first()
  /** One after another: what is refused for one does not keep the rest. */
  async function all() {
    for (const alert of alerts()) await props.onAcknowledge(alert)
  }
  return (
    <li class="alert-group">
      <div class="alert-line alert-line--group">
        <div class="alert-line__what">
          <StateMark state="acts" label={alertSentence(first())} />
          <p class="alert-line__about">
            <strong>{t(`alerts.group.${first().kind}`, { count: alerts().length })}</strong>
          </p>
          <p class="alert-line__small">
            {t('alerts.group.first', {
              words: [raisedWords(oldest(), now()), nextWords(first(), undefined, now())]
                .filter(Boolean)
                .join(' · '),
            })}
          </p>
        </div>
        <div class="alert-line__acts">
          <Button
            variant={props.primary ? 'primary' : 'secondary'}
            busy={alerts().every(({ pending }) => pending)}
            onClick={() => void all()}
          >
            {t('alerts.group.acknowledge', { count: alerts().length })}
          </Button>
        </div>
      </div>
      <Disclosure label={t('alerts.group.open')}>
        <ul>
          <For each={alerts()}>
            {(alert) => (
              <Line alert={alert} primary={false} onAcknowledge={() => void props.onAcknowledge(alert)} />
            )}
          </For>
        </ul>
      </Disclosure>
    </li>
  )
}
