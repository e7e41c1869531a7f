import { createEffect, createMemo, createSignal, on } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Select } from '#web/parts/select.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { nearestTo } from '#web/pieces/request/nearest-hospitals.ts'

type Props = {
  open: boolean
  /** Where the ride was going: the nearest to it come first. */
  to: string
  onClose: () => void
  onDivert: (hospital: string, reason: string) => void
}

const NEAR = 4
const WHY = ['patient', 'road', 'closed', 'vehicle', 'other'] as const
type Why = (typeof WHY)[number]

/** After departure, to another hospital: where the patient is now, and why. */
export function RideDivert(props: Props) {
  const [hospital, setHospital] = createSignal<string>()
  const [why, setWhy] = createSignal<Why>()
  const [text, setText] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  createEffect(
    on(
      () => props.open,
      () => {
        setHospital(undefined)
        setWhy(undefined)
        setText('')
        setMissing(false)
      },
    ),
  )
  const others = createMemo(() => nearestTo(props.to).map(({ id, short }) => ({ value: id, label: short })))
  const reason = () => {
    const chosen = why()
    if (chosen === undefined) return ''
    const typed = text().trim()
    if (chosen === 'other') return typed
    return typed === '' ? t(`rides.divert.why.${chosen}`) : `${t(`rides.divert.why.${chosen}`)}: ${typed}`
  }
  const divert = () => {
    const chosen = hospital()
    if (chosen === undefined || reason() === '' || reason().length > FREE_TEXT_MAX) setMissing(true)
    else props.onDivert(chosen, reason())
  }
  const required = (absent: boolean) => (missing() && absent ? t('refusals.field.required') : undefined)
  return (
    <Dialog
      open={props.open}
      title={t('rides.divert.title')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button variant="danger" onClick={divert}>
            {t('rides.divert.do')}
          </Button>
          <Button onClick={() => props.onClose()}>{t('rides.divert.not')}</Button>
        </>
      }
    >
      <Fields>
        <p>{t('rides.divert.text')}</p>
        <Choice
          label={t('rides.divert.where')}
          options={others().slice(0, NEAR)}
          value={hospital()}
          onChange={setHospital}
          stacked
          error={required(hospital() === undefined)}
        />
        <Select
          label={t('rides.divert.elsewhere')}
          options={others()}
          value={hospital()}
          onChange={setHospital}
          placeholder={t('rides.divert.choose')}
        />
        <Choice
          label={t('common.reason')}
          options={WHY.map((value) => ({ value, label: t(`rides.divert.why.${value}`) }))}
          value={why()}
          onChange={setWhy}
          error={required(why() === undefined)}
        />
        <TextArea
          label={t('rides.divert.note')}
          value={text()}
          onChange={setText}
          limit={FREE_TEXT_MAX}
          rows={2}
          optional={why() !== 'other'}
          error={required(why() === 'other' && reason() === '')}
        />
      </Fields>
    </Dialog>
  )
}
