import { For, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { Section } from '#web/parts/section.tsx'

import { RidesTable, WaitingMoves } from './moves-table.tsx'
import { type Move, TRANSPORT_GROUPS, type TransportGroup } from './transport-groups.ts'

import './transport-board.css'

type Props = {
  groups: Record<TransportGroup, Move[]>
  now: string
  /** The transfer that stands open beside the board. */
  selected?: string | undefined
  onOpen: (move: Move) => void
}

const isDriven = (group: TransportGroup): boolean => group === 'driving' || group === 'planned'

/** What the transport desk must plan now, what drives, what is planned and what is on its way to it. */
export function TransportBoard(props: Props) {
  const shown = () => TRANSPORT_GROUPS.filter((group) => group === 'plan' || props.groups[group].length > 0)
  const table = (group: TransportGroup) => ({
    caption: t(`transport.group.${group}`),
    rows: props.groups[group],
    now: props.now,
    selected: props.selected,
    narrow: props.selected !== undefined,
    mine: group === 'plan',
    onOpen: props.onOpen,
  })
  return (
    <div class="transport-board">
      <For each={shown()}>
        {(group) => (
          <Section title={t(`transport.group.${group}`)} side={props.groups[group].length}>
            <Show
              when={props.groups[group].length > 0}
              fallback={<p class="transport-board__none">{t('transport.nothingToPlan')}</p>}
            >
              <Show when={isDriven(group)} fallback={<WaitingMoves {...table(group)} />}>
                <RidesTable {...table(group)} />
              </Show>
            </Show>
          </Section>
        )}
      </For>
    </div>
  )
}
