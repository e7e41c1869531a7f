import type { Seen, SeenPair } from '#shared/wishes/progress.ts'
import { pairKey } from '#shared/wishes/wish.ts'
import { t } from '#web/i18n/t.ts'
import { type Column, DataTable } from '#web/parts/data-table.tsx'
import { Icon } from '#web/parts/icon.tsx'
import { VisuallyHidden } from '#web/parts/visually-hidden.tsx'
import { regionName } from '#web/pieces/place-name.ts'

import './wish-table.css'

const figure = (part: 'wanted' | 'named' | 'underWay' | 'done'): Column<SeenPair> => ({
  key: part,
  head: t(`wishes.${part}`),
  end: true,
  cell: (pair) => (
    <span class="wish-table__figure" classList={{ 'wish-table__figure--none': !pair[part] }}>
      {pair[part] ?? t('wishes.unknown')}
    </span>
  ),
})

/** From one region to another: wanted, named, under way, done. The same figures as the map. */
export function WishTable(props: { progress: Seen; caption: string }) {
  const columns = (): Column<SeenPair>[] => [
    {
      key: 'pair',
      head: t('wishes.pair'),
      lead: true,
      cell: (pair) => <PairName from={pair.from} to={pair.to} />,
    },
    figure('wanted'),
    figure('named'),
    figure('underWay'),
    figure('done'),
  ]
  return (
    <DataTable caption={props.caption} columns={columns()} rows={props.progress.pairs} rowKey={pairKey} />
  )
}

/** NAZB → AZNN */
export function PairName(props: { from: string; to: string }) {
  return (
    <span class="pair-name">
      {regionName(props.from)}
      <Icon name="arrow" />
      <VisuallyHidden>{t('transfers.to')}</VisuallyHidden>
      {regionName(props.to)}
    </span>
  )
}
