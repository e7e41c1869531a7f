import { Show } from 'solid-js'

import type { Destination } from '#shared/abroad/partner-row.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'

import './partner-line.css'

type Props = {
  contact: Destination['contact']
  demo: boolean
  /** Under a head that says what it is. */
  bare?: true
}

/** Whom to call at a hospital abroad: a function and its line. In the demo nothing dials. */
export function PartnerLine(props: Props) {
  return (
    <Show when={props.contact} fallback={<p class="partner-line">{t('abroad.noContact')}</p>}>
      {(line) => (
        <p class="partner-line">
          <span>
            <Show when={!props.bare}>{t('abroad.contact')}: </Show>
            <strong>{line().role}</strong>
          </span>
          <Show when={!props.demo} fallback={<span>{line().phone}</span>}>
            <LinkButton icon="phone" href={`tel:${line().phone.replace(/[^+0-9]/g, '')}`}>
              {line().phone}
            </LinkButton>
          </Show>
        </p>
      )}
    </Show>
  )
}
