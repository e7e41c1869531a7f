import { Show } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import { type Indication, indicationOf } from '#shared/transport/indication.ts'
import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { StateMark } from '#web/parts/state-mark.tsx'
import { orgName } from '#web/pieces/place-name.ts'

const LOOK = { given: 'done', refused: 'stopped', 'stabilise-first': 'waiting' } as const

/** "Luchtweg eerst zekeren. MICU Zwolle, vandaag 14:02" */
export function indicationWords({ reason, by, at }: Indication, now: string): string {
  const said = { who: orgName(by.org), at: moment(at, now) }
  return reason === null
    ? t('transport.indication.by', said)
    : t('transport.indication.reason', { reason: t(`transport.indication.why.${reason}`), ...said })
}

/** What the MICU coordinator or the control room said; `none`: while nobody did. */
export function IndicationFact(props: { transfer: Transfer; now: string; none: string }) {
  return (
    <Show when={indicationOf(props.transfer)} fallback={<p class="indication__none">{props.none}</p>}>
      {(given) => (
        <StateMark
          state={LOOK[given().answer]}
          label={t(`transport.indication.${given().answer}`)}
          note={indicationWords(given(), props.now)}
        />
      )}
    </Show>
  )
}
