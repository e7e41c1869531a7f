import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { TextField } from '#web/parts/text-field.tsx'

const LINE_MAX = 120

/** What every decision says beside its value. */
export type Grounds = { decidedBy: string; reason: string; from: Date | undefined }
export const noGrounds = (): Grounds => ({ decidedBy: '', reason: '', from: undefined })
export const isGrounded = ({ decidedBy, reason }: Grounds): boolean =>
  decidedBy.trim().length > 1 && reason.trim() !== '' && [...reason.trim()].length <= FREE_TEXT_MAX

type Props = { value: Grounds; onChange: (value: Grounds) => void; asked: boolean; now: string }

/** Who decided, why, and from when it holds. */
export function DecisionFields(props: Props) {
  const put = (over: Partial<Grounds>) => props.onChange({ ...props.value, ...over })
  const lacks = (text: string) => props.asked && text.trim().length < 2
  return (
    <>
      <TextField
        label={t('settings.decide.by')}
        hint={t('settings.decide.byHint')}
        value={props.value.decidedBy}
        maxLength={LINE_MAX}
        error={lacks(props.value.decidedBy) ? t('settings.decide.byWrong') : undefined}
        onChange={(decidedBy) => put({ decidedBy })}
      />
      <TextArea
        label={t('settings.decide.reason')}
        value={props.value.reason}
        limit={FREE_TEXT_MAX}
        rows={2}
        error={lacks(props.value.reason) ? t('settings.decide.reasonWrong') : undefined}
        onChange={(reason) => put({ reason })}
      />
      <DateTimeField
        label={t('settings.decide.from')}
        hint={t('settings.decide.fromHint')}
        optional
        value={props.value.from}
        min={props.now}
        onChange={(from) => put({ from })}
      />
    </>
  )
}
