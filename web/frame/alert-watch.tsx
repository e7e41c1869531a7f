import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js'

import type { Help } from '#shared/transport/help.ts'
import { language, t } from '#web/i18n/t.ts'
import { Button, LinkButton } from '#web/parts/button.tsx'
import { announce } from '#web/parts/live-region.tsx'
import { Notice } from '#web/parts/notice.tsx'
import { alertSentence } from '#web/pieces/alerts/alert-words.ts'
import { asksWords } from '#web/pieces/transport/help-words.ts'
import { soundAlarm } from '#web/pieces/rides/alarm.ts'
import { createRinging, type ShownAlert } from '#web/state/alerts.ts'
import { reportFault } from '#web/state/engine.ts'
import { createHelpAsked } from '#web/state/help.ts'
import { session } from '#web/state/session.ts'
import { isSoundOn, maySound, REPEAT_MS, soundFor } from '#web/state/sound.ts'

import { BedReminder } from './bed-reminder.tsx'
import { PhaseAhead } from './phase-ahead.tsx'

import './alert-watch.css'

/** On every screen of who may be alerted: the count aloud, in the title, on the badge, and as sound. */
export function AlertWatch() {
  const location = useLocation()
  const found = createRinging()
  const ringing = createMemo(() => found() ?? [])
  const asked = createHelpAsked()
  const count = () => ringing().length + (asked()?.length ?? 0)
  /** The same alert at its next level rings anew; that a patient is on the way is to be seen, not heard. */
  const key = createMemo(() =>
    [
      ...ringing()
        .filter(({ act }) => act !== 'prepare')
        .map(({ id, level }) => `${id}.${level}`),
      ...(asked() ?? []).map(({ id, step }) => `${id}.${step}`),
    ]
      .sort()
      .join(),
  )
  sayNew(ringing)
  sayAsked(asked)
  showCount(count, () => location.pathname)
  const silent = keepSounding(key)
  openWorkWhenAsked()
  return (
    <>
      <PhaseAhead />
      <Show when={count() > 0 && location.pathname !== '/meldingen'}>
        <Notice
          kind="warn"
          title={t('alerts.banner.title', { count: count() })}
          action={
            <div class="alert-watch__acts">
              <Show when={silent()}>
                <Button icon="bell" onClick={soundAlarm}>
                  {t('alerts.sound.turnOn')}
                </Button>
              </Show>
              <LinkButton href="/meldingen">{t('alerts.banner.open')}</LinkButton>
            </div>
          }
        >
          <Show when={silent()}>
            {t('alerts.sound.blocked')}. {t('alerts.sound.blockedText')}
          </Show>
        </Notice>
      </Show>
      <BedReminder />
    </>
  )
}

/** Aloud, assertively: the one thing in the app that may interrupt. */
function sayNew(ringing: () => ShownAlert[]): void {
  createEffect(
    on(ringing, (list, before) => {
      const known = new Set(before?.map(({ id, level }) => `${id}.${level}`))
      const [first, ...more] = list.filter(({ id, level }) => !known.has(`${id}.${level}`))
      if (first === undefined) return
      const count = more.length + 1
      // A locked screen says that there is something, not what.
      const said = session()?.locked
        ? t('alerts.banner.title', { count })
        : t('alerts.spoken.new', { count, what: alertSentence(first) })
      announce(said, 'assertive')
    }),
  )
}

/** Another centre asks for a MICU. */
function sayAsked(asked: () => readonly Help[] | undefined): void {
  createEffect(
    on(asked, (list, before) => {
      const known = new Set(before?.map(({ id, step }) => `${id}.${step}`))
      const fresh = list?.find(({ id, step }) => !known.has(`${id}.${step}`))
      if (fresh !== undefined && !session()?.locked) announce(asksWords(fresh), 'assertive')
    }),
  )
}

const COUNTED = /^\(\d+\) /

function showCount(count: () => number, path: () => string): void {
  createEffect(() => {
    path()
    language()
    const now = count()
    // After whoever writes the title of the screen.
    queueMicrotask(() => {
      const bare = document.title.replace(COUNTED, '')
      document.title = now > 0 ? `(${now}) ${bare}` : bare
    })
    if ('setAppBadge' in navigator)
      (now > 0 ? navigator.setAppBadge(now) : navigator.clearAppBadge()).catch(ignored)
  })
  onCleanup(() => {
    document.title = document.title.replace(COUNTED, '')
    if ('clearAppBadge' in navigator) navigator.clearAppBadge().catch(ignored)
  })
}

/** Only an installed app has a badge. */
const ignored = (reason: unknown): void => console.info('no badge', reason)

/** Sounds now and again until nothing rings. True while the browser still forbids it. */
function keepSounding(key: () => string): () => boolean {
  const [silent, setSilent] = createSignal(false)
  createEffect(() => {
    const rings = key()
    if (rings === '' || !isSoundOn()) {
      setSilent(false)
      return
    }
    const sound = () => {
      setSilent(!maySound())
      if (maySound()) soundFor(rings, { play: soundAlarm, clock: Date.now }).catch(reportFault)
    }
    sound()
    const timer = setInterval(sound, REPEAT_MS)
    const touched = () => setTimeout(() => setSilent(!maySound()))
    window.addEventListener('pointerup', touched)
    window.addEventListener('keyup', touched)
    onCleanup(() => {
      clearInterval(timer)
      window.removeEventListener('pointerup', touched)
      window.removeEventListener('keyup', touched)
    })
  })
  return silent
}

/** A message on the lock screen was tapped while this window was open. */
function openWorkWhenAsked(): void {
  if (!('serviceWorker' in navigator)) return
  const go = useNavigate()
  const take = ({ data }: MessageEvent<{ type?: string } | null>) => {
    if (data?.type === 'open-work') go('/')
  }
  navigator.serviceWorker.addEventListener('message', take)
  onCleanup(() => navigator.serviceWorker.removeEventListener('message', take))
}
