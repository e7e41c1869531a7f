import { rebuild, type Rescued, rescue } from '#web/sync/rescue.ts'
import { forgetMirror, trouble, work } from './engine.ts'
import { session } from './session.ts'

export { type Rescued, trouble }

/** What a broken storage still gives of this person's unsent acts. */
export const rescued = () => rescue(session()?.person ?? '')

/** Throws the phone's storage away and starts anew from the server. Rejects while another tab holds it. */
export async function rebuildStore(): Promise<void> {
  work()?.stop()
  forgetMirror()
  await rebuild()
  location.reload()
}
