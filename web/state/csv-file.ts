import type { FeedReport } from '#shared/wire/capacity-feed.ts'
import type { ImportReport } from '#shared/wire/people-file.ts'
import { isObject, request } from '#web/sync/request.ts'
import { type Came, came, withPasskey } from './access.ts'

const isReport = <T>(body: unknown): body is T => isObject(body) && Array.isArray(body.faults)
const PATIENCE_MS = 120_000

/** `gone`: the file is not what it was when it was chosen. */
export type FileCame<T> = Came<T> | { gone: true }

/** People, a line for each of their roles: what would come of it; with `keep`, it does. */
export const sendPeopleFile = (file: Blob, keep: boolean): Promise<FileCame<ImportReport>> =>
  sendCsv('/api/admin/import', file, keep)

/** Bed figures, likewise. */
export const sendBedFile = (file: Blob, keep: boolean): Promise<FileCame<FeedReport>> =>
  sendCsv('/api/beds/file', file, keep)

async function sendCsv<T>(path: string, file: Blob, keep: boolean): Promise<FileCame<T>> {
  const bytes = await file.arrayBuffer().catch((reason: unknown) => {
    console.info('the file cannot be read', reason)
    return null
  })
  if (bytes === null) return { gone: true }
  const send = (to: string, init?: RequestInit): Promise<Response> =>
    fetch(to, { ...init, headers: { ...init?.headers, 'content-type': 'text/csv' }, body: bytes })
  return withPasskey(async () =>
    came(
      await request(`${path}?run=${keep ? 'keep' : 'try'}`, {
        fetch: send,
        method: 'POST',
        is: isReport<T>,
        timeoutMs: PATIENCE_MS,
      }),
    ),
  )
}
