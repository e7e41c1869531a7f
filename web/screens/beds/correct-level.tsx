import { createSignal, For, Show } from 'solid-js'

import { type Beds, type Correction, CORRECTION_REASONS } from '#shared/beds/beds.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Disclosure } from '#web/parts/disclosure.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Stepper } from '#web/parts/stepper.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { BED_FIGURES, type BedEdits, bedReport, withEdits } from '#web/pieces/beds/bed-edits.ts'
import { figureWord } from '#web/pieces/beds/figure-word.ts'
import { onDay } from '#web/pieces/on-day.ts'
import { refusalText } from '#web/pieces/refusal-text.ts'
import { term } from '#web/pieces/term.ts'
import { act } from '#web/state/act.ts'
import { now } from '#web/state/now.ts'

/** A coordinator's own insight on top of what was reported: figures, why, and until when. */
export function CorrectLevel(props: { beds: Beds }) {
  const [open, setOpen] = createSignal(false)
  const [edits, setEdits] = createSignal<BedEdits>({})
  const [reason, setReason] = createSignal<Correction['reason']>()
  const [until, setUntil] = createSignal<Date>()
  const [note, setNote] = createSignal('')
  const [stop, setStop] = createSignal<string>()
  const typed = () => withEdits(props.beds, edits())
  const save = async () => {
    const why = reason()
    const end = until()
    if (why === undefined || end === undefined) return void setStop(t('beds.correct.needed'))
    const payload = {
      ...bedReport(props.beds, edits()),
      reason: why,
      until: end.toISOString(),
      ...(note().trim() === '' ? {} : { note: note().trim() }),
    }
    const done = await act('beds.correct', payload, { subject: props.beds.id })
    if (done.queued === undefined)
      return void setStop(done.refused ? refusalText(done.refused) : t('beds.notStored'))
    setOpen(false)
    setEdits({})
    setStop(undefined)
  }
  return (
    <Disclosure
      label={t('beds.correct.open', { level: term('bed', props.beds.bed) })}
      open={open()}
      onToggle={setOpen}
    >
      <Fields>
        <For each={BED_FIGURES}>
          {(figure) => (
            <Stepper
              label={figureWord(figure)}
              value={typed()[figure]}
              max={2000}
              was={
                typed()[figure] === props.beds[figure]
                  ? undefined
                  : t('beds.was', { count: props.beds[figure] })
              }
              onChange={(value) => setEdits({ ...edits(), [figure]: value })}
            />
          )}
        </For>
        <Choice
          label={t('beds.correct.why')}
          options={CORRECTION_REASONS.map((value) => ({ value, label: t(`beds.correct.reason.${value}`) }))}
          value={reason()}
          onChange={setReason}
        />
        <DateTimeField
          label={t('beds.correct.until')}
          hint={t('beds.correct.untilHint')}
          quick={[{ label: t('beds.stop.tomorrow'), at: onDay(now(), 1, '08:00') }]}
          value={until()}
          onChange={setUntil}
        />
        <TextArea label={t('beds.correct.note')} optional limit={280} value={note()} onChange={setNote} />
        <Show when={stop()}>{(text) => <Notice kind="stop" title={text()} live="polite" />}</Show>
        <Button onClick={() => void save()}>{t('beds.correct.save')}</Button>
      </Fields>
    </Disclosure>
  )
}
