import { Show } from 'solid-js'

import type { RecordView } from '#shared/wire/reads.ts'
import { t } from '#web/i18n/t.ts'
import { Timeline } from '#web/parts/timeline.tsx'

import { toldLine } from './told-line.ts'

import './told-record.css'

/** Who did and saw what, the newest first. */
export function ToldRecord(props: { view: RecordView; now: string }) {
  const steps = () => props.view.entries.map((entry) => toldLine(entry, props.now))
  return (
    <div class="told-record">
      <p class="told-record__text">{t('record.text')}</p>
      <Show when={steps().length > 0} fallback={<p>{t('record.none')}</p>}>
        <Timeline label={t('record.title')} steps={steps()} />
      </Show>
      <Show when={!props.view.isWhole}>
        <p class="told-record__text">{t('record.partial')}</p>
      </Show>
    </div>
  )
}
