// GET /api/snapshot: every row this person may see, and the cursor from which the stream goes on. One line in the
// record, with the codes.
import type { Handler } from 'hono'
import { keysOf } from '#shared/access/audience.ts'
import type { Person } from '#shared/access/parties.ts'
import { listAct } from '#shared/record/acts.ts'
import type { Snapshot } from '#shared/wire/reads.ts'
import { headSpot } from '#server/store/events.ts'
import { loadEpoch } from '#server/store/meta.ts'
import type { Db } from '#server/store/store.ts'
import { visibleRows } from '#server/store/visible.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { readRecorded } from './recorded.ts'

/** Ended transfers stay in the lists this long. */
const ENDED_FOR_HOURS = 24

export const getSnapshot =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const { person } = c.get('signedIn')
    const snapshot = await readRecorded(
      parts,
      c,
      (db) => snapshotFor(db, person, parts),
      (happened, { transfers }) =>
        listAct(
          happened,
          'list.read',
          transfers.map(({ code }) => code),
        ),
    )
    return c.json(snapshot)
  }

async function snapshotFor(query: Db, person: Person, { hinge, cursors }: AppParts): Promise<Snapshot> {
  const keys = keysOf(person)
  const now = hinge.now()
  const since = new Date(now.getTime() - ENDED_FOR_HOURS * 3_600_000).toISOString()
  // First the head, then the rows: a row may be newer than the cursor, and its events are then told twice.
  const epoch = await loadEpoch(query)
  const head = await headSpot(query)
  return {
    cursor: cursors.make(epoch, person, head),
    epoch,
    at: now.toISOString(),
    transfers: await visibleRows(query, 'transfer', keys, since),
    reservations: await visibleRows(query, 'reservation', keys, since),
    rides: await visibleRows(query, 'ride', keys, since),
    beds: await visibleRows(query, 'beds', keys, since),
    phases: await visibleRows(query, 'phase', keys, since),
    alerts: await visibleRows(query, 'alert', keys, since),
    register: await visibleRows(query, 'register', keys, since),
  }
}
