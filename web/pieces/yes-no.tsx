import { t } from '#web/i18n/t.ts'
import { Choice } from '#web/parts/choice.tsx'

import './yes-no.css'

type Props = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  id?: string | undefined
  value: boolean | undefined
  onChange: (value: boolean) => void
}

/** A question of yes or no, unanswered until it is answered. */
export function YesNo(props: Props) {
  const value = () => (props.value === undefined ? undefined : props.value ? 'yes' : 'no')
  return (
    <div class="yes-no">
      <Choice
        id={props.id}
        label={props.label}
        hint={props.hint}
        error={props.error}
        options={[
          { value: 'no', label: t('common.no') },
          { value: 'yes', label: t('common.yes') },
        ]}
        value={value()}
        onChange={(answer) => props.onChange(answer === 'yes')}
      />
    </div>
  )
}
