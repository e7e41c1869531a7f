import type { Letter, RecordView } from '#shared/wire/reads.ts'
import { isObject, request } from '#web/sync/request.ts'

import { createOpened, type Opened } from './opened.ts'

/** Who did and saw what with one transfer; read when somebody asks, in memory only. Null: nobody asks. */
export const createTransferRecord = (id: () => string | null): Opened<RecordView> =>
  createOpened(
    () => {
      const asked = id()
      return asked === null ? null : `/api/transfers/${encodeURIComponent(asked)}/record`
    },
    () => null,
  )

/** True once the server wrote down that this hospital takes the letter over: only then it may be printed. */
export async function takeOverLetter(id: string): Promise<boolean> {
  const answer = await request<Letter>(`/api/transfers/${encodeURIComponent(id)}/letter?as=print`, {
    fetch: (url, init) => fetch(url, init),
    is: isLetter,
  })
  return 'ok' in answer
}

const isLetter = (body: unknown): body is Letter => isObject(body) && 'transfer' in body
