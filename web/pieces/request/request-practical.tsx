import { Match, Show, Switch } from 'solid-js'

import { escortSource } from '#shared/reference/escort-criteria.ts'
import { FREE_TEXT_MAX, PLACE_MAX } from '#shared/transfers/request-fields.ts'
import { t } from '#web/i18n/t.ts'
import { Checks } from '#web/parts/checks.tsx'
import { Fields } from '#web/parts/fields.tsx'
import { Section } from '#web/parts/section.tsx'
import { TextArea } from '#web/parts/text-area.tsx'
import { TextField } from '#web/parts/text-field.tsx'
import { criteriaOptions } from '#web/pieces/transfers/escort-words.ts'
import { YesNo } from '#web/pieces/yes-no.tsx'

import type { Asking } from './request-figure.tsx'
import { idOf, labelOf } from './request-words.ts'

/** Block four: who knows of it, how the patient travels, whom to call back. */
export function RequestPractical(props: { ask: Asking; isIntensivist: boolean }) {
  const form = () => props.ask.form
  return (
    <Section title={t('transfers.block.practical')}>
      <Fields>
        <YesNo
          id={idOf('familyInformed')}
          label={labelOf('familyInformed')}
          value={form().familyInformed}
          onChange={(familyInformed) => props.ask.change({ familyInformed })}
          error={props.ask.faultText('familyInformed')}
        />
        <YesNo
          id={idOf('gpInformed')}
          label={labelOf('gpInformed')}
          value={form().gpInformed}
          onChange={(gpInformed) => props.ask.change({ gpInformed })}
        />
        <YesNo
          id={idOf('canSit')}
          label={labelOf('canSit')}
          value={form().canSit}
          onChange={(canSit) => props.ask.change({ canSit })}
        />
        <Escort ask={props.ask} isIntensivist={props.isIntensivist} />
        <TextField
          id={idOf('place')}
          label={labelOf('place')}
          hint={t('transfers.ask.placeHint')}
          value={form().place}
          maxLength={PLACE_MAX}
          onChange={(place) => props.ask.change({ place })}
          onBlur={() => props.ask.leave('place')}
          error={props.ask.faultText('place')}
          optional
        />
        <TextField
          id={idOf('callbackRole')}
          label={labelOf('callbackRole')}
          hint={t('transfers.ask.callbackHint')}
          value={form().callback.role}
          maxLength={60}
          onChange={(role) => props.ask.change({ callback: { ...form().callback, role } })}
          onBlur={() => props.ask.leave('callbackRole')}
          error={props.ask.faultText('callbackRole')}
        />
        <TextField
          id={idOf('callbackPhone')}
          label={labelOf('callbackPhone')}
          type="tel"
          value={form().callback.phone}
          maxLength={20}
          onChange={(phone) => props.ask.change({ callback: { ...form().callback, phone } })}
          onBlur={() => props.ask.leave('callbackPhone')}
          error={props.ask.faultText('callbackPhone')}
        />
      </Fields>
    </Section>
  )
}

/** Only an intensivist indicates an escort (plan 4.5.1.1); who may not reads why. */
function Escort(props: { ask: Asking; isIntensivist: boolean }) {
  const form = () => props.ask.form
  return (
    <Switch>
      <Match when={!props.isIntensivist}>
        <p class="request-why">
          <strong>{labelOf('escort')}</strong>
          {t('refusals.escort.not-by-intensivist')}
        </p>
      </Match>
      <Match when={form().bed === 'ic'}>
        <YesNo
          label={labelOf('escort')}
          hint={t('transfers.ask.escortHint')}
          value={form().escort}
          onChange={(escort) => props.ask.change({ escort })}
        />
        <Show when={form().escort}>
          <Checks
            id={idOf('escort')}
            label={t('transfers.ask.escortCriteria')}
            hint={escortSource}
            options={criteriaOptions()}
            value={form().ticked}
            stacked
            onChange={(ticked) => props.ask.change({ ticked })}
            error={props.ask.faultText('escort')}
          />
          <TextArea
            id={`${idOf('escort')}-text`}
            label={t('transfers.ask.criteria')}
            hint={t('transfers.ask.criteriaHint')}
            limit={FREE_TEXT_MAX}
            rows={2}
            value={form().criteria}
            onChange={(criteria) => props.ask.change({ criteria })}
            onBlur={() => props.ask.leave('escort')}
            optional
          />
          <TextField
            id={idOf('escortRole')}
            label={labelOf('escortRole')}
            hint={t('transfers.ask.escortRoleHint')}
            value={form().escortLine.role}
            maxLength={60}
            onChange={(role) => props.ask.change({ escortLine: { ...form().escortLine, role } })}
            onBlur={() => props.ask.leave('escortRole')}
            error={props.ask.faultText('escortRole')}
          />
          <TextField
            id={idOf('escortPhone')}
            label={labelOf('escortPhone')}
            type="tel"
            value={form().escortLine.phone}
            maxLength={20}
            onChange={(phone) => props.ask.change({ escortLine: { ...form().escortLine, phone } })}
            onBlur={() => props.ask.leave('escortPhone')}
            error={props.ask.faultText('escortPhone')}
          />
        </Show>
      </Match>
    </Switch>
  )
}
