import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'

import type { PhaseEntry } from '#shared/phases/phase-entry.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { Empty } from '#web/parts/empty.tsx'
import { Loading } from '#web/parts/loading.tsx'
import { PageHead } from '#web/parts/page-head.tsx'
import { Section } from '#web/parts/section.tsx'
import { PhaseHead } from '#web/pieces/phases/phase-head.tsx'
import { PhaseRegister } from '#web/pieces/phases/phase-register.tsx'
import { phaseStory } from '#web/pieces/phases/phase-story.ts'
import { PhaseTable } from '#web/pieces/phases/phase-table.tsx'
import { connection, syncedAt } from '#web/state/connection.ts'
import type { Shown } from '#web/state/mirror.ts'
import { strikeWhenDue } from '#web/state/moments.ts'
import { now } from '#web/state/now.ts'
import { sendNow } from '#web/state/outbox.ts'
import { createPhases } from '#web/state/phases.ts'
import { hasRole } from '#web/state/session.ts'

import { keepLast } from './keep-last.ts'
import { Announce } from './phases/announce.tsx'
import { PhaseSignals } from './phases/phase-signals.tsx'

/** Which phase holds where, what is announced, and every decision behind it. */
export default function Phases() {
  const register = keepLast(createPhases())
  strikeWhenDue()
  const [announcing, setAnnouncing] = createSignal(false)
  let wasOpen = false
  /** The form is gone: its focus goes back to the button that opened it. */
  const takeBack = (button: HTMLButtonElement) => {
    if (wasOpen) queueMicrotask(() => button.focus())
  }
  const open = (isOpen: boolean) => {
    wasOpen = announcing()
    setAnnouncing(isOpen)
  }
  const isUnknown = () => register()?.length === 0 && syncedAt() === null
  return (
    <>
      <PageHead
        title={t('phases.title')}
        side={
          <Show when={hasRole('secretary') && !announcing()}>
            <Button variant="primary" icon="plus" onClick={() => open(true)} ref={takeBack}>
              {t('phases.announce')}
            </Button>
          </Show>
        }
      />
      <Switch fallback={<Loading rows={8} />}>
        <Match when={isUnknown() && connection() === 'offline'}>
          <Empty
            kind="failed"
            title={t('phases.notLoaded')}
            action={<Button onClick={sendNow}>{t('common.retry')}</Button>}
          >
            {t('phases.notLoadedText')}
          </Empty>
        </Match>
        <Match when={!isUnknown() && register()}>
          {(entries) => <Known entries={entries()} announcing={announcing()} onAnnouncing={open} />}
        </Match>
      </Switch>
    </>
  )
}

type KnownProps = {
  entries: readonly Shown<PhaseEntry>[]
  announcing: boolean
  onAnnouncing: (open: boolean) => void
}

function Known(props: KnownProps) {
  const nation = createMemo(() => phaseStory('', props.entries, now()))
  const ahead = createMemo(() =>
    props.entries
      .filter(({ inForceFrom }) => Date.parse(inForceFrom) > Date.parse(now()))
      .toSorted((a, b) => Date.parse(a.inForceFrom) - Date.parse(b.inForceFrom)),
  )
  return (
    <>
      <PhaseHead nation={nation()} ahead={ahead()} now={now()} />
      <Show when={hasRole('secretary')}>
        <Announce register={props.entries} open={props.announcing} onOpen={props.onAnnouncing} />
      </Show>
      <Show when={hasRole('rcps', 'lcps', 'secretary', 'observer')}>
        <PhaseSignals />
      </Show>
      <Section title={t('phases.regions')}>
        <PhaseTable register={props.entries} now={now()} />
      </Section>
      <Section title={t('phases.register')} side={props.entries.length}>
        <PhaseRegister entries={props.entries} now={now()} />
      </Section>
    </>
  )
}
