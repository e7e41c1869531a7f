import { Show } from 'solid-js'

import { AVPU, SPECIALS, TRENDS, VASOACTIVES } from '#shared/transfers/request.ts'
import { SUPPORTS } from '#shared/terms.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Checks } from '#web/parts/checks.tsx'
import { Choice } from '#web/parts/choice.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Section } from '#web/parts/section.tsx'
import { optionsOf } from '#web/pieces/terms-options.ts'

import type { HfnoFacts } from './hfno-facts.ts'
import { HfnoNotice } from './hfno-notice.tsx'
import { type Asking, RequestFigure } from './request-figure.tsx'
import { pressureOf, vasoactiveOf } from './request-form.ts'
import { idOf, labelOf } from './request-words.ts'

/** Block three: what keeps the patient alive, read off the machines and the monitor. */
export function RequestBreathing(props: { ask: Asking; hfno: HfnoFacts; now: string }) {
  const form = () => props.ask.form
  const other = () => (pressureOf(form()) === 'map' ? 'systolic' : 'map')
  return (
    <Section title={t('transfers.block.breathing')}>
      <Fields>
        <Choice
          id={idOf('support')}
          label={labelOf('support')}
          options={optionsOf('support', SUPPORTS)}
          value={form().support}
          onChange={(support) => props.ask.change({ support })}
          error={props.ask.faultText('support')}
        />
        <Show when={form().support === 'hfno'}>
          <HfnoNotice facts={props.hfno} now={props.now} />
        </Show>
        <div class="request-figures">
          <RequestFigure ask={props.ask} name="flow" />
          <RequestFigure ask={props.ask} name="fio2" />
          <RequestFigure ask={props.ask} name="peep" />
          <RequestFigure ask={props.ask} name="minuteVolume" />
          <RequestFigure ask={props.ask} name="spo2" />
          <RequestFigure ask={props.ask} name="breathingRate" />
          <div class="request-switched">
            <RequestFigure ask={props.ask} name="map" />
            <RequestFigure ask={props.ask} name="systolic" />
            <Button variant="quiet" onClick={() => props.ask.change({ pressure: other() })}>
              {t(`transfers.ask.use.${other()}`)}
            </Button>
          </div>
        </div>
        <Choice
          id={idOf('vasoactive')}
          label={labelOf('vasoactive')}
          options={optionsOf('vasoactive', VASOACTIVES)}
          value={vasoactiveOf(form())}
          onChange={(vasoactive) => props.ask.change({ vasoactive })}
          error={props.ask.faultText('vasoactive')}
        />
        <Choice
          id={idOf('trend')}
          label={labelOf('trend')}
          options={optionsOf('trend', TRENDS)}
          value={form().trend}
          onChange={(trend) => props.ask.change({ trend })}
          error={props.ask.faultText('trend')}
        />
        <Consciousness ask={props.ask} />
        <Checks
          id={idOf('specials')}
          label={labelOf('specials')}
          hint={t('transfers.ask.specialsHint')}
          options={optionsOf('special', SPECIALS)}
          value={form().specials}
          onChange={(specials) => props.ask.change({ specials })}
        />
        <Show when={form().specials.includes('ecmo')}>
          <Notice kind="warn" live="polite" title={t('transfers.ecmo.title')}>
            {t('transfers.ecmo.text')}
          </Notice>
        </Show>
      </Fields>
    </Section>
  )
}

function Consciousness(props: { ask: Asking }) {
  const isAvpu = () => props.ask.form.scale === 'avpu'
  return (
    <div class="request-switched">
      <Show when={isAvpu()} fallback={<RequestFigure ask={props.ask} name="gcs" />}>
        <Choice
          id={idOf('avpu')}
          label={labelOf('avpu')}
          options={optionsOf('avpu', AVPU)}
          value={props.ask.form.avpu}
          onChange={(avpu) => props.ask.change({ avpu })}
          error={props.ask.faultText('avpu')}
        />
      </Show>
      <Button variant="quiet" onClick={() => props.ask.change({ scale: isAvpu() ? 'gcs' : 'avpu' })}>
        {t(isAvpu() ? 'transfers.ask.use.gcs' : 'transfers.ask.use.avpu')}
      </Button>
    </div>
  )
}
