import type { ImportReport } from '#shared/wire/people-file.ts'
import { isObject, request } from '#web/sync/request.ts'
import { type Came, came, withPasskey } from './access.ts'

const isReport = (body: unknown): body is ImportReport => isObject(body) && Array.isArray(body.faults)
const PATIENCE_MS = 120_000

/** `gone`: the file is not what it was when it was chosen. */
export type FileCame = Came<ImportReport> | { gone: true }

/** What would come of it; with `keep`, it does. */
export async function sendPeopleFile(file: Blob, keep: boolean): Promise<FileCame> {
  const bytes = await file.arrayBuffer().catch((reason: unknown) => {
    console.info('the file cannot be read', reason)
    return null
  })
  if (bytes === null) return { gone: true }
  const send = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(path, { ...init, headers: { ...init?.headers, 'content-type': 'text/csv' }, body: bytes })
  return withPasskey(async () =>
    came(
      await request(`/api/admin/import?run=${keep ? 'keep' : 'try'}`, {
        fetch: send,
        method: 'POST',
        is: isReport,
        timeoutMs: PATIENCE_MS,
      }),
    ),
  )
}
