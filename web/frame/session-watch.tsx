import { createEffect, createMemo, on, onCleanup, Show, untrack } from 'solid-js'

import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { LinkButton } from '#web/parts/button.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { now } from '#web/state/now.ts'
import { session } from '#web/state/session.ts'
import { watchSession } from '#web/state/watch-session.ts'

export { Locked } from './locked.tsx'

const WARN_MS = 30 * 60_000

/** Locks the screen of who went away, and says in time that the session ends. */
export function SessionWatch() {
  const awake = createMemo(() => {
    const known = session()
    return known && !known.locked ? known.person : undefined
  })
  createEffect(
    on(awake, () => {
      const known = untrack(session)
      if (known && !known.locked) onCleanup(watchSession(known))
    }),
  )
  const ends = () => {
    const at = session()?.expires
    return at !== undefined && Date.parse(at) - Date.parse(now()) < WARN_MS ? at : undefined
  }
  return (
    <Show when={ends()}>
      {(at) => (
        <Notice
          kind="warn"
          title={t('session.ends.title', { time: clock(at()) })}
          live="polite"
          action={<LinkButton href="/inloggen">{t('session.ends.again')}</LinkButton>}
        >
          {t('session.ends.text')}
        </Notice>
      )}
    </Show>
  )
}
