import { Show } from 'solid-js'

import { SEXES, TREATMENT_LIMITS } from '#shared/transfers/request.ts'
import { ISOLATIONS } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { Choice } from '#web/parts/choice.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Section } from '#web/parts/section.tsx'
import { optionsOf } from '#web/pieces/terms-options.ts'
import { YesNo } from '#web/pieces/yes-no.tsx'

import { type Asking, RequestFigure } from './request-figure.tsx'
import { idOf, labelOf } from './request-words.ts'

/** Block two: who is moved, without saying who it is. */
export function RequestPatient(props: { ask: Asking }) {
  return (
    <Section title={t('transfers.block.patient')}>
      <Fields>
        <div class="request-figures">
          <RequestFigure ask={props.ask} name="age" />
          <RequestFigure ask={props.ask} name="weight" />
        </div>
        <Choice
          id={idOf('sex')}
          label={labelOf('sex')}
          options={optionsOf('sex', SEXES)}
          value={props.ask.form.sex}
          onChange={(sex) => props.ask.change({ sex })}
          error={props.ask.faultText('sex')}
        />
        <Choice
          id={idOf('isolation')}
          label={labelOf('isolation')}
          options={optionsOf('isolation', ISOLATIONS)}
          value={props.ask.form.isolation}
          onChange={(isolation) => props.ask.change({ isolation })}
          error={props.ask.faultText('isolation')}
        />
        <YesNo
          id={idOf('frail')}
          label={labelOf('frail')}
          value={props.ask.form.frail}
          onChange={(frail) => props.ask.change({ frail })}
          error={props.ask.faultText('frail')}
        />
        <Show when={props.ask.form.frail}>
          <YesNo
            label={t('transfers.ask.geriatrician')}
            value={props.ask.form.geriatricianConsulted}
            onChange={(geriatricianConsulted) => props.ask.change({ geriatricianConsulted })}
          />
        </Show>
        <Choice
          id={idOf('treatmentLimits')}
          label={labelOf('treatmentLimits')}
          options={optionsOf('limits', TREATMENT_LIMITS)}
          value={props.ask.form.treatmentLimits}
          onChange={(treatmentLimits) => props.ask.change({ treatmentLimits })}
          error={props.ask.faultText('treatmentLimits')}
        />
      </Fields>
    </Section>
  )
}
