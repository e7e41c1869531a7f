import { Show } from 'solid-js'

import { PLACE_MAX } from '#shared/transfers/request-fields.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { toMs } from '#web/i18n/wall-time.ts'
import { Checks } from '#web/parts/checks.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { DateTimeField } from '#web/parts/date-time-field.tsx'
import { ErrorSummary } from '#web/parts/error-summary.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { onDay } from '#web/pieces/on-day.ts'
import { term } from '#web/pieces/term.ts'

import type { AnswerFault, OfferAnswer } from './offer-answer.ts'

type Props = {
  transfer: Transfer
  /** Special needs, each to be ticked. */
  needs: readonly string[]
  value: OfferAnswer
  onChange: (answer: OfferAnswer) => void
  /** Shown after a first try. */
  faults: readonly AnswerFault[]
  /** ISO, the server's clock. */
  now: string
}

const HOUR = 3_600_000

const wordOf = (fault: AnswerFault): string => t(`matching.answer.fault.${fault}`)

/** A hospital's yes: from when, who accepted medically, and a tick per special need. */
export function OfferAnswerForm(props: Props) {
  const change = (part: Partial<OfferAnswer>) => props.onChange({ ...props.value, ...part })
  const error = (...faults: AnswerFault[]) => {
    const found = faults.find((fault) => props.faults.includes(fault))
    return found && wordOf(found)
  }
  const idOf = (fault: AnswerFault) => `answer-${fault === 'from-past' ? 'from' : fault}`
  return (
    <Fields>
      <Show when={props.faults.length > 0}>
        <ErrorSummary
          title={t('common.errorCount', { count: props.faults.length })}
          errors={props.faults.map((fault) => ({ id: idOf(fault), text: wordOf(fault) }))}
        />
      </Show>
      <Choice
        label={t('matching.answer.when')}
        options={[
          { value: 'asked', label: t('matching.answer.asked', { time: askedFrom(props) }) },
          { value: 'later', label: t('matching.answer.later') },
        ]}
        value={props.value.when}
        onChange={(when) => change({ when })}
      />
      <Show when={props.value.when === 'later'}>
        <DateTimeField
          id="answer-from"
          label={t('matching.answer.from')}
          error={error('from', 'from-past')}
          quick={quickTimes(props.transfer, props.now)}
          min={props.now}
          value={props.value.from}
          onChange={(at) => change({ from: at?.toISOString() })}
        />
      </Show>
      <Show when={props.transfer.bed === 'ic'}>
        <Fields row>
          <TextField
            id="answer-role"
            label={t('matching.answer.role')}
            hint={t('matching.answer.roleHint')}
            error={error('role')}
            maxLength={60}
            value={props.value.role}
            onChange={(role) => change({ role })}
          />
          <TextField
            id="answer-phone"
            label={t('matching.answer.phone')}
            hint={t('matching.answer.phoneHint')}
            error={error('phone')}
            type="tel"
            maxLength={20}
            value={props.value.phone}
            onChange={(phone) => change({ phone })}
          />
        </Fields>
      </Show>
      <TextField
        id="answer-place"
        label={t('matching.answer.place')}
        hint={t('matching.answer.placeHint')}
        error={error('place')}
        maxLength={PLACE_MAX}
        value={props.value.place ?? ''}
        onChange={(place) => change({ place })}
        optional
      />
      <Show when={props.needs.length > 0}>
        <Checks
          id="answer-needs"
          label={t('matching.answer.needs')}
          error={error('needs')}
          options={props.needs.map((value) => ({ value, label: term('need', value) }))}
          value={props.value.needs}
          onChange={(needs) => change({ needs })}
        />
      </Show>
    </Fields>
  )
}

/** What was asked for; a time that has passed means now. */
const askedFrom = ({ transfer, now }: Pick<Props, 'transfer' | 'now'>): string =>
  transfer.readyFrom <= now ? t('matching.answer.now') : moment(transfer.readyFrom, now)

/** Two and four hours after the asked time on the whole hour, and the next morning. */
function quickTimes({ readyFrom }: Transfer, now: string): { label: string; at: Date }[] {
  const base = Math.max(toMs(readyFrom), toMs(now))
  const whole = (hours: number) => new Date(Math.ceil((base + hours * HOUR) / HOUR) * HOUR)
  return [whole(1), whole(3), onDay(now, 1, '08:00')]
    .filter((at, index, all) => at.getTime() > toMs(now) && all.findIndex((o) => +o === +at) === index)
    .sort((a, b) => a.getTime() - b.getTime())
    .map((at) => ({ label: moment(at, now), at }))
}
