import type { Payload, Receipt } from '#shared/wire/command.ts'
import type { HoldLaid, LegalHold } from '#shared/wire/holds.ts'
import { type Came, change, read, withPasskey, write } from './access.ts'

/** Asked of the server at once, never queued: a decision holds when it is recorded. `id`: sent again it is one. */
export const recordSetting = (id: string, payload: Payload<'setting.decide'>): Promise<Came<Receipt>> =>
  withPasskey(() =>
    write<Receipt>('/api/commands', { id, name: 'setting.decide', at: new Date().toISOString(), payload }),
  )

export const loadHolds = (): Promise<Came<LegalHold[]>> => read('/api/admin/holds')
export const layHold = (code: string, reason: string): Promise<Came<HoldLaid>> =>
  withPasskey(() => write('/api/admin/holds', { code, reason }))
export const liftHold = (transfer: string): Promise<Came> =>
  withPasskey(() => change('DELETE', `/api/admin/holds/${encodeURIComponent(transfer)}`))
