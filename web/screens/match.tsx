import { useLocation, useParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { t } from '#web/i18n/t.ts'
import { TwoPane } from '#web/parts/two-pane.tsx'
import { hasRole } from '#web/state/session.ts'

import { MatchDetail } from './match/match-detail.tsx'
import { QueuePane } from './match/queue-pane.tsx'

import './match.css'

/** One request's match, beside the queue for who has one. */
export default function Match() {
  const params = useParams<{ id: string }>()
  const location = useLocation()
  const hasQueue = () => hasRole('rcps', 'lcps')
  const back = () => (hasQueue() ? `/matchen${location.search}` : `/aanvragen/${params.id}`)
  const detail = () => (
    <Show when={params.id} keyed>
      {(id) => <MatchDetail id={id} back={back()} />}
    </Show>
  )
  return (
    <Show when={hasQueue()} fallback={<div class="match-alone">{detail()}</div>}>
      <TwoPane
        open
        listLabel={t('matching.queue.title')}
        list={
          <>
            <h2 class="match-list-title">{t('matching.queue.title')}</h2>
            <QueuePane open={params.id} />
          </>
        }
        detailLabel={t('matching.detail')}
        detail={<div class="match-pane">{detail()}</div>}
      />
    </Show>
  )
}
