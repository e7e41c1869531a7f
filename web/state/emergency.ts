import type { Payload, Receipt } from '#shared/wire/command.ts'
import { type Came, withPasskey, write } from './access.ts'

/** Asked of the server at once, never queued: without signal there is no emergency access. `id`: sent again it is one. */
export const openInEmergency = (id: string, payload: Payload<'emergency.open'>): Promise<Came<Receipt>> =>
  withPasskey(() =>
    write<Receipt>('/api/commands', { id, name: 'emergency.open', at: new Date().toISOString(), payload }),
  )
