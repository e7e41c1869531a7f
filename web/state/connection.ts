import { createSignal } from 'solid-js'

import type { OutageCode } from '#web/sync/request.ts'
import type { Connection } from '#web/sync/stream.ts'

export type { Connection, OutageCode }

const [connection, setConnection] = createSignal<Connection>('connecting')
const [syncedAt, setSyncedAt] = createSignal<string | null>(null)

/** `live`: news comes in. `connecting`: trying. `offline`: the phone has no network. */
export { connection }
/** Up to which instant (ISO) the lists are the server's; null: never synced on this phone. */
export { syncedAt }
/** For the sync side only. */
export { setConnection, setSyncedAt }
