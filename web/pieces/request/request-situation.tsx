import { createSignal, Show } from 'solid-js'

import { ADMISSION_REASONS, BEDS, PURPOSES } from '#shared/terms.ts'
import { FREE_TEXT_MAX, READY_FROM_MINUTES } from '#shared/transfers/request-fields.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { Button } from '#web/parts/button.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Section } from '#web/parts/section.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { onDay } from '#web/pieces/on-day.ts'
import { optionsOf } from '#web/pieces/terms-options.ts'

import { HospitalSearch } from './hospital-search.tsx'
import type { Asking } from './request-figure.tsx'
import { mayBeDirected, purposeOf } from './request-form.ts'
import { idOf, labelOf } from './request-words.ts'

type Props = {
  ask: Asking
  /** The hospital that asks. */
  from: string
  /** ISO, the server's clock. */
  now: string
}

const URGENCIES = ['planned', 'bed-shortage', 'patient-bound'] as const

/** Block one: what is asked for, why, from when. */
export function RequestSituation(props: Props) {
  return (
    <Section title={t('transfers.block.situation')}>
      <Fields>
        <Choice
          id={idOf('bed')}
          label={labelOf('bed')}
          options={optionsOf('bed', BEDS)}
          value={props.ask.form.bed}
          onChange={(bed) => props.ask.change({ bed })}
        />
        <Choice
          id={idOf('kind')}
          label={labelOf('kind')}
          options={URGENCIES.map((value) => ({ value, label: t(`transfers.urgency.${value}`) }))}
          value={props.ask.form.urgency}
          onChange={(urgency) => props.ask.change({ urgency })}
          error={props.ask.faultText('kind')}
        />
        <Choice
          id={idOf('admissionReason')}
          label={labelOf('admissionReason')}
          options={optionsOf('admission', ADMISSION_REASONS)}
          value={props.ask.form.admissionReason}
          onChange={(admissionReason) => props.ask.change({ admissionReason })}
          error={props.ask.faultText('admissionReason')}
        />
        <Show when={props.ask.form.urgency}>
          <Choice
            id={idOf('purpose')}
            label={labelOf('purpose')}
            options={optionsOf('purpose', PURPOSES)}
            value={purposeOf(props.ask.form)}
            onChange={(purpose) => props.ask.change({ purpose })}
            error={props.ask.faultText('purpose')}
          />
        </Show>
        <Show when={mayBeDirected(props.ask.form)}>
          <HospitalSearch
            id={idOf('directedTo')}
            label={labelOf('directedTo')}
            hint={t('transfers.ask.directedToHint')}
            value={props.ask.form.directedTo}
            onChange={(directedTo) => props.ask.change({ directedTo })}
            except={props.from}
            bed={props.ask.form.bed}
            error={props.ask.faultText('directedTo')}
          />
        </Show>
        <ReadyFrom {...props} />
        <Note {...props} />
      </Fields>
    </Section>
  )
}

/** Few need one: it opens on demand, and stays open while something stands in it. */
function Note(props: Props) {
  const [wanted, setWanted] = createSignal(false)
  return (
    <Show
      when={wanted() || props.ask.form.note !== ''}
      fallback={
        <div>
          <Button variant="quiet" icon="plus" onClick={() => setWanted(true)}>
            {t('transfers.ask.addNote')}
          </Button>
        </div>
      }
    >
      <TextArea
        id={idOf('note')}
        label={labelOf('note')}
        hint={t('transfers.ask.noteHint')}
        optional
        limit={FREE_TEXT_MAX}
        rows={2}
        value={props.ask.form.note}
        onChange={(note) => props.ask.change({ note })}
        onBlur={() => props.ask.leave('note')}
        error={props.ask.faultText('note')}
      />
    </Show>
  )
}

const HOUR = 3_600_000

function ReadyFrom(props: Props) {
  const ready = () => props.ask.form.ready
  const later = (hours: number) => new Date(Math.ceil((toMs(props.now) + hours * HOUR) / 300_000) * 300_000)
  const quick = () => [
    ...[1, 2, 4].map((hours) => ({ label: clock(later(hours)), at: later(hours) })),
    { label: t('transfers.ask.tomorrow8'), at: onDay(props.now, 1, '08:00') },
  ]
  return (
    <>
      <Choice
        id={idOf('readyFrom')}
        label={labelOf('readyFrom')}
        options={[
          { value: 'now', label: t('common.now') },
          { value: 'later', label: t('transfers.ask.later') },
        ]}
        value={ready() === 'now' ? 'now' : 'later'}
        onChange={(when) => props.ask.change({ ready: when === 'now' ? 'now' : later(1).toISOString() })}
        error={props.ask.faultText('readyFrom')}
      />
      <Show when={ready() !== 'now'}>
        <DateTimeField
          label={t('transfers.ask.readyAt')}
          value={ready()}
          quick={quick()}
          min={props.now}
          max={toMs(props.now) + READY_FROM_MINUTES.max * 60_000}
          onChange={(at) => props.ask.change({ ready: at?.toISOString() ?? 'now' })}
        />
      </Show>
    </>
  )
}
