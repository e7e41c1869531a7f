import { createMemo } from 'solid-js'

import { dayOf } from '#shared/calendar-day.ts'
import type { Bed } from '#shared/terms.ts'
import { progressOf } from '#shared/wishes/progress.ts'
import { versionsOf } from '#shared/wishes/wish.ts'
import { keepLast } from '#web/screens/keep-last.ts'
import { now } from '#web/state/now.ts'
import { createRegister } from '#web/state/register.ts'
import { createTransfers } from '#web/state/transfers.ts'

/** Today's wanted movements of one care level, and what has become of them. */
export function createWishes(bed: () => Bed) {
  const rows = keepLast(createRegister('wish'))
  const transfers = keepLast(createTransfers())
  const day = createMemo(() => dayOf(now()))
  const versions = createMemo(() => {
    const found = rows()
    return found && versionsOf(found, day(), bed())
  })
  const wish = () => versions()?.[0]
  const progress = createMemo(() => {
    const found = transfers()
    return found && versions() && progressOf(wish(), found, { day: day(), bed: bed() })
  })
  return { day, versions, wish, progress, transfers }
}
export type Wishes = ReturnType<typeof createWishes>
