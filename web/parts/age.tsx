import { Show } from 'solid-js'

import { age } from '#web/i18n/format.ts'
import { type Moment, toMs } from '#web/i18n/wall-time.ts'

import { StateShape } from './state-mark.tsx'

import './age.css'

type Props = {
  at: Moment
  /** The clock the screen lives by, in milliseconds: see createNow. */
  now: number
  /** Older than this many milliseconds is old, and says so with its mark. */
  limit?: number | undefined
}

/** How old something is, in words. */
export function Age(props: Props) {
  const old = () => props.limit !== undefined && props.now - toMs(props.at) > props.limit
  return (
    <time
      class="age"
      classList={{ 'age--old': old() }}
      data-state={old() ? 'old' : undefined}
      datetime={new Date(toMs(props.at)).toISOString()}
    >
      <Show when={old()}>
        <StateShape state="old" />{' '}
      </Show>
      {age(props.at, props.now)}
    </time>
  )
}
