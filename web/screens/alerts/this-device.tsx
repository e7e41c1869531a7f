import { Match, Show, Switch } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { Toggle } from '#web/parts/toggle.tsx'
import { soundAlarm } from '#web/pieces/rides/alarm.ts'
import { push, turnOffPush, turnOnPush } from '#web/state/push.ts'
import { chooseSound, isSoundOn } from '#web/state/sound.ts'

/** How this device tells of an alert: by sound while the app is open, by a message when it is not. */
export function ThisDevice() {
  return (
    <Section title={t('alerts.device')}>
      <div class="alerts__device">
        <Toggle
          label={t('alerts.sound')}
          hint={t('alerts.sound.hint')}
          value={isSoundOn()}
          onChange={chooseSound}
        />
        <Show when={isSoundOn()}>
          <div>
            <Button variant="quiet" icon="bell" onClick={soundAlarm}>
              {t('alerts.sound.test')}
            </Button>
          </div>
        </Show>
      </div>
      <div class="alerts__device">
        <h3>{t('alerts.push')}</h3>
        <p>{t('alerts.push.why')}</p>
        <Switch>
          <Match when={push() === 'on'}>
            <p role="status">{t('alerts.push.on')}</p>
            <div>
              <Button onClick={() => void turnOffPush()}>{t('alerts.push.turnOff')}</Button>
            </div>
          </Match>
          <Match when={push() === 'denied' || push() === 'unsupported'}>
            <p role="status">{t(push() === 'denied' ? 'alerts.push.denied' : 'alerts.push.unsupported')}</p>
          </Match>
          <Match when={push() !== 'unknown'}>
            <Show when={push() === 'failed'}>
              <p role="status">{t('alerts.push.failed')}</p>
            </Show>
            <div>
              <Button
                busy={push() === 'busy'}
                busyLabel={t('alerts.push.busy')}
                onClick={() => void turnOnPush()}
              >
                {t('alerts.push.turnOn')}
              </Button>
            </div>
          </Match>
        </Switch>
      </div>
    </Section>
  )
}
