import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, on, Show } from 'solid-js'

import { moment } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { announce } from '#web/parts/live-region.tsx'
import { StateShape } from '#web/parts/state-mark.tsx'
import { phaseStory } from '#web/pieces/phases/phase-story.ts'
import { regionName } from '#web/pieces/place-name.ts'
import { strikeWhenDue } from '#web/state/moments.ts'
import { now } from '#web/state/now.ts'
import { createPhases } from '#web/state/phases.ts'
import { hasRole, myOrgs } from '#web/state/session.ts'

import './phase-ahead.css'

/** So long after it began a new phase is still said. */
const NEWS_MS = 60 * 60_000

/** On every screen of who coordinates: the phase that is announced, and for an hour the one that has just begun. */
export function PhaseAhead() {
  const location = useLocation()
  const register = createPhases()
  strikeWhenDue()
  /** `''`: the nation. */
  const place = () => (hasRole('lcps') ? '' : (myOrgs('rcps')[0] ?? ''))
  const story = createMemo(() => phaseStory(place(), register() ?? [], now()))
  const scope = () => (place() === '' ? t('phases.banner.nation') : regionName(place()))
  const since = () => {
    const { since } = story()
    return since !== null && Date.parse(now()) - Date.parse(since) < NEWS_MS ? since : undefined
  }
  createEffect(
    on(
      () => register() && story().phase,
      (phase, before) => {
        if (phase && before && phase !== before) announce(t('phases.banner.now', { phase }))
      },
    ),
  )
  const words = () => {
    const { next, phase } = story()
    if (next !== null)
      return t('phases.banner.ahead', { at: moment(next.at, now()), scope: scope(), phase: next.phase })
    const at = since()
    return at && t('phases.banner.since', { at: moment(at, now()), scope: scope(), phase })
  }
  return (
    <Show when={location.pathname !== '/fasen' && words()}>
      {(text) => (
        <p class="phase-ahead" data-state="acts">
          <span class="phase-ahead__words">
            <StateShape state="acts" hollow={story().next !== null} />
            <strong>{text()}</strong>
          </span>
          <a class="phase-ahead__link" href="/fasen">
            {t('phases.banner.open')}
          </a>
        </p>
      )}
    </Show>
  )
}
