import { createEffect, on } from 'solid-js'

import { loadWords, t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { actName } from '#web/pieces/act-name.ts'
import { connection } from '#web/state/connection.ts'
import { outboxEntries } from '#web/state/outbox.ts'

/** Says aloud, politely, what changes by itself: the line, and what became of one's own acts. */
export function speakChanges(): void {
  createEffect(
    on(
      connection,
      (line, before) => {
        if (line === 'offline') say(() => announce(t('app.line.wentOffline')))
        if (line === 'live' && before === 'offline') say(() => announce(t('app.line.backLive')))
      },
      { defer: true },
    ),
  )
  createEffect(
    on(outboxEntries, (entries, before) => {
      if (entries === undefined || before === undefined) return
      const was = new Map(before.map(({ id, state }) => [id, state]))
      const changed = entries.filter(({ id, state }) => was.get(id) !== state)
      if (!changed.some(({ state }) => state === 'received' || state === 'refused')) return
      say(() => {
        for (const { state, name } of changed) {
          if (state === 'received') announce(t('app.line.wasReceived', { act: actName(name) }))
          if (state === 'refused') announce(t('app.line.wasRefused', { act: actName(name) }))
        }
      })
    }),
  )
}

/** What is said aloud is not among the first words. */
function say(words: () => void): void {
  loadWords()
    .then(words)
    .catch((reason: unknown) => console.info('no words', reason))
}
