import { Show } from 'solid-js'

import { trouble } from '#web/state/engine.ts'

import { ClockNotice } from './clock-notice.tsx'
import { StoreTrouble } from './store-trouble.tsx'

/** What is wrong with this device itself: fetched only when something is. */
export function Troubles() {
  return (
    <>
      <Show when={trouble()}>{(kind) => <StoreTrouble kind={kind()} />}</Show>
      <ClockNotice />
    </>
  )
}
