// GET /api/beds/{id}/history: what was said of some beds in the last two weeks, by whom or what. For whoever sees the
// figures themselves. Called by app.ts.
import type { Handler } from 'hono'
import { otherAct } from '#shared/record/acts.ts'
import { bedsId } from '#shared/beds/beds.ts'
import { unreported } from '#shared/beds/unreported.ts'
import { isAllowed } from '#shared/access/may.ts'
import { BEDS } from '#shared/terms.ts'
import type { BedHistory } from '#shared/wire/reads.ts'
import { historyOf } from '#server/store/observations.ts'
import type { AppEnv, AppParts } from './app-env.ts'
import { problem } from './problem.ts'
import { readRecorded } from './recorded.ts'

const DAYS = 14
const AT_MOST = 200

export const getBedHistory =
  (parts: AppParts): Handler<AppEnv> =>
  async (c) => {
    const asked = c.req.param('id') ?? ''
    const beds = BEDS.map((bed) => unreported(asked.split(':')[0] ?? '', bed)).find(
      (row) => row?.id === asked,
    )
    const { person } = c.get('signedIn')
    if (!beds || !isAllowed(person, 'see', { kind: 'beds', beds })) return problem(c, { code: 'not-found' })
    const now = parts.hinge.now()
    const since = new Date(now.getTime() - DAYS * 24 * 3_600_000).toISOString()
    const id = bedsId(beds.hospital, beds.bed)
    const lines = await readRecorded(
      parts,
      c,
      (db) => historyOf(db, id, since, AT_MOST),
      (happened) => otherAct(happened, 'beds.read-history', 'R', { subject: 'beds', subjectId: id }),
    )
    return c.json({ id, lines, at: now.toISOString() } satisfies BedHistory)
  }
