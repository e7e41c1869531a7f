import type { BoardScope, DayBoard, DaySuggestion } from '#shared/wire/day-board.ts'
import { now } from './now.ts'
import { createOpened, type Opened } from './opened.ts'
import { mirror } from './rows.ts'

const query = (day: string, scope?: BoardScope): string =>
  `?${new URLSearchParams({ day, ...(scope === undefined ? {} : { scope }) })}`

/** The board of a day; fetched again when a ride or a transfer of this person's moves, and each half minute. */
export const createDayBoard = (day: () => string, scope: () => BoardScope): Opened<DayBoard> =>
  createOpened(
    () => `/api/day-board${query(day(), scope())}`,
    () => [mirror()?.rides, mirror()?.transfers, mirror()?.register, now()],
  )

/** The best filling of what waits; asked only while it is wanted, and not again by itself: it is a moment's answer. */
export const createSuggestion = (day: () => string, asked: () => number): Opened<DaySuggestion> =>
  createOpened(
    () => (asked() === 0 ? null : `/api/day-board/suggestion${query(day())}`),
    () => asked(),
  )
