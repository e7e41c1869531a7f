// Says aloud when an update hit no row: somebody else wrote it since it was read. Used by the saves in this folder.
import type { UpdateResult } from 'kysely'
import { RowMoved } from './store.ts'

/** Throws RowMoved, which the hinge answers by deciding again. */
export function expectOne(result: UpdateResult): void {
  if (result.numUpdatedRows !== 1n) throw new RowMoved('the row moved on')
}

export const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)
