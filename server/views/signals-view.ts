// What the figures of this moment say about the phase, with the figures. Called by server/http/shares.ts.
import type { Person } from '#shared/access/parties.ts'
import { dayOf, plusDays } from '#shared/calendar-day.ts'
import type { Forecast } from '#shared/forecast/forecast-of.ts'
import { HISTORY_DAYS, placeForecast } from '#shared/forecast/forecast-view.ts'
import { signals } from '#shared/phases/signals.ts'
import { NATION } from '#shared/reports/beds-day.ts'
import type { SignalsView } from '#shared/wire/shares.ts'
import { allBeds } from '#server/store/beds.ts'
import { daysBetween, lastDay } from '#server/store/days.ts'
import { bossReservationsSince } from '#server/store/moves.ts'
import type { Db } from '#server/store/store.ts'
import { figuresAge, shareBoards, shownTo } from './shares-view.ts'

const BOSS_HOURS = 24

export async function signalsView(
  db: Db,
  person: Person,
  now: string,
  nationForecast: NationForecast,
): Promise<SignalsView> {
  const beds = await allBeds(db)
  const boards = await shareBoards(db, beds, now)
  const ic = boards.find(({ bed }) => bed === 'ic')
  const forecast = await nationForecast(db, now)
  const since = new Date(Date.parse(now) - BOSS_HOURS * 3_600_000).toISOString()
  return {
    ...signals({
      beds,
      bossReservations: await bossReservationsSince(db, since),
      icShares: ic === undefined ? [] : shownTo(person, ic).groups,
      prognosis: forecast.levels.ic,
    }),
    at: now,
    figures: figuresAge(beds, 'ic', now),
    prognosisFrom: forecast.lastDay,
  }
}

type NationForecast = (db: Db, now: string) => Promise<Forecast>

/** As the prognosis screen has it: from the days kept, patients of the crisis. Made anew when a day was added. */
export function makeNationForecast(): NationForecast {
  let made: { of: string; forecast: Forecast } | null = null
  return async (db, now) => {
    const today = dayOf(now)
    const of = `${today} ${await lastDay(db, today)}`
    if (made?.of !== of) {
      const days = await daysBetween(db, plusDays(today, -HISTORY_DAYS), today)
      made = { of, forecast: placeForecast(days, NATION, now).forecast }
    }
    return made.forecast
  }
}
