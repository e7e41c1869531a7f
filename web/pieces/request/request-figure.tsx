import { Show } from 'solid-js'

import { type NumberFieldName, numberFields } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { NumberField } from '#web/parts/number-field.tsx'
import { StateShape } from '#web/parts/state-mark.tsx'
import { figure, unitOf } from '#web/pieces/transfers/clinical-words.ts'

import type { Fault, Question } from './request-faults.ts'
import { asksFigure, type RequestForm } from './request-form.ts'
import { idOf, labelOf } from './request-words.ts'

import './request-figure.css'

/** What every block of the form works with. */
export type Asking = {
  form: RequestForm
  change: (patch: Partial<RequestForm>) => void
  /** What is wrong with an answer, once it may be said. */
  fault: (question: Question) => Fault | undefined
  /** The same in words. */
  faultText: (question: Question) => string | undefined
  /** The person has left the field: from now on it may be said. */
  leave: (question: Question) => void
}

/** One figure, asked for only when it applies. Outside the hard bounds it is refused, outside the soft ones asked twice. */
export function RequestFigure(props: { ask: Asking; name: NumberFieldName; hint?: string | undefined }) {
  const value = () => props.ask.form.figures[props.name]
  const set = (next: number | undefined) => {
    const { [props.name]: _, ...others } = props.ask.form.figures
    props.ask.change({ figures: next === undefined ? others : { ...others, [props.name]: next } })
  }
  const fault = () => props.ask.fault(props.name)
  /** Not wrong, but to be looked at twice: a question below the field, answered by a press. */
  const doubt = () => {
    const found = fault()
    if (found?.code === 'soft') {
      const is = figure(props.name, value()) ?? ''
      const confirm = () => props.ask.change({ sure: { ...props.ask.form.sure, [props.name]: value() ?? 0 } })
      return { yes: t('transfers.ask.sure', { figure: is }), press: confirm }
    }
    if (found?.code !== 'percent') return undefined
    const { meant } = found
    return { yes: t('transfers.ask.percent', { percent: meant }), press: () => set(meant) }
  }
  return (
    <Show when={asksFigure(props.ask.form, props.name)}>
      <div class="request-figure">
        <NumberField
          id={idOf(props.name)}
          label={labelOf(props.name)}
          hint={props.hint}
          unit={unitOf(props.name) || undefined}
          whole={numberFields[props.name].decimals === 0 && props.name !== 'fio2'}
          figures={4}
          value={value()}
          onChange={set}
          error={doubt() ? undefined : props.ask.faultText(props.name)}
          onBlur={() => props.ask.leave(props.name)}
        />
        <Show when={doubt()}>
          {(found) => (
            <div class="request-figure__doubt" role="status" data-state="old">
              <p>
                <StateShape state="old" /> {props.ask.faultText(props.name)}
              </p>
              <Button onClick={() => found().press()}>{found().yes}</Button>
            </div>
          )}
        </Show>
      </div>
    </Show>
  )
}
