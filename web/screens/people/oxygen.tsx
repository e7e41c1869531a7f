import { createSignal, Show } from 'solid-js'

import { CONFORMITY, type Setting } from '#shared/settings/setting.ts'
import { decisionOf, historyOf, mayShowOxygen, type Settings } from '#shared/settings/setting-of.ts'
import { moment, shortDay } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Section } from '#web/parts/section.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { SettingHistory } from '#web/pieces/settings/setting-history.tsx'
import { now } from '#web/state/now.ts'
import { session } from '#web/state/session.ts'

import { OxygenDialog } from './oxygen-dialog.tsx'

type Props = { settings: Settings; mayDecide: boolean }

/** Whether R10 may be shown, by which decision; it can be taken back. */
export function OxygenDecision(props: Props) {
  const [asking, setAsking] = createSignal<'allow' | 'withdraw'>()
  const current = () => decisionOf(props.settings, CONFORMITY, now())
  const isDemo = () => session()?.demo === true
  const isShown = () => mayShowOxygen(props.settings, now(), isDemo())
  const isDecided = () => mayShowOxygen(props.settings, now(), false)
  return (
    <Section
      title={t('settings.part.oxygen')}
      side={
        <StateMark
          state={isShown() ? 'done' : 'waiting'}
          label={t(isShown() ? 'settings.oxygen.on' : 'settings.oxygen.off')}
        />
      }
    >
      <p class="settings__lead">{wordsOf(current(), isDemo())}</p>
      <Show when={props.mayDecide}>
        <Button onClick={() => setAsking(isDecided() ? 'withdraw' : 'allow')}>
          {t(isDecided() ? 'settings.oxygen.withdraw' : 'settings.oxygen.allow')}
        </Button>
      </Show>
      <Show when={historyOf(props.settings, CONFORMITY).length > 1}>
        <SettingHistory
          decisions={historyOf(props.settings, CONFORMITY)}
          current={current()?.id}
          now={now()}
        />
      </Show>
      <OxygenDialog asking={asking()} current={current()} onClose={() => setAsking(undefined)} />
    </Section>
  )
}

function wordsOf(decision: Setting | undefined, isDemo: boolean): string {
  if (typeof decision?.value !== 'object') return t(isDemo ? 'settings.oxygen.demo' : 'settings.oxygen.none')
  const { isOn, on, document } = decision.value
  const said = { on: shortDay(`${on}T12:00:00Z`), document, by: decision.decidedBy }
  const since = moment(decision.inForceFrom, now())
  return t(isOn ? 'settings.oxygen.decided' : 'settings.oxygen.withdrawn', { ...said, since })
}
