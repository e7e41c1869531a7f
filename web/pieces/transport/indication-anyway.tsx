import { Show } from 'solid-js'

import { FREE_TEXT_MAX } from '#shared/transfers/request-fields.ts'
import type { Transfer } from '#shared/transfers/transfer.ts'
import { indicationOf } from '#shared/transport/indication.ts'
import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'
import { TextArea } from '#web/parts/text-area.tsx'

export const ANYWAY_ID = 'ride-indication-reason'

/** A desk said no, or not yet: driving all the same asks a reason. */
export const asksAnyway = (transfer: Pick<Transfer, 'indication' | 'reservation'>): boolean =>
  (indicationOf(transfer)?.answer ?? 'given') !== 'given'

type Props = {
  transfer: Transfer
  value: string
  error: string | undefined
  onChange: (reason: string) => void
}

export function IndicationAnyway(props: Props) {
  const answer = () => indicationOf(props.transfer)?.answer ?? 'given'
  return (
    <Show when={asksAnyway(props.transfer)}>
      <Section title={t('transport.indication.title')}>
        <TextArea
          id={ANYWAY_ID}
          label={t('transport.indication.anyway')}
          hint={t('transport.indication.anywayHint', { answer: t(`transport.indication.${answer()}`) })}
          value={props.value}
          limit={FREE_TEXT_MAX}
          rows={2}
          error={props.error}
          onChange={props.onChange}
        />
      </Section>
    </Show>
  )
}
