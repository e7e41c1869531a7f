import { createEffect, createSignal, on } from 'solid-js'

import { CONFORMITY, type Setting } from '#shared/settings/setting.ts'
import { t } from '#web/i18n/t.ts'
import { toWall } from '#web/i18n/wall-time.ts'
import { Button } from '#web/parts/button.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { CameTrouble } from '#web/pieces/access/came-trouble.tsx'
import { DecisionFields, type Grounds, isGrounded, noGrounds } from '#web/pieces/settings/decision-fields.tsx'
import { now } from '#web/state/now.ts'

import { createDeciding } from './create-deciding.ts'
import { DayField } from './day-field.tsx'

type Props = { asking: 'allow' | 'withdraw' | undefined; current: Setting | undefined; onClose: () => void }
const LINE_MAX = 120

/** The paper in which the operator decided, or by which it was taken back. */
export function OxygenDialog(props: Props) {
  const [day, setDay] = createSignal('')
  const [document, setDocument] = createSignal('')
  const [grounds, setGrounds] = createSignal<Grounds>(noGrounds())
  const [asked, setAsked] = createSignal(false)
  const deciding = createDeciding(() => props.onClose())
  createEffect(
    on(
      () => props.asking,
      () => {
        setDay(toWall(now()).slice(0, 10))
        setDocument('')
        setGrounds(noGrounds())
        setAsked(false)
        deciding.forget()
      },
    ),
  )
  const isNamed = () => document().trim().length > 1
  const keep = () => {
    setAsked(true)
    if (day() === '' || !isNamed() || !isGrounded(grounds())) return
    const value = { isOn: props.asking === 'allow', on: day(), document: document().trim() }
    void deciding.record({ name: CONFORMITY, value }, grounds())
  }
  return (
    <Dialog
      sheet
      open={props.asking !== undefined}
      title={t('settings.oxygen.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button variant="primary" busy={deciding.busy()} onClick={keep}>
            {t(props.asking === 'withdraw' ? 'settings.oxygen.withdraw' : 'settings.decide.save')}
          </Button>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <Fields>
        <CameTrouble trouble={deciding.trouble()} />
        <DayField label={t('settings.oxygen.day')} value={day()} onChange={setDay} />
        <TextField
          label={t('settings.oxygen.document')}
          hint={t('settings.oxygen.documentHint')}
          value={document()}
          maxLength={LINE_MAX}
          error={asked() && !isNamed() ? t('settings.oxygen.documentWrong') : undefined}
          onChange={setDocument}
        />
        <DecisionFields value={grounds()} onChange={setGrounds} asked={asked()} now={now()} />
      </Fields>
    </Dialog>
  )
}
