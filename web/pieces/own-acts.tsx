import { For, Show } from 'solid-js'

import type { CommandName } from '#shared/wire/command.ts'
import type { Refusal } from '#shared/wire/refusal.ts'
import { clock } from '#web/i18n/format.ts'
import { t } from '#web/i18n/t.ts'
import { Button } from '#web/parts/button.tsx'
import { type State, StateMark } from '#web/parts/state-mark.tsx'

import { actName } from './act-name.ts'
import { refusalText } from './refusal-text.ts'

import './own-acts.css'

type OwnAct = {
  id: string
  name: CommandName
  state: 'waiting' | 'sending' | 'received' | 'refused'
  createdAt: string
  receivedAt: string | null
  /** Why it did not go the last time. */
  lastError: 'offline' | 'portal' | 'server' | 'busy' | 'session' | 'locked' | null
  refusal: Refusal | null
}

type Props = {
  /** Oldest first. */
  entries: readonly OwnAct[]
  /** The person has seen a refusal. */
  onSeen: (id: string) => void
}

const SHAPES: Record<OwnAct['state'], State> = {
  waiting: 'waiting',
  sending: 'moving',
  received: 'done',
  refused: 'stopped',
}

/** What this person just did here, and whether the server has it; of what it has, only the last. */
export function OwnActs(props: Props) {
  const shown = () => {
    const arrived = props.entries.findLast(({ state }) => state === 'received')?.id
    return props.entries.filter(({ id, state }) => state !== 'received' || id === arrived)
  }
  return (
    <Show when={shown().length > 0}>
      <ul class="own-acts" aria-label={t('matching.ownActs')}>
        <For each={shown()}>
          {(entry) => (
            <li class="own-acts__act">
              <ActState act={entry} />
              <Show when={entry.refusal}>
                {(refusal) => (
                  <>
                    <p class="own-acts__why">{refusalText(refusal())}</p>
                    <Button onClick={() => props.onSeen(entry.id)}>{t('common.dismiss')}</Button>
                  </>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** One act and how far it is: "Bed bevestigd  in wachtrij, geen verbinding". */
export function ActState(props: { act: OwnAct }) {
  return (
    <StateMark state={SHAPES[props.act.state]} label={actName(props.act.name)} note={progress(props.act)} />
  )
}

/** How far it is: received only by the server's own word. */
export function progress(
  entry: Pick<OwnAct, 'state' | 'createdAt' | 'receivedAt' | 'lastError' | 'refusal'>,
): string {
  const { state, lastError, refusal } = entry
  if (state === 'received')
    return t('app.outbox.received', { time: clock(entry.receivedAt ?? entry.createdAt) })
  if (state === 'waiting' && lastError !== null && lastError !== 'offline')
    return t('app.outbox.waitingFor', { why: t(`app.outbox.why.${lastError}`) })
  return t(refusal?.code === 'act.expired' ? 'app.outbox.expired' : `app.outbox.${state}`)
}
