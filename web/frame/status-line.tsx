import { createMemo, lazy, Show, Suspense } from 'solid-js'

import { age, moment } from '#web/i18n/format.ts'
import { loadWords, t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { StateShape } from '#web/parts/state-mark.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import { trouble } from '#web/state/engine.ts'
import { now, offset } from '#web/state/now.ts'
import { refusedCount, unsentCount } from '#web/state/outbox.ts'
import { session } from '#web/state/session.ts'
import { takeUpdate, update } from '#web/state/updates.ts'

import './status-line.css'

const Troubles = lazy(async () => {
  const [{ Troubles }] = await Promise.all([import('./troubles.tsx'), loadWords()])
  return { default: Troubles }
})

/** On every screen, always: that this is the demo, how old the lists are, what is not sent or was refused. */
export function StatusLine() {
  return (
    <>
      <div class="status-line">
        <Show when={session()?.demo}>
          <span class="status-line__demo">{t('app.demo')}</span>
        </Show>
        <Show when={session()}>
          <span class="status-line__end">
            <Queue />
            <Line />
          </span>
        </Show>
      </div>
      <Show when={trouble() || offset()}>
        <Suspense>
          <Troubles />
        </Suspense>
      </Show>
      <Show when={update() !== 'none'}>
        <Notice
          kind="info"
          title={t('app.update.title')}
          live="polite"
          action={<Button onClick={() => void takeUpdate()}>{t('app.update.now')}</Button>}
        >
          {t('app.update.text')}
        </Notice>
      </Show>
    </>
  )
}

function Line() {
  const asOf = createMemo(() => {
    const at = syncedAt()
    return at === null
      ? t('app.line.never')
      : t('app.line.asOf', { time: moment(at, now()), age: age(at, now()) })
  })
  return (
    <Show
      when={connection() !== 'live'}
      fallback={<span class="status-line__quiet">{t('app.line.live')}</span>}
    >
      <span class="status-line__old" data-state="old">
        <StateShape state="old" />
        <span>
          {t(connection() === 'offline' ? 'app.line.offline' : 'app.line.connecting')} · {asOf()}
        </span>
      </span>
    </Show>
  )
}

function Queue() {
  return (
    <>
      <Show when={unsentCount()}>
        {(count) => (
          <a class="status-line__link" href="/te-verzenden">
            {t('app.line.unsent', { count: count() })}
          </a>
        )}
      </Show>
      <Show when={refusedCount()}>
        {(count) => (
          <a class="status-line__link" href="/te-verzenden" data-state="stopped">
            <StateShape state="stopped" /> {t('app.line.refused', { count: count() })}
          </a>
        )}
      </Show>
    </>
  )
}
