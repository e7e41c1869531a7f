import { Show } from 'solid-js'

import { type ActsNow, actsNow } from '#shared/transfers/acts-now.ts'
import { isOpen, showCode, type Transfer } from '#shared/transfers/transfer.ts'
import type { Ride } from '#shared/rides/ride.ts'
import { isOverLimit, minutesSince } from '#shared/transfers/turn.ts'
import { t } from '#web/i18n/t.ts'
import { Bar } from '#web/parts/bar.tsx'
import { Icon } from '#web/parts/icon.tsx'
import { StateMark } from '#web/parts/state-mark.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { term } from '#web/pieces/term.ts'

import { actsSentence, limitShort, limitWords } from './acts-now-words.ts'
import { transferLook } from './transfer-look.ts'

import './transfer-cells.css'

/** The parts of a transfer in a list, one by one: TransferLine sets them in a row, a DataTable in its cells. */
export type TransferFacts = {
  transfer: Transfer & { pending?: true | undefined }
  ride?: Ride | null | undefined
  /** ISO, the server's clock. */
  now: string
  /** It is this person's turn. */
  mine?: boolean | undefined
}

export const factsActs = (props: Pick<TransferFacts, 'transfer' | 'ride'>): ActsNow =>
  actsNow(props.transfer, props.ride ?? null)

/** `K7Q-3TB`; "code volgt" until the server has issued one. */
export function TransferCode(props: { code: string }) {
  return (
    <Show when={props.code} fallback={<span class="transfer-code--none">{t('transfers.code.follows')}</span>}>
      <span class="transfer-code">{showCode(props.code)}</span>
    </Show>
  )
}

/** From → to, or what stands in the place of a destination. */
export function TransferRoute(props: {
  transfer: Pick<Transfer, 'from' | 'to' | 'directedTo' | 'level' | 'state'>
}) {
  const to = () => props.transfer.to ?? props.transfer.directedTo
  const open = () =>
    isOpen(props.transfer) ? t(`transfers.level.${props.transfer.level}`) : t('transfers.level.nowhere')
  return (
    <span class="transfer-route">
      <span>{hospitalName(props.transfer.from)}</span>
      <span class="transfer-route__to">
        <span class="transfer-route__arrow">
          <Icon name="arrow" />
          <VisuallyHidden>{t('transfers.to')}</VisuallyHidden>
        </span>
        <Show when={to()} fallback={<span class="transfer-route__open">{open()}</span>}>
          {(id) => <span>{hospitalName(id())}</span>}
        </Show>
      </span>
    </span>
  )
}

/** "IC · spoed" */
export function TransferBed(props: { transfer: Pick<Transfer, 'bed' | 'kind'> }) {
  return (
    <span class="transfer-bed">
      <strong>{term('bed', props.transfer.bed)}</strong>
      <span classList={{ 'transfer-bed__planned': props.transfer.kind === 'planned' }}>
        {term('kind', props.transfer.kind)}
      </span>
    </span>
  )
}

export function TransferStateMark(props: TransferFacts) {
  return (
    <StateMark
      state={transferLook(props.transfer.state, props.mine ?? false)}
      label={term('state', props.transfer.state)}
    />
  )
}

export function TransferActs(props: TransferFacts) {
  /** Nobody acts on what the server does not have. */
  const sentence = () =>
    props.transfer.code === '' ? undefined : actsSentence(factsActs(props), props.mine ?? false)
  const pending = () => (props.transfer.pending ? t('transfers.pending.short') : undefined)
  return (
    <span class="transfer-acts" classList={{ 'transfer-acts--mine': props.mine ?? false }}>
      {[sentence(), pending()].filter(Boolean).join(' · ')}
    </span>
  )
}

/** How long the step has taken, against its limit: words and a thin line. */
export function TransferAge(props: TransferFacts) {
  const acts = () => factsActs(props)
  return (
    <span class="transfer-age" data-state={isOverLimit(acts(), props.now) ? 'stopped' : undefined}>
      <span class="transfer-age__words">{limitShort(acts(), props.now)}</span>
      <Show when={acts().limitMinutes}>
        {(limit) => (
          <span class="transfer-age__bar" aria-hidden="true">
            <Bar
              value={minutesSince(acts().since, props.now)}
              max={limit()}
              label={t('transfers.limit.label')}
              valueText={limitWords(acts(), props.now)}
            />
          </span>
        )}
      </Show>
    </span>
  )
}
