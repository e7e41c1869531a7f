import type { RecordView } from '#shared/wire/reads.ts'

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
