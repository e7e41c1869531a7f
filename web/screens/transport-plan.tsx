import { useParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { TwoPane } from '#web/parts/two-pane.tsx'
import { hasRole } from '#web/state/session.ts'

import { Board } from './transport/board.tsx'
import { TransportDetail } from './transport/transport-detail.tsx'

import './transport-plan.css'

/** One move: which vehicle may, when, and its ride; beside the desk's board. */
export default function TransportPlan() {
  const params = useParams<{ id: string }>()
  const detail = () => (
    <Show when={params.id} keyed>
      {(id) => <TransportDetail id={id} />}
    </Show>
  )
  return (
    <Show when={hasRole('transport-desk')} fallback={detail()}>
      <TwoPane
        list={<Board selected={params.id} />}
        detail={detail()}
        listLabel={t('transport.title')}
        detailLabel={t('transport.planTitle')}
        open
      />
    </Show>
  )
}
