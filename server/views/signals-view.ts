// What the figures of this moment say about the phase, with the figures. Called by server/http/shares.ts.
import type { Person } from '#shared/access/parties.ts'
import { signals } from '#shared/phases/signals.ts'
import type { SignalsView } from '#shared/wire/shares.ts'
import { allBeds } from '#server/store/beds.ts'
import { bossReservationsSince } from '#server/store/moves.ts'
import type { Db } from '#server/store/store.ts'
import { figuresAge, shareBoards, shownTo } from './shares-view.ts'

const BOSS_HOURS = 24

export async function signalsView(db: Db, person: Person, now: string): Promise<SignalsView> {
  const beds = await allBeds(db)
  const boards = await shareBoards(db, beds, now)
  const ic = boards.find(({ bed }) => bed === 'ic')
  const since = new Date(Date.parse(now) - BOSS_HOURS * 3_600_000).toISOString()
  return {
    ...signals({
      beds,
      bossReservations: await bossReservationsSince(db, since),
      icShares: ic === undefined ? [] : shownTo(person, ic).groups,
      prognosis: null,
    }),
    at: now,
    figures: figuresAge(beds, 'ic', now),
    prognosisFrom: null,
  }
}
