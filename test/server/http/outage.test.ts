import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { anId, aRequest, people } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { signIn, startTestServer } from '#test/support/server.ts'
import { noAlert, openStream } from '#test/support/sse.ts'

/** Ends every connection to a database, from another one. */
async function cutConnections(url: string): Promise<void> {
  const admin = new URL(url)
  const database = admin.pathname.slice(1)
  admin.pathname = 'postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database])
  await client.end()
}

describe.skipIf(!DIALECTS.includes('postgres'))('when the database cuts its connections', () => {
  it('answers 503 to what was under way, is well again at once, and the stream misses nothing', async () => {
    const server = await startTestServer('postgres')
    try {
      const { url } = await server.listen()
      const { databaseUrl } = server.place.choice
      const desk = await server.as(people.intensivist.id)
      const stream = await openStream(url, await signIn(server.app, people.rcps.id), undefined, noAlert)
      const statuses = new Map<string, number[]>()
      let cut = Promise.resolve()
      await Promise.all(
        Array.from({ length: 60 }, async (_, n) => {
          await new Promise((resolve) => setTimeout(resolve, n * 10))
          if (n % 20 === 10) cut = cut.then(() => cutConnections(databaseUrl ?? ''))
          const payload = { transfer: anId(700 + n), request: aRequest() }
          const send = () => desk.post('transfer.submit', payload, { id: anId(800 + n) })
          const answers = [await send()]
          while (answers.at(-1)?.status === 503 && answers.length < 20) {
            expect(answers.at(-1)?.headers.get('retry-after')).toBe('2')
            answers.push(await send())
          }
          statuses.set(
            anId(700 + n),
            answers.map(({ status }) => status),
          )
        }),
      )
      await cut
      const all = [...statuses.values()].flat()
      expect(new Set(all).difference(new Set([200, 503]))).toEqual(new Set())
      expect([...statuses.values()].map((list) => list.at(-1))).toEqual(Array.from({ length: 60 }, () => 200))

      // Told once each, whether the answer was lost or not.
      const told = new Map<string, number>()
      while (told.size < 60 || [...told.values()].some((count) => count < 2)) {
        const { data } = await stream.next()
        const { id, subject } = (data as { event: { id: string; subject: string } }).event
        if (subject === 'transfer') told.set(id, (told.get(id) ?? 0) + 1)
      }
      expect([...told.keys()].sort()).toEqual([...statuses.keys()].sort())
      expect([...told.values()].every((count) => count === 2)).toBe(true)
      stream.close()
    } finally {
      await server.close()
    }
  })
})
