// After fourteen days nothing is left, in any table, of what was said of a patient or typed along the way: transfers at
// every point they can come to, each with words of its own, and then the whole database is read back.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { purgeAll } from '#server/retention/retention.ts'
import { overSince } from '#server/store/retention.ts'
import { plus } from '#test/support/builders.ts'
import { tellAll } from '#test/support/confinement/points.ts'
import { startTestServer } from '#test/support/server.ts'
import { roomEverywhere } from '#test/support/story.ts'

/** What a word is about; ids and codes stay as long as the timeline. */
const TYPED = ['clinical', 'contacts', 'accepted', 'told'] as const
/** Half an hour after the last one ended and fourteen days. */
const LATER = plus(15 * 24 * 60)

it('words of a patient are in no table once their time has come', async () => {
  const server = await startTestServer('sqlite', {
    beds: roomEverywhere().map((row) => ({ ...row, operational: 60 })),
  })
  const { query } = server.parts.hinge.store
  const told = await tellAll(server)
  const dump = async (): Promise<Map<string, string>> => {
    const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
      query,
    )
    const found = new Map<string, string>()
    for (const { name } of tables.rows)
      found.set(name, JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(query)).rows))
    return found
  }
  const leftIn = async (over: readonly string[]) => {
    const tables = await dump()
    return told
      .filter(({ transfer }) => over.includes(transfer))
      .flatMap(({ point, words }) =>
        TYPED.flatMap((part) =>
          (words[part] ?? []).flatMap((word) =>
            [...tables]
              .filter(([, text]) => text.includes(word))
              .map(([name]) => `${point} ${part} in ${name}: ${word}`),
          ),
        ),
      )
  }
  const due = { clinical: LATER, timeline: LATER }
  const over = await overSince(query, due, 500)
  expect(over.length).toBeGreaterThan(4)
  expect((await leftIn(over)).length).toBeGreaterThan(over.length)
  await purgeAll(server.parts.hinge.store, LATER)
  expect(await leftIn(over)).toEqual([])
  await server.close()
}, 60_000)
