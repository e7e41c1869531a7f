import { For, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'

import { RideLine } from './ride-line.tsx'
import { TransferLine } from './transfer-line.tsx'
import { type Move, TRANSPORT_GROUPS, type TransportGroup } from './transport-groups.ts'

import './transport-board.css'

type Props = {
  groups: Record<TransportGroup, Move[]>
  now: string
  hrefOf: (transfer: string) => string
  /** The transfer that stands open beside the board. */
  selected?: string | undefined
}

/** What the transport desk must plan now, what drives, what is planned and what is on its way to it. */
export function TransportBoard(props: Props) {
  const shown = () => TRANSPORT_GROUPS.filter((group) => group === 'plan' || props.groups[group].length > 0)
  return (
    <For each={shown()}>
      {(group) => (
        <section class="transport-board__group" aria-labelledby={`board-${group}`}>
          <header class="transport-board__head">
            <h2 class="transport-board__title" id={`board-${group}`}>
              {t(`transport.group.${group}`)}
            </h2>
            <span class="transport-board__count">{props.groups[group].length}</span>
          </header>
          <Show
            when={props.groups[group].length > 0}
            fallback={<p class="transport-board__none">{t('transport.nothingToPlan')}</p>}
          >
            <ul>
              <For each={props.groups[group]}>
                {(move) => (
                  <li>
                    <Line move={move} mine={group === 'plan'} board={props} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </section>
      )}
    </For>
  )
}

function Line(props: { move: Move; mine: boolean; board: Props }) {
  const common = () => ({
    href: props.board.hrefOf(props.move.id),
    now: props.board.now,
    selected: props.board.selected === props.move.id,
  })
  return (
    <Show
      when={props.move.ride}
      fallback={
        <Show when={props.move.transfer}>
          {(transfer) => <TransferLine transfer={transfer()} mine={props.mine} {...common()} />}
        </Show>
      }
    >
      {(ride) => <RideLine ride={ride()} transfer={props.move.transfer} {...common()} />}
    </Show>
  )
}
