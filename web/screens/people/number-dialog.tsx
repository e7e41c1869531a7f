import { createEffect, createSignal, on } from 'solid-js'

import { NUMBER_SETTINGS, type NumberName } from '#shared/settings/setting.ts'
import { valueFault } from '#shared/settings/value-fault.ts'
import { decisionOf, historyOf, settingOf, type Settings } from '#shared/settings/setting-of.ts'
import { number } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { CameTrouble } from '#web/pieces/access/came-trouble.tsx'
import { DecisionFields, type Grounds, isGrounded, noGrounds } from '#web/pieces/settings/decision-fields.tsx'
import { SettingHistory } from '#web/pieces/settings/setting-history.tsx'
import { settingWords } from '#web/pieces/settings/setting-words.ts'
import { now } from '#web/state/now.ts'

import { createDeciding } from './create-deciding.ts'

type Props = { name: NumberName | undefined; settings: Settings; mayDecide: boolean; onClose: () => void }

/** One setting: its new value with who decided and why, and every decision before it. */
export function NumberDialog(props: Props) {
  const [value, setValue] = createSignal<number>()
  const [grounds, setGrounds] = createSignal<Grounds>(noGrounds())
  const [asked, setAsked] = createSignal(false)
  const deciding = createDeciding(() => props.onClose())
  createEffect(
    on(
      () => props.name,
      (name) => {
        setValue(name === undefined ? undefined : settingOf(props.settings, name, now()))
        setGrounds(noGrounds())
        setAsked(false)
        deciding.forget()
      },
    ),
  )
  const bounds = () => (props.name === undefined ? undefined : NUMBER_SETTINGS[props.name])
  const said = () => {
    const { min = 0, max = 0, step = 1, initial = 0 } = bounds() ?? {}
    return { min: number(min), max: number(max), step: number(step), initial: number(initial) }
  }
  const isWell = () => {
    const [name, given] = [props.name, value()]
    return name !== undefined && given !== undefined && valueFault({ name, value: given }) === null
  }
  const keep = () => {
    setAsked(true)
    const [name, given] = [props.name, value()]
    if (name === undefined || given === undefined || !isWell() || !isGrounded(grounds())) return
    void deciding.record({ name, value: given }, grounds())
  }
  return (
    <Dialog
      sheet
      open={props.name !== undefined}
      title={props.name === undefined ? '' : settingWords(props.name)}
      onClose={props.onClose}
      footer={
        <>
          {props.mayDecide && (
            <Button variant="primary" busy={deciding.busy()} onClick={keep}>
              {t('settings.decide.save')}
            </Button>
          )}
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <CameTrouble trouble={deciding.trouble()} />
        {props.mayDecide && (
          <>
            <NumberField
              label={t('settings.decide.value')}
              hint={t('settings.decide.range', said())}
              value={value()}
              unit={bounds()?.unit === 'h' ? undefined : bounds()?.unit}
              whole={bounds()?.step !== 0.5}
              error={asked() && !isWell() ? t('settings.decide.rangeWrong', said()) : undefined}
              onChange={setValue}
            />
            <DecisionFields value={grounds()} onChange={setGrounds} asked={asked()} now={now()} />
          </>
        )}
      </Fields>
      {props.name !== undefined && (
        <SettingHistory
          decisions={historyOf(props.settings, props.name)}
          current={decisionOf(props.settings, props.name, now())?.id}
          now={now()}
        />
      )}
    </Dialog>
  )
}
