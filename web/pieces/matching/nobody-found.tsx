import { For, type JSX, Show } from 'solid-js'

import type { Transfer } from '#shared/transfers/transfer.ts'
import type { MatchView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { Notice } from '#web/parts/notice.tsx'
import { hospitalName } from '#web/pieces/place-name.ts'
import { rcpsName } from '#web/pieces/rcps-name.ts'
import { term } from '#web/pieces/term.ts'

import './nobody-found.css'

type Props = {
  match: MatchView
  transfer: Transfer
  /** The viewer may hand over to the LCPS, and it would look further. */
  handsOver: boolean
  /** The viewer is the LCPS and may give it back to the region. */
  handsBack: boolean
  children?: JSX.Element
}

const isDirectable = ({ purpose }: Transfer) => purpose === 'specialist-care' || purpose === 'return'

/** A match without a hospital: why, and every way on. Never a dead end. */
export function NobodyFound(props: Props) {
  const why = () => {
    const { level, error, phase } = props.match
    if (error !== null) return t('matching.nobody.error', { phase })
    return level === 'none' ? t('matching.nobody.closed', { phase }) : t('matching.nobody.nation')
  }
  const origin = () => `${term('role', props.transfer.filedBy.role)}, ${hospitalName(props.transfer.from)}`
  const whom = () =>
    props.match.coordinator === 'lcps' || props.handsBack
      ? t('matching.nobody.callRcps', { rcps: rcpsName(props.transfer.fromRegion) })
      : t('matching.nobody.callLcps')
  const expired = () =>
    Object.entries(props.match.excluded)
      .filter(([, reasons]) => reasons.length === 1 && reasons[0] === 'capacity-expired')
      .map(([id]) => hospitalName(id))
  const ways = () => [
    ...(props.handsOver ? [t('matching.nobody.handOver')] : []),
    ...(props.handsBack
      ? [t('matching.nobody.handBack', { rcps: rcpsName(props.transfer.fromRegion) })]
      : []),
    ...(expired().length > 0
      ? [t('matching.nobody.expired', { names: expired().slice(0, 5).join(', ') })]
      : []),
    isDirectable(props.transfer)
      ? t('matching.nobody.direct', { who: origin() })
      : t('matching.nobody.directLater', { who: origin() }),
    whom(),
  ]
  return (
    <Notice kind="warn" title={t('matching.nobody.title')} live="polite">
      <p>{why()}</p>
      <p class="nobody-found__then">{t('matching.nobody.now')}</p>
      <ul class="nobody-found__ways">
        <For each={ways()}>{(way) => <li>{way}</li>}</For>
      </ul>
      <Show when={props.children}>
        <div class="nobody-found__acts">{props.children}</div>
      </Show>
    </Notice>
  )
}
