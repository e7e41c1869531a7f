// Figures without patients, for who oversees: how many are open and how many were moved, by region and care level,
// no group under five. Called by server/http/app.ts.
import { byCodeUnit } from '#shared/code-unit-order.ts'
import { hideSmall } from '#shared/access/small-groups.ts'
import { regions } from '#shared/reference/regions.ts'
import { BEDS } from '#shared/terms.ts'
import { isOpen, type Transfer } from '#shared/transfers/transfer.ts'
import type { CountsView } from '#shared/wire/reads.ts'
import type { Db } from '#server/store/store.ts'
import { transfersSince } from '#server/store/transfers.ts'

const MOVED_DAYS = 7

const MEASURES = {
  open: isOpen,
  moved: ({ state }) => state === 'closed',
} as const satisfies Record<CountsView['counts'][number]['measure'], (transfer: Transfer) => boolean>

export async function countsView(db: Db, now: Date): Promise<CountsView> {
  const since = new Date(now.getTime() - MOVED_DAYS * 86_400_000).toISOString()
  const rows = await transfersSince(db, since)
  const ids = regions.map(({ id }) => id).sort(byCodeUnit)
  return {
    at: now.toISOString(),
    since,
    counts: BEDS.flatMap((bed) =>
      (['open', 'moved'] as const).map((measure) => {
        const counted = rows.filter((row) => row.bed === bed && MEASURES[measure](row))
        const { total, groups } = hideSmall(
          ids.map((id) => ({ id, count: counted.filter(({ fromRegion }) => fromRegion === id).length })),
        )
        return { bed, measure, total, regions: groups.map(({ id, count }) => ({ region: id, count })) }
      }),
    ),
  }
}
