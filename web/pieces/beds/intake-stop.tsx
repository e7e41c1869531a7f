import { createSignal, Show } from 'solid-js'

import { type Beds, INTAKE_STOP_REASONS } from '#shared/beds/beds.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { Choice } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { onDay } from '#web/pieces/on-day.ts'
import { term } from '#web/pieces/term.ts'

import { stopWords } from './bed-figures.tsx'

type Stop = Beds['intakeStop']
type Props = {
  value: Stop
  error?: string | undefined
  /** Of the field for the expected end. */
  id: string
  now: string
  onChange: (stop: Stop) => void
}

const REASONS = ['none', ...INTAKE_STOP_REASONS] as const

/** Whether the hospital takes nobody for a while, why, and until when it expects. */
export function IntakeStop(props: Props) {
  const [open, setOpen] = createSignal(false)
  const pick = (reason: (typeof REASONS)[number]) =>
    props.onChange(reason === 'none' ? null : { reason, until: props.value?.until ?? null })
  return (
    <Disclosure
      label={props.value === null ? t('beds.stop.label') : stopWords(props.value, props.now)}
      note={props.value === null ? t('beds.stop.none') : undefined}
      open={open() || props.error !== undefined}
      onToggle={setOpen}
    >
      <Fields>
        <Choice
          label={t('beds.stop.reason')}
          options={REASONS.map((value) => ({
            value,
            label: value === 'none' ? t('beds.stop.none') : term('intake', value),
          }))}
          value={props.value?.reason ?? 'none'}
          onChange={pick}
        />
        <Show when={props.value}>
          {(stop) => (
            <DateTimeField
              label={t('beds.stop.until')}
              hint={t('beds.stop.untilHint')}
              id={props.id}
              error={props.error}
              optional
              quick={quickEnds(props.now)}
              value={stop().until ?? undefined}
              onChange={(at) => props.onChange({ ...stop(), until: at?.toISOString() ?? null })}
            />
          )}
        </Show>
      </Fields>
    </Disclosure>
  )
}

/** The ends most often meant; what has passed today is not offered. */
function quickEnds(now: string): { label: string; at: Date }[] {
  return [
    { label: t('beds.stop.tonight'), at: onDay(now, 0, '18:00') },
    { label: t('beds.stop.tomorrow'), at: onDay(now, 1, '08:00') },
    { label: t('beds.stop.dayAfter'), at: onDay(now, 2, '08:00') },
  ].filter(({ at }) => at.getTime() > toMs(now))
}
