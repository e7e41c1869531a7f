import { t } from '#web/i18n/t.ts'
import { PageHead } from '#web/parts/page-head.tsx'

import { QueuePane } from './match/queue-pane.tsx'

/** What waits for the coordinator: to verify, to match, for an answer, handed over. */
export default function MatchQueue() {
  return (
    <>
      <PageHead title={t('matching.queue.title')} />
      <QueuePane />
    </>
  )
}
