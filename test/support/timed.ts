import { startTimers, type Timers } from '#server/timers/timers.ts'
import { plus } from './builders.ts'
import { type Dialect, emptyDatabase } from './databases.ts'
import { startTestServer, type TestServer } from './server.ts'
import { roomEverywhere } from './story.ts'

/** Figures of which nobody is reminded. */
export const neverOld = roomEverywhere().map((row) => ({ ...row, reportedAt: plus(100_000) }))
/** So that only a test's own tick does anything. */
export const NEVER = 2 ** 31 - 1

export type Timed = { server: TestServer; timers: Timers; close: () => Promise<void> }

/** A server on an empty database whose timers go when the test says so. */
export async function startTimed(
  dialect: Dialect,
  options: Omit<Parameters<typeof startTestServer>[1], 'place'> = {},
): Promise<Timed> {
  const place = await emptyDatabase(dialect)
  const server = await startTestServer(dialect, { ...options, place })
  const timers = startTimers(server.parts, NEVER)
  const close = async () => {
    await timers.close()
    await server.close()
    await place.drop()
  }
  return { server, timers, close }
}
