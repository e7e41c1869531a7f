// A hundred thousand lines, as a file of a whole month is: bounded in time and memory, and the server goes on answering.
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { hospitals } from '#shared/reference/hospitals.ts'
import { FEED_BYTES, FEED_ROWS } from '#shared/wire/capacity-feed.ts'
import { plus } from '#test/support/builders.ts'
import { DIALECTS } from '#test/support/databases.ts'
import { HEAD, makeFeed, reportOf, send } from '#test/support/feeds.ts'
import { startTestServer } from '#test/support/server.ts'

const MB = 1024 * 1024
/** Every 40th line is no good. */
const lineAt = (n: number): string => {
  const hospital = hospitals[n % hospitals.length]?.id ?? ''
  const at = plus(-1 - Math.floor(n / hospitals.length) * 20)
  return `${n % 40 === 0 ? 'nergens' : hospital};ward;${at};400;${300 + (n % 90)};20;10;5`
}
const file = (lines: number): string =>
  [HEAD, ...Array.from({ length: lines }, (_, n) => lineAt(n))].join('\n')

describe.each(DIALECTS)('a hundred thousand lines on %s', (dialect) => {
  it('are taken in within a minute, others answered meanwhile; one more is refused whole', async () => {
    const server = await startTestServer(dialect)
    try {
      const token = await makeFeed(server)
      const body = file(FEED_ROWS)
      globalThis.gc?.()
      const before = process.memoryUsage().rss
      let most = before
      const waits: number[] = []
      const from = performance.now()
      let busy = true
      const watch = (async () => {
        while (busy) {
          const asked = performance.now()
          await server.app.request('/api/health')
          waits.push(performance.now() - asked)
          most = Math.max(most, process.memoryUsage().rss)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      })()
      const report = await reportOf(send(server, body, { token }))
      busy = false
      await watch
      const seconds = (performance.now() - from) / 1000
      expect(report).toMatchObject({ rows: FEED_ROWS, faulty: FEED_ROWS / 40, file: null, same: 0 })
      expect(report.current + report.beside + report.older + report.beneath).toBe(FEED_ROWS - FEED_ROWS / 40)
      expect(report.faults).toHaveLength(200)
      const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
      console.info(
        `100 000 lines on ${dialect}: ${seconds.toFixed(1)} s, ${((most - before) / MB).toFixed(0)} MB more, ` +
          `others waited ${p99.toFixed(0)} ms at p99 of ${waits.length}`,
      )
      expect(seconds).toBeLessThan(60)
      expect(most - before).toBeLessThan(600 * MB)
      // The same again is known, line by line.
      expect(await reportOf(send(server, body, { token }))).toMatchObject({
        same: FEED_ROWS - FEED_ROWS / 40,
        current: 0,
        older: 0,
      })
      expect(await reportOf(send(server, file(FEED_ROWS + 1), { token }))).toMatchObject({
        kept: false,
        file: 'too-many',
      })
      const large = new Uint8Array(FEED_BYTES + 1).fill(59)
      expect((await send(server, large, { token })).status).toBe(413)
    } finally {
      await server.close()
    }
  }, 180_000)
})
