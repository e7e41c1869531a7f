import { useLocation } from '@solidjs/router'
import { lazy, Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { TwoPane } from '#web/parts/two-pane.tsx'

import { Board } from './transport/board.tsx'

// Fetched from here, so that what everybody opens first does not name its parts.
const DayBoard = lazy(() => import('./day-board/board.tsx'))
const Fleet = lazy(() => import('./day-board/fleet.tsx'))

/** What comes to the transport desk: to plan now, planned, driving, and on its way; or the whole day by vehicle. */
export default function TransportQueue() {
  const location = useLocation()
  return (
    <Show when={location.pathname !== '/vloot'} fallback={<Fleet />}>
      <Show when={location.pathname !== '/ritten'} fallback={<DayBoard />}>
        <TwoPane
          list={<Board />}
          detail={null}
          listLabel={t('transport.title')}
          detailLabel={t('transport.planTitle')}
          open={false}
        />
      </Show>
    </Show>
  )
}
