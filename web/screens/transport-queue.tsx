import { TwoPane } from '#web/parts/two-pane.tsx'
import { t } from '#web/i18n/t.ts'

import { Board } from './transport/board.tsx'

/** What comes to the transport desk: to plan now, planned, driving, and on its way. */
export default function TransportQueue() {
  return (
    <TwoPane
      list={<Board />}
      detail={null}
      listLabel={t('transport.title')}
      detailLabel={t('transport.planTitle')}
      open={false}
    />
  )
}
