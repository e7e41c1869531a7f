import type { Accessor } from 'solid-js'

import { type ListName, type Register, rowsOfList } from '#shared/wire/register.ts'
import type { Shown } from './mirror.ts'
import { createRows } from './rows.ts'

/** One list of the register, in no order; undefined while loading. */
export function createRegister<L extends ListName>(list: L): Accessor<Shown<Register[L]>[] | undefined> {
  const rows = createRows('register', (row) => row.list === list)
  return () => {
    const found = rows()
    return found && rowsOfList(found, list)
  }
}
